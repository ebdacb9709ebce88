"""Files kept with a case. Their words are heard for danger before anything else; nothing is edited or deleted."""

import hashlib
import re
import tempfile
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from django.conf import settings
from django.core.files import File
from django.utils import timezone

from feedback.models import Alert
from feedback.nudge import nudge
from feedback.paper.files import Refused
from feedback.signals import KINDS, TIER_0, hear
from triage.actions.changing import changing
from triage.evidence import emails, kinds, opening
from triage.models import Case, Evidence
from triage.moves import NotAllowed

RAISED_BY = "safety check"
MOST_FILES = 500  # a case
DEEPEST = 3  # e-mails in e-mails
PIECE = 1 << 16  # bytes
HEARD_AT_ONCE, OVERLAP = 20_000, 400  # characters
# Control characters, and those that turn the direction of writing: "gpj.exe" can look like "exe.jpg".
NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]')


@dataclass
class Added:
    """What became of one file: the rows kept (the file first), and (name, why) of attached ones that were not."""

    kept: list[Evidence] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def attach(
    case: Case, *, file: BinaryIO, name: str, kind: str, received_on: date, title: str = "", by
) -> Added:
    """Keep a file with the case, and what was attached to it if it is an e-mail.

    Raises NotAllowed with the reason where the file itself is not taken. Danger in its words is an alert
    and stays one, whatever becomes of the file.
    """
    if kind not in Evidence.Kind.values:
        raise NotAllowed("Choose what kind of file it is.")
    if received_on > timezone.localdate():
        raise NotAllowed("The day it reached us must be today or in the past.")
    added = Added()
    try:
        _add(
            case, added, file, safe_name(name), title=title.strip(), kind=kind, received_on=received_on, by=by
        )
    except Refused as why:
        raise NotAllowed(str(why)) from None
    return added


def set_aside(evidence: Evidence, *, why: str, by) -> None:
    """Say that a file does not belong here. It stays in the history, and no longer counts as evidence."""
    if not why.strip():
        raise NotAllowed("Say why the file is set aside.")
    with changing(evidence.case, "set_aside", by=by, note=why.strip(), evidence=evidence.pk):
        done = Evidence.objects.filter(pk=evidence.pk, set_aside_at=None).update(
            set_aside_at=timezone.now(), set_aside_by=by, set_aside_why=why.strip()
        )
        if not done:
            raise NotAllowed("That file was set aside already.")
    evidence.refresh_from_db()


def _add(case, added, file, name, *, deep=0, came_with=None, **given):
    told = looked_at(file)
    size = size_of(file)
    message = _heard(case, file, told) if told in kinds.WORDS else None
    if told == kinds.EMAIL and given["kind"] == Evidence.Kind.LETTER:
        given["kind"] = Evidence.Kind.EMAIL  # letters and e-mails are often added in one go
    evidence = _keep(case, file, name, told, size, came_with, given)
    added.kept.append(evidence)
    for one in message.attached if message else ():
        inner = safe_name(one.name)
        if deep >= DEEPEST:
            added.refused.append((inner, "It is an e-mail in an e-mail in an e-mail. Save it and add it."))
            continue
        try:
            _add(
                case, added, BytesIO(one.content), inner, deep=deep + 1, came_with=evidence,
                **given | {"title": "", "kind": _kind_of_attached(given["kind"])},
            )  # fmt: skip
        except (Refused, NotAllowed) as why:
            added.refused.append((inner, str(why)))


def looked_at(file: BinaryIO) -> kinds.Told:
    """What a file is, once it was looked at in every way that needs no case. Raises Refused."""
    if size_of(file) > settings.EVIDENCE_MOST_BYTES:
        raise Refused(
            f"It is larger than {settings.EVIDENCE_MOST_BYTES // 1024 // 1024} MB. Send it in parts."
        )
    told = kinds.told(file)
    if told not in kinds.WORDS:
        _opened(file, told)
    return told


def _kind_of_attached(kind):
    return Evidence.Kind.OTHER if kind == Evidence.Kind.EMAIL else kind


def _heard(case, file, told):
    """The e-mail, or None for a text: after every danger in the words has become an alert."""
    file.seek(0)
    content = file.read()
    message = emails.read(content) if told == kinds.EMAIL else None
    words = message.words if message else content.decode("utf-8", "replace")
    if len(words) > kinds.MOST_CHARACTERS:
        _alarm(case, words[: kinds.MOST_CHARACTERS])
        raise Refused(kinds.TOO_LONG)
    _alarm(case, words)
    return message


def _alarm(case, words):
    """Alerts first; then the case says so, and waits for a person even where the alert was taken before."""
    found = [
        signal
        for at in range(0, len(words), HEARD_AT_ONCE - OVERLAP)
        for signal in hear(words[at : at + HEARD_AT_ONCE])
    ]
    loud = [one for one in found if one.kind in TIER_0 or not case.is_open]
    Alert.objects.raise_for(case.feedback, loud, RAISED_BY)
    for kind in sorted({one.kind for one in loud}, key=lambda kind: (KINDS[kind].tier, kind)):
        with changing(case, "hear", by=None, signal=kind) as locked:
            locked.needs_person = locked.needs_person or locked.is_open


def _opened(file, told):
    if told not in kinds.SCANS.values():
        return
    with tempfile.NamedTemporaryFile(prefix="evidence-") as copy:
        for piece in pieces(file):
            copy.write(piece)
        copy.flush()
        opening.check(copy.name)


def _keep(case, file, name, told, size, came_with, given):
    digest = hashlib.sha256()
    for piece in pieces(file):
        digest.update(piece)
    file.seek(0)
    evidence = Evidence(
        case=case, name=name, media=told.media, size=size, sha256=digest.hexdigest(), came_with=came_with,
        kind=given["kind"], title=(given["title"] or PurePath(name).stem)[:120], received_on=given["received_on"],
        added_by=given["by"],
    )  # fmt: skip
    stored = ""
    try:
        with changing(case, "attach", by=given["by"], note=evidence.title, sha256=evidence.sha256):
            _refuse_twice(case, evidence)
            stored = evidence.file.storage.save(
                evidence.file.field.generate_filename(evidence, name), File(file)
            )
            evidence.file.name = stored
            evidence.save()
    except BaseException:
        if stored:
            evidence.file.storage.delete(stored)
        raise
    nudge("scan_waiting")
    return evidence


def _refuse_twice(case, evidence):
    here = case.evidence.filter(sha256=evidence.sha256).first()
    if here:
        aside = " It was set aside." if here.set_aside_at else ""
        raise NotAllowed(f"This file is in the case already, as “{here.title}”.{aside}")
    if case.evidence.count() >= MOST_FILES:
        raise NotAllowed(f"This case has {MOST_FILES} files. Put the next ones together in one PDF.")


def safe_name(name):
    return NOT_IN_NAMES.sub("", PurePath(name.replace("\\", "/")).name).strip(" .")[-150:] or "file"


def size_of(file):
    return file.seek(0, 2)


def pieces(file: BinaryIO):
    """The bytes of an open file from its beginning, piece by piece."""
    file.seek(0)
    while piece := file.read(PIECE):
        yield piece
