"""The issues of a case gathered for their page. A fixed number of queries, however many there are."""

from triage.issues.summing import counted
from triage.models import Case, Issue


def issues_page(case: Case) -> dict:
    """{issues, dropped, summary}: what stands and what was dropped, in order."""
    rows = list(
        case.issues.select_related("service", "raised_by", "decided_by", "dropped_by", "improvement__owner")
    )
    stand = [one for one in rows if not one.dropped_at]
    return {
        "issues": [_row(one) for one in stand],
        "dropped": [one for one in rows if one.dropped_at],
        "summary": counted([one.finding for one in stand]),
    }


def _row(issue: Issue):
    """{issue, promised, may_promise}: a promise that was dropped may be made again."""
    promised = issue.improvement if issue.improvement and not issue.improvement.dropped_at else None
    return {
        "issue": issue,
        "promised": promised,
        "may_promise": bool(issue.finding and issue.learning and not promised),
    }
