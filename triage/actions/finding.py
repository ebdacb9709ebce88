"""The issues of a case: raised, changed, dropped, decided; and what follows from them. Their outcome: `triage.outcome`."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from organisations.models import Service, User
from sentiment.coding import PROFESSIONS, SUBJECTS
from triage.actions.changing import changing
from triage.actions.improving import improve
from triage.models import Case, Improvement, Issue
from triage.moves import NotAllowed

DROPPED = "This issue was dropped by a colleague. Add it again if it still stands."


def raise_issue(
    case: Case, *, sentence: str, subject: str, profession: str, service: Service | None = None, version=None, by: User
) -> Issue:  # fmt: skip
    """Add one thing that is complained about, in staff's own words. `subject` and `profession` are KO41a codes.

    Raises NotAllowed for an empty sentence, a code that is in no list, or another organisation's service.
    """
    given = _checked(sentence=sentence, subject=subject, profession=profession, service=service)
    with changing(case, "raise_issue", by=by, version=version, subject=subject) as locked:
        _own_service(locked, service)
        newest = locked.issues.last()
        return Issue.objects.create(
            case=locked, number=newest.number + 1 if newest else 1, raised_by=by, **given
        )


def change_issue(
    issue: Issue, *, sentence: str, subject: str, profession: str, service: Service | None = None, version=None, by: User
) -> None:  # fmt: skip
    """Say it better, or count it elsewhere. Its finding stays; the words before stay in the history."""
    given = _checked(sentence=sentence, subject=subject, profession=profession, service=service)
    before = "" if given["sentence"] == issue.sentence else f"Before: {issue.sentence}"
    with changing(
        issue.case, "change_issue", by=by, version=version, note=before, issue=issue.number, subject=subject
    ) as locked:
        _own_service(locked, service)
        _change(issue, Q(), DROPPED, **given)


def drop_issue(issue: Issue, *, why: str, version=None, by: User) -> None:
    """It is none, or was written twice. The row stays, with the reason. Refused once there is a finding."""
    if not why.strip():
        raise NotAllowed("Say why this is not an issue of the case.")
    with changing(
        issue.case, "drop_issue", by=by, version=version, note=why.strip(), issue=issue.number, subject=issue.subject
    ):  # fmt: skip
        _change(
            issue, Q(finding=""), "Take back the finding first: an issue with a finding cannot be dropped.",
            dropped_at=timezone.now(), dropped_by=by, dropped_why=why.strip(),
        )  # fmt: skip


def decide_issue(
    issue: Issue, *, finding: str, reason: str, learning: str = "", version=None, by: User
) -> None:
    """What we found on it, why, and what will change. A changed mind is decided again: the history has both.

    Source: regulation 14(2)(b) of the 2009 complaints regulations: the conclusions, with any remedial action.
    """
    if finding not in Issue.Finding.values:
        raise NotAllowed("Choose what you found.")
    if not reason.strip():
        raise NotAllowed("Say why. A finding without a reason cannot be explained later.")
    with changing(
        issue.case, "decide_issue", by=by, version=version, note=reason.strip(), issue=issue.number,
        subject=issue.subject, finding=finding,
    ):  # fmt: skip
        _change(
            issue, Q(), DROPPED, finding=finding, reason=reason.strip(), learning=learning.strip(),
            decided_at=timezone.now(), decided_by=by,
        )  # fmt: skip


def undo_finding(issue: Issue, *, why: str, version=None, by: User) -> None:
    """Nobody has decided on it any more. What was found, and why it was taken back, stay in the history."""
    if not why.strip():
        raise NotAllowed("Say why the finding is taken back.")
    with changing(
        issue.case, "undo_finding", by=by, version=version, note=why.strip(), issue=issue.number,
        subject=issue.subject, finding=issue.finding,
    ):  # fmt: skip
        _change(
            issue, ~Q(finding=""), "There is no finding to take back.",
            finding="", reason="", learning="", decided_at=None, decided_by=None,
        )  # fmt: skip


def dismiss_subject(case: Case, *, subject: str, by: User) -> None:
    """A subject that the words suggest is no issue of this case: it is not suggested again."""
    if subject not in SUBJECTS:
        raise NotAllowed("Choose a subject from the list.")
    with changing(case, "dismiss_subject", by=by, subject=subject):
        pass


@transaction.atomic
def promise_learning(
    issue: Issue, *, said: str, plan: str, owner: User, due_on: date, theme: str = "", version=None, by: User
) -> Improvement:
    """Make what was learned a promise with an owner and a day. Once, unless the promise was dropped.

    Source: NHS Complaint Standards (PHSO 2022): learning has an owner and a date.
    """
    case = issue.case
    promised = improve(
        organisation=case.organisation, service=_within(issue.service or case.service, case.organisation),
        said=said, plan=plan, owner=owner, due_on=due_on, theme=theme, case=case, by=by,
    )  # fmt: skip
    free = Q(improvement=None) | Q(improvement__in=Improvement.objects.exclude(dropped_at=None))
    _change(
        issue, free & ~Q(finding=""), "There is no finding to learn from, or the change is promised already.",
        improvement=promised,
    )  # fmt: skip
    return promised


def _change(issue, where, refusal, **values):
    """Write `values` on the row if it still stands and is as `where` wants it. Raises NotAllowed(refusal) if not."""
    if not Issue.objects.stands().filter(where, pk=issue.pk).update(**values):
        raise NotAllowed(refusal)
    issue.refresh_from_db()


def _checked(*, sentence, subject, profession, service):
    if not sentence.strip():
        raise NotAllowed("Write what is complained about, in one sentence.")
    if subject not in SUBJECTS:
        raise NotAllowed("Choose a subject from the list.")
    if profession not in PROFESSIONS:
        raise NotAllowed("Choose a profession from the list.")
    return {"sentence": sentence.strip(), "subject": subject, "profession": profession, "service": service}


def _own_service(case, service):
    if service and service.organisation_id not in {case.organisation_id, case.feedback.organisation_id}:
        raise NotAllowed("Choose a ward or clinic of this organisation.")


def _within(service, organisation):
    """The place of a change: only where the body that promises it has a say there."""
    return service if service and organisation.pk in service.organisation.ancestor_ids else None
