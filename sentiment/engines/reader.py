"""From comments to Readings, whatever computes the network: the rules that every engine of ours shares."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Protocol

import numpy as np

from feedback.signals import Signal, hear
from sentiment import languages
from sentiment.engines import UNKNOWN_LANGUAGE, Reading, why
from sentiment.engines.calibration import Calibration
from sentiment.engines.cleaning import clean, has_words
from sentiment.engines.heads import HEADS, LOUDEST, columns
from sentiment.engines.origins import Origins
from sentiment.engines.pieces import Piece, pieces
from sentiment.engines.questions import kind_of
from sentiment.safety.add import NOWHERE, add_signals
from sentiment.themes import NAMES

# Read at once: it bounds the memory that the answers of all words take (some 100 MB at the worst).
MOST_CHARACTERS = 200_000


class Backend(Protocol):
    """Whatever computes the network: what every head answers of each token of each piece."""

    def answers(self, tokens: Sequence[np.ndarray], kinds: Sequence[str]) -> list[np.ndarray]:
        """(tokens, ANSWERS) a piece, from its token ids and its kind of question (see `questions.KINDS`)."""


@dataclass(frozen=True)
class Answer:
    """What the network made of one text, ready to be told.

    `danger` (COLUMNS,) is of the whole; `by_word` (tokens, ANSWERS) of the tokens, which stand at
    `places` (tokens, 2) of the cleaned text. `told` are sentiment, probabilities, themes and predicted themes.
    """

    told: tuple[int, dict[str, float], dict[str, float], tuple[str, ...]]
    severity: float
    danger: np.ndarray
    by_word: np.ndarray
    places: np.ndarray


class Why(Mapping):
    """`Reading.why`, worked out when somebody asks: files are read by the million and few ask."""

    def __init__(self, find: Callable[[], dict[str, list[tuple[int, int]]]]):
        self.find = find

    @cached_property
    def found(self) -> dict[str, list[tuple[int, int]]]:
        """All of it."""
        return self.find()

    def __getitem__(self, label: str) -> list[tuple[int, int]]:
        return self.found[label]

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


class Reader:
    """An Engine on a Backend. `name` names the very weights that answer."""

    def __init__(self, backend: Backend, calibration: Calibration, name: str):
        self.backend = backend
        self.calibration = calibration
        self.name = name

    def read(self, texts: Sequence[str], questions: Sequence[str]) -> list[Reading]:
        """One Reading a text, in order. Texts in another language than English are marked, not scored.

        Where nobody can name the language it may be English spelt by ear: danger is listened for all the same.
        """
        return [
            reading
            for start, end in _portions(texts)
            for reading in self._read(texts[start:end], questions[start:end])
        ]

    def logits(self, texts: Sequence[str], questions: Sequence[str]) -> dict[str, np.ndarray]:
        """Each head's raw answers about cleaned texts, (texts, size). A text beyond 512 tokens is read in pieces.

        Of the pieces' answers themes and danger take the highest (what is named once is there) and
        the other heads the mean.
        """
        cut = pieces(texts)
        return _pooled(cut, self._by_token(cut, questions), len(texts))

    def _read(self, texts: Sequence[str], questions: Sequence[str]) -> list[Reading]:
        cleaned = [clean(text) for text in texts]
        spoken = languages.of(cleaned)
        heard = [
            row
            for row, text in enumerate(cleaned)
            if has_words(text) and (languages.is_read(spoken[row]) or spoken[row] == UNKNOWN_LANGUAGE)
        ]
        # The network leaves the interpreter free: the first tier of the safety check works meanwhile.
        with ThreadPoolExecutor(1) as aside:
            waiting = aside.submit(
                self._answers, [cleaned[row] for row in heard], [kind_of(questions[row]) for row in heard]
            )
            signals = [hear(text) for text in texts]
        answers = dict(zip(heard, waiting.result(), strict=True))
        return [
            self._reading(text, cleaned[row], answers.get(row), signals[row], spoken[row])
            for row, text in enumerate(texts)
        ]

    def _reading(
        self, text: str, cleaned: str, answer: Answer | None, signals: tuple[Signal, ...], language: str
    ) -> Reading:
        if answer is None:
            return Reading(None, {}, {}, (), signals, language, self.name)
        origins = Origins(text, cleaned)
        signals = self._signals(text, answer, signals, origins)
        if not languages.is_read(language):
            return Reading(None, {}, {}, (), signals, language, self.name)
        return Reading(
            *answer.told,
            signals=signals,
            language=language,
            model=self.name,
            severity=answer.severity,
            why=Why(partial(_why, cleaned, answer, origins)),
        )

    def _signals(
        self, text: str, answer: Answer, found: tuple[Signal, ...], origins: Origins
    ) -> tuple[Signal, ...]:
        if not (answer.danger[-len(self.calibration.danger) :] > self.calibration.danger).any():
            return found
        places = [origins.place(start, end) for start, end in answer.places]
        starts = np.array([NOWHERE if place is None else place[0] for place in places])
        words = answer.by_word[:, columns("danger")]
        return add_signals(text, found, answer.danger, words, starts, self.calibration.danger)

    def _by_token(self, cut: Sequence[Piece], questions: Sequence[str]) -> list[np.ndarray]:
        return self.backend.answers([piece.ids for piece in cut], [questions[piece.owner] for piece in cut])

    def _answers(self, texts: Sequence[str], questions: Sequence[str]) -> list[Answer]:
        if not texts:
            return []
        cut = pieces(texts)
        by_token = self._by_token(cut, questions)
        pooled = _pooled(cut, by_token, len(texts))
        owners = np.array([piece.owner for piece in cut])
        starts = np.searchsorted(owners, np.arange(len(texts) + 1))
        told, severity = self._told(pooled, questions), _severity(pooled["criticality"])
        answers = []
        for row, (start, end) in enumerate(zip(starts, starts[1:], strict=False)):
            places = np.concatenate([piece.places for piece in cut[start:end]])
            by_word = np.concatenate(by_token[start:end])
            words = places[:, 1] > 0  # the marks at either end of a piece stand nowhere
            answers.append(
                Answer(told[row], severity[row], pooled["danger"][row], by_word[words], places[words])
            )
        return answers

    def _told(self, pooled: dict[str, np.ndarray], kinds: Sequence[str]) -> list[tuple]:
        feelings = self.calibration.sentiments(pooled["sentiment"], kinds)
        themes = self.calibration.themes(pooled["themes"])
        chosen = self.calibration.predicted(themes)
        return [
            (
                label,
                dict(zip("12345", shares, strict=True)),
                dict(zip(NAMES, likely, strict=True)),
                tuple(name for name, yes in zip(NAMES, yeses, strict=True) if yes),
            )
            for label, shares, likely, yeses in zip(
                (feelings.argmax(1) + 1).tolist(),
                _rounded(feelings),
                _rounded(themes),
                chosen.tolist(),
                strict=True,
            )
        ]


def _portions(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of runs of texts of some `MOST_CHARACTERS`."""
    start, size = 0, 0
    for at, text in enumerate(texts):
        if size > MOST_CHARACTERS:
            yield start, at
            start, size = at, 0
        size += len(text)
    if start < len(texts):
        yield start, len(texts)


