"""What people said of comments, as rows to train on."""

from collections.abc import Iterable

from sentiment.engines.cleaning import clean
from sentiment.engines.questions import kind_of
from sentiment.models import Classification
from sentiment.themes import NAMES
from sentiment.training.rows import Row, same_words


def corrections(measured: Iterable[Row] = ()) -> list[Row]:
    """One row a comment that a person corrected or labelled, as it stands in force, in order of comment.

    For training alone: corrections are the comments a model was worst at, so they must not
    join the rows it is measured on, and the words of `measured` (validation and test) are left
    out. Comments of the same words are one group.
    """
    apart = {same_words(row.text) for row in measured}
    said = Classification.objects.current().by_people().select_related("comment").order_by("comment_id")
    rows = (_row(one) for one in said.iterator())
    return [row for row in rows if row.group and row.group not in apart]


def _row(said: Classification) -> Row:
    text = clean(said.comment.text)
    return Row(
        text=text,
        question=kind_of(said.comment.question),
        group=same_words(text),
        sentiment=said.sentiment,
        themes=tuple(int(name in said.predicted_themes) for name in NAMES),
    )
