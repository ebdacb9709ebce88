"""Letters that a team prints in one go, posts, and marks as posted."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from organisations.permissions import allowed
from triage import actions
from triage.addressee import addressee, refused_ways
from triage.agreement import READS
from triage.case.views import reading
from triage.delivery import printing
from triage.holding import why_held
from triage.letters.reading import as_file
from triage.models import BY_HAND, Case, Party, Reply
from triage.moves import NotAllowed

MOST = 100  # letters on the page, and in one file


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def to_print(request):
    """The list; `do=print` gives the ticked ones as one PDF, `do=posted` marks those that were printed as posted."""
    waiting = list(_waiting(request.user)[:MOST])
    if request.method == "GET":
        return _page(request, waiting)
    ticked = set(request.POST.getlist("reply"))
    chosen = [one for one in waiting if str(one.pk) in ticked]
    if not chosen:
        messages.error(request, "Tick at least one letter first. Nothing was done.")
        return redirect("letter_desk:to_print")
    if request.POST.get("do") == "posted":
        return _posted(request, chosen)
    return _printed(request, waiting, chosen)


def _waiting(user):
    own = Reply.objects.filter(case__in=Case.objects.visible_to(user)).to_print()
    return own.select_related(
        "case__feedback__contact", "case__organisation", "letter__to", "letter__signed_by", "letter__signed_for"
    ).prefetch_related(*(f"case__{name}" for name in READS))  # fmt: skip


def _to_order(user):
    """What waits by hand because no printer of ours makes it, the oldest first: [{reply, who}]."""
    own = Reply.objects.filter(case__in=Case.objects.visible_to(user), way=BY_HAND).waiting().order_by("id")
    fetched = own.select_related("case__feedback__contact", "letter__to").prefetch_related(
        *(f"case__{name}" for name in READS)
    )
    rows = [_row(one) for one in fetched[:MOST]]
    return [row for row in rows if row["who"].to_order]


def _row(reply):
    """{reply, who, shape, held}: what a colleague must heed before they print, order or post it."""
    who = addressee(reply.case, reply.letter.to if reply.letter else None)
    shape = reply.letter.shape if reply.letter else who.shape
    return {
        "reply": reply,
        "who": who,
        "shape": Party.Shape(shape).label,
        "held": why_held(reply) or refused_ways(who).get(reply.way, ""),
    }


def _printed(request, waiting, chosen):
    """All or none: a letter that cannot be drawn or must stay is named, so that the pile is never short of one unseen."""
    files, refused = [], []
    for reply in chosen:
        if held := _row(reply)["held"]:
            refused.append(f"{reply.case.reference}: {held}")
            continue
        try:
            files.append(printing.kept(reply))
        except printing.CannotPrint as problem:
            refused.append(f"{reply.case.reference}: {problem}")
    if refused:
        return _page(request, waiting, refused=refused, status=422)
    for reply in chosen:
        reading(reply.case, "letter", request.user)
    return as_file(printing.together(files), f"letters-{timezone.localdate():%Y-%m-%d}.pdf")


def _posted(request, chosen):
    done = 0
    for reply in chosen:
        try:
            actions.mark_sent(reply, by=request.user)
        except NotAllowed as refusal:
            messages.warning(request, f"{reply.case.reference}: {refusal}")
        else:
            done += 1
    if done:
        messages.success(request, f"Marked as posted: {done}.")
    return redirect("letter_desk:to_print")


def _page(request, waiting, *, refused=(), status=200):
    context = {
        "rows": [_row(one) for one in waiting],
        "to_order": _to_order(request.user),
        "refused": refused,
    }
    return render(request, "triage/letters/desk/to_print.html", context, status=status)
