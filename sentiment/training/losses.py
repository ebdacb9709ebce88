"""What the network is told when it is wrong. Missing labels count for nothing."""

from collections.abc import Sequence

import torch
from torch.nn import functional as F

from sentiment.themes import NAMES
from sentiment.training.rows import Row

# The shares of the three tasks in the sum.
ORDER_WEIGHT = 1.0
CRITICALITY_WEIGHT = 0.5


def targets(rows: Sequence[Row]) -> dict[str, torch.Tensor]:
    """Labels as tensors; NaN (or -1 for sentiment) where a row has none."""
    none = (float("nan"),) * len(NAMES)
    return {
        "sentiment": torch.tensor([-1 if row.sentiment is None else row.sentiment - 1 for row in rows]),
        "themes": torch.tensor(
            [none if row.themes is None else row.themes for row in rows], dtype=torch.float
        ),
        "criticality": torch.tensor(
            [float("nan") if row.criticality is None else row.criticality / 5 for row in rows]
        ),
    }


def total(logits: dict[str, torch.Tensor], labels: dict[str, torch.Tensor]) -> torch.Tensor:
    """The sum of the three tasks' losses, each a mean over the rows that have its label."""
    loss = logits["themes"].sum() * 0
    scored = labels["sentiment"] >= 0
    if scored.any():
        loss = loss + ordered(logits["sentiment"][scored], labels["sentiment"][scored])
    labelled = ~labels["themes"].isnan().any(1)
    if labelled.any():
        each = F.binary_cross_entropy_with_logits(
            logits["themes"][labelled].float(), labels["themes"][labelled], reduction="none"
        )
        loss = loss + each.sum(1).mean()
    rated = ~labels["criticality"].isnan()
    if rated.any():
        guess = logits["criticality"][rated].float().squeeze(1)
        loss = loss + CRITICALITY_WEIGHT * F.smooth_l1_loss(guess, labels["criticality"][rated], beta=0.2)
    return loss


def ordered(logits: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """Cross-entropy plus the squared distance between cumulative shares (earth mover's distance).

    The second part makes an answer two classes off cost more than one class off.
    """
    logits = logits.float()
    truth = F.one_hot(classes, logits.shape[1]).float()
    distance = (logits.softmax(1).cumsum(1) - truth.cumsum(1)).square().sum(1).mean()
    return F.cross_entropy(logits, classes) + ORDER_WEIGHT * distance
