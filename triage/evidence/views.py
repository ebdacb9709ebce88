"""The files of a case: all of them, adding some, the words of one, one as it came, and setting one aside."""

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from feedback.paper.files import Refused
from organisations.permissions import allowed, may
from triage import actions
from triage.case.page import facts
from triage.case.views import own_case, reading
from triage.evidence import emails
from triage.evidence.forms import AddForm, AsideForm
from triage.evidence.kinds import EMAIL, MOST_CHARACTERS
from triage.evidence.showing import APART, WAITS, closed_because, files_of_merged, row, saved_as
from triage.models import Evidence
from triage.moves import NotAllowed

REFUSED = 422
CLOSED = {
    WAITS: "This file waits for the virus scanner. Nobody can open it until then.",
    APART: "The virus scanner did not pass this file. Nobody can open it.",
}


@never_cache
@require_http_methods(["GET", "POST"])
def files(request, reference):
    """What is kept with the case, and a form to add more."""
    case = own_case(request.user, reference)
    if request.method == "GET":
        return _page(request, case, AddForm())
    if not may(request.user, "work_cases"):
        raise Http404
    form = AddForm(request.POST, request.FILES)
    if form.is_valid():
        kept, refused = _add(case, form.cleaned_data, request.user)
        if kept:
            _tell(request, kept, refused)
            return redirect("evidence:files", case.reference)
        for name, why in refused:
            form.add_error("files", f"{name}: {why}")
    return _page(request, case, form, status=REFUSED)


@never_cache
@require_GET
def show(request, reference, pk):
    """The words of an e-mail or a text, as plain text."""
    case, evidence = _own_file(request, reference, pk)
    if evidence.media not in (EMAIL.media, "text/plain") or closed_because(evidence):
        raise Http404
    reading(case, "evidence", request.user)
    with evidence.file.open("rb") as file:
        content = file.read()
    try:
        message = emails.read(content) if evidence.media == EMAIL.media else None
    except Refused as why:
        raise Http404(str(why)) from None
    text = message.text if message else content.decode("utf-8", "replace")
    return render(
        request,
        "triage/evidence/show.html",
        {
            **facts(case, timezone.localdate()),
            "file": evidence,
            "email": message,
            "text": text[:MOST_CHARACTERS],
            "attached": [row(one) for one in evidence.attached.order_by("id")],
        },
    )


@never_cache
@require_GET
def download(request, reference, pk):
    """The very bytes that came, to be saved: never shown by the browser as part of this site."""
    case, evidence = _own_file(request, reference, pk)
    if closed := closed_because(evidence):
        messages.warning(request, CLOSED[closed])
        return redirect("evidence:files", case.reference)
    reading(case, "evidence", request.user)
    response = FileResponse(
        evidence.file.open("rb"), as_attachment=True, filename=saved_as(evidence), content_type=evidence.media
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def aside(request, reference, pk):
    """Say why a file does not belong here."""
    case, evidence = _own_file(request, reference, pk)
    form = AsideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_aside(evidence, **form.cleaned_data, by=request.user)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "The file was set aside.")
            return redirect("evidence:files", case.reference)
    reading(case, "files", request.user)
    context = {**facts(case, timezone.localdate()), "file": evidence, "form": form}
    status = REFUSED if form.errors else 200
    return render(request, "triage/evidence/aside.html", context, status=status)


def _own_file(request, reference, pk):
    case = own_case(request.user, reference)
    return case, get_object_or_404(Evidence.objects.select_related("case__feedback"), case=case, pk=pk)


def _page(request, case, form, status=200):
    reading(case, "files", request.user)
    rows = [row(one) for one in case.evidence.select_related("added_by", "set_aside_by", "came_with")]
    context = {
        **facts(case, timezone.localdate(), request.path),
        "form": form,
        "rows": rows,
        "of_merged": files_of_merged(case),
        "may_work": may(request.user, "work_cases"),
        "scanner": bool(settings.CLAMAV_HOST),
    }
    return render(request, "triage/evidence/files.html", context, status=status)


def _add(case, given, user):
    """(rows kept, [(name, why)] of what was not)."""
    kept, refused = [], []
    title = given["title"] if len(given["files"]) == 1 else ""
    for one in given["files"]:
        try:
            added = actions.attach(
                case, file=one, name=one.name, kind=given["kind"], title=title,
                received_on=given["received_on"], by=user,
            )  # fmt: skip
        except NotAllowed as why:
            refused.append((one.name, str(why)))
        else:
            kept += added.kept
            refused += added.refused
    return kept, refused


def _tell(request, kept, refused):
    many = len(kept) != 1
    messages.success(request, f"{len(kept)} files are kept." if many else f"“{kept[0].title}” is kept.")
    for name, why in refused:
        messages.warning(request, f"{name} was not kept. {why}")
