"""Was the page scanned in black and white? Such scans lose faint ticks (paper.md, rule 4)."""

import numpy as np

# Of all pixels, how many lie between black and white. A grey scan of the same forms has 4 % and more
# (soft edges, the grain of paper); a black and white one next to none, and under 2 % after a JPEG.
SOFT = 0.02
NEAR = 28


def is_one_bit(grey: np.ndarray) -> bool:
    """True for a picture of black and white only, also after it was a JPEG. `grey` is (height, width) of uint8."""
    heights = np.bincount(grey[::2, ::2].ravel(), minlength=256).astype(float)
    heights /= max(heights.sum(), 1.0)
    dark, light = _peak(heights[:96]), 160 + _peak(heights[160:])
    soft = 1.0 - _near(heights, dark) - _near(heights, light)
    # Both ends must be sharp: a clean grey page has a white peak as sharp, but no black one.
    return bool(
        soft < SOFT and light >= 245 and dark <= 12 and _near(heights, dark, 12) > 0.6 * _dark(heights)
    )


def _peak(heights: np.ndarray) -> int:
    return int(np.argmax(heights))


def _near(heights: np.ndarray, middle: int, within: int = NEAR) -> float:
    return float(heights[max(0, middle - within) : middle + within + 1].sum())


def _dark(heights: np.ndarray) -> float:
    return float(heights[:160].sum())
