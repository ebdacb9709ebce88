"""What the network is told when it is wrong. Missing labels count for nothing."""

from collections.abc import Sequence

import torch
from torch.nn import functional as F

from sentiment.safety.columns import COLUMNS
from sentiment.themes import NAMES
from sentiment.training.rows import Row

# The shares of the parts in the sum.
ORDER_WEIGHT = 1.0
CRITICALITY_WEIGHT = 2.0
DANGER_WEIGHT = 1.0
MOST_RARE = 3.0
NOT_KNOWN = float("nan")


def targets(rows: Sequence[Row]) -> dict[str, torch.Tensor]:
    """Labels as tensors; NaN (or -1 for sentiment) where a row has none."""
    return {
        "sentiment": torch.tensor([-1 if row.sentiment is None else row.sentiment - 1 for row in rows]),
        "themes": _known([row.themes for row in rows], len(NAMES)),
        "criticality": _known(
            [None if row.criticality is None else [row.criticality / 5] for row in rows], 1
        ),
        "danger": _known([row.danger for row in rows], len(COLUMNS)),
        "soft_sentiment": _known([row.soft and row.soft.sentiment for row in rows], 5),
        "soft_themes": _known([row.soft and row.soft.themes for row in rows], len(NAMES)),
    }


def total(
    logits: dict[str, torch.Tensor],
    labels: dict[str, torch.Tensor],
    label_weight: float = 1.0,
    soft_weight: float = 1.0,
    rarity: torch.Tensor | None = None,
) -> torch.Tensor:
    """The sum of the tasks' losses, each a mean over the rows that have its label.

    A teacher's answers are learnt beside the labels (Hinton, Vinyals and Dean 2015). The weights
    are those of a label of a feeling, and of what a teacher thinks. `rarity` (themes,) says how much a theme that
    is there counts: see `rarity`.
    """
    logits = {name: values.float() for name, values in logits.items()}
    loss = logits["themes"].sum() * 0
    if (scored := labels["sentiment"] >= 0).any():
        loss = loss + label_weight * ordered(logits["sentiment"][scored], labels["sentiment"][scored])
    loss = loss + _each(logits["themes"], labels["themes"], rarity)
    loss = loss + DANGER_WEIGHT * _each(logits["danger"], labels["danger"])
    if (rated := ~labels["criticality"].isnan().any(1)).any():
        loss = loss + CRITICALITY_WEIGHT * F.smooth_l1_loss(
            logits["criticality"][rated], labels["criticality"][rated], beta=0.2
        )
    loss = loss + soft_weight * _each(logits["themes"], labels["soft_themes"])
    if (taught := ~labels["soft_sentiment"].isnan().any(1)).any():
        loss = loss + soft_weight * F.cross_entropy(
            logits["sentiment"][taught], labels["soft_sentiment"][taught]
        )
    return loss


def ordered(logits: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """Cross-entropy plus the squared distance between cumulative shares (earth mover's distance).

    The second part makes an answer two classes off cost more than one class off (Hou, Yu and
    Samaras 2016).
    """
    truth = F.one_hot(classes, logits.shape[1]).float()
    distance = (logits.softmax(1).cumsum(1) - truth.cumsum(1)).square().sum(1).mean()
    return F.cross_entropy(logits, classes) + ORDER_WEIGHT * distance


def rarity(rows: Sequence[Row], strength: float) -> torch.Tensor:
    """How much a theme counts where it is there, (themes,): 1 for a usual one, more for a rare one, at most MOST_RARE.

    `strength` is the power of the ratio between the middle theme's rows and its own: 0 leaves all alike.
    """
    labelled = [row.themes for row in rows if row.themes is not None]
    if not labelled:
        return torch.ones(len(NAMES))
    cases = torch.tensor(labelled, dtype=torch.float).sum(0)
    return (cases.median() / cases.clamp(min=1)).pow(strength).clamp(1, MOST_RARE)


def _each(logits: torch.Tensor, truth: torch.Tensor, weight: torch.Tensor | None = None) -> torch.Tensor:
    """Binary cross-entropy summed over columns, a mean over the rows that have the label."""
    known = ~truth.isnan().any(1)
    if not known.any():
        return logits.sum() * 0
    each = F.binary_cross_entropy_with_logits(
        logits[known], truth[known], reduction="none", pos_weight=weight
    )
    return each.sum(1).mean()


def _known(values: Sequence, size: int) -> torch.Tensor:
    none = (NOT_KNOWN,) * size
    return torch.tensor([none if value is None else value for value in values], dtype=torch.float)
