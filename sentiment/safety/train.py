"""From invented sentences and ordinary comments to a head on disk, with figures on words it had not met."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from feedback.signals import KINDS
from sentiment.engines import artefact, minilm
from sentiment.engines.transformer import SHIPPED, TransformerEngine
from sentiment.safety import features, fit, head
from sentiment.safety.rows import Row, alarms, read_comments, read_rounds

STRENGTHS = (0.01, 0.03, 0.1)


def train(danger: Sequence[Path], harmless: Sequence[Path], comments: Sequence[Path], folder: Path) -> dict:
    """Train a head on the shipped encoder, write it to `folder` and return its figures.

    Raises UnreadableData and EngineUnavailable.
    """
    rows, ordinary = read_rounds(danger, harmless), read_comments(comments)
    engine = TransformerEngine.load(safety=None)
    data = fit.prepared(rows, ordinary, features.of(engine.network, engine.tokenizer, engine.half))
    tried = {strength: fit.cross_validated(data, strength) for strength in STRENGTHS}
    best = max(tried, key=lambda strength: worth(rows, tried[strength]))
    everything = np.ones(len(rows), bool), np.ones(len(data.owners), bool)
    made = replace(fit.fitted(data, best, *everything), thresholds=tried[best].thresholds)
    about = {
        "training": {
            "strength": best,
            "seed": fit.SEED,
            "sentences": len(rows),
            "comments": len(ordinary),
            "alarms_per_thousand_comments": list(fit.ALARMS_PER_THOUSAND),
            "data": [
                {"file": path.name, "sha256": minilm.sha256_of(path)}
                for path in (*danger, *harmless, *comments)
            ],
        },
        "left_out_rounds": figures(rows, tried[best]),
    }
    head.write(folder, made, artefact.read_card(SHIPPED)["weights_sha256"], about)
    return about["left_out_rounds"]


def worth(rows: Sequence[Row], unseen: fit.Unseen) -> float:
    """The share of danger found less the share of harmless words raised, each by the second tier alone."""
    raised = np.array([bool(head.kinds(scores, unseen.thresholds)) for scores in unseen.rows])
    danger = np.array([bool(row.kind) for row in rows])
    return raised[danger].mean() - raised[~danger].mean()


def figures(rows: Sequence[Row], unseen: fit.Unseen) -> dict[str, dict[str, int]]:
    """For each round when it was left out, and for all: how many were found, and by which tier of the check.

    The first tier was mended with these rounds in sight, so `first_tier` and `together` flatter it.
    """
    counted = {}
    seen = [head.kinds(scores, unseen.thresholds) for scores in unseen.rows]
    for name in (*dict.fromkeys(row.round for row in rows), "all"):
        part = [(row, kinds) for row, kinds in zip(rows, seen, strict=True) if name in (row.round, "all")]
        bad = [(row, set(kinds), alarms(row.text)) for row, kinds in part if row.kind]
        good = [(set(kinds), alarms(row.text)) for row, kinds in part if not row.kind]
        counted[name] = {
            "danger": len(bad),
            "first_tier": sum(bool(first) for _, _, first in bad),
            "second_tier": sum(bool(second) for _, second, _ in bad),
            "second_tier_same_tier": sum(_tier(row.kind) in map(_tier, second) for row, second, _ in bad),
            "second_tier_same_kind": sum(row.kind in second for row, second, _ in bad),
            "together": sum(bool(first | second) for _, second, first in bad),
            "together_same_kind": sum(row.kind in first | second for row, second, first in bad),
            "harmless": len(good),
            "harmless_first_tier": sum(bool(first) for _, first in good),
            "harmless_added": sum(bool(second) and not first for second, first in good),
        }
    return counted


def _tier(kind: str) -> int:
    return KINDS[kind].tier
