"""What we do because of what people said: begun, done or dropped, and shown to the public."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from organisations.models import Organisation, Service, User
from sentiment.themes import THEMES
from triage.actions.changing import changing
from triage.models import Case, Improvement
from triage.moves import NotAllowed

THEME_NAMES = {theme.name for theme in THEMES}
TAKEN = "A colleague was quicker: this one is done or dropped already."


@transaction.atomic
def improve(
    *, organisation: Organisation, service: Service | None, said: str, plan: str, owner: User, due_on: date,
    theme: str = "", case: Case | None = None, by: User,
) -> Improvement:  # fmt: skip
    """Promise a change in two lines, with an owner and a day. From a case, it also writes the case's history.

    `said` is what people said, in staff's own words: it may be published, so never a patient's.
    Source: NHS Complaint Standards (PHSO 2022): learning has an owner and a date.
    """
    if not said.strip() or not plan.strip():
        raise NotAllowed("Write both lines: what people said, and what you will do.")
    if due_on < timezone.localdate():
        raise NotAllowed("The day must be today or later.")
    if theme and theme not in THEME_NAMES:
        raise NotAllowed("Choose a theme from the list.")
    if service and organisation.pk not in service.organisation.ancestor_ids:
        raise NotAllowed("That service does not belong to that organisation.")
    row = Improvement.objects.create(
        organisation=organisation, service=service, case=case, theme=theme, said=said.strip(),
        plan=plan.strip(), owner=owner, due_on=due_on, added_by=by,
    )  # fmt: skip
    if case:
        with changing(case, "improve", by=by, improvement=row.pk, due_on=str(due_on)):
            pass
    return row


def finish(improvement: Improvement, *, did: str, by: User) -> None:
    """It is done: `did` says what, in one line that the public may read later."""
    if not did.strip():
        raise NotAllowed("Write what you did, in one line.")
    _settle(improvement, did=did.strip(), done_on=timezone.localdate(), done_by=by)


def drop(improvement: Improvement, *, why: str, by: User) -> None:
    """It will not be done, and why. The row stays."""
    if not why.strip():
        raise NotAllowed("Say why it will not be done.")
    _settle(improvement, dropped_why=why.strip(), dropped_at=timezone.now(), dropped_by=by)


def publish(improvement: Improvement, *, by: User) -> None:
    """Show it to the public as "you said, we did". Only what is done."""
    shown = Improvement.objects.filter(pk=improvement.pk, published_at=None, done_on__isnull=False).update(
        published_at=timezone.now(), published_by=by
    )
    improvement.refresh_from_db()
    if not shown:
        raise NotAllowed("Only what is done, and not shown yet, can be shown to the public.")


def take_down(improvement: Improvement, *, by: User) -> None:
    """Take it off the public page. What was done stays done."""
    Improvement.objects.filter(pk=improvement.pk).update(published_at=None, published_by=None)
    improvement.refresh_from_db()


def _settle(improvement, **values):
    settled = Improvement.objects.filter(pk=improvement.pk, done_on=None, dropped_at=None).update(**values)
    improvement.refresh_from_db()
    if not settled:
        raise NotAllowed(TAKEN)
