"""Pictures of pages for those who may see them: contact details painted over for those who may not."""

from io import BytesIO

from django.db.models import Case, Value, When
from django.dispatch import Signal

from feedback.models import Outcome, Scan
from feedback.paper.layout import Box, NoSuchLayout, load
from feedback.paper.payload import NotOurs, read
from feedback.paper.reading.result import DPI
from feedback.submission import CONTACT_FIELDS
from organisations.permissions import within

MAY_SEND, MAY_READ = "scan_paper", "read_contacts"
PATH = "file__batch__"
SMALL = 240  # pixels: the width of a thumbnail
MARGIN = 4  # mm: people write over the edge of a box, and nothing of another field is nearer
MM_AN_INCH = 25.4

# Sent with `scan` and `by` each time a whole page or its file is shown: apps further right keep the record.
page_shown = Signal()


class Hidden(Exception):
    """The page may show contact details anywhere, and this person may not see them."""


def scans_of(user):
    """Pages within the person's reach, with `reads` true where they may see contact details."""
    found = Scan.objects.filter(within(user, MAY_SEND, path=PATH))
    reads = Case(When(within(user, MAY_READ, path=PATH), then=Value(True)), default=Value(False))
    return found.annotate(reads=reads).select_related("file__batch__organisation", "form")


def boxes_to_hide(scan: Scan) -> list[Box] | None:
    """Where contact details stand on a page set straight, in millimetres; None if nobody can tell where they are."""
    if not scan.ink or scan.outcome not in (Outcome.READ, Outcome.TO_CHECK, Outcome.SEEN_BEFORE):
        return None
    try:
        said = read(scan.payload)
        fields = load(said.layout).on_page(said.page)
    except (NotOurs, NoSuchLayout):
        return None
    contact = [one for one in fields if one.name in CONTACT_FIELDS]
    return [box for one in contact for box in (one.box, *one.cells, *(choice.box for choice in one.choices))]


def may_show(scan: Scan) -> bool:
    """Whether there is a picture that this person may see, whole or in part."""
    return bool(scan.straight or scan.picture) and (scan.reads or boxes_to_hide(scan) is not None)


def picture_of(scan: Scan, small: bool) -> tuple[bytes, str]:
    """(bytes, content type). Small ones never show contact details. Raises Hidden; OSError if it is gone or broken.

    `scan` is from `scans_of`.
    """
    boxes = boxes_to_hide(scan)
    if not scan.reads and boxes is None:
        raise Hidden
    with (scan.straight or scan.picture).open("rb") as file:
        content = file.read()
    if small:
        return _drawn(content, boxes or (), SMALL), "image/jpeg"
    if not scan.reads and boxes:
        return _drawn(content, boxes), "image/jpeg"
    return content, "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"


def _drawn(content, boxes, width=None):
    """The picture as a JPEG, the boxes white, at most `width` pixels wide."""
    from PIL import Image, ImageDraw  # only pages that show a picture load it

    with Image.open(BytesIO(content), formats=["JPEG", "PNG"]) as page:
        if width and not boxes:
            page.draft("L", (width, width))
        picture = page.convert("L")
    brush = ImageDraw.Draw(picture)
    for box in boxes:
        corners = (
            box.x - MARGIN, box.y - MARGIN, box.x + box.width + MARGIN, box.y + box.height + MARGIN
        )  # fmt: skip
        brush.rectangle([value * DPI / MM_AN_INCH for value in corners], fill=255)
    if width and picture.width > width:
        picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.BOX)
    out = BytesIO()
    picture.save(out, "JPEG", quality=75)
    return out.getvalue()