def _pooled(cut: Sequence[Piece], by_token: Sequence[np.ndarray], texts: int) -> dict[str, np.ndarray]:
    """Each head's answer about each text, (texts, size): the mean of its tokens', or the loudest."""
    if not cut:
        return {head: np.zeros((0, size), np.float32) for head, size in HEADS.items()}
    every = np.concatenate(by_token)
    counts = np.array([len(answers) for answers in by_token])
    starts = np.cumsum(counts) - counts
    means = np.add.reduceat(every, starts) / counts[:, None]
    found = {head: means[:, columns(head)] for head in HEADS}
    found[LOUDEST] = np.maximum.reduceat(every[:, columns(LOUDEST)], starts)
    if len(cut) == texts:
        return found
    owners = np.array([piece.owner for piece in cut])
    firsts = np.flatnonzero(np.diff(owners, prepend=-1))
    parts = np.bincount(owners)[:, None]
    return {
        head: np.maximum.reduceat(values, firsts)
        if head in ("themes", "danger")
        else np.add.reduceat(values, firsts) / parts
        for head, values in found.items()
    }


def _severity(criticality: np.ndarray) -> list[float]:
    """0 to 1 from 1 (full of praise) to -1 (highly critical)."""
    return np.clip((1 - criticality[:, 0].astype(float)) / 2, 0, 1).round(4).tolist()


def _why(cleaned: str, answer: Answer, origins: Origins) -> dict[str, list[tuple[int, int]]]:
    """For the sentiment and each predicted theme, where in the person's text the words are that carried it."""
    sentiment, _, _, predicted = answer.told
    feelings = answer.by_word[:, columns("sentiment")]
    # What all five classes gain alike decides nothing between them.
    feeling = feelings[:, sentiment - 1] - feelings.mean(1)
    themes = answer.by_word[:, columns("themes")][:, [NAMES.index(name) for name in predicted]]
    places = why.words(cleaned)
    raised = why.raised(np.column_stack([feeling, themes]), answer.places[:, 0], places)
    telling = why.telling(cleaned, places)
    found = {}
    for at, label in enumerate(("sentiment", *predicted)):
        runs = [
            origins.place(places[first, 0], places[last, 1])
            for first, last in why.carried(raised[:, at], telling)
        ]
        found[label] = [(int(run[0]), int(run[1])) for run in runs if run]
    return found


def _rounded(shares: np.ndarray) -> list[list[float]]:
    return shares.astype(float).round(4).tolist()
