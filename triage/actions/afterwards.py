"""What follows a reply: the Ombudsman's stage, and what the person thinks of our handling."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from feedback.models import Alert
from feedback.signals import TIER_0, hear
from feedback.submission import tidy
from triage import ombudsman
from triage.actions.changing import changing
from triage.models import Case, Handling, Referred, Status, Team
from triage.moves import NotAllowed

SENTENCES = ("confident", "simple", "listened", "difference", "again")
LONGEST_WORDS = 4_000  # characters
RAISED_BY = "safety check"


def ombudsman_locked(case: Case, today: date) -> str:
    """Why the Ombudsman's stage of `case` may not open today, in a sentence; "" where it may."""
    return ombudsman.locked(
        complaint=case.team == Team.COMPLAINTS or case.intent == "complaint",
        replied_on=timezone.localdate(case.replied_at) if case.replied_at else None,
        working_again=case.replied_at is not None and case.status == Status.OPEN,
        backstop_on=case.backstop_on,
        today=today,
    )


def go_to_ombudsman(
    case: Case, *, told_us_on: date, their_reference: str = "", asked_of_us: str = "", version=None, by
) -> Referred:
    """The Ombudsman told us that they look at this case. Refused while its stage is locked, or opened already."""
    today = timezone.localdate()
    if told_us_on > today:
        raise NotAllowed("The day they told us must be today or in the past.")
    with changing(
        case, "go_to_ombudsman", by=by, version=version, public=True, told_us_on=str(told_us_on)
    ) as locked:
        if why := ombudsman_locked(locked, today):
            raise NotAllowed(why)
        if Referred.objects.filter(case=locked).exists():
            raise NotAllowed("The Ombudsman's stage of this case is open already.")
        return Referred.objects.create(
            case=locked, told_us_on=told_us_on, their_reference=their_reference.strip(),
            asked_of_us=asked_of_us.strip(), opened_by=by,
        )  # fmt: skip


def hear_ombudsman(case: Case, *, decision: str, decided_on: date, note: str = "", version=None, by) -> None:
    """Keep what the Ombudsman decided. Once: a decision that changes is a new letter, and a note."""
    if decision not in Referred.Decision.values:
        raise NotAllowed("Choose what the Ombudsman decided.")
    if decided_on > timezone.localdate():
        raise NotAllowed("The day of the decision must be today or in the past.")
    with changing(
        case, "hear_ombudsman", by=by, version=version, public=True, note=note.strip(), decision=decision
    ) as locked:
        stage = Referred.objects.filter(case=locked).first()
        if stage is None:
            raise NotAllowed("The Ombudsman's stage of this case is not open. Open it first.")
        if stage.decision:
            raise NotAllowed(f"Their decision is kept already: {stage.get_decision_display().lower()}.")
        if decided_on < stage.told_us_on:
            raise NotAllowed("The decision cannot be older than the day they told us.")
        stage.decision, stage.decided_on, stage.decided_by = decision, decided_on, by
        stage.save()


@transaction.atomic
def tell_how_handled(case: Case, *, answers: dict[str, int | None], words: str = "", by=None) -> Handling:
    """Store what the person thinks of our handling: `answers` has keys of SENTENCES and values of Agreed.

    Once a case. Danger in the words raises an alert like everywhere else. Raises NotAllowed if nothing
    was answered, before a reply, or the second time.
    """
    words = tidy(words)[:LONGEST_WORDS]
    given = {name: answers.get(name) for name in SENTENCES}
    if not words and not any(given.values()):
        raise NotAllowed("Answer at least one question, or write something.")
    if case.replied_at is None:
        raise NotAllowed("You can answer these questions when we have replied to you.")
    try:
        with transaction.atomic():
            handling = Handling.objects.create(case=case, words=words, **given)
    except IntegrityError:
        raise NotAllowed("You have answered these questions already. Thank you.") from None
    if at_risk := [signal for signal in hear(words) if signal.kind in TIER_0]:
        Alert.objects.raise_for(case.feedback, at_risk, RAISED_BY)
    return handling
