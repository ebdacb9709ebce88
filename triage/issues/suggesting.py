"""Subjects that a person's words suggest, for staff to confirm, change or dismiss. Nothing is stored by a suggestion.

Which theme or signal suggests which subject is the table of `sentiment.coding`, row by row with its reason.
"""

import re
from dataclasses import dataclass

from sentiment.coding import suggested
from sentiment.models import Classification
from triage.case.highlights import fitting
from triage.case.page import written_back
from triage.case.words import code
from triage.models import Case

MOST = 6  # suggestions on a page: the likeliest
LONGEST = 300  # characters of an excerpt
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True)
class Suggested:
    """One subject that may fit: `share` 0 to 1, `source` and `reason` why, `excerpt` the sentence that said so.

    `marked` is False where nothing says which sentence it was: `excerpt` is then the beginning of the comment.
    """

    code: str
    name: str
    share: float
    source: str
    reason: str
    excerpt: str
    marked: bool


def suggestions(case: Case) -> list[Suggested]:
    """The likeliest subjects that no issue of the case has or had, and nobody dismissed. A fixed number of queries."""
    known = set(case.issues.values_list("subject", flat=True))
    known |= {
        detail["subject"]
        for detail in case.events.filter(kind="dismiss_subject").values_list("detail", flat=True)
    }
    best: dict[str, Suggested] = {}
    for one in _readings(case):
        for suggestion in suggested(one).subjects:
            subject = suggestion.entry.code
            if subject not in known and suggestion.share > (best[subject].share if subject in best else 0):
                best[subject] = _told(suggestion, one)
    return sorted(best.values(), key=lambda one: (-one.share, one.name))[:MOST]


def _readings(case):
    """What stands for each comment of the case, with the machine's places of the words that carried it."""
    thread = [case.feedback, *written_back(case.feedback)]
    found = Classification.objects.filter(comment__feedback__in=thread).select_related("comment")
    machine = {one.comment_id: one for one in found.by_machine().order_by("id")}
    standing = list(found.current().order_by("comment_id"))
    for one in standing:
        one.why = one.why or getattr(machine.get(one.comment_id), "why", {})
    return standing


def _told(suggestion, reading) -> Suggested:
    said, because, text = code(suggestion), suggestion.because[0], reading.comment.text
    places = fitting(text, reading.why.get(because.name) or _signal(reading, because))
    return Suggested(
        code=suggestion.entry.code,
        name=said["name"],
        share=suggestion.share,
        source=said["source"],
        reason=said["reason"],
        excerpt=sentence_at(text, places[0][0]) if places else cut(text),
        marked=bool(places),
    )


def _signal(reading, because):
    """The places of the words of a signal: they are kept as words."""
    words = next((one["words"] for one in reading.signals if one["kind"] == because.name), "")
    at = reading.comment.text.casefold().find(words.casefold()) if words else -1
    return [[at, at + len(words)]] if at >= 0 else []


def sentence_at(text: str, at: int) -> str:
    """The sentence of `text` that its character `at` stands in, on one line."""
    start = 0
    for gap in SENTENCE_END.finditer(text):
        if gap.start() > at:
            return cut(text[start : gap.start()])
        start = gap.end()
    return cut(text[start:])


def cut(text: str) -> str:
    """The words on one line; no more than LONGEST characters, cut at a word."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + "…"
