"""What staff do with a case, but for replying and correcting, which have modules of their own."""

from django.utils import timezone

from feedback.models import Feedback
from organisations.models import Organisation
from triage import clock, destinations, moves, passing
from triage import outcome as outcomes
from triage.actions.breaches import unexplained
from triage.actions.changing import changing
from triage.models import Case, Event, Outcome, PassedOn, Referral, Team, staying

LOOK_AGAIN_WITHIN = 10  # working days: rule F8 of the routing table


def take(case: Case, *, version=None, by) -> None:
    """The person takes the case on themselves."""
    with changing(case, "take", by=by, version=version) as locked:
        locked.handler = by


def assign(case: Case, *, handler, version=None, by) -> None:
    """Give the case to `handler`, or to nobody (None)."""
    name = str(handler) if handler else ""
    with changing(case, "assign", by=by, version=version, handler=name) as locked:
        locked.handler = handler


def put_back(case: Case, *, version, by) -> None:
    """Take back a slip: a case that was new and was given to somebody is new again, and nobody's.

    `version` is the one right after the slip: whatever happened since stands.
    """
    with changing(case, "put_back", by=by, version=version) as locked:
        locked.handler = None


def note(case: Case, *, text: str, by) -> None:
    """Keep a note for colleagues. Never shown to the person."""
    if not text.strip():
        raise moves.NotAllowed("Write the note first.")
    with changing(case, "note", by=by, note=text.strip()):
        pass


def refer(
    case: Case, *, team: str, organisation: Organisation, note: str, agreed: str = "", version=None, by
) -> None:
    """Pass the case on to the team that should answer, here or in another body. All its dates stay.

    To another body only if `agreed` says how and when the person agreed; its own clock begins today and is shown
    beside ours. A complaint that the practice or the ICB has answered does not go to the other.
    Source: regulations 6(5)-(6) and 7. The case keeps its received date, so that no clock is lost in the hand-over.
    """
    if team not in Team.values:
        raise moves.NotAllowed("Choose the team that should answer.")
    if not note.strip():
        raise moves.NotAllowed("Say why you pass the case on.")
    if (team, organisation.pk) == (case.team, case.organisation_id):
        raise moves.NotAllowed("The case is with that team already.")
    if organisation.is_primary_care and team == Team.PALS:
        raise moves.NotAllowed("A practice has no PALS. Choose the practice itself or its complaints lead.")
    with changing(
        case, "refer", by=by, version=version, public=True, note=note.strip(), team=team,
        organisation=organisation.name, before=f"{case.team} at {case.organisation.name}",
    ) as locked:  # fmt: skip
        if organisation.pk != locked.organisation_id:
            _to_another_body(locked, organisation, agreed.strip(), by)
        locked.team, locked.organisation, locked.handler = team, organisation, None
        if locked.service and locked.service.organisation_id != organisation.pk:
            locked.service = (
                locked.service if organisation.pk in locked.service.organisation.ancestor_ids else None
            )


def _to_another_body(case, organisation, agreed, by):
    why = passing.refused(
        primary_care=case.feedback.organisation.provider().is_primary_care,
        answered_by=case.organisation.name, answered_before=case.replied_at is not None,
    )  # fmt: skip
    if why:
        raise moves.NotAllowed(why)
    if not agreed:
        raise moves.NotAllowed(
            "Ask the person first: their words go to another body. Say how and when they agreed. "
            "The rule: regulations 6 and 7 of the complaints regulations (2009)."
        )
    PassedOn.objects.create(
        case=case,
        before=case.organisation,
        to=organisation,
        received_on=timezone.localdate(),
        agreed=agreed,
        by=by,
    )


def tell(case: Case, *, body: str, reason: str, version=None, by) -> None:
    """Tell another body, which then should know. The team that answers stays the same."""
    if not reason.strip():
        raise moves.NotAllowed("Say why they should know.")
    organisation = destinations.find(body, case.feedback.organisation, timezone.localdate())
    if organisation is None:
        raise moves.NotAllowed("Nobody stands for that body today. Ask your administrator.")
    with changing(case, "tell", by=by, version=version, public=True, body=body) as locked:
        _, fresh = Referral.objects.get_or_create(
            feedback_id=locked.feedback_id,
            body=body,
            defaults={"organisation": organisation, "reason": reason.strip(), "by": by, "way": "portal"},
        )
        if not fresh:
            raise moves.NotAllowed("They have been told already.")


def close(case: Case, *, outcome: str, note: str = "", version=None, by) -> None:
    """End the case with its outcome. Refused while nobody has told the person why their reply is late.

    Where the case has issues the outcome is that of their findings, and a complaint has one issue at least:
    see `triage.outcome`.
    """
    if outcome not in Outcome.values or outcome == Outcome.MERGED:
        raise moves.NotAllowed("Choose how it ended.")
    with changing(
        case, "close", by=by, version=version, public=True, note=note.strip(), outcome=outcome
    ) as locked:
        missed = unexplained(locked, timezone.localdate())
        moves.check_close(
            outcome=outcome,
            replied=locked.replied_at is not None,
            unexplained=[clock.due_in_words(*one) for one in missed.items() if one[0] != "acknowledge_by"],
        )
        outcomes.check_close(outcome, locked.issues.findings(), complaint=locked.team == Team.COMPLAINTS)
        locked.outcome, locked.closed_at, locked.needs_person = outcome, timezone.now(), False


def reopen(case: Case, *, note: str, version=None, by) -> None:
    """Work starts again, once: the person is not content, or something was missed. The first dates stay.

    Source: NHS Complaint Standards (PHSO 2022): a second look, then the Ombudsman. What the person
    writes later still opens the case (`wrote_back`): nothing they say is turned away.
    """
    if not note.strip():
        raise moves.NotAllowed("Say why the case is opened again.")
    with changing(case, "reopen", by=by, version=version, public=True, note=note.strip()) as locked:
        if locked.events.filter(kind="reopen").exists():
            raise moves.NotAllowed(
                "This case was opened again once already. What is new is a new case; for the rest the "
                "person can go to the Ombudsman."
            )
        _begin_again(locked)


def wrote_back(case: Case, *, feedback: Feedback, severity: float) -> None:
    """The person wrote to us again: the case opens if it was closed, and someone must look.

    About a case that was merged, they are heard where both are answered.

    `severity` is that of the new words: it can raise the case's own, never lower it.
    """
    case = staying(case)
    if Event.objects.filter(case=case, kind="write_back", detail__feedback=feedback.pk).exists():
        return
    with changing(case, "write_back", by=None, public=True, feedback=feedback.pk) as locked:
        locked.needs_person = True
        locked.severity = max(locked.severity, severity)
        _begin_again(locked)


def _begin_again(case):
    """The first dates stay as they were. One that was answered gets a new one: by when we look again."""
    case.outcome, case.closed_at = "", None
    if case.replied_at:
        case.look_again_on = clock.add_working_days(timezone.localdate(), LOOK_AGAIN_WITHIN)
