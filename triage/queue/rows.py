"""One case as one row of the queue."""

import textwrap

from sentiment.models import Classification
from triage.case.dates import next_date, why_next
from triage.case.words import language_words
from triage.models import Case, Priority
from triage.severity import stands_out

FIRST_WORDS = 140  # characters: two lines of the table

KINDS = {"complaint": "Complaint", "concern": "Concern", "comment": "Comment", "compliment": "Thanks"}


def row(case: Case, *, today, alerted=frozenset(), unscored=None, covers=None) -> dict:
    """What the table shows of `case`; `alerted` holds the feedback ids with an alert nobody has taken,
    `unscored` is what `not_english` says of the page, `covers` who stands in for whom today."""
    return {
        "case": case,
        "reference": case.reference,
        "words": first_words(case.feedback),
        "place": case.service.name if case.service else case.organisation.name,
        "kind": KINDS[case.intent],
        "priority": Priority(case.priority).name.lower(),
        "severity": stands_out(case.severity),
        "next": next_date(case, today),
        "why": why_next(case, today),
        "cover": covers.of(case.handler_id) if covers and case.is_open else None,
        "alert": case.feedback_id in alerted,
        "language": (unscored or {}).get(case.feedback_id, ""),
    }


def not_english(cases: list[Case]) -> dict[int, str]:
    """Feedback id -> the language of words that nobody has scored, as "Polish". One query."""
    waiting = Classification.objects.filter(
        comment__feedback__in=[case.feedback_id for case in cases], sentiment=None
    )
    other = waiting.exclude(language__in=("", "en")).current().values_list("comment__feedback_id", "language")
    return {feedback: language_words(code) for feedback, code in other}


def first_words(feedback) -> str:
    """The beginning of what the person wrote, cut between words. Reads prefetched comments."""
    text = " ".join(comment.text for comment in feedback.comments.all())
    return textwrap.shorten(text, FIRST_WORDS, placeholder=" …") if text else "No words, only an answer"
