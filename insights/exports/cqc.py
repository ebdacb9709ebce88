"""For the Care Quality Commission: what it was told, and how a provider deals with complaints.

Sources: regulation 16(3) of the Health and Social Care Act 2008 (Regulated Activities)
Regulations 2014 (a summary of complaints and replies on request). CQC does not settle
individual complaints: it uses what it is told to inspect.
"""

from django.utils import timezone

from insights.exports.request import Request
from insights.exports.table import Table
from insights.exports.themes import readings_by_feedback, themes_of
from triage.models import Case, Decision, Issue, Outcome, Referral

TOLD = (
    "reference", "received_on", "told_on", "provider_code", "provider", "service", "intent", "priority",
    "reason", "themes",
)  # fmt: skip
COMPLAINTS = (
    "reference", "received_on", "provider_code", "provider", "service", "intent", "team", "status",
    "acknowledge_by", "acknowledged_on", "acknowledged_in_time", "respond_by", "replied_on",
    "replied_in_time", "closed_on", "outcome", "themes",
)  # fmt: skip
# Codes and dates alone: what an issue is about, and why we found what we found, are words of somebody's care.
ISSUES = (
    "reference", "number", "provider_code", "subject_code", "subject", "profession_code", "profession", "service",
    "finding", "decided_on", "change_promised",
)  # fmt: skip
THEMES = ("theme", "feedback", "positive", "neutral", "negative")


def tables(request: Request) -> list[Table]:
    feedback = request.feedback()
    readings = readings_by_feedback(feedback)
    return [
        Table("told.csv", TOLD, tuple(_told(feedback, readings))),
        Table("complaints.csv", COMPLAINTS, tuple(_complaints(_within_scope(request), readings))),
        Table("issues.csv", ISSUES, tuple(_issues(_within_scope(request)))),
        Table("themes.csv", THEMES, tuple(count_themes(readings))),
    ]


def left_out(request: Request) -> list[dict]:
    feedback = request.feedback()
    told = feedback.filter(referrals__body="cqc").count()
    return [
        {"what": "names, contact details and the words themselves", "rows": feedback.count(),
         "why": "They can tell who somebody is. Ask the provider under regulation 16(3) for a complaint's papers."},
        {"what": "feedback CQC was not told of, in told.csv", "rows": feedback.count() - told,
         "why": "Nothing in it was a matter for CQC. It is counted in themes.csv."},
        {"what": "complaints and concerns CQC was not told of, in complaints.csv",
         "rows": feedback.exclude(case=None).count() - _within_scope(request).exclude(case=None).count(),
         "why": "CQC asked for this file itself, and sees only what it was told. The provider can send them all."},
        {"what": "cases merged into another, in complaints.csv",
         "rows": _within_scope(request).filter(case__outcome=Outcome.MERGED).count(),
         "why": "The same complaint came twice. It is counted once, under the case that answers for both."},
        {"what": "feedback that owes no reply, in complaints.csv",
         "rows": feedback.filter(case=None).count(), "why": "It is not a complaint or concern being worked."},
        {"what": "feedback still waiting for an outcome", "rows": feedback.undecided().count(),
         "why": "It was not yet decided when this file was made."},
    ]  # fmt: skip


def _within_scope(request):
    feedback = request.feedback()
    return feedback.filter(referrals__body="cqc") if request.told_only else feedback


def _told(feedback, readings):
    rows = (
        Referral.objects.filter(body="cqc", feedback__in=feedback)
        .select_related("feedback__organisation__parent", "feedback__service")
        .order_by("feedback__received_on", "feedback__reference")
    )
    priorities = dict(
        Decision.objects.filter(feedback__in=feedback).order_by("id").values_list("feedback_id", "priority")
    )
    for row in rows.iterator():
        one = row.feedback
        provider = one.organisation.provider()
        yield (
            one.reference, one.received_on, _day(row.told_at), provider.ods_code, provider.name,
            one.service and one.service.name, one.intent, priorities.get(one.pk), row.reason,
            themes_of(readings[one.pk]),
        )  # fmt: skip


def _complaints(feedback, readings):
    cases = (
        Case.objects.counted()
        .filter(feedback__in=feedback)
        .select_related("feedback", "organisation", "service")
        .order_by("received_on", "feedback__reference")
    )
    for case in cases.iterator():
        acknowledged_on, replied_on = _day(case.acknowledged_at), _day(case.replied_at)
        yield (
            case.reference, case.received_on, case.organisation.ods_code, case.organisation.name,
            case.service and case.service.name, case.intent, case.team, case.status, case.acknowledge_by,
            acknowledged_on, _in_time(acknowledged_on, case.acknowledge_by), case.respond_by, replied_on,
            _in_time(replied_on, case.respond_by), _day(case.closed_at), case.outcome,
            themes_of(readings[case.feedback_id]),
        )  # fmt: skip


def _issues(feedback):
    """The issues that stand of the complaints in complaints.csv, with what was found on each."""
    rows = (
        Issue.objects.stands()
        .filter(case__feedback__in=feedback)
        .select_related("case__feedback", "case__organisation", "service", "improvement")
        .order_by("case__received_on", "case__feedback__reference", "number")
    )
    for one in rows.iterator():
        promised = one.improvement is not None and one.improvement.dropped_at is None
        yield (
            one.case.reference, one.number, one.case.organisation.ods_code, one.subject, one.subject_name,
            one.profession, one.profession_name, one.service and one.service.name, one.finding,
            _day(one.decided_at), promised,
        )  # fmt: skip


def count_themes(readings):
    """(theme, feedback, positive, neutral, negative) a theme, in order. Unscored feedback counts in the first only."""
    counts = {}
    for found in readings.values():
        for theme in themes_of(found):
            row = counts.setdefault(theme, [0, 0, 0, 0])
            row[0] += 1
            scores = [one.sentiment for one in found if theme in one.predicted_themes and one.sentiment]
            if scores:
                worst = max(scores)
                row[1 if worst < 3 else 2 if worst == 3 else 3] += 1
    return [(theme, *row) for theme, row in sorted(counts.items())]


def _day(moment):
    return timezone.localdate(moment) if moment else None


def _in_time(done_on, due_on):
    """Yes or no once it is done or its day has passed; empty while there is time."""
    if done_on:
        return done_on <= due_on
    return False if timezone.localdate() > due_on else None
