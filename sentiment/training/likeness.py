"""Teaching the likeness models of the first tier (`feedback.signals.likeness`): linear, hashed, in whole numbers.

Thresholds are set on ordinary comments that the model answering them had not learnt (cross-fitting over
groups), so that no more of them pass a tier than is asked for.
"""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from feedback.signals.kinds import KINDS
from feedback.signals.likeness import BUCKETS, LONGEST_RUN, features, sentences
from sentiment.safety.columns import COLUMNS, KINDS_OF, NAMES, TIERS
from sentiment.training.data import Data
from sentiment.training.noise import misspelt
from sentiment.training.rows import NO_DANGER, Row
from sentiment.training.teach import fold_of

FOLDS = 4
STRENGTH = 6.0  # the inverse of the penalty on large weights
MISSPELT_COPIES = 2
LARGEST = 127


def learn(data: Data, alarms_per_thousand: Sequence[float], seed: int = 2026) -> bytes:
    """The file `likeness.bin`; `alarms_per_thousand` are those of each of TIERS. Each invented text is learnt as it stands and twice misspelt.

    Of a harmless story each sentence is harmless, and is learnt by itself too: that is how it will be asked about.
    """
    chance = random.Random(seed)  # noqa: S311 (shuffling, not secrets)
    told = [(row.text, row.danger) for row in data.invented]
    told += [
        (part, NO_DANGER)
        for row in data.invented
        if row.danger == NO_DANGER and len(parts := _sentences(row)) > 1
        for part in parts
    ]
    invented = [
        (words, danger)
        for text, danger in told
        for words in (text, *(misspelt(text, chance) for _ in range(MISSPELT_COPIES)))
    ]
    quiet = [row for row in data.parts["train"] if row.danger == NO_DANGER]
    ordinary = [(sentence, row.group) for row in quiet for sentence in _sentences(row)]
    texts = matrix([words for words, _ in invented] + [words for words, _ in ordinary])
    danger = np.array([labels for _, labels in invented] + [NO_DANGER] * len(ordinary))
    groups = [""] * len(invented) + [group for _, group in ordinary]
    tiers = {
        tier: _tier(tier, texts, danger, groups, quiet, alarms)
        for tier, alarms in zip(TIERS, alarms_per_thousand, strict=True)
    }
    vectors = [(f"tier {tier}", *tiers[tier][0]) for tier in TIERS]
    vectors += [(name, *_kind(name, texts, danger)) for name in NAMES]
    return _packed(vectors, {tier: tiers[tier][1] for tier in TIERS}, alarms_per_thousand)


def matrix(texts: Sequence[str]) -> csr_matrix:
    """Each sentence's features, (texts, BUCKETS): runs of words and pieces of words, each group of length 1."""
    rows, columns, values = [], [], []
    for at, text in enumerate(texts):
        for group in features(text):
            rows += [at] * len(group)
            columns += group
            values += [len(group) ** -0.5] * len(group) if group else []
    return csr_matrix((values, (rows, columns)), (len(texts), BUCKETS))


def _sentences(row: Row) -> list[str]:
    return [row.text[start:end] for start, end in sentences(row.text)]


def _tier(tier, texts, danger, groups, quiet, alarms_per_thousand):
    """((weights, bias), cut) of one tier. Sentences of the other tier alone teach nothing: they may be both."""
    column = COLUMNS.index(f"tier {tier}")
    fair = (danger[:, column] == 1) | (danger.sum(1) == 0)
    folds = np.array([fold_of(group, FOLDS) if group else -1 for group in groups])
    loudest: list[float] = []
    for fold in range(FOLDS):
        taught = fair & (folds != fold)
        weights, bias = _fitted(texts[taught], danger[taught, column])
        held = [row for row in quiet if fold_of(row.group, FOLDS) == fold]
        parts = [[part for part in _sentences(row) if len(part.split()) >= LONGEST_RUN] for row in held]
        scores = matrix([part for row in parts for part in row]) @ weights + bias
        ends = np.cumsum([len(row) for row in parts])
        loudest += [
            scores[end - len(row) : end].max(initial=-np.inf) for row, end in zip(parts, ends, strict=True)
        ]
    most = round(alarms_per_thousand * len(loudest) / 1000)
    return _fitted(texts[fair], danger[fair, column]), float(np.sort(loudest)[-1 - most])


def _kind(name, texts, danger):
    """(weights, bias) that tell one kind from the others of its tier."""
    tier = next(tier for tier, names in KINDS_OF.items() if name in names)
    rows = danger[:, COLUMNS.index(f"tier {tier}")] == 1
    return _fitted(texts[rows], danger[rows, COLUMNS.index(name)])


def _fitted(texts, truth) -> tuple[np.ndarray, float]:
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300).fit(texts, truth)
    return model.coef_[0], float(model.intercept_[0])


def _packed(vectors, cuts, alarms_per_thousand) -> bytes:
    about, body = [], b""
    for name, weights, bias in vectors:
        scale = float(np.abs(weights).max()) / LARGEST
        body += np.round(weights / scale).astype(np.int8).tobytes()
        about.append(
            {"of": name, "scale": scale, "bias": bias, "means": KINDS[name].means if name in KINDS else ""}
        )
    head = {"cuts": cuts, "alarms_per_thousand": alarms_per_thousand, "buckets": BUCKETS, "vectors": about}
    return json.dumps(head).encode() + b"\n" + body


def write(path: Path, data: Data, alarms_per_thousand: Sequence[float]) -> None:
    """Learn, and write the file."""
    path.write_bytes(learn(data, alarms_per_thousand))
