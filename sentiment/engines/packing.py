"""Short comments side by side in one row: a row of one length wastes little, and needs compiling once.

A runtime makes its programs anew for each new shape of input, and keeps them. With rows of a few
lengths, and the network told which words belong together, there are few shapes and no padding to
speak of, and a comment's answer does not depend on its neighbours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SHORTEST, USUAL = 16, 64
TOKENS_A_BATCH = 1_024


@dataclass(frozen=True)
class Batch:
    """`shape` is (rows, tokens a row); `places` gives each piece's number, its row and its first token there."""

    shape: tuple[int, int]
    places: list[tuple[int, int, int]]


def batches(lengths: Sequence[int]) -> Iterator[Batch]:
    """Every piece once, in rows of 16 to 512 tokens (a power of two), the longest pieces first."""
    usual = min(USUAL, _at_least(sum(lengths)))
    shelves: dict[int, list[int]] = {}
    for piece in sorted(range(len(lengths)), key=lambda at: -lengths[at]):
        shelves.setdefault(max(usual, _at_least(lengths[piece])), []).append(piece)
    for length, shelf in shelves.items():
        rows = _rows(shelf, lengths, length)
        height = max(TOKENS_A_BATCH // length, 1)
        for start in range(0, len(rows), height):
            part = rows[start : start + height]
            places = [(piece, at, first) for at, row in enumerate(part) for piece, first in row]
            yield Batch((_power(len(part)), length), places)


def _rows(shelf: list[int], lengths: Sequence[int], length: int) -> list[list[tuple[int, int]]]:
    """Rows of (piece, first token): each piece goes where it leaves least room."""
    rows: list[list[tuple[int, int]]] = []
    with_room: list[list[int]] = [[] for _ in range(length + 1)]
    for piece in shelf:
        size = lengths[piece]
        room = next((room for room in range(size, length + 1) if with_room[room]), 0)
        if room:
            row = with_room[room].pop()
        else:
            row, room = len(rows), length
            rows.append([])
        rows[row].append((piece, length - room))
        with_room[room - size].append(row)
    return rows


def _at_least(tokens: int) -> int:
    return max(SHORTEST, _power(tokens))


def _power(number: int) -> int:
    """The least power of two that is not below `number`."""
    return 1 << max(number - 1, 0).bit_length()
