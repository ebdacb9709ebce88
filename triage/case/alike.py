"""What tells perhaps the same story as a case, for the page that shows it. Nothing is joined because of it."""

from feedback.models import Feedback
from organisations.models import User
from organisations.permissions import within
from sentiment.alike.find import twins
from triage.models import Case

MOST_SHOWN = 5


def alike(feedback: Feedback, user: User) -> list[dict]:
    """[{feedback, share, may_open}], the nearest first, of what the person may see. Five queries at most."""
    found = twins(feedback, among=Feedback.objects.filter(within(user, "read_cases")))[:MOST_SHOWN]
    if not found:
        return []
    cases = Case.objects.visible_to(user).filter(feedback__in=[twin.feedback for twin in found])
    with_case = set(cases.values_list("feedback", flat=True))
    return [
        {"feedback": twin.feedback, "share": twin.share, "may_open": twin.feedback.pk in with_case}
        for twin in found
    ]
