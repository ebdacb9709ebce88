"""A teacher: a larger network, trained once and slowly, and what it thinks of every comment.

Its answers are soft labels. They tell a small network how sure to be, and they label comments
that no person has labelled (Hinton, Vinyals and Dean 2015).
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from sentiment.engines.batches import by_length
from sentiment.engines.network import HEADS, Network, tensors
from sentiment.engines.precision import half_precision
from sentiment.training import mpnet
from sentiment.training.data import Data
from sentiment.training.fit import Recipe, fit
from sentiment.training.rows import Row

RECIPE = Recipe(epochs=7, rows_a_batch=32, encoder_rate=1.2e-4, head_rate=2e-3, most_tokens=128)


def teacher(
    data: Data,
    seed: int,
    epochs: int,
    cache: Path,
    told: Callable[[int, float], None],
    unseen: Callable[[Row], bool] = lambda row: False,
) -> dict[str, np.ndarray]:
    """A teacher trained on the labelled training rows: its logits for all the rows, invented ones too.

    It learns nothing from the rows that `unseen` names.
    """
    recipe = replace(RECIPE, seed=seed, epochs=epochs)
    torch.manual_seed(seed)
    network, tokenizer = mpnet.network_and_tokenizer(cache)
    rows = [row for row in data.parts["train"] if row.themes is not None and not unseen(row)]
    fit(network, tokenizer, lambda chance: rows, recipe, told)
    return answers(network, tokenizer, data.everything, recipe.most_tokens)


def cross_fitted(
    data: Data, folds: int, seed: int, epochs: int, cache: Path, told: Callable[[int, float], None]
) -> dict[str, np.ndarray]:
    """As `teacher`, but each row is answered by a teacher that did not learn it; the rest by the mean of all.

    A teacher knows by heart what it learnt, mistakes of the labellers too: its opinion of other
    rows tells a small network more (Dao et al. 2021, Knowledge distillation as semiparametric inference).
    """
    fold = np.array([fold_of(row.group, folds) for row in data.everything])
    all_answers = [
        teacher(
            data, seed + held, epochs, cache, told, lambda row, held=held: fold_of(row.group, folds) == held
        )
        for held in range(folds)
    ]
    train = len(data.parts["train"])
    learnt = np.array([at < train and row.themes is not None for at, row in enumerate(data.everything)])
    found = {}
    for head in HEADS:
        each = np.stack([one[head] for one in all_answers])
        own = each[fold, np.arange(len(fold))]
        found[head] = np.where(learnt[:, None], own, each.mean(0))
    return found


def fold_of(group: str, folds: int) -> int:
    """The fold of a group, for ever the same: rows of one person or of the same words stand together."""
    return int.from_bytes(hashlib.sha256(f"fold:{group}".encode()).digest()[:4]) % folds


def answers(network: Network, tokenizer, rows: Sequence[Row], most_tokens: int) -> dict[str, np.ndarray]:
    """Each head's logits for each row, (rows, size)."""
    tokens = tokenizer([row.text for row in rows], truncation=True, max_length=most_tokens)["input_ids"]
    found = {head: np.zeros((len(rows), size), np.float32) for head, size in HEADS.items()}
    with torch.inference_mode(), half_precision(torch.device("cpu")):
        for batch in by_length([len(ids) for ids in tokens]):
            inputs = tensors([tokens[at] for at in batch], [rows[at].question for at in batch])
            for head, values in network(*inputs).items():
                found[head][batch] = values.float().numpy()
    return found
