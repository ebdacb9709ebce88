"""Reading a letter: as it will look, as it was, and on paper. Every read leaves a row."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from organisations.permissions import allowed
from triage.case.acting import REFUSED
from triage.case.forms import LONGEST_LETTER
from triage.case.views import own_case, reading
from triage.delivery import printing
from triage.letters.changes import changes
from triage.letters.page import issues_of, letter_page, newest_version, own_letter, problems
from triage.markup import blocks
from triage.models import Party


@never_cache
@require_POST
@allowed("work_cases")
def preview(request, reference, pk):
    """The words typed so far as they will be read, for the script of the editor: a part of a page."""
    letter = own_letter(own_case(request.user, reference), pk)
    text = request.POST.get("text", "")[:LONGEST_LETTER]
    context = {"blocks": blocks(text), "problems": problems(letter, text, issues_of(letter))}
    return render(request, "triage/letters/preview.html", context)


@never_cache
@require_GET
@allowed("read_cases")
def versions(request, reference, pk):
    """Every version with who saved it, and what changed from the one before."""
    case = own_case(request.user, reference)
    letter = own_letter(case, pk)
    reading(case, "letter", request.user)
    rows, before = [], None
    for version in letter.versions.all():
        was = version.text if before is None else before  # the first changed nothing
        rows.append({"version": version, "changes": changes(was, version.text)})
        before = version.text
    here = reverse("letters:list", args=[case.reference])
    context = {**letter_page(letter, request.user, here), "rows": rows[::-1]}
    return render(request, "triage/letters/versions.html", context)


@never_cache
@require_GET
@allowed("read_cases")
def pdf(request, reference, pk):
    """The letter on paper, in the shape asked for. Of a letter that was sent, in its own shape, one file is kept for good."""
    case = own_case(request.user, reference)
    letter = own_letter(case, pk)
    shape = request.GET.get("shape") or letter.shape
    if shape not in Party.Shape.values:
        raise Http404
    reading(case, "letter", request.user)
    sent = getattr(letter, "reply", None)
    try:
        if sent and shape == letter.shape:
            drawn = printing.kept(sent)
        else:
            drawn = printing.draw(printing.of_letter(letter, newest_version(letter).text, shape=shape))
    except printing.CannotPrint as problem:
        here = reverse("letters:list", args=[case.reference])
        context = {**letter_page(letter, request.user, here), "refusal": str(problem)}
        return render(request, "triage/letters/cannot_print.html", context, status=REFUSED)
    return as_file(drawn, f"{case.reference}-{letter.kind}-{shape.replace('_', '-')}.pdf")


def as_file(drawn: bytes, name: str) -> HttpResponse:
    """A PDF to be saved under `name`."""
    return HttpResponse(
        drawn,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
