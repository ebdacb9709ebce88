"""Our words to the person, to be saved and printed: in the print they can read."""

from dataclasses import replace

from django.db.models import Q

from feedback.models import Feedback
from triage.delivery import printing
from triage.letter import HEADINGS, KINDS
from triage.models import Party, Reply

SHAPES = {
    Party.Shape.STANDARD: "Standard print",
    Party.Shape.LARGE_PRINT: "Large print",
    Party.Shape.EASY_READ: "Easy read",
}


def on_paper(feedback: Feedback) -> list[dict]:
    """What can be saved, the newest first: [{pk, title, on}]. One query."""
    return [
        {
            "pk": one.pk,
            "title": KINDS[one.letter.kind].heading if one.letter else HEADINGS[one.kind],
            "on": one.written_at,
        }
        for one in _readable(feedback).select_related("letter").order_by("-id")
    ]


def drawn(feedback: Feedback, pk: str, shape: str) -> bytes | None:
    """The PDF of one of them, or None if it is not theirs to read. Raises printing.CannotPrint.

    Without the address: whoever holds the code may be the very person someone is afraid of.
    """
    if shape not in SHAPES or not (pk.isdecimal() and len(pk) < 19):
        return None
    reply = (
        _readable(feedback)
        .select_related("case__organisation", "case__feedback", "letter")
        .filter(pk=pk)
        .first()
    )
    return printing.draw(replace(printing.of_reply(reply, shape=shape), to=())) if reply else None


def _readable(feedback):
    own = Q(case__feedback=feedback)
    later = Q(case__feedback__follows=feedback) | Q(case__feedback__follows__follows=feedback)
    return Reply.objects.not_held().filter(own | later, readable=True)
