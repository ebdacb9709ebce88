"""Letters as PDF/UA-1 by typst, and the very file kept of each that was printed or handed over."""

import hashlib
import io
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from django.core.files.base import ContentFile
from django.utils import timezone

from feedback.encryption import decrypt, encrypt
from triage.addressee import Addressee, addressee
from triage.delivery.sheet import Sheet, source
from triage.letter import HEADINGS, KINDS
from triage.models import Letter, Reply
from triage.signing import signature

NOT_IN_FONT = re.compile(r"text `\"(.+?)\"` could not be displayed")


class CannotPrint(ValueError):
    """The letter cannot be drawn; the words say what to do about it."""


def draw(sheet: Sheet) -> bytes:
    """The PDF of one letter: tagged, with its language and title. The same letter gives the same bytes. Raises CannotPrint."""
    import typst  # heavy: only where something is printed

    try:
        return typst.compile(
            source(sheet).encode(), font_paths=_fonts(), format="pdf", pdf_standards=["ua-1"]
        )
    except typst.TypstError as problem:
        letters = NOT_IN_FONT.search(str(problem))
        if letters is None:
            raise
        raise CannotPrint(
            f"We have no letters to print “{letters[1]}”. Write it in another way, such as in Latin letters."
        ) from None


def of_letter(letter: Letter, text: str, *, shape: str = "") -> Sheet:
    """A letter as it would be printed: a draft says so on each page. `shape` is another one than its own."""
    return Sheet(
        title=KINDS[letter.kind].heading,
        text=text,
        signature=signature(letter),
        shape=shape or letter.shape,
        draft=letter.sent_at is None,
        **_around(letter.case, letter.to, letter.sent_at or timezone.now()),
    )


def of_reply(reply: Reply, *, shape: str = "") -> Sheet:
    """What left or is about to: as the letter it was written as, or as its plain words."""
    window = reply.way == "notify"
    if reply.letter:
        text = reply.letter.versions.last().text
        sheet = of_letter(reply.letter, text, shape=shape)
        return Sheet(**vars(sheet) | {"window": window})
    who = addressee(reply.case)
    return Sheet(
        title=HEADINGS[reply.kind],
        text=reply.text,
        shape=shape or who.shape,
        window=window,
        **_around(reply.case, None, reply.written_at),
    )


def kept(reply: Reply) -> bytes:
    """The file that was printed or handed over for this row: drawn and stored at the first call. Raises CannotPrint."""
    if not reply.pdf:
        _keep(reply, draw(of_reply(reply)))
    with reply.pdf.open("rb") as file:
        return decrypt(file.read().decode()).encode("latin-1")


def together(pdfs: Iterable[bytes]) -> bytes:
    """One file for a printer. Its pages are the same; the tags for screen readers stay in the files kept one by one."""
    import pikepdf

    with pikepdf.new() as pile:
        for pdf in pdfs:
            with pikepdf.open(io.BytesIO(pdf)) as one:
                pile.pages.extend(one.pages)
        out = io.BytesIO()
        pile.save(out)
    return out.getvalue()


def _keep(reply, pdf):
    """Stored once: whoever was quicker has drawn the same, and theirs stays."""
    reply.pdf.save("letter", ContentFile(encrypt(pdf.decode("latin-1")).encode()), save=False)
    mine = reply.pdf.name
    stored = Reply.objects.filter(pk=reply.pk, pdf="").update(
        pdf=mine, pdf_sha256=hashlib.sha256(pdf).hexdigest()
    )
    reply.refresh_from_db(fields=["pdf", "pdf_sha256"])
    if not stored:
        reply.pdf.storage.delete(mine)


def _around(case, to, moment):
    organisation = case.organisation
    place = ", ".join(filter(None, (organisation.town, organisation.postcode)))
    who = addressee(case, to)
    return {
        "organisation": tuple(filter(None, (organisation.name, place, organisation.telephone))),
        "to": _lines(who),
        "reference": case.reference,
        "on": timezone.localdate(moment),
    }


def _lines(who: Addressee) -> tuple[str, ...]:
    address = re.split(r"[\r\n]+|,\s*", who.address)
    return tuple(filter(None, (line.strip() for line in (who.name, who.office, *address))))


@cache
def _fonts():
    """Noto Sans alone: a letter must look the same wherever it is printed."""
    import typst

    folder = str(files("fontpkg_noto_sans") / "files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
