"""The network that tells empty, marked and solid boxes apart: fitted on some pages, calibrated on others."""

import warnings
from itertools import groupby

import numpy as np

from feedback.paper.learning.examples import Boxes
from feedback.paper.reading.groups import Answer, BoxRead, Sureness, decide_page
from feedback.paper.reading.network import Network
from feedback.paper.reading.ticks import KINDS

HIDDEN = (48, 24)
MEMBERS = 3  # networks whose scores are averaged
# Large steps: twenty thousand boxes are learnt in under a minute of one core.
AT_ONCE, STEP, ROUNDS = 1_000, 3e-3, 80
COOLEST, HOTTEST = 0.3, 5.0


def fit(boxes: Boxes, *, seed: int = 1) -> Network:
    """A network for these boxes, not yet calibrated. Raises ValueError when they are not of every kind."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    rows, kinds = boxes.visible()
    if set(kinds) != set(range(len(KINDS))):
        raise ValueError("There must be boxes of every kind to learn from: draw more pages.")
    mean, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    scaled = np.clip((rows - mean) / scale, -8, 8)
    # Solid boxes are few: they count as much as if they were one in ten.
    rows_in, kinds_in = _evened(scaled, kinds, seed)
    members = []
    for number in range(MEMBERS):
        one = MLPClassifier(
            HIDDEN,
            alpha=3e-2,
            batch_size=min(AT_ONCE, len(rows_in)),
            learning_rate_init=STEP,
            max_iter=ROUNDS,
            random_state=seed + number,
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            one.fit(rows_in, kinds_in)
        members.append(tuple(zip(one.coefs_, one.intercepts_, strict=True)))
    return Network(KINDS, mean, scale, tuple(members), 1.0)


def calibrated(network: Network, boxes: Boxes) -> Network:
    """The same network with chances as often right as they say, by one temperature."""
    from scipy.optimize import minimize_scalar

    rows, kinds = boxes.visible()

    def surprise(cool: float) -> float:
        chances = _cooled(network, cool).chances(rows)
        return float(-np.log(np.maximum(chances[np.arange(len(kinds)), kinds], 1e-9)).mean())

    best = minimize_scalar(surprise, bounds=(COOLEST, HOTTEST), method="bounded")
    return _cooled(network, float(best.x))


def read_questions(network: Network, boxes: Boxes) -> list[list[BoxRead]]:
    """The boxes of every question as the network reads them."""
    questions: list[list[BoxRead]] = [[] for _ in boxes.truths]
    chances = network.chances(np.array(boxes.rows, np.float32))
    for row, question in zip(chances, boxes.questions, strict=True):
        values = boxes.values[question]
        place = len(questions[question])
        questions[question].append(BoxRead(values[place], *(float(one) for one in row)))
    return questions


def answers(questions: list[list[BoxRead]], boxes: Boxes, sure: Sureness) -> list[Answer]:
    """What the reader would make of every question, page by page."""
    found: list[Answer] = []
    for _, together in groupby(range(len(questions)), key=lambda number: boxes.pages[number]):
        numbers = list(together)
        found += decide_page(
            [questions[number] for number in numbers], sure, one_bit=boxes.one_bit[numbers[0]]
        )
    return found


def _cooled(network: Network, cool: float) -> Network:
    return Network(network.classes, network.mean, network.scale, network.members, cool)


def _evened(rows: np.ndarray, kinds: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    solid = np.flatnonzero(kinds == KINDS.index("solid"))
    wanted = max(0, len(kinds) // 10 - len(solid))
    if not len(solid) or not wanted:
        return rows, kinds
    more = np.random.default_rng(seed).choice(solid, wanted)
    return np.vstack([rows, rows[more]]), np.concatenate([kinds, kinds[more]])
