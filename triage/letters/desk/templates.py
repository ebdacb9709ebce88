"""The words an organisation keeps for its letters. Each change is one more version; the words shipped never go away."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from organisations.models import Kind
from organisations.permissions import allowed, organisations_for
from triage import actions
from triage.case.acting import REFUSED
from triage.case.forms import LONGEST_LETTER, words
from triage.letter import FIELDS, KINDS
from triage.letters.beginning import shipped, template_of
from triage.letters.forms import MARKS
from triage.letters.invented import filled
from triage.markup import blocks
from triage.models import LetterTemplate
from triage.moves import NotAllowed

MOST_BODIES = 200  # on one page


class TemplateForm(forms.Form):
    """`seen` is the number of the version it was written from, 0 for the words shipped."""

    text = words("The words", "Write the words first", rows=26, longest=LONGEST_LETTER, help_text=MARKS)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


@never_cache
@require_GET
@allowed("keep_letters")
def bodies(request):
    """Whose letters? Straight on where there is only one body."""
    own = list(_bodies(request.user).order_by("name", "id")[: MOST_BODIES + 1])
    if len(own) == 1:
        return redirect("letter_desk:kinds", own[0].ods_code)
    context = {"bodies": own[:MOST_BODIES], "more": len(own) > MOST_BODIES, "most": MOST_BODIES}
    return render(request, "triage/letters/desk/bodies.html", context)


@never_cache
@require_GET
@allowed("keep_letters")
def kinds(request, code):
    """Every kind of letter, and whose words stand for it."""
    body = get_object_or_404(_bodies(request.user), ods_code=code.upper())
    newest = {one.kind: one for one in body.letter_templates.select_related("kept_by").order_by("number")}
    rows = [{"slug": slug, "kind": kind, "own": newest.get(slug)} for slug, kind in KINDS.items()]
    return render(request, "triage/letters/desk/kinds.html", {"body": body, "rows": rows})


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("keep_letters")
def template(request, code, kind):
    """One template: its words, its preview with an invented case, its versions."""
    body = get_object_or_404(_bodies(request.user), ods_code=code.upper())
    if kind not in KINDS:
        raise Http404
    stands = template_of(body, kind)
    seen = stands.template.number if stands.template else 0
    form = TemplateForm(request.POST or None, initial={"text": stands.text, "seen": seen})
    if form.is_valid() and request.POST.get("do") != "preview":
        try:
            kept = actions.keep_template(organisation=body, kind=kind, **form.cleaned_data, by=request.user)
        except NotAllowed as refusal:
            form = _again(request, seen)
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Kept as version {kept.number}. New letters begin with it.")
            return redirect("letter_desk:template", body.ods_code, kind)
    text = form.data.get("text", "") if form.is_bound else stands.text
    context = {
        "body": body, "kind": KINDS[kind], "form": form, "stands": stands, "shipped": shipped(kind),
        "fields": FIELDS, "blocks": blocks(filled(text, body.name, str(request.user))),
        "versions": LetterTemplate.objects.filter(organisation=body, kind=kind).select_related("kept_by")
        .order_by("-number"),
    }  # fmt: skip
    return render(
        request, "triage/letters/desk/template.html", context, status=REFUSED if form.errors else 200
    )


def _again(request, seen):
    """What was typed, now beside the version that stands."""
    typed = request.POST.copy()
    typed["seen"] = seen
    form = TemplateForm(typed)
    form.is_valid()
    return form


def _bodies(user):
    """Bodies that answer people: sites write under the name of the trust that runs them."""
    return organisations_for(user, "keep_letters").exclude(kind=Kind.SITE)
