"""What a reader says of one page. Plain values only: it crosses from the reading process to the one that stores it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class FieldRead:
    """One field as read. `value` is "" for blank; a date is YYYY-MM-DD.

    `confidence` is 0 to 1, as often right as it says. `trusted` says that it may pass unseen;
    where not, `why` tells the person who checks it, in plain words ("Two boxes are ticked"). `heard` is
    `value` with words that were left out as crossed out, "" where none were: for the search for danger alone.
    """

    name: str
    kind: str
    value: str
    confidence: float
    trusted: bool
    why: str = ""
    heard: str = ""


@dataclass(frozen=True)
class PageRead:
    """One page as read. `outcome` is read, to_check, not_ours or unreadable (seen_before is found by who stores it).

    `why` explains any outcome but "read", in plain words. `payload` is what its codes say, "" if
    none was found. `straight` is the page set straight to its layout, as a grey JPEG of DPI dots
    an inch, or the page as it came where there was no layout to set it by. `ink` holds the ink of the
    answer areas, to compare with `ink.alike`.
    """

    outcome: str
    why: str = ""
    payload: str = ""
    one_bit: bool = False
    fields: tuple[FieldRead, ...] = ()
    straight: bytes = b""
    ink: bytes = b""
    seconds: float = field(default=0.0, compare=False)


# Of the pictures that are kept and shown: enough to read small handwriting by eye.
DPI = 150
