"""Which words carried an answer: those that raised it most above the mean of the comment's words.

The network's answer is the mean of its words' answers, so each word's share of it is known exactly
and nothing need be computed again. (A word is heard in its context: its share is not its meaning.)
"""

import re

import numpy as np

MOST_WORDS = 5
# Words that carry no meaning alone: never given as a reason, though the network may lean on them. Not among
# them are those that turn a meaning round ("not", "no", "but", "too", "only").
SMALL = frozenset(
    "a an the and or of to in on at by for from with as into up out that this these those it its it's i me my we us our "
    "you your he him his she her they them their there here is are was were be been being am do does did has have had "
    "will would can could should so if then than which who what when where".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def words(text: str) -> np.ndarray:
    """Where the words of a text stand in it: (words, 2), start and end."""
    return np.array([match.span() for match in _WORD.finditer(text)], int).reshape(-1, 2)


def raised(answers: np.ndarray, starts: np.ndarray, places: np.ndarray) -> np.ndarray:
    """How far each word raised each answer above the mean of all, (words, answers).

    `answers` (tokens, answers) are of the tokens that begin at `starts`; `places` are `words`. A
    word of several tokens adds up what they say; tokens outside words (full stops) are left out.
    """
    found = np.zeros((len(places), answers.shape[1]))
    if not len(places):
        return found
    word = np.searchsorted(places[:, 0], starts, side="right") - 1
    inside = (word >= 0) & (starts < places[word, 1])
    if inside.any():
        np.add.at(found, word[inside], answers[inside] - answers[inside].mean(0))
    return found


def telling(text: str, places: np.ndarray) -> np.ndarray:
    """Which words of a text can be a reason by themselves: (words,) of bool. If none can, all may."""
    found = np.array(
        [text[start:end].casefold().replace("’", "'") not in SMALL for start, end in places], bool
    )
    return found if found.any() else np.ones(len(places), bool)


def carried(raised: np.ndarray, telling: np.ndarray) -> list[tuple[int, int]]:
    """(first, last) of the at most five words that raised one answer most, neighbours joined, weightiest first.

    `raised` and `telling` (see there) are (words,). The only word of a comment carries it alone.
    """
    if len(raised) == 1:
        return [(0, 0)]
    order = np.argsort(-np.where(telling, raised, -np.inf), kind="stable")
    best = sorted(int(word) for word in order[:MOST_WORDS] if telling[word] and raised[word] > 0)
    runs: list[list[int]] = []
    for word in best:
        if runs and runs[-1][-1] == word - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    runs.sort(key=lambda run: -raised[run].sum())
    return [(run[0], run[-1]) for run in runs]
