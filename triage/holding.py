"""What keeps words here that were about to leave: asked again at the last moment, whichever way they go.

The patient may refuse, or take their consent back, after a reply was signed and sent on its way.
"""

from triage.agreement import check_may_answer
from triage.letter import KINDS
from triage.models import Reply
from triage.moves import NotAllowed


def says_something_about_the_care(reply: Reply) -> bool:
    """Whether these words wait for consent: an answer, or a letter of a kind that answers."""
    return KINDS[reply.letter.kind].answers if reply.letter else reply.kind == Reply.Kind.REPLY


def why_held(reply: Reply) -> str:
    """Why these words must stay here now, in a sentence for staff; "" if they may leave, or have left.

    Reads the letter, the parties and the questions of consent of its case: fetch them for many.
    """
    if reply.delivered_at or reply.called_back_at or not says_something_about_the_care(reply):
        return ""
    try:
        check_may_answer(reply.case)
    except NotAllowed as refusal:
        return str(refusal)
    return ""
