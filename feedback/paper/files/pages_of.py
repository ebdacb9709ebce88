"""The pages of a file, whatever its kind. Runs in the child alone."""

from collections.abc import Iterator

from feedback.paper.files import Refused
from feedback.paper.files.kinds import Kind, kind_of

CANNOT_OPEN = "It is damaged and could not be opened. Scan it again."
BAD_PAGE = "The page is damaged and could not be opened. Scan it again."

Said = tuple[int, int, bytes, str]  # page number, or 0 for how many there are; how many; picture; why not


def pages_of(path: str, after: int = 0) -> Iterator[Said]:
    """First (0, pages, b"", ""), then every page after `after`: (number, pages, picture, why). Raises Refused."""
    with open(path, "rb") as file:
        kind = kind_of(file)
    if kind == Kind.PDF:
        from feedback.paper.files import pdf as opener
    else:
        from feedback.paper.files import pictures as opener
    with opener.opened(path, kind) as document:
        of = len(document)
        yield 0, of, b"", ""
        for number in range(after + 1, of + 1):
            yield number, of, *_page(document, number)


def _page(document, number):
    """(picture, why). A single bad page does not lose the others."""
    try:
        return document.page(number)
    except Refused as problem:
        return b"", str(problem)
    except MemoryError:
        raise
    except Exception:
        # Libraries raise dozens of kinds for broken pages, and what they say may quote the file.
        return b"", BAD_PAGE
