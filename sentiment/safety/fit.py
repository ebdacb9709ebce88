"""Fit the head, and test it on rounds and comments that it was not fitted on."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

from feedback.signals import KINDS
from sentiment.safety.features import Features
from sentiment.safety.head import COLUMNS, NAMES, TIERS, Head
from sentiment.safety.noise import misspelt
from sentiment.safety.rows import Row

SEED = 2026
MISSPELT = 3
FOLDS = 5
# Comments in 1,000 that may be raised at each tier although the first tier is silent. They may be true.
ALARMS_PER_THOUSAND = (1, 2)


@dataclass(frozen=True)
class Data:
    """Features of all there is to learn from. `owners` is the comment that each ordinary sentence is of.

    `invented` is (rows, 1 + MISSPELT, width): each sentence as written, then misspelt.
    """

    rows: Sequence[Row]
    invented: np.ndarray
    ordinary: np.ndarray
    owners: np.ndarray

    @property
    def labels(self) -> np.ndarray:
        """0 or 1, (rows, COLUMNS)."""
        kinds = np.array([[row.kind == name for name in NAMES] for row in self.rows], np.float32)
        of_tier = [[KINDS[name].tier == tier for tier in TIERS] for name in NAMES]
        return np.hstack([kinds, kinds @ np.array(of_tier, np.float32)])


def prepared(rows: Sequence[Row], comments: Sequence[Sequence[str]], features: Features) -> Data:
    """The features of rows and of comments (each a list of sentences)."""
    chance = random.Random(SEED)  # noqa: S311 (spelling, not secrets)
    written = [
        version
        for row in rows
        for version in (row.text, *(misspelt(row.text, chance) for _ in range(MISSPELT)))
    ]
    invented = features(written).reshape(len(rows), 1 + MISSPELT, -1)
    ordinary = features([sentence for comment in comments for sentence in comment])
    owners = np.repeat(np.arange(len(comments)), [len(comment) for comment in comments])
    return Data(rows, invented, ordinary, owners)


def fitted(data: Data, strength: float, rows: np.ndarray, ordinary: np.ndarray) -> Head:
    """Logistic regressions on the chosen rows and ordinary sentences (both masks).

    `strength` is how freely weights may grow (C). Features are made comparable first, and the
    scaling is then folded into the weights.
    """
    versions = 1 + MISSPELT
    features = np.concatenate(
        [data.invented[rows].reshape(-1, data.invented.shape[2]), data.ordinary[ordinary]]
    )
    labels = np.zeros((len(features), len(COLUMNS)), np.float32)
    labels[: rows.sum() * versions] = np.repeat(data.labels[rows], versions, axis=0)
    # What was written counts as one, and so do its misspellings together.
    counts = np.ones(len(features), np.float32)
    counts[: rows.sum() * versions] = np.tile([1, *[1 / MISSPELT] * MISSPELT], rows.sum())
    centre, spread = features.mean(0), features.std(0) + 1e-6
    weights, bias = _regression((features - centre) / spread, labels, counts, strength)
    weights = weights / spread[:, None]
    return Head(weights.astype(np.float32), (bias - centre @ weights).astype(np.float32))


def _regression(features, labels, counts, strength: float) -> tuple[np.ndarray, np.ndarray]:
    x, y, share = torch.tensor(features), torch.tensor(labels), torch.tensor(counts)[:, None]
    weights = torch.zeros(x.shape[1], y.shape[1], requires_grad=True)
    bias = torch.full((y.shape[1],), -3.0, requires_grad=True)  # danger is rare
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=60, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        each = F.binary_cross_entropy_with_logits(x @ weights + bias, y, reduction="none")
        total = (each * share).sum() + weights.square().sum() / (2 * strength)
        total.backward()
        return total

    optimiser.step(loss)
    return weights.detach().numpy(), bias.detach().numpy()


@dataclass(frozen=True)
class Unseen:
    """Scores of what each head had not seen: `rows` (rows, COLUMNS), and `comments` (times, tiers)."""

    rows: np.ndarray
    comments: np.ndarray

    @property
    def thresholds(self) -> tuple[float, ...]:
        """For each tier, the score that no more comments pass than ALARMS_PER_THOUSAND allows."""
        allowed = [int(rate * len(self.comments) / 1000) for rate in ALARMS_PER_THOUSAND]
        return tuple(float(np.sort(self.comments[:, tier])[-1 - most]) for tier, most in enumerate(allowed))


def cross_validated(data: Data, strength: float) -> Unseen:
    """Leave out each round in turn, and with it a fifth of the comments; fit on the rest; score what is out."""
    rounds = np.array([row.round for row in data.rows])
    scores = np.zeros((len(data.rows), len(COLUMNS)))
    comments = []
    for turn, name in enumerate(dict.fromkeys(rounds)):
        out, out_ordinary = rounds == name, data.owners % FOLDS == turn % FOLDS
        head = fitted(data, strength, ~out, ~out_ordinary)
        scores[out] = head.scores(data.invented[out, 0])
        ordinary = head.scores(data.ordinary[out_ordinary])[:, -len(TIERS) :]
        starts = np.flatnonzero(np.diff(data.owners[out_ordinary], prepend=-1))
        comments.append(np.maximum.reduceat(ordinary, starts))
    return Unseen(scores, np.concatenate(comments))
