"""What the network answers of each word, side by side in one row. No torch here: both engines read it."""

from sentiment.safety.columns import COLUMNS
from sentiment.themes import NAMES

# Criticality is how critical of care the words are: -1 (highly critical) to 1.
HEADS = {"sentiment": 5, "themes": len(NAMES), "criticality": 1, "danger": len(COLUMNS)}
# A comment's answer is the mean of its words', but here that of its loudest word: one sentence is enough.
LOUDEST = "danger"
ANSWERS = sum(HEADS.values())


def columns(head: str) -> slice:
    """Where a head's answers stand in the row."""
    before = list(HEADS)[: list(HEADS).index(head)]
    start = sum(HEADS[name] for name in before)
    return slice(start, start + HEADS[head])
