"""How a process that handles pictures talks with the one that stores them: plain values and bytes, never code.

A message is a length, JSON and blobs. What a child says may be a lie told by a hostile picture, so
nothing here can do more than be wrong: no pickles, and a limit on every length.
"""

import json
import struct

MOST = 256 * 1024 * 1024  # bytes of a message
LENGTH = struct.Struct(">II")


class Broken(Exception):
    """What came is no message."""


def packed(plain: dict, *blobs: bytes) -> bytes:
    """A message as it travels. `plain` is what JSON can say; its key "blobs" is ours."""
    said = json.dumps(plain | {"blobs": [len(blob) for blob in blobs]}, ensure_ascii=False).encode()
    return b"".join((LENGTH.pack(len(said), sum(map(len, blobs))), said, *blobs))


def read(stream) -> tuple[dict, list[bytes]] | None:
    """The next message of a stream of bytes, waiting for it. None at its end. Raises Broken."""
    head = _exactly(stream, LENGTH.size)
    if not head:
        return None
    said, rest = LENGTH.unpack(head)
    _check(said, rest)
    return _unpacked(_exactly(stream, said), _exactly(stream, rest))


class Inbox:
    """Bytes as they come, and the messages that are whole."""

    def __init__(self):
        self._bytes = bytearray()

    def add(self, some: bytes) -> None:
        self._bytes += some

    def take(self) -> tuple[dict, list[bytes]] | None:
        """The oldest whole message, or None. Raises Broken."""
        if len(self._bytes) < LENGTH.size:
            return None
        said, rest = LENGTH.unpack_from(self._bytes)
        _check(said, rest)
        begins, end = LENGTH.size + said, LENGTH.size + said + rest
        if len(self._bytes) < end:
            return None
        message = _unpacked(bytes(self._bytes[LENGTH.size : begins]), bytes(self._bytes[begins:end]))
        del self._bytes[:end]
        return message


def _check(said, rest):
    if said + rest > MOST:
        raise Broken("too long")


def _exactly(stream, count):
    some = stream.read(count) if count else b""
    if some and len(some) < count:
        raise Broken("it breaks off")
    return some


def _unpacked(said, rest):
    try:
        plain = json.loads(said)
        lengths = plain.pop("blobs")
        if sum(lengths) != len(rest) or any(length < 0 for length in lengths):
            raise Broken("lengths")
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Broken("not a message") from None
    blobs, at = [], 0
    for length in lengths:
        blobs.append(rest[at : at + length])
        at += length
    return plain, blobs
