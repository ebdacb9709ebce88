"""The same complaint came twice: one case stays, the other ends as merged into it. And the way back."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from feedback.models import Alert, Feedback
from triage import passing
from triage.actions.changing import changing
from triage.agreement import speaks_for_another, waits_for_consent
from triage.merging import Standing, apart, together
from triage.models import Case, Event, Merge, Outcome, State, Team
from triage.models.ledger import lock
from triage.moves import NotAllowed

LET_IT_STAY = "Let this one stay instead, or finish that first."


@transaction.atomic
def merge(
    case: Case, *, into: Case, same_person: bool, why: str, version=None, into_version=None, by
) -> Merge:
    """End `case` as merged into `into`, which takes the earlier dates and answers for both.

    `version` and `into_version` are those that the person saw, where they saw them.
    Raises NotAllowed, with the reason, where something of `case` would be lost: see `_check`.
    Source: regulations 13 and 14 of the 2009 complaints regulations (the time runs from the first receipt).
    """
    if not why.strip():
        raise NotAllowed("Say why these are the same complaint.")
    if case.pk == into.pk:
        raise NotAllowed("That is this case itself. Choose another one.")
    both = in_order(case, into)
    case, into = both[case.pk], both[into.pk]
    _check(case, into, same_person)
    kept_before, was = Standing.of(into), case.status
    done = Merge(
        kept=into, merged=case, why=why.strip(), at=timezone.now(), by=by, kept_before=kept_before.kept(),
        was=was, after_event=into.events.latest("id").pk,
    )  # fmt: skip
    joined = together(kept_before, Standing.of(case))
    with changing(
        into, "absorb", by=by, version=into_version, public=True, note=why.strip(), reference=case.reference
    ) as kept:
        _set(kept, joined)
    with changing(
        case, "merge", by=by, version=version, public=True, note=why.strip(), reference=into.reference
    ) as merged:
        merged.outcome, merged.closed_at = Outcome.MERGED, done.at
    done.save()
    return done


@transaction.atomic
def unmerge(merge: Merge, *, why: str, by) -> None:
    """Split the two again: each has its own dates back. What was done since stays with the one that stayed.

    The last merge is undone first, so that each step back is exact.
    """
    if not why.strip():
        raise NotAllowed("Say why they are split again.")
    both = in_order(merge.merged, merge.kept)
    case, kept = both[merge.merged_id], both[merge.kept_id]
    merge = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    if merge.undone_at:
        raise NotAllowed("They were split already.")
    if later := kept.took_in.standing().filter(pk__gt=merge.pk).select_related("merged__feedback").last():
        raise NotAllowed(f"Split {later.merged.reference} first: it was merged later.")
    since = _since(merge)
    with changing(case, "unmerge", by=by, public=True, note=why.strip(), reference=kept.reference) as locked:
        locked.status, locked.outcome, locked.closed_at = merge.was, "", None
        # The person wrote back about this one while it was merged: somebody reads that here as well.
        locked.needs_person |= locked.feedback.followed_by.filter(received_at__gte=merge.at).exists()
    with changing(
        kept, "let_go", by=by, public=True, note=why.strip(), reference=case.reference
    ) as locked:  # fmt: skip
        _set(locked, apart(Standing.of(locked), Standing.read(merge.kept_before), since))
    merge.undone_at, merge.undone_by, merge.undone_why = timezone.now(), by, why.strip()
    merge.save()


def in_order(*cases: Case) -> dict[int, Case]:
    """Hold these cases and their histories, always in the order of the ids: two who meet wait, and do not jam."""
    held = Case.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=[one.pk for one in cases])
    found = {
        one.pk: one
        for one in held.select_related("feedback__organisation__parent", "organisation").order_by("pk")
    }
    lock(Event, found)
    return found


def _set(case, standing):
    for name, value in vars(standing).items():
        setattr(case, name, value)


def _since(merge):
    """The kinds of what happened to the one that stays after the merge; of corrections only those of the decision."""
    after = Event.objects.filter(case=merge.kept_id, pk__gt=merge.after_event)
    return set(after.exclude(kind="correct", detail__what="classification").values_list("kind", flat=True))


def _check(case, into, same_person):
    """Nothing may be lost: no clock, no alert, no consent, nobody's own answer."""
    _check_places(case, into)
    if not same_person:
        raise NotAllowed(
            "Two people each have a reply of their own. Link the two cases instead. "
            "The rule: regulation 14(2) of the complaints regulations (2009)."
        )
    for one in (case, into):
        if not one.is_open or one.replied_at:
            raise NotAllowed(f"{one.reference} was answered or has ended. Link the two cases instead.")
    if case.team == Team.COMPLAINTS != into.team:
        raise NotAllowed(
            f"{case.reference} is a complaint, and the other is not: its reply would not be signed. Let the complaint "
            "stay. The rule: regulation 14(2) of the complaints regulations (2009)."
        )
    if case.took_in.standing().exists():
        raise NotAllowed(f"Another case was merged into {case.reference}. {LET_IT_STAY}")
    _check_nothing_open(case)
    _check_consent(case, into)


def _check_places(case, into):
    provider = case.feedback.organisation.provider()
    if case.organisation_id != into.organisation_id or provider != into.feedback.organisation.provider():
        two_doors = passing.check_two_doors(
            primary_care=provider.is_primary_care and provider == into.feedback.organisation.provider(),
            bodies={case.organisation.name, into.organisation.name},
        )
        raise NotAllowed(
            two_doors
            or "These two are with, or about, different organisations. Link them instead, or pass one on."
        )


def _check_nothing_open(case):
    own = Q(pk=case.feedback_id) | Q(follows=case.feedback_id) | Q(follows__follows=case.feedback_id)
    alerts = Alert.objects.open().filter(feedback__in=Feedback.objects.filter(own))
    waits = (
        (alerts, "Somebody may be at risk, and nobody has taken the alert of {}. Take it first."),
        (case.consent_requests.open(), "The patient was asked for consent under {}, and has not answered. {}"),
        (case.statements.waiting(), "A statement is awaited under {}. {}"),
        (case.parts.waiting(), "Another body was asked for its part of {}, and has not answered. {}"),
        (
            case.letters.filter(state__in=(State.TO_SIGN, State.SIGNED)),
            "A letter of {} was put forward or signed. Put it aside first, or let this one stay.",
        ),
    )  # fmt: skip
    for rows, why in waits:
        if rows.exists():
            raise NotAllowed(why.format(case.reference, LET_IT_STAY))


def _check_consent(merged, kept):
    """What waits for the patient's consent under the one must not be answered under the other without it."""
    if speaks_for_another(merged) != speaks_for_another(kept):
        raise NotAllowed(
            "One is about the person themselves, the other about somebody else. These are two patients: "
            "link the two cases instead."
        )
    if waits_for_consent(merged) and not waits_for_consent(kept):
        raise NotAllowed(
            "The patient's consent is not recorded under the one that would end. Let this one stay instead, "
            "or record the consent first. The rule: confidentiality, and regulation 5 of the complaints "
            "regulations (2009)."
        )
