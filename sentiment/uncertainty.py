"""How unsure a model was of a comment: the least certain teach it most when a person labels them."""

from collections.abc import Mapping


def uncertainty(feelings: Mapping[str, float], themes: Mapping[str, float]) -> float | None:
    """0 (sure) to 1 (it might as well have guessed); None where nothing was scored.

    The mean of two shares. Of the feeling: one less the margin between the two likeliest
    classes. Of the themes, each of which is a yes or a no of its own: the same of the theme
    nearest to even. Source: margin sampling, B. Settles, "Active Learning Literature Survey",
    University of Wisconsin-Madison, Computer Sciences Technical Report 1648 (2009), section 3.1.
    """
    if not feelings:
        return None
    first, second = sorted(feelings.values(), reverse=True)[:2]
    nearest = min((abs(2 * share - 1) for share in themes.values()), default=1.0)
    return round(min(max(1 - (first - second + nearest) / 2, 0.0), 1.0), 4)
