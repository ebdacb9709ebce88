"""An e-mail as plain words, and what was attached to it. Nothing in it is fetched, run or shown as HTML."""

import email
import email.policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import NamedTuple

from feedback.paper.files import Refused

MOST_ATTACHED = 50
UNREADABLE = "It is an e-mail that could not be read. Print it to PDF and add that."
TOO_MANY = "It has more than 50 files attached. Save them and add those that matter."
QUIET = ("script", "style", "head", "title")
BREAKS = ("p", "br", "div", "li", "tr", "h1", "h2", "h3", "table", "blockquote")


class Attached(NamedTuple):
    name: str
    content: bytes


class Email(NamedTuple):
    """`on` is the date as its sender wrote it; `text` the plain words, from HTML where there is nothing else."""

    subject: str
    sender: str
    to: str
    on: str
    text: str
    attached: tuple[Attached, ...]

    @property
    def words(self) -> str:
        return f"{self.subject}\n\n{self.text}"


def read(content: bytes) -> Email:
    """The e-mail in a file's bytes. Raises Refused."""
    try:
        return _read(email.message_from_bytes(content, policy=email.policy.default))
    except Refused:
        raise
    except Exception:
        # Its parts raise a dozen kinds for what senders get wrong, and what they say may quote the words.
        raise Refused(UNREADABLE) from None


def _read(message: EmailMessage) -> Email:
    body = message.get_body(("plain", "html"))
    attached = [_attached(part) for part in _leaves(message) if part is not body and _is_a_file(part)]
    if len(attached) > MOST_ATTACHED:
        raise Refused(TOO_MANY)
    text = _text(body) if body is not None else ""
    named = {name: " ".join(str(message.get(name, "")).split()) for name in ("subject", "from", "to", "date")}
    return Email(named["subject"], named["from"], named["to"], named["date"], text, tuple(attached))


def _leaves(message):
    """Every part that holds no others; an e-mail attached to this one is a single part."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.iter_parts():
        yield from _leaves(part)


def _is_a_file(part):
    return part.get_filename() or part.is_attachment() or part.get_content_maintype() != "text"


def _attached(part):
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return Attached(part.get_filename() or f"{inner.get('subject') or 'e-mail'}.eml", inner.as_bytes())
    return Attached(part.get_filename() or "attached", part.get_payload(decode=True) or b"")


def _text(part):
    raw = part.get_payload(decode=True) or b""
    try:
        text = raw.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = raw.decode("latin-1")
    if part.get_content_subtype() == "html":
        reader = _Words()
        reader.feed(text)
        reader.close()
        text = "".join(reader.found)
    lines = (line.rstrip() for line in text.replace("\r\n", "\n").split("\n"))
    return "\n".join(lines).strip()


class _Words(HTMLParser):
    """The words of HTML, a line a block."""

    def __init__(self):
        super().__init__()
        self.found, self.quiet = [], 0

    def handle_starttag(self, tag, attrs):
        self.quiet += tag in QUIET
        if tag in BREAKS:
            self.found.append("\n")

    def handle_endtag(self, tag):
        self.quiet -= tag in QUIET and self.quiet > 0

    def handle_data(self, data):
        if not self.quiet:
            self.found.append(data)
