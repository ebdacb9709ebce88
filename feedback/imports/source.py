"""What an adapter says of its source, and how it refuses a row."""

from collections.abc import Callable
from dataclasses import dataclass


class Refused(Exception):
    """One row cannot be taken: which of our fields is at fault ("" for the row), and why in plain words."""

    def __init__(self, field, reason):
        super().__init__(reason)
        self.field, self.reason = field, reason


@dataclass(frozen=True, kw_only=True)
class Source:
    """A kind of file. `fields` are our names, each with the headings suppliers give it, likeliest first.

    `words` are the fields of which a file must have at least one. `read(cells, place)` takes
    {field: text} of one row and gives the keywords of a Submission; it raises Refused.
    """

    name: str
    about: str
    fields: dict[str, tuple[str, ...]]
    words: tuple[str, ...]
    read: Callable[[dict, object], dict]
