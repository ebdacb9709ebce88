"""Pages that are none of our forms or could not be read: what they are, and what becomes of them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from feedback.paper.checking import aside
from feedback.paper.checking.letters import LetterForm
from organisations.permissions import allowed, may

REFUSED = 422
PAGE = 20
LATELY = 10
LONGEST_REASON = 80


@never_cache
@require_GET
@allowed(aside.MAY)
def waiting(request):
    """Pages nobody has decided about, oldest first, and those decided lately."""
    after = request.GET.get("after", "")
    pages = aside.pages(request.user)
    left = pages.filter(put_aside_at=None).order_by("id")
    rows = list(left.filter(pk__gt=int(after) if after.isdecimal() else 0)[: PAGE + 1])
    lately = pages.exclude(put_aside_at=None).select_related("put_aside_by", "became")
    return render(
        request,
        "feedback/paper/checking/aside.html",
        {
            "rows": rows[:PAGE],
            "next": rows[PAGE - 1].pk if len(rows) > PAGE else None,
            "first": not after,
            "lately": lately.order_by("-put_aside_at")[:LATELY],
            "may_see": may(request.user, "read_contacts"),
        },
    )


@require_POST
@allowed(aside.MAY)
def decide(request, pk):
    """It belongs to the form before it, it is to be scanned again, or there is nothing to do."""
    scan = _page(request, pk)
    said = request.POST.get("say")
    try:
        if said == "belongs":
            aside.belongs(scan, by=request.user)
            messages.success(request, "The page is kept with the form before it.")
        elif said == "again":
            reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
            aside.scan_again(scan, reason=reason or "no reason given", by=request.user)
            messages.success(request, "The page is put aside. Scan its paper again and send the new file.")
        elif said == "leave":
            aside.leave(scan, by=request.user)
            messages.success(request, "The page is put aside. Its picture is kept.")
    except aside.NotPossible as why:
        messages.warning(request, str(why))
    return redirect("checking:aside")


@never_cache
@require_http_methods(["GET", "POST"])
@allowed(aside.MAY)
def letter(request, pk):
    """A letter among the forms: a person types what it says, and it is feedback."""
    scan = _page(request, pk)
    form = LetterForm(request.POST if request.method == "POST" else None, batch=scan.file.batch)
    if form.is_valid():
        try:
            made = aside.to_feedback(scan, **form.cleaned_data, by=request.user)
            messages.success(request, f"It is feedback {made.reference} now.")
            return redirect("checking:aside")
        except aside.NotPossible as why:
            messages.warning(request, str(why))
            return redirect("checking:aside")
        except ValidationError as problem:
            form.add_problem(problem)
    status = REFUSED if form.errors else 200
    return render(request, "feedback/paper/checking/letter.html", {"scan": scan, "form": form}, status=status)


@require_POST
@allowed(aside.MAY)
def undo(request, pk):
    """Take back what was decided of a page."""
    try:
        aside.take_back(_page(request, pk), by=request.user)
    except aside.NotPossible as why:
        messages.warning(request, str(why))
    return redirect("checking:aside")


def _page(request, pk):
    """The page, for those who may see all of it; 404 elsewhere, 403 for who may not read contact details."""
    scan = get_object_or_404(aside.pages(request.user), pk=pk)
    if not aside.may_see(request.user, scan):
        raise PermissionDenied
    return scan
