"""How far two engines say the same of the same comments."""

from collections.abc import Sequence

from sentiment.engines import Reading
from sentiment.themes import NAMES


def agreement(one: Sequence[Reading], other: Sequence[Reading]) -> dict[str, float]:
    """Shares, 0 to 1, over comments that were scored (at least one must be).

    `sentiment`: the same of five. `theme_labels`: the same yes or no to a theme, over all themes of
    all comments. `themes`: the same as F1 over the themes that are predicted, because the many that
    a comment is not about flatter. `theme_sets`: comments with the very same themes.
    """
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a.sentiment is not None]
    sets = [(set(a.predicted_themes), set(b.predicted_themes)) for a, b in pairs]
    named = sum(len(a) + len(b) for a, b in sets)
    differing = sum(len(a ^ b) for a, b in sets)
    return {
        "sentiment": round(sum(a.sentiment == b.sentiment for a, b in pairs) / len(pairs), 4),
        "theme_labels": round(1 - differing / (len(sets) * len(NAMES)), 4),
        "themes": round(2 * sum(len(a & b) for a, b in sets) / named, 4) if named else 1.0,
        "theme_sets": round(sum(a == b for a, b in sets) / len(sets), 4),
    }
