"""Which words carried an answer: those that raised it most above the mean of the comment's words.

The network's answer is the mean of its words' answers, so each word's share of it is known exactly
and nothing need be computed again. (A word is heard in its context: its share is not its meaning.)
"""

import re

import numpy as np

MOST_WORDS = 5
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


def carried(raised: np.ndarray) -> list[tuple[int, int]]:
    """(first, last) of the at most five words that raised one answer most, neighbours joined, weightiest first.

    `raised` is (words,). The only word of a comment carries it alone.
    """
    if len(raised) == 1:
        return [(0, 0)]
    best = sorted(int(word) for word in np.argsort(-raised, kind="stable")[:MOST_WORDS] if raised[word] > 0)
    runs: list[list[int]] = []
    for word in best:
        if runs and runs[-1][-1] == word - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    runs.sort(key=lambda run: -raised[run].sum())
    return [(run[0], run[-1]) for run in runs]
