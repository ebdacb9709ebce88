"""Who is there for an alert now: from the rota, and from what each role may do."""

from django.db.models import Q
from django.db.models.functions import Length
from django.utils import timezone

from organisations.models import Membership, Organisation, User
from organisations.permissions import MAY
from triage.absence.covers import Covers
from triage.escalation import Crew
from triage.models import OnCall


def people_who_may(action: str, organisations: set[int], service: int | None = None) -> set[int]:
    """Ids of those who may do this for these bodies (ids, with all above them) and for this ward, today."""
    memberships = Membership.objects.current().filter(
        Q(service=None) | Q(service=service),
        role__in=MAY[action],
        organisation__in=organisations,
        user__is_active=True,
    )
    return set(memberships.values_list("user", flat=True))


def on_duty(organisations: set[int], now) -> dict[str, dict[int, OnCall]]:
    """The turns that run now, by kind and person. The nearest body that has anybody of a kind decides alone."""
    running = (
        OnCall.objects.at(now)
        .filter(organisation__in=organisations)
        .annotate(near=Length("organisation__lineage"))
        .order_by("-near", "id")
    )
    found, nearest = {}, {}
    for turn in running:
        if nearest.setdefault(turn.kind, turn.near) == turn.near:
            found.setdefault(turn.kind, {}).setdefault(turn.user_id, turn)
    return found


def crew(organisations: set[int], service: int | None, action: str, now) -> tuple[Crew, dict[int, OnCall]]:
    """The crew of `triage.escalation`, and the turn of each who is on duty. A turn gives no right to do `action`.

    Whoever covers for somebody on duty who is away is told as well, by e-mail: they have no turn, so no number.
    """
    everyone = people_who_may(action, organisations, service)
    duty = on_duty(organisations, now)
    turns = {user: turn for kind in duty.values() for user, turn in kind.items() if user in everyone}
    covers = Covers.on(timezone.localdate(now)) if duty else None
    groups = {kind: everyone & _with_covers(duty.get(kind, ()), covers) for kind in OnCall.Kind.values}
    return Crew(everyone=frozenset(everyone), **groups), turns


def _with_covers(people, covers):
    """These people's ids, and those of whoever stands in for one of them."""
    standing_in = (covers.of(one) for one in people)
    return {*people, *(cover.by.pk for cover in standing_in if cover and cover.by)}


def bodies_of(*organisations: Organisation | None) -> frozenset[int]:
    """The ids of these bodies and of all above them."""
    return frozenset(pk for one in organisations if one for pk in one.ancestor_ids)


def names(ids) -> list[str]:
    """The names of people by their ids, in order of the alphabet."""
    return [str(one) for one in User.objects.filter(pk__in=ids).order_by("name", "id")]
