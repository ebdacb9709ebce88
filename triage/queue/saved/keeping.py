"""Keeping, renaming, sharing, ordering and taking away saved views. Only their owner does."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from organisations.models import Organisation
from organisations.permissions import MAY, current_memberships
from triage.models import OpeningView, SavedView

UNDO_WITHIN = timedelta(minutes=15)


def own(user):
    """The views the person keeps, in their order."""
    return SavedView.objects.kept().filter(owner=user)


def may_share_with(user):
    """The organisations whose colleagues can be shown a view: those the person works in themselves."""
    works_in = [one.organisation_id for one in current_memberships(user) if one.role in MAY["read_cases"]]
    return Organisation.objects.filter(pk__in=works_in)


def keep(*, name: str, query: str, organisation: Organisation | None, by) -> SavedView:
    """A new view at the end of the person's own; where another tab of theirs kept that name meanwhile, that one."""
    last = own(by).aggregate(last=Max("position"))["last"] or 0
    try:
        with transaction.atomic():
            return SavedView.objects.create(
                owner=by, name=name, query=query, organisation=organisation, position=last + 1
            )
    except IntegrityError:
        return own(by).get(name=name)


def move_up(view: SavedView) -> None:
    """Change places with the one before it, if there is one."""
    with transaction.atomic():
        views = list(own(view.owner).select_for_update())
        at = views.index(view)
        if at:
            views[at - 1], views[at] = views[at], views[at - 1]
        for place, one in enumerate(views, start=1):
            one.position = place
        SavedView.objects.bulk_update(views, ["position"])


def begin_with(view: SavedView | None, *, by) -> None:
    """`view` is what the person sees first from now on; None: all open cases."""
    if view is None:
        OpeningView.objects.filter(user=by).delete()
    else:
        OpeningView.objects.update_or_create(user=by, defaults={"view": view})


def opening(user) -> SavedView | None:
    """What the person begins with, as long as they can see it."""
    return SavedView.objects.visible_to(user).filter(begun_with_by__user=user).first()


def take_away(view: SavedView) -> None:
    """Nobody sees it any more."""
    view.removed_at = timezone.now()
    view.save(update_fields=["removed_at"])


def bring_back(pk: int, *, by) -> SavedView | None:
    """Undo `take_away`, if it was the person's own, not long ago, and its name was not given to another since."""
    since = timezone.now() - UNDO_WITHIN
    view = SavedView.objects.filter(pk=pk, owner=by, removed_at__gt=since).first()
    if view is None or own(by).filter(name=view.name).exists():
        return None
    view.removed_at = None
    view.save(update_fields=["removed_at"])
    return view
