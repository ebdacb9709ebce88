"""Feedback the rules were unsure of and that has no case: a person says whether it needs an answer."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from organisations.permissions import allowed, within
from triage import actions
from triage.case.forms import teams_of
from triage.case.words import body_words, read_comments
from triage.models import Access, Case, Decision
from triage.moves import NotAllowed
from triage.queue.paging import page
from triage.queue.reach import checks_of
from triage.queue.rows import KINDS, first_words

NOTHING_MORE = "nothing"


class CheckForm(forms.Form):
    answer = forms.ChoiceField(
        label="What does it need?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it needs"},
    )
    answer.choice_hints = {NOTHING_MORE: "It was read, and nobody owes a reply"}
    note = forms.CharField(
        label="What did you find?",
        help_text="For colleagues. The person does not see this.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what you found"},
    )

    def __init__(self, *args, provider, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [
            *((team, f"An answer from: {name}") for team, name in teams_of(provider)),
            (NOTHING_MORE, "Nothing more"),
        ]


@require_GET
@allowed("read_cases")
def to_check(request):
    """All that a person should look at, the oldest first."""
    shown = page(
        checks_of(request.user)
        .select_related("feedback__service", "feedback__organisation")
        .prefetch_related("feedback__comments"),
        ("id",), after=request.GET.get("after", ""), before=request.GET.get("before", ""),
    )  # fmt: skip
    rows = [
        {"decision": one, "feedback": one.feedback, "kind": KINDS[one.feedback.intent],
         "words": first_words(one.feedback)}
        for one in shown.rows
    ]  # fmt: skip
    return render(request, "triage/queue/to_check.html", {"rows": rows, "shown": shown})


@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def check(request, reference):
    """One of them: the words, what the rules made of it, and the answer a person gives."""
    decision = get_object_or_404(
        Decision.objects.current()
        .filter(within(request.user, "work_cases", path="feedback__"))
        .select_related("feedback__service", "feedback__organisation__parent", "feedback__case"),
        feedback__reference=reference.upper(),
    )
    feedback = decision.feedback
    seen_already = not decision.needs_person or hasattr(feedback, "case")
    if seen_already and request.method == "GET":
        raise Http404
    form = CheckForm(
        request.POST if request.method == "POST" else None, provider=feedback.organisation.provider()
    )
    if request.method == "POST" and form.is_valid():
        try:
            if seen_already:
                raise NotAllowed(
                    "A colleague has already looked at this one. Nothing of yours was saved over it."
                )
            case = _settle(decision, form.cleaned_data, request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            return _settled(request, case, feedback)
    Access.objects.create(feedback=feedback, what="check", by=request.user)
    return render(
        request,
        "triage/queue/check.html",
        {
            "feedback": feedback,
            "decision": decision,
            "kind": KINDS[feedback.intent],
            "comments": read_comments([feedback])[feedback.pk],
            "told": [body_words(body) for body in decision.told],
            "form": form,
        },
        status=422 if form.errors else 200,
    )


def _settle(decision, said, by):
    opens = said["answer"] != NOTHING_MORE
    return actions.settle_check(
        decision, open_a_case=opens, resolver=said["answer"] if opens else "", note=said["note"], by=by
    )


def _settled(request, case, feedback):
    if case is None:
        messages.success(request, f"{feedback.reference} is settled: nothing more to do.")
        return redirect("queue:to_check")
    messages.success(request, f"A case is open for {feedback.reference}.")
    if Case.objects.visible_to(request.user).filter(pk=case.pk).exists():
        return redirect("case:show", feedback.reference)
    return redirect("queue:to_check")
