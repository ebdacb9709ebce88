"""A teacher: a larger network, trained once and slowly, and what it thinks of every comment.

Its answers are soft labels. They tell a small network how sure to be, and they label comments
that no person has labelled (Hinton, Vinyals and Dean 2015).
"""

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
    data: Data, seed: int, epochs: int, cache: Path, told: Callable[[int, float], None]
) -> dict[str, np.ndarray]:
    """A teacher trained on the labelled training rows: its logits for all the rows, invented ones too."""
    recipe = replace(RECIPE, seed=seed, epochs=epochs)
    torch.manual_seed(seed)
    network, tokenizer = mpnet.network_and_tokenizer(cache)
    rows = [row for row in data.parts["train"] if row.themes is not None]
    fit(network, tokenizer, lambda chance: rows, recipe, told)
    return answers(network, tokenizer, data.everything, recipe.most_tokens)


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
