"""The checking screen: the picture of one field, what stands there in one press, the next field."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from feedback.models import FilledForm, ScanBatch
from feedback.paper.checking import answering, kinds, progress
from feedback.paper.checking.forms import answer_form
from feedback.paper.checking.lending import MAY, Scope, left, lend, reach
from feedback.paper.checking.views.pictures import has_picture
from feedback.paper.layout import FieldKind
from organisations.permissions import allowed, within

REFUSED = 422
# What this person would rather not decide now, kept in their session.
SKIPPED = "paper_skipped"
MOST_SKIPPED = 200


@never_cache
@require_GET
@allowed(MAY)
def ask(request):
    """The next field for this person, or the news that there is none."""
    scope = _scope(request)
    answered = answering.answered_today(request.user)
    lent = lend(request.user, scope, answered=answered, skipped=request.session.get(SKIPPED, ()))
    lent = _again(request, lent)
    if not lent:
        return render(request, "feedback/paper/checking/none.html", _around(request, scope))
    return _page(request, scope, lent[0], answer_form(lent[0]), ahead=lent[1:2])


@require_POST
@allowed(MAY)
def answer(request, pk):
    """What they read in the field, that nobody can read it, or that they leave it to a colleague."""
    scope = _scope(request)
    row = get_object_or_404(reach(request.user).select_related("form", "scan"), pk=pk)
    said = request.POST.get("say")
    if said == "skip":
        _skip(request, row)
    elif said == "cannot_tell":
        _keep(request, row, kinds.CANNOT_TELL)
    else:
        form = answer_form(row, request.POST)
        if not form.is_valid():
            return _page(request, scope, row, form)
        _keep(request, row, form.cleaned_data["value"])
    return redirect(_address(scope))


@require_POST
@allowed(MAY)
def undo(request):
    """Take one of the last answers back, the last of all unless it says which, and ask again."""
    row, asked = None, request.POST.get("field", "")
    if asked:
        row = get_object_or_404(reach(request.user), pk=asked if asked.isdecimal() else 0)
    try:
        row = answering.take_back(row, by=request.user)
    except answering.NotUndone as why:
        messages.warning(request, str(why))
        return redirect(_address(_scope(request)))
    return redirect(_address(_scope(request), again=row.pk))


def _keep(request, row, value):
    try:
        answering.answer(row, value=value, by=request.user)
    except answering.NotTaken as why:
        messages.warning(request, str(why))


def _skip(request, row):
    """Another person, or this one tomorrow, is asked instead."""
    skipped = [*request.session.get(SKIPPED, ()), row.pk]
    request.session[SKIPPED] = skipped[-MOST_SKIPPED:]
    answering.give_back(row, by=request.user)


def _scope(request) -> Scope:
    """What the address narrows the work to. 404 for what is not in this person's reach."""
    found = {}
    for name, rows, path in (("batch", ScanBatch, ""), ("form", FilledForm, "")):
        asked = request.GET.get(name, "")
        if not asked:
            continue
        if not asked.isdecimal():
            raise Http404
        found[name] = get_object_or_404(rows.objects.filter(within(request.user, MAY, path=path)), pk=asked)
    return Scope(**found)


def _again(request, lent):
    """An answer taken back comes first: it is still lent to the person who took it back."""
    asked = request.GET.get("again", "")
    if not asked.isdecimal():
        return lent
    rows = reach(request.user).filter(pk=asked, lent_to=request.user, checked_at=None)
    found = list(rows.select_related("form", "scan"))
    return found + [one for one in lent if one not in found]


def _address(scope, name="checking:ask", *args, **query):
    query = urlencode(scope.query | query)
    return reverse(name, args=args) + (f"?{query}" if query else "")


def _page(request, scope, row, form, ahead=()):
    printed = kinds.printed(row.form.layout, row.name)
    return render(
        request,
        "feedback/paper/checking/check.html",
        {
            "row": row,
            "form": form,
            "called": kinds.called(row.name),
            "label": printed.label if printed else kinds.called(row.name),
            "is_choice": row.kind in (FieldKind.CHOICE, kinds.PAGE),
            "is_page": row.kind == kinds.PAGE,
            "is_line": row.kind not in (FieldKind.CHOICE, kinds.PAGE, FieldKind.TEXT),
            "can_be_unreadable": row.kind not in (FieldKind.CHOICE, kinds.PAGE),
            "has_picture": has_picture(request.user, row),
            "ahead": [one for one in ahead if has_picture(request.user, one)],
            "answer_url": _address(scope, "checking:answer", row.pk),
            **_around(request, scope),
        },
        status=REFUSED if form.errors else 200,
    )


def _around(request, scope):
    """How far everyone is, the person's last answers, and where else to go."""
    last = answering.last_answers(request.user)
    return {
        "scope": scope,
        "progress": progress.in_words(left(request.user, scope, answering.midnight())),
        "last": [{"called": kinds.called(one.field.name), "answer": one} for one in last],
        "undo_url": _address(scope, "checking:undo"),
        "skipped": bool(request.session.get(SKIPPED)),
    }
