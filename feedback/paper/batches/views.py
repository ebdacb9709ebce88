"""Batches of scans: all of them, one of them, and sending another."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from feedback.models import Outcome, ScanBatch
from feedback.paper.batches import actions, counting, showing
from feedback.paper.batches.forms import MAY_SEND, SendForm
from feedback.paper.retention import announced_on
from organisations.permissions import allowed, may, within

PAGE, THUMBNAILS = 20, 40
REFUSED = 422
CHECK = "check_paper"


def batches_of(user):
    """Batches within the person's reach."""
    return ScanBatch.objects.filter(within(user, MAY_SEND)).select_related(
        "organisation", "service", "sent_by"
    )


@never_cache
@require_GET
@allowed(MAY_SEND)
def batches(request):
    """The newest first, each with what became of its pages."""
    found, before = batches_of(request.user).order_by("-id"), request.GET.get("before", "")
    if before.isdecimal():
        found = found.filter(pk__lt=int(before))
    rows = list(found[: PAGE + 1])
    shown = rows[:PAGE]
    sums = counting.sums(one.pk for one in shown)
    waiting = counting.to_check(sums)
    return render(
        request,
        "feedback/paper/batches/list.html",
        {
            "rows": [(one, sums[one.pk], waiting.get(one.pk, 0)) for one in shown],
            "outcomes": Outcome.choices,
            "next": shown[-1].pk if len(rows) > PAGE else "",
            "first": not before,
            "may_check": may(request.user, CHECK),
        },
    )


@require_http_methods(["GET", "POST"])
@allowed(MAY_SEND)
def send(request):
    """Send files, all at once; or (`later`, from paper-upload.js) open a batch that files are added to."""
    later = "later" in request.POST
    if request.method == "GET":
        return render(request, "feedback/paper/batches/send.html", {"form": SendForm(request.user)})
    form = SendForm(request.user, request.POST, request.FILES, later=later)
    if not form.is_valid():
        if later:
            return JsonResponse({"problems": form.errors}, status=REFUSED)
        return render(request, "feedback/paper/batches/send.html", {"form": form}, status=REFUSED)
    batch = actions.open_batch(**form.batch(), by=request.user)
    page = reverse("paper:batch", args=[batch.pk])
    if later:
        return JsonResponse({"page": page, "add": reverse("paper:add", args=[batch.pk])}, status=201)
    for told in _add(batch, form.cleaned_data["scans"], request.user):
        if told["why"]:
            messages.warning(request, f"{told['name']}: {told['why']}")
    return redirect(page)


@require_POST
@allowed(MAY_SEND)
def add(request, pk):
    """One file more for a batch that was opened a moment ago. Sending it twice keeps it once."""
    batch = get_object_or_404(
        batches_of(request.user), pk=pk, source=ScanBatch.Source.UPLOAD, sent_by=request.user
    )
    return JsonResponse({"files": _add(batch, request.FILES.getlist("files"), request.user)})


@never_cache
@require_GET
@allowed(MAY_SEND)
def batch(request, pk):
    """What became of every file and page of one batch. `outcome` narrows the pages, `after` goes on."""
    one = get_object_or_404(batches_of(request.user), pk=pk)
    outcome, after = request.GET.get("outcome", ""), request.GET.get("after", "")
    scans = showing.scans_of(request.user).filter(file__batch=one).order_by("id")
    if outcome in Outcome.values:
        scans = scans.filter(outcome=outcome)
    if after.isdecimal():
        scans = scans.filter(pk__gt=int(after))
    rows = list(scans[: THUMBNAILS + 1])
    return render(
        request,
        "feedback/paper/batches/batch.html",
        {
            "batch": one,
            "sum": counting.sum_of(one),
            "files": one.files.select_related("same_as").order_by("id"),
            "fields_to_check": counting.to_check([one.pk]).get(one.pk, 0),
            "may_check": may(request.user, CHECK),
            "outcomes": Outcome.choices,
            "outcome": outcome,
            "rows": [(scan, showing.may_show(scan)) for scan in rows[:THUMBNAILS]],
            "next": rows[THUMBNAILS - 1].pk if len(rows) > THUMBNAILS else "",
            "first": not after,
            "destroyed_from": announced_on(one),
        },
    )


@never_cache
@require_GET
@allowed(MAY_SEND)
def progress(request, pk):
    """How far a batch is: {pages, read, waiting, files_waiting, done, words}. Asked every two seconds."""
    one = counting.sum_of(get_object_or_404(batches_of(request.user), pk=pk))
    return JsonResponse(
        {
            "pages": one.to_come,
            "read": one.read,
            "waiting": one.waiting,
            "files_waiting": one.files_waiting,
            "done": one.is_done,
            "words": one.in_words,
        }
    )


def _add(batch, files, user):
    """Keep each file; [{name, why}] tells what was not taken or was there already."""
    told = []
    for one in files:
        added = actions.add_file(batch=batch, name=one.name, content=one, by=user)
        if added.again:
            why = "This file is in the batch already."
        elif added.file.same_as_id:
            why = "This file was sent before. Its pages are not read again."
        else:
            why = added.file.refused
        told.append({"name": one.name, "why": why})
    return told
