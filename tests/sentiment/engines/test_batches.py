from hypothesis import given
from hypothesis import strategies as st

from sentiment.engines.batches import by_length

LENGTHS = st.lists(st.integers(1, 600), max_size=200)


@given(LENGTHS, st.integers(100, 3_000))
def test_every_text_is_in_exactly_one_batch(lengths, budget):
    assert sorted(index for batch in by_length(lengths, budget) for index in batch) == list(
        range(len(lengths))
    )


@given(LENGTHS, st.integers(100, 3_000))
def test_no_batch_but_a_single_long_text_exceeds_the_budget(lengths, budget):
    for batch in by_length(lengths, budget):
        assert len(batch) == 1 or len(batch) * max(lengths[index] for index in batch) <= budget


def test_the_longest_come_first():
    assert list(by_length([1, 9, 5], budget=10)) == [[1], [2, 0]]
