"""An investigation: who looks into it, who is asked for a statement, and what happened when."""

from datetime import date, time

from django.utils import timezone

from organisations.models import Membership, Service
from organisations.permissions import MAY
from triage import clock
from triage.actions.changing import changing
from triage.models import (
    Case,
    Chaser,
    ChronologyEntry,
    Evidence,
    Investigator,
    StatementRequest,
)
from triage.moves import NotAllowed

MOST_DAYS = 60  # working days that anybody may be given for a statement
Source = ChronologyEntry.Source


def name_investigator(
    case: Case, *, user=None, name: str = "", role: str = "", lead: bool = False, version=None, by
) -> Investigator:
    """Name who looks into the case: one of the staff, or another by name and role. A new lead replaces the old.

    The one who led before goes on as one of the others.
    """
    name, role = name.strip(), role.strip()
    if bool(user) == bool(name):
        raise NotAllowed("Choose a colleague, or write the name of somebody else. Not both.")
    if name and not role:
        raise NotAllowed("Say what their role is, such as matron.")
    with changing(case, "name_investigator", by=by, version=version, lead=lead) as locked:
        if user and not _works_there(user, locked):
            raise NotAllowed("Choose a colleague who works in this organisation.")
        now = locked.investigators.current()
        if user and now.filter(user=user, lead=lead).exists():
            raise NotAllowed(f"{user} is named already.")
        if lead:
            now.filter(lead=True).update(lead=False)
        if user and (known := now.filter(user=user).first()):
            Investigator.objects.filter(pk=known.pk).update(lead=lead, role=role or known.role)
            known.refresh_from_db()
            return known
        return Investigator.objects.create(
            case=locked, user=user, name=name, role=role, lead=lead, named_by=by
        )


def release_investigator(investigator: Investigator, *, by) -> None:
    """They look into it no longer. That they did stays."""
    with changing(investigator.case, "release_investigator", by=by, lead=investigator.lead):
        done = (
            Investigator.objects.current()
            .filter(pk=investigator.pk)
            .update(released_at=timezone.now(), released_by=by)
        )
        if not done:
            raise NotAllowed("They were released already.")


def ask_statement(
    case: Case, *, what: str, days: int, service: Service | None = None, of_whom: str = "", version=None, by
) -> StatementRequest:
    """Keep that a service or a person was asked for a statement, due `days` working days from today."""
    what, of_whom = what.strip(), of_whom.strip()
    if not what:
        raise NotAllowed("Write what you ask for.")
    if not (service or of_whom):
        raise NotAllowed("Say whom you ask: a service, a person, or both.")
    if not 1 <= days <= MOST_DAYS:
        raise NotAllowed(f"Give them 1 to {MOST_DAYS} working days.")
    asked_on = timezone.localdate()
    due_on = clock.add_working_days(asked_on, days)
    with changing(case, "ask_statement", by=by, version=version, due_on=str(due_on)) as locked:
        if service and service.organisation_id not in _organisations_of(locked):
            raise NotAllowed("Choose a service of this organisation.")
        return StatementRequest.objects.create(
            case=locked, service=service, of_whom=of_whom, what=what, asked_on=asked_on, asked_by=by, due_on=due_on
        )  # fmt: skip


def chase_statement(statement: StatementRequest, *, note: str = "", by) -> Chaser:
    """Keep that somebody asked again. As often as it takes; the date stays."""
    with changing(statement.case, "chase_statement", by=by, note=note.strip(), statement=statement.pk):
        if not StatementRequest.objects.waiting().filter(pk=statement.pk).exists():
            raise NotAllowed("Nothing is awaited any more: it came, or was withdrawn.")
        return Chaser.objects.create(statement=statement, by=by, note=note.strip())


def receive_statement(
    statement: StatementRequest, *, received_on: date, words: str = "", evidence: Evidence | None = None, by
) -> None:
    """Keep the statement that came: its words, the file it is in, or both."""
    words = words.strip()
    if not (words or evidence):
        raise NotAllowed("Write what they said, or choose the file it is in.")
    if not statement.asked_on <= received_on <= timezone.localdate():
        raise NotAllowed(
            "The day it came must be between the day you asked and today. Something older is a file of its own."
        )
    with changing(
        statement.case, "receive_statement", by=by, statement=statement.pk, received_on=str(received_on)
    ) as locked:
        _own_file(locked, evidence)
        done = (
            StatementRequest.objects.waiting()
            .filter(pk=statement.pk)
            .update(received_on=received_on, received_by=by, words=words, evidence=evidence)
        )
        if not done:
            raise NotAllowed("That statement came already, or was withdrawn.")
    statement.refresh_from_db()


def withdraw_statement(statement: StatementRequest, *, why: str, by) -> None:
    """It is not needed any more, or was asked of the wrong person. The request stays, with the reason."""
    if not why.strip():
        raise NotAllowed("Say why it is not needed any more.")
    with changing(statement.case, "withdraw_statement", by=by, note=why.strip(), statement=statement.pk):
        done = (
            StatementRequest.objects.waiting()
            .filter(pk=statement.pk)
            .update(withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_why=why.strip())
        )
        if not done:
            raise NotAllowed("That statement came already, or was withdrawn.")
    statement.refresh_from_db()


def chronicle(
    case: Case, *, on: date, what: str, source: str, at_time: time | None = None, about: bool = False,
    evidence: Evidence | None = None, statement: StatementRequest | None = None,
    corrects: ChronologyEntry | None = None, by,
) -> ChronologyEntry:  # fmt: skip
    """Write down what happened on a day, and where we know it from. `corrects` is struck through and kept."""
    if not what.strip():
        raise NotAllowed("Write what happened.")
    if on > timezone.localdate():
        raise NotAllowed("A chronology says what happened: the day must be today or in the past.")
    if source not in Source.values:
        raise NotAllowed("Say where we know it from.")
    if (source == Source.EVIDENCE) != bool(evidence) or (source == Source.STATEMENT) != bool(statement):
        raise NotAllowed("Choose the file or the statement that it is from.")
    with changing(case, "chronicle", by=by, corrects=corrects.pk if corrects else None) as locked:
        _own_file(locked, evidence)
        if statement and statement.case_id != locked.pk:
            raise NotAllowed("Choose a statement of this case.")
        if corrects and (corrects.case_id != locked.pk or hasattr(corrects, "corrected_by")):
            raise NotAllowed("That entry was corrected already. Correct the newer one.")
        return ChronologyEntry.objects.create(
            case=locked, on=on, at_time=at_time, about=about, what=what.strip(), source=source,
            evidence=evidence, statement=statement, corrects=corrects, written_by=by,
        )  # fmt: skip


def _works_there(user, case):
    return (
        Membership.objects.current()
        .filter(user=user, role__in=MAY["read_cases"], organisation__in=case.organisation.ancestor_ids)
        .exists()
    )


def _organisations_of(case):
    return {case.organisation_id, case.feedback.organisation_id}


def _own_file(case, evidence):
    if evidence is None:
        return
    if evidence.case_id != case.pk or evidence.set_aside_at or evidence.clean is False:
        raise NotAllowed("Choose a file of this case that was not set aside.")
