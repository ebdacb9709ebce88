"""Soft labels: what teachers think of every comment, on disk.

They are kept by a hash of the comment, so their file holds nobody's words.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from sentiment.training.rows import Row, Soft, UnreadableData


def write(path: Path, rows: Sequence[Row], teachers: Sequence[dict[str, np.ndarray]]) -> None:
    """Keep the mean of several teachers' probabilities for each row."""
    feelings = [torch.tensor(one["sentiment"]).softmax(1).numpy() for one in teachers]
    themes = [torch.tensor(one["themes"]).sigmoid().numpy() for one in teachers]
    np.savez_compressed(
        path,
        keys=np.array([_key(row) for row in rows]),
        sentiment=np.mean(feelings, axis=0).astype(np.float16),
        themes=np.mean(themes, axis=0).astype(np.float16),
        criticality=np.mean([one["criticality"] for one in teachers], axis=0).astype(np.float16),
    )


def read(path: Path) -> Callable[[Iterable[Row]], list[Row]]:
    """A function that gives rows their soft labels, where the file has them. Raises UnreadableData."""
    try:
        with np.load(path, allow_pickle=False) as file:
            kept = {name: file[name] for name in ("keys", "sentiment", "themes", "criticality")}
    except (OSError, ValueError, KeyError) as problem:
        raise UnreadableData(
            f"{path.name} holds no soft labels ({type(problem).__name__}): make it with manage.py teach."
        ) from None
    at = {key: index for index, key in enumerate(kept["keys"].tolist())}

    def taught(rows: Iterable[Row]) -> list[Row]:
        return [row if (index := at.get(_key(row))) is None else _softened(row, index) for row in rows]

    def _softened(row: Row, index: int) -> Row:
        feelings = kept["sentiment"][index].astype(float)
        return replace(
            row,
            soft=Soft(
                tuple(feelings / feelings.sum()),
                tuple(kept["themes"][index].astype(float)),
                float(kept["criticality"][index, 0]),
            ),
        )

    return taught


def _key(row: Row) -> str:
    return hashlib.sha256(f"{row.question}\n{row.text}".encode()).hexdigest()[:32]
