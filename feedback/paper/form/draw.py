"""Drawing forms as one PDF (PDF/UA-1), each thing exactly where the layout says. For commands and workers only."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from feedback.paper.form import source
from feedback.paper.layout import Layout
from feedback.paper.payload import Payload


@dataclass(frozen=True)
class Place:
    """Whose form it is, in the words printed on it. Empty words are left out, with the sentence around them."""

    organisation: str
    service: str
    link: str = ""
    telephone: str = ""


def render(layout: Layout, payloads: Sequence[Payload], place: Place) -> bytes:
    """One PDF with a form for each payload (that of its first page). Raises symbols.TooLong."""
    import typst

    text = source.document(layout, payloads, place)
    return typst.compile(text.encode(), font_paths=_fonts(), format="pdf", pdf_standards=["ua-1"])


@cache
def _fonts():
    """Noto Sans alone: a form must look the same wherever it is printed."""
    import typst

    folder = str(files("fontpkg_noto_sans") / "files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
