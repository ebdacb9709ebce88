import random

import pytest

from sentiment.engines.packing import TOKENS_A_BATCH, batches


def spread(lengths):
    return [(batch, place) for batch in batches(lengths) for place in batch.places]


def test_every_piece_is_read_once():
    lengths = [random.Random(3).randint(2, 512) for _ in range(500)]
    assert sorted(piece for _, (piece, _, _) in spread(lengths)) == list(range(500))


def test_no_two_pieces_share_a_place():
    lengths = [random.Random(4).randint(2, 90) for _ in range(300)]
    taken = set()
    for number, batch in enumerate(batches(lengths)):
        rows, width = batch.shape
        for piece, row, start in batch.places:
            cells = {(number, row, at) for at in range(start, start + lengths[piece])}
            assert row < rows
            assert start + lengths[piece] <= width
            assert not cells & taken
            taken |= cells


@pytest.mark.parametrize(
    ("lengths", "shapes"),
    [
        ([], []),
        ([2], [(1, 16)]),
        ([17], [(1, 32)]),
        ([20, 20, 20], [(1, 64)]),
        ([512], [(1, 512)]),
        ([100, 30], [(1, 128), (1, 64)]),
        ([64] * 16, [(16, 64)]),
        ([64] * 19, [(16, 64), (4, 64)]),
    ],
)
def test_there_are_few_shapes(lengths, shapes):
    assert [batch.shape for batch in batches(lengths)] == shapes


def test_short_comments_waste_little():
    chance = random.Random(5)
    lengths = [chance.randint(3, 40) for _ in range(3_000)]
    padded = sum(batch.shape[0] * batch.shape[1] for batch in batches(lengths))
    assert padded < 1.05 * sum(lengths) + TOKENS_A_BATCH
