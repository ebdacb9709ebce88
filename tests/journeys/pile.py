"""The 200 cards of scenario G as one PDF, and who reads them in the journey.

To draw and to read 200 pages as they come from a scanner takes minutes. So a handful is drawn, damaged and
read as in life (those named in `IN_EARNEST`, and the sheet that was scanned twice); the others are drawn
small and clean, and `read_page` says of them what the generator knows. Runs in the service's processes.
"""

import hashlib
import io
import json
import os
from functools import cache
from pathlib import Path
from unittest.mock import patch

from PIL import Image

from feedback.paper.reading.result import FieldRead, PageRead

SEED = 7
# How many of each kind of card are scanned and read in earnest.
IN_EARNEST = {"double": 1, "worry typed": 1, "typed": 1}
DPI = 60  # of the others
A4_AT_150 = (1240, 1754)
TWO_TICKS, NO_TICK = "Two boxes are ticked", "Nothing is ticked"


def make(folder: Path, *, organisation, service) -> dict:
    """Write pile.pdf and truth.json into the folder -> what the pile holds, for the one who checks it."""
    from feedback.paper.form.draw import Place
    from feedback.paper.generator import make as making
    from feedback.paper.generator import pictures
    from feedback.paper.generator.make import Whose
    from feedback.paper.generator.pile import pile
    from feedback.paper.layout import load

    scan, left, made_of = making.scan, dict(IN_EARNEST), {}

    def scanned(one, page, befallen, seed):
        return scan(one, page, befallen, seed) if one.seed in earnest else small(one, page, befallen)

    def small(one, page, befallen):
        paper, fields = making.draw(one, page, DPI)
        if befallen.orientation:
            paper = paper[::-1, ::-1]
        picture, ending = pictures.kept(paper, dpi=DPI, quality=70)
        codes = making.codes_of(one, page)
        truth = {"payload": codes.text(), "serial": codes.serial, "fields": fields, "hand": one.hand.font}
        return making.Made(picture, ending, truth | {"orientation": befallen.orientation})

    layout = load("card-1-standard-en")
    whose = Whose(organisation.ods_code, service.pk, 1, Place(organisation.name, service.name))
    with patch("feedback.paper.generator.pile.scan", lambda one, *_: making.Made(one.seed, "", {})):
        plain = list(pile(layout, SEED, whose=whose))
    twins = {one.picture for one in plain if "again" in one.truth}
    earnest = set(twins)
    for one in plain:
        kind = one.truth["kind"]
        if left.get(kind) and one.picture not in twins:
            left[kind] -= 1
            earnest.add(one.picture)
    with patch("feedback.paper.generator.pile.scan", scanned):
        pages = []
        for seed, made in zip(plain, pile(layout, SEED, whose=whose), strict=True):
            pages.append(made.truth | {"earnest": seed.picture in earnest})
            made_of[made.truth["page"]] = made.picture
    pictures.write_pdf(folder / "pile.pdf", made_of.values())
    (folder / "truth.json").write_text(json.dumps(pages))
    return {"pages": len(pages), "earnest": sum(page["earnest"] for page in pages)}


def know(file) -> None:
    """Tell the stand-in which picture is which page, once they are taken out of the file."""
    pages = json.loads((_folder() / "truth.json").read_text())
    scans = file.scans.order_by("number")
    known = {_name(scan.picture.open("rb").read()): page for scan, page in zip(scans, pages, strict=True)}
    (_folder() / "known.json").write_text(json.dumps(known))


def read_page(picture: bytes, *, expected: str = "") -> PageRead:
    """What `feedback.paper.reading.page.read_page` would say of a page it has no trouble with."""
    truth = _known()[_name(picture)]
    if truth["earnest"]:
        from feedback.paper.reading import page

        return page.read_page(picture, expected=expected)
    fields = tuple(_field(name, one, truth) for name, one in truth["fields"].items())
    doubtful = not all(one.trusted for one in fields)
    return PageRead(
        "to_check" if doubtful else "read",
        "Some answers must be checked" if doubtful else "",
        payload=truth["payload"],
        fields=fields,
        straight=_straight(picture, truth["orientation"]),
    )


def _field(name, one, truth):
    """Ticks are read as they are, and so is what is typed; what is written by hand is always for a person."""
    value, why = one["value"], ""
    if name == "fft_answer" and one.get("doubtful"):
        value, why = (
            "",
            TWO_TICKS if sum(mark not in ("", "solid") for mark in one["marks"].values()) else NO_TICK,
        )
    elif one["kind"] in ("text", "comb") and value and truth["hand"] != "typed":
        why = "It is written by hand"
    return FieldRead(name, one["kind"], value, 0.5 if why else 0.99, not why, why)


def _straight(picture, orientation):
    page, out = Image.open(io.BytesIO(picture)).convert("L"), io.BytesIO()
    page.rotate(orientation).resize(A4_AT_150).save(out, "JPEG", quality=60)
    return out.getvalue()


@cache
def _known():
    return json.loads((_folder() / "known.json").read_text())


def _folder():
    return Path(os.environ["PILE"])


def _name(picture):
    return hashlib.sha256(picture).hexdigest()
