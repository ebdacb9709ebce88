"""How one row of history is tied to the one before it. Pure: the key and the content are passed in.

A link is HMAC-SHA256 (RFC 2104, FIPS 180-4) as 64 hex digits, so that nobody without the key can make one.
"""

import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

FIRST = ""  # what the first row of a chain is tied to


def derived(secret: str) -> bytes:
    """The key of the history, from the secret of the whole service: 32 bytes."""
    return hmac.digest(secret.encode(), b"patientview history 1", sha256)


def link(key: bytes, before: str, content: Mapping) -> str:
    """Tie `content` (names and plain values, moments with a time zone) to `before`, the link of the row before it."""
    return _signed(key, "link", before, canonical(content))


def seal(key: bytes, table: str, of: int, count: int, last: str) -> str:
    """Sign how long a chain is and where it ends, so that an earlier end cannot be put back by hand."""
    return _signed(key, "seal", table, str(of), str(count), last)


def canonical(content: Mapping) -> str:
    """The same words for the same content, whichever database it comes back from: JSON with sorted names."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value):
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    raise TypeError(f"{type(value).__name__} cannot stand in a row of history.")


def _signed(key, *parts):
    return hmac.new(key, "\n".join(parts).encode(), sha256).hexdigest()
