"""Files sent with a form that is not saved yet: kept for the one who sent them until the form is."""

import hashlib
from datetime import timedelta
from io import BytesIO
from typing import BinaryIO
from uuid import UUID

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from feedback.paper.files import Refused
from feedback.signals import TIER_0, Signal, hear
from triage.actions.attaching import Added, attach, looked_at, pieces, safe_name, size_of
from triage.evidence import emails, kinds
from triage.models import Case, Evidence, HeldFile
from triage.moves import NotAllowed

KEPT_FOR = timedelta(days=14)
MOST_HELD = 30  # a draft


def hold(file: BinaryIO, *, name: str, draft: UUID, by) -> HeldFile:
    """Keep one file for a form that is not saved yet. The same file twice is kept once.

    Raises NotAllowed with the reason where a case would not take it either.
    """
    name = safe_name(name)
    try:
        told = looked_at(file)
    except Refused as why:
        raise NotAllowed(f"{name}: {why}") from None
    digest = hashlib.sha256()
    for piece in pieces(file):
        digest.update(piece)
    mine = HeldFile.objects.filter(by=by, draft=draft)
    known = mine.filter(sha256=digest.hexdigest()).first()
    if known:
        return known
    if mine.count() >= MOST_HELD:
        raise NotAllowed(
            f"{name}: this form has {MOST_HELD} files. Save it, then add the others to the case."
        )
    size = size_of(file)
    file.seek(0)
    return HeldFile.objects.create(
        draft=draft, by=by, file=File(file, name="held"), name=name, media=told.media, size=size,
        sha256=digest.hexdigest(),
    )  # fmt: skip


def let_go(held: HeldFile) -> None:
    """Take a file out of a form: it and its bytes are gone."""
    stored, name = held.file.storage, held.file.name
    held.delete()
    transaction.on_commit(lambda: stored.delete(name))


def dangers_in(held: HeldFile) -> tuple[Signal, ...]:
    """The dangers in the words of an e-mail or a text that waits with a form; none in what cannot be heard."""
    message = email_in(held)
    if message is None and held.media != kinds.TEXT.media:
        return ()
    words = message.words if message else bytes_of(held).decode("utf-8", "replace")
    return tuple(signal for signal in hear(words[: kinds.MOST_CHARACTERS]) if signal.kind in TIER_0)


def email_in(held: HeldFile) -> emails.Email | None:
    """The e-mail in a held file, or None where it is something else or cannot be read."""
    if held.media != kinds.EMAIL.media:
        return None
    try:
        return emails.read(bytes_of(held))
    except Refused:
        return None


def bytes_of(held: HeldFile) -> bytes:
    with held.file.open("rb") as file:
        return file.read()


def attach_held(case: Case, draft: UUID, *, received_on, by) -> Added:
    """Move the files of a saved form to its case. One the case does not take stays held, and is named with why."""
    added = Added()
    for held in HeldFile.objects.filter(by=by, draft=draft):
        try:
            one = attach(
                case, file=BytesIO(bytes_of(held)), name=held.name, kind=Evidence.Kind.LETTER,
                received_on=received_on, by=by,
            )  # fmt: skip
        except NotAllowed as why:
            if case.evidence.filter(sha256=held.sha256).exists():
                let_go(held)  # it came with an e-mail that is kept: nothing is lost
            else:
                added.refused.append((held.name, str(why)))
            continue
        added.kept += one.kept
        added.refused += one.refused
        let_go(held)
    return added


def drop_held(now=None) -> int:
    """Destroy files whose form was not saved in the time that its page names. Returns how many."""
    old = list(HeldFile.objects.filter(sent_at__lt=(now or timezone.now()) - KEPT_FOR))
    for held in old:
        let_go(held)
    return len(old)
