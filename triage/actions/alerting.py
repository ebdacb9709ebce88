"""Who is on call, and drills: neither is about any case, so neither is an Event."""

from django.utils import timezone

from feedback.nudge import nudge
from organisations.models import Organisation, User
from triage.models import Drill, OnCall
from triage.moves import NotAllowed


def put_on_rota(
    organisation: Organisation, *, user: User, kind: str, from_at, to_at, telephone: str = "", by
) -> OnCall:
    """Put a person on call (or as site manager) from a moment to another. Turns may overlap."""
    if kind not in OnCall.Kind.values:
        raise NotAllowed("Choose what they are: on call or site manager.")
    if to_at <= from_at:
        raise NotAllowed("The turn must end after it begins.")
    if to_at <= timezone.now():
        raise NotAllowed("That turn is over already. Choose one that is still to come.")
    return OnCall.objects.create(
        organisation=organisation, user=user, kind=kind, from_at=from_at, to_at=to_at,
        telephone=telephone, added_by=by,
    )  # fmt: skip


def end_turn(turn: OnCall, *, by) -> None:
    """Take a turn off the rota: one that runs ends now and is kept, one still to come is taken away."""
    now = timezone.now()
    if turn.to_at <= now:
        raise NotAllowed("That turn is over already.")
    if turn.from_at < now:
        turn.to_at = now
        turn.save(update_fields=["to_at"])
    else:
        turn.delete()


def begin_drill(organisation: Organisation, *, by=None) -> Drill:
    """Begin a drill; the watch sends it as it would send an alert."""
    drill = Drill.objects.create(organisation=organisation)
    nudge("escalate_waiting")
    return drill


def acknowledge_drill(drill: Drill, *, by) -> None:
    """A named person says that the drill reached them. First come, only one; nobody is told of it any more."""
    done = Drill.objects.filter(pk=drill.pk, acknowledged_at=None).update(
        acknowledged_at=timezone.now(), acknowledged_by=by
    )
    drill.refresh_from_db()
    if not done:
        raise NotAllowed(f"{drill.acknowledged_by} has already answered this drill.")
