"""Which kind of question an answer answers: it changes what the words mean.

"Parking" under "What was good?" is praise; under "What could be better?" it is not.
"""

import re

KINDS = ("", "what_good", "could_improve", "nonspecific")

# Looked for in this order: "What could we do better?" and "How good was it, and what
# could be better?" both ask for faults at least in part.
_BOTH = re.compile(r"\b(dissatisf\w+|good or bad|good and bad|like or dislike)\b")
_IMPROVE = re.compile(
    r"\b(improv\w*|better|differently|change[ds]?|wrong|bad(ly)?|worse|poor(ly)?|dislike\w*)\b"
)
_GOOD = re.compile(r"\b(good|well|best|like[ds]?|enjoy\w*|right|pleased|happy)\b")


def kind_of(question: str) -> str:
    """One of `KINDS` for a kind's own name or for a question's words; "" for no question.

    A question that asks for both, or that names neither, is "nonspecific".
    """
    words = question.strip().casefold()
    if words in KINDS:
        return words
    if _BOTH.search(words):
        return "nonspecific"
    if _IMPROVE.search(words):
        return "could_improve"
    if _GOOD.search(words):
        return "what_good"
    return "nonspecific"
