"""The network that tells crossed-out words apart, taught with boxes of words alone (generator.practice)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import cv2
import numpy as np

from feedback.paper.generator.practice import Practice
from feedback.paper.layout import Box
from feedback.paper.reading import lines, strikes
from feedback.paper.reading.register import PER_MM

SHADES = 255
UNSAID = -1  # columns at either end of a crossing-out: nobody can say where just it ends
EDGE = 5  # columns
INSIDE_LINE = (0.1, 0.95)  # of a line's height: a crossing-out whose middle lies there crosses this line
# (channels, how far apart the columns are that a layer looks at); each looks at STEPS of them.
LAYERS = ((48, 1), (48, 2), (1, 3))
STEPS = 9
AT_ONCE, EPOCHS, QUICKEST = 24, 24, 4e-3
MOSTLY = 0.7  # of a piece's columns: then it is the crossed-out word that was found
RARE = 2.0  # how much more a crossed-out column counts: there are few


@dataclass
class Lines:
    """Lines as the network sees them, but 0 to SHADES and whole; for each column 1 (crossed out), 0 (not) or
    UNSAID; and the number of its box."""

    seen: list[np.ndarray] = field(default_factory=list)
    struck: list[np.ndarray] = field(default_factory=list)
    boxes: list[int] = field(default_factory=list)

    def add(self, one: Practice) -> None:
        """The lines of one box."""
        number = self.boxes[-1] + 1 if self.boxes else 0
        for line in lines.written(one.page, one.box).lines:
            seen = np.round(strikes.seen(line.picture) * SHADES).astype(np.uint8)
            self.seen.append(seen)
            self.struck.append(_columns(line, one, seen.shape[1]))
            self.boxes.append(number)


def gather(some: Iterable[Practice]) -> Lines:
    """All lines of these boxes."""
    found = Lines()
    for one in some:
        found.add(one)
    return found


def _columns(line: lines.Line, one: Practice, count: int) -> np.ndarray:
    told = np.zeros(count, np.int8)
    if one.way == "underline":
        return told
    for ends in one.put.crossed:
        begin, end, level = _on_line(line, ends, one.box)
        if INSIDE_LINE[0] < level < INSIDE_LINE[1]:
            first, last = round(begin * count), round(end * count)
            told[max(0, first - EDGE) : max(0, last + EDGE)] = UNSAID
            told[max(0, first + EDGE) : max(0, last - EDGE)] = 1
    return told


def _on_line(line: lines.Line, ends: tuple, box: Box) -> tuple[float, float, float]:
    """Where a crossing-out begins and ends along a line, and how far down it: shares of the line's picture."""
    corner = np.array((box.x, box.y)) + lines.INSIDE
    points = ((np.array(ends) - corner) * PER_MM).astype(np.float32)[None]
    square = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float32)
    moved = cv2.perspectiveTransform(
        points, cv2.getPerspectiveTransform(line.corners.astype(np.float32), square)
    )[0]
    return float(moved[:, 0].min()), float(moved[:, 0].max()), float(moved[:, 1].mean())


def fit(taught: Lines, *, seed: int = 1, epochs: int | None = None) -> list:
    """The network, plain, as it goes into the file. Takes minutes on one core."""
    import torch

    epochs = epochs or EPOCHS
    torch.manual_seed(seed)
    source = np.random.default_rng(seed)
    network = _network(torch)
    learner = torch.optim.AdamW(network.parameters(), QUICKEST / 2, weight_decay=1e-3)
    rounds = -(-len(taught.seen) // AT_ONCE) * epochs
    pace = torch.optim.lr_scheduler.OneCycleLR(learner, QUICKEST, total_steps=rounds)
    for _ in range(epochs):
        for seen, struck in _batches(taught, source):
            chances, told = network(torch.from_numpy(seen))[:, 0], torch.from_numpy(struck)
            said = told != UNSAID
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                chances[said], told[said], pos_weight=torch.tensor(RARE)
            )
            learner.zero_grad()
            loss.backward()
            learner.step()
            pace.step()
    return _plain(network)


def _network(torch):
    before, parts = strikes.HIGH, []
    for after, apart in LAYERS:
        parts += [
            torch.nn.Conv1d(before, after, STEPS, padding=STEPS // 2 * apart, dilation=apart),
            torch.nn.ReLU(),
        ]
        before = after
    return torch.nn.Sequential(*parts[:-1])


def _plain(network) -> list:
    layers = [one for one in network if hasattr(one, "weight")]
    return [
        [
            np.round(one.weight.detach().numpy().transpose(2, 1, 0).astype(float), 3).tolist(),
            np.round(one.bias.detach().numpy().astype(float), 3).tolist(),
            one.dilation[0],
        ]
        for one in layers
    ]


def _batches(taught: Lines, source) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Lines of about one length together, some mirrored, moved up or down, paler or darker."""
    order = sorted(source.permutation(len(taught.seen)), key=lambda place: taught.seen[place].shape[1])
    groups = [order[start : start + AT_ONCE] for start in range(0, len(order), AT_ONCE)]
    source.shuffle(groups)
    for group in groups:
        longest = max(taught.seen[place].shape[1] for place in group)
        seen = np.zeros((len(group), strikes.HIGH, longest), np.float32)
        struck = np.full((len(group), longest), UNSAID, np.float32)
        for row, place in enumerate(group):
            columns = taught.seen[place].shape[1]
            seen[row, :, :columns] = taught.seen[place] / np.float32(SHADES)
            struck[row, :columns] = taught.struck[place]
        if source.random() < 0.5:
            seen, struck = seen[:, :, ::-1], struck[:, ::-1]
        seen = np.roll(seen, source.integers(-2, 3), axis=1) * np.float32(source.uniform(0.75, 1.15))
        yield np.ascontiguousarray(seen), np.ascontiguousarray(struck)


def judged(plain: list, apart: Lines) -> tuple[list[tuple[float, bool]], list[tuple[float, bool]]]:
    """(pieces, boxes), each (chance, whether it is crossed out): every piece the network finds on lines kept apart,
    and for every box the greatest chance of its pieces, 0 where there is none."""
    network, found = strikes.from_plain(plain), []
    most, crossed = np.zeros(apart.boxes[-1] + 1), np.zeros(apart.boxes[-1] + 1, bool)
    for seen, struck, box in zip(apart.seen, apart.struck, apart.boxes, strict=True):
        crossed[box] |= bool((struck == 1).any())
        for one in strikes.pieces(network.chances(seen / np.float32(SHADES))):
            most[box] = max(most[box], one.chance)
            found.append((one.chance, bool((struck[one.begin : one.end] != 0).mean() >= MOSTLY)))
    return found, list(zip(most.tolist(), crossed.tolist(), strict=True))
