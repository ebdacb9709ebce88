"""How sure is sure enough: chosen on pages that taught nothing, so that what passes unseen is right. Pure."""

from collections.abc import Callable, Sequence

import numpy as np

# Of what passes unseen, how much must be right (the aims of the paper door).
GROUPS_RIGHT = 0.995
WORDS_RIGHT = 0.99
# Of the words left out as crossed out, how many must be; and how many boxes with none may be held back in vain.
STRIKES_RIGHT = 0.99
HELD_IN_VAIN = 0.04
# Even a flawless sample is small: never trust below these.
LEAST_ANSWERED = 0.9
LEAST_BLANK = 0.97
LEAST_WORDS = 0.9
NEVER = 1.1  # more than any confidence


def one_to_spare(wrong: int, count: int, right: float) -> bool:
    """One error more than was seen is reckoned with, since another sample may have it."""
    return (wrong + 1) / count <= 1 - right


def by_limits(wrong: int, count: int, right: float) -> bool:
    """The lower limit of what may be right, 97.5 in 100 sure, is enough (Wilson 1927): for what nobody sees again."""
    from scipy.stats import binomtest

    return binomtest(count - wrong, count).proportion_ci(method="wilson").low >= right


def least_sure(
    found: Sequence[tuple[float, bool]],
    *,
    right: float,
    never_below: float,
    enough: Callable[[int, int, float], bool] = one_to_spare,
) -> float:
    """The lowest confidence from which at least `right` of the (confidence, was it right) pairs are right.

    `enough` says whether so few are wrong of so many. Where no confidence is, NEVER is given: nothing passes.
    """
    ordered = sorted(found, reverse=True)
    best, wrong = NEVER, 0
    for count, (confidence, good) in enumerate(ordered, start=1):
        wrong += not good
        after = ordered[count][0] if count < len(ordered) else -1.0
        if confidence == after:
            continue  # all of one confidence pass together
        if enough(wrong, count, right):
            best = confidence
    if best == NEVER:
        return NEVER
    return max(never_below, best)


def least_doubted(found: Sequence[tuple[float, bool]], *, in_vain: float, never_below: float) -> float:
    """The lowest chance from which a person is asked, so that at most a share `in_vain` of what is false is asked."""
    false = sorted((chance for chance, good in found if not good), reverse=True)
    allowed = int(len(false) * in_vain)
    if allowed >= len(false):
        return never_below
    return max(never_below, float(np.nextafter(false[allowed], 2.0)))


def passing(found: Sequence[tuple[float, bool]], least: float) -> tuple[float, float]:
    """Of all pairs the share that passes at `least`, and of those the share that is right."""
    passed = [good for confidence, good in found if confidence >= least]
    return len(passed) / max(len(found), 1), sum(passed) / max(len(passed), 1)
