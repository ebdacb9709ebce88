"""What was found on each issue, as the reply says it. Pure: rows in, marked text out (see `triage.markup`)."""

from collections.abc import Iterable
from typing import Protocol

from triage.letter import WithGaps, no_gap, open_gap

FOUND = {
    "upheld": "We agree with you. We uphold this part of your complaint.",
    "partly": "We agree with a part of this. We partly uphold it.",
    "not": "We did not find evidence for this. We do not uphold it.",
}
CHANGES = "What will change: {learning}"
NOT_DECIDED = open_gap("Decide on this issue, then write here what you found")
NOT_LEARNED = open_gap("Write here what will change, or why nothing will")


class Found(Protocol):
    """What of an issue a letter needs: `finding` is "" while nobody has decided."""

    sentence: str
    finding: str
    reason: str
    learning: str


def in_words(issues: Iterable[Found]) -> WithGaps:
    """Each issue as a paragraph: what it is, what we found and why, what will change. "" without any.

    Gaps are left open where nobody has decided, and where we agree and nobody has said what will change.
    """
    return WithGaps("\n\n".join(_one(number, issue) for number, issue in enumerate(issues, start=1)))


def _one(number, issue):
    lines = [f"**{number}. {_line(issue.sentence)}**"]
    if not issue.finding:
        return "\n".join([*lines, NOT_DECIDED])
    lines += [FOUND[issue.finding], _line(issue.reason)]
    if issue.learning:
        lines.append(CHANGES.format(learning=_line(issue.learning)))
    elif issue.finding != "not":
        lines.append(CHANGES.format(learning=NOT_LEARNED))
    return "\n".join(lines)


def _line(words):
    """One line, so that no word of it is taken for a mark of the letter; nor do two stars end the bold words."""
    return " ".join(no_gap(words).replace("**", "").split())
