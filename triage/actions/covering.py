"""Who is away and who covers. It is about no case, so it is no Event: the handler of a case stays who they are."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from organisations.models import User
from triage import clock, cover
from triage.absence.covers import aways
from triage.absence.people import able_to_cover
from triage.cover import Away
from triage.models import Absence
from triage.moves import NotAllowed


@transaction.atomic
def go_away(person: User, *, cover: User, from_on: date, to_on: date, by) -> Absence:
    """Say that `person` is away from the first day to the last, and that `cover` stands in.

    Raises NotAllowed for days that are over or shared with another absence, for a colleague who cannot see their
    cases, and for a circle: on every day somebody must be there.
    """
    if to_on < from_on:
        raise NotAllowed("The last day away must not come before the first.")
    if to_on < timezone.localdate():
        raise NotAllowed("Those days are over already.")
    if not able_to_cover(person).filter(pk=cover.pk).exists():
        raise NotAllowed(f"{cover} cannot cover for {person}: choose a colleague with the same role there.")
    new = Away(person.pk, cover.pk, from_on, to_on)
    _check(new, _others(new), person, cover)
    return Absence.objects.create(user=person, cover=cover, from_on=from_on, to_on=to_on, said_by=by)


def call_off(absence: Absence, *, by) -> None:
    """The person is there again, from this moment. The row is kept, with who called it off."""
    done = Absence.objects.standing().filter(pk=absence.pk).update(ended_at=timezone.now(), ended_by=by)
    absence.refresh_from_db()
    if not done:
        raise NotAllowed("That was called off already.")


def _others(new):
    """What stands from the first day on, with nobody adding to it meanwhile: two at once could close a circle."""
    list(User.objects.select_for_update(no_key=True).filter(pk__in=[new.person, new.cover]).order_by("pk"))
    standing = Absence.objects.not_over(new.from_on)
    list(standing.select_for_update().order_by("pk").values_list("pk"))
    return aways(standing)


def _check(new, others, person, colleague):
    if same := cover.overlaps(new, others):
        raise NotAllowed(
            f"{person} is away already from {clock.in_words(same.from_on)} to {clock.in_words(same.to_on)}. "
            "Call that off first, or choose other days."
        )
    if day := cover.circle_on(new, others):
        raise NotAllowed(
            f"{colleague} is away on {clock.in_words(day)}, and {person} would cover for them. "
            "Choose another colleague, or other days."
        )
