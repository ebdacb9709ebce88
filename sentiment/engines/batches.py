"""Batches of like length: most of the speed of an encoder is in padding little."""

from collections.abc import Iterator, Sequence

TOKENS_A_BATCH = 2_048


def by_length(lengths: Sequence[int], budget: int = TOKENS_A_BATCH) -> Iterator[list[int]]:
    """Indices of `lengths`, longest first, in batches whose padded size is at most `budget` tokens.

    Every index comes once. A single text longer than the budget is a batch of its own.
    Longest first, so that memory peaks at once rather than at the end.
    """
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        if batch and lengths[batch[0]] * (len(batch) + 1) > budget:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
