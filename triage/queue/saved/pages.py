"""The pages of saved views: keep one, see all, change one's own."""

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from organisations.permissions import allowed
from triage.models import SavedView
from triage.queue.filters import Choices, Filters
from triage.queue.saved import keeping
from triage.queue.saved.forms import ViewForm
from triage.queue.saved.showing import gone, in_words

REFUSED = 422


@require_http_methods(["GET", "POST"])
@allowed("read_cases")
def keep(request):
    """Give the present filters, which stand in the address, a name."""
    filters = Filters(request.GET, user=request.user)
    query = filters.to_keep()
    if not query or not filters.is_valid() or len(query) > SavedView._meta.get_field("query").max_length:
        messages.warning(request, "Choose what the list shows first, then keep it as a view.")
        return redirect("queue:cases")
    form = ViewForm(
        request.POST if request.method == "POST" else None, user=request.user, initial={"organisation": ""}
    )
    if request.method == "POST" and form.is_valid():
        view = keeping.keep(**form.cleaned_data, query=query, by=request.user)
        messages.success(request, f"“{view.name}” is kept.")
        return redirect(address(view))
    return _form_page(request, form, filters)


@require_GET
@allowed("read_cases")
def views(request):
    """One's own views and those that colleagues share."""
    visible = SavedView.objects.visible_to(request.user).select_related("owner", "organisation")
    choices, today = Choices(request.user), timezone.localdate()
    rows = []
    for view in visible.order_by("position", "name", "id"):
        filters = Filters(QueryDict(view.query), user=request.user, choices=choices)
        rows.append(
            {"view": view, "href": address(view), "asks": in_words(filters), "gone": gone(filters, today)}
        )
    return render(
        request,
        "triage/queue/views/list.html",
        {
            "mine": [one for one in rows if one["view"].owner_id == request.user.pk],
            "shared": [one for one in rows if one["view"].owner_id != request.user.pk],
            "opening": keeping.opening(request.user),
            "removed": request.session.pop("view_removed", None),
        },
    )


@require_http_methods(["GET", "POST"])
@allowed("read_cases")
def change(request, pk):
    """Another name, or other people who see it."""
    view = _own(request, pk)
    now = {"name": view.name, "organisation": str(view.organisation_id or "")}
    form = ViewForm(
        request.POST if request.method == "POST" else None, user=request.user, view=view, initial=now
    )
    if request.method == "POST" and form.is_valid():
        view.name, view.organisation = form.cleaned_data["name"], form.cleaned_data["organisation"]
        view.save(update_fields=["name", "organisation"])
        messages.success(request, f"“{view.name}” is changed.")
        return redirect("queue:views")
    return _form_page(request, form, Filters(QueryDict(view.query), user=request.user), view)


@require_POST
@allowed("read_cases")
def move_up(request, pk):
    """One place nearer to the beginning of the row."""
    keeping.move_up(_own(request, pk))
    return redirect("queue:views")


@require_POST
@allowed("read_cases")
def take_away(request, pk):
    """Gone for everyone; the next page offers the way back."""
    view = _own(request, pk)
    keeping.take_away(view)
    request.session["view_removed"] = {"pk": view.pk, "name": view.name}
    return redirect("queue:views")


@require_POST
@allowed("read_cases")
def bring_back(request, pk):
    """Undo."""
    view = keeping.bring_back(pk, by=request.user)
    if view:
        messages.success(request, f"“{view.name}” is back.")
    else:
        messages.error(request, "That view cannot be brought back any more. Keep it anew.")
    return redirect("queue:views")


@require_POST
@allowed("read_cases")
def begin_with(request, pk):
    """See this view first from now on: one's own or a colleague's. Pressed again, all open cases."""
    view = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk)
    already = keeping.opening(request.user) == view
    keeping.begin_with(None if already else view, by=request.user)
    shown = "all open cases" if already else f"“{view.name}”"
    messages.success(request, f"You begin with {shown} from now on.")
    return redirect("queue:views")


def address(view: SavedView) -> str:
    """Where the queue shows it."""
    return f"{reverse('queue:cases')}?{view.query}"


def _own(request, pk):
    return get_object_or_404(keeping.own(request.user), pk=pk)


def _form_page(request, form, filters, view=None):
    return render(
        request,
        "triage/queue/views/keep.html",
        {
            "form": form,
            "view": view,
            "asks": in_words(filters),
            "searched": bool(filters.data.get("q") or filters.data.get("look")),
            "cancel": reverse("queue:views") if view else f"{reverse('queue:cases')}?{filters.to_keep()}",
        },
        status=REFUSED if form.errors else 200,
    )
