"""What lies around a box and how it goes on there: rings, lines that run through it, spots, the paper's own shade.

A ring round a box is a mark; a crease, a stain's edge or a streak that runs through one is not, and goes on
beyond the outline where a tick ends. Lengths are in halves of the box's side: 1 is its outline.
"""

from functools import cache

import cv2
import numpy as np

from feedback.paper.layout import Box
from feedback.paper.reading.paper import COARSE, Page
from feedback.paper.reading.register import PER_MM

HALF = 24  # pixels from the middle of a box to its outline, once cut to size
SIDE = 124  # pixels of what is cut
REACH = SIDE / 2 / HALF
INSIDE = 0.8  # nearer the outline there may be its line
SOFT = 1.2  # pixels: grain is smoothed away by so much
# Rings as people draw them: half as wide and half as high as this, not much longer than wide.
RINGS = [
    (wide, high)
    for wide in np.linspace(1.3, 2.15, 6)
    for high in np.linspace(1.3, 2.0, 5)
    if 0.75 < wide / high < 1.35
]
SECTORS = 48
BESIDE = 0.3  # how far inside and outside a ring its paper is looked at
BANDS = (np.linspace(1.2, 1.6, 5), np.linspace(1.65, 2.2, 5))
PLAIN = 0.03  # darker than the paper beside it by more than this, of 1, is ink
# Straight lines through the inside, on a picture FINE times smaller: how many directions, how far off the middle.
FINE = 2
DIRECTIONS = 16
OFFS = 10
ALONG = 30
THIN = 3  # pixels to either side of a thin line where its paper is
NEAR, FAR = (1.2, 1.7), (1.75, 2.5)  # where a line that goes on beyond the outline is looked for
LEAST = 10  # pixels of a line inside the box
ASIDE = (1, 3)  # pixels that a line may have bent by, near and far
SPOT_SIDE = 36  # pixels of the inside
SPOT_EDGE = 0.7  # millimetres of it nearest the outline that are left out
SPOTS = (1.2, 2.4, 4.8)  # pixels: the sizes of dots
OTHERS = 0.3  # of the boxes of a page: so many are surely empty
KINDS = ("strongest", "level", "slanting", "thin", "crossing")
NAMES = (
    "ring", "ring share", "ring mean", "ring least", "near most", "near half", "near least", "far half", "far least",
    *(
        f"{kind} {what}"
        for kind in KINDS
        for what in ("line", "over grain", "near less", "near more", "far less", "far more", "slant")
    ),
    "spot small", "spot", "spot large", "spot over grain", "spot round", "spot area", "spot long", "spot off",
    "spot next", "shade", "shade inside", "shade change",
)  # fmt: skip
COMPARED = [
    NAMES.index(name)
    for name in ("ring", "ring mean", "strongest line", "thin line", "slanting line", "spot", "spot large")
]


def measure(page: Page, boxes: list[Box]) -> np.ndarray:
    """One row a box, (boxes, len(NAMES) + len(COMPARED)); the last columns are against the page's emptiest boxes."""
    dark = np.array([_cut(page, box) for box in boxes])
    rows = np.hstack([_rings(dark), _lines(dark), _spots(page, boxes), _shades(page, boxes)])
    usual = np.quantile(rows[:, COMPARED], OTHERS, axis=0)
    return np.hstack([rows, rows[:, COMPARED] - usual]).astype(np.float32)


def _cut(page: Page, box: Box) -> np.ndarray:
    """How dark it is in the box and around it, 0 to 1: (SIDE, SIDE), the box in the middle."""
    x, y = _middle(box)
    wide, high = (side / 2 * PER_MM / HALF for side in (box.width, box.height))
    off = (SIDE - 1) / 2
    home = np.float32([[wide, 0, x - 0.5 - off * wide], [0, high, y - 0.5 - off * high]])
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpAffine(page.white, home, (SIDE, SIDE), flags=how, borderValue=255)
    return 1 - seen.astype(np.float32) / 255


def _middle(box: Box) -> tuple[float, float]:
    """The middle of a box on the page, in pixels."""
    return (box.x + box.width / 2) * PER_MM, (box.y + box.height / 2) * PER_MM


def _rings(dark: np.ndarray) -> np.ndarray:
    """Of every box: how dark, how closed the ring is that fits best, and the ink all round at two distances."""
    soft = _blurred(dark, SOFT)
    on, within, without, bands = (_at(soft, places) for places in _ring_places())
    ridge = on - np.maximum(within, without)
    score = np.sort(ridge, axis=2)[:, :, SECTORS // 3]
    ridge = np.sort(ridge[np.arange(len(dark)), score.argmax(axis=1)], axis=1)
    bands = np.sort(bands.reshape(len(dark), len(BANDS), -1, SECTORS).max(axis=2), axis=2)
    near, far = bands[:, 0], bands[:, 1]
    half, least = SECTORS // 2, SECTORS // 8
    return np.column_stack(
        [
            score.max(axis=1), (ridge > PLAIN).mean(axis=1), np.clip(ridge, 0, 10 * PLAIN).mean(axis=1),
            ridge[:, least], near[:, -least], near[:, half], near[:, least], far[:, half], far[:, least],
        ]
    )  # fmt: skip


def _blurred(pictures: np.ndarray, size: float) -> np.ndarray:
    """Each of the pictures (n, high, wide) blurred; what runs over from one into the next is at their edges only."""
    count, high, wide = pictures.shape
    return cv2.GaussianBlur(pictures.reshape(count * high, wide), (0, 0), size).reshape(pictures.shape)


def _at(pictures: np.ndarray, places: np.ndarray) -> np.ndarray:
    """(pictures, *places.shape): every picture at every place, counted along its rows."""
    return pictures.reshape(len(pictures), -1)[:, places]


@cache
def _ring_places() -> tuple[np.ndarray, ...]:
    """Where rings lie, where the paper inside and outside them, and the bands round the box: (rings or
    distances, SECTORS) places on a cut."""
    turn = np.linspace(0, 2 * np.pi, SECTORS, endpoint=False)
    way = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    rings = [(np.array(RINGS)[:, None] + off) * way for off in (0, -BESIDE, BESIDE)]
    # The bands go along the outline, which is square.
    square = way / np.abs(way).max(axis=1, keepdims=True)
    return tuple(_place(one, HALF) for one in (*rings, np.concatenate(BANDS)[:, None, None] * square))


def _place(points: np.ndarray, half: float) -> np.ndarray:
    """The place of each point (..., 2), in halves from the middle, on a cut of `half` pixels a half."""
    side = round(2 * REACH * half)
    spots = np.clip(np.floor((points + REACH) * half).astype(int), 0, side - 1)
    return spots[..., 1] * side + spots[..., 0]


def _lines(dark: np.ndarray) -> np.ndarray:
    """Of every box, for its strongest straight line of each of KINDS: how dark it is, how it goes on beyond."""
    small = SIDE // FINE
    fine = dark.reshape(len(dark), small, FINE, small, FINE).mean(axis=(2, 4))
    places, weights, slant = _line_places()
    seen = _at(fine, places)
    found = np.einsum("nkol,pkol->pnko", seen, weights, optimize=True)
    mean, ends = found[0], found[1:]
    good = weights[0].any(axis=2)
    usual = np.median(mean[:, good], axis=1)
    rough = np.mean(np.abs(np.minimum(mean[:, good] - usual[:, None], 0)), axis=1) + 0.002
    strong = np.where(good, mean - usual[:, None, None], -1)
    tables = _kinds(strong, mean, good, slant)
    columns = []
    for table in tables:
        top = table.reshape(len(dark), -1).max(axis=1)
        direction, off = np.divmod(table.reshape(len(dark), -1).argmax(axis=1), table.shape[2])
        near, far = (
            _ends(ends[at : at + 2], direction, off, aside) for at, aside in ((0, ASIDE[0]), (2, ASIDE[1]))
        )
        columns += [
            top, np.minimum(top / rough, 60) / 60, near.min(axis=0), near.max(axis=0), far.min(axis=0),
            far.max(axis=0), slant[direction],
        ]  # fmt: skip
    return np.column_stack(columns)


def _kinds(strong: np.ndarray, mean: np.ndarray, good: np.ndarray, slant: np.ndarray) -> list[np.ndarray]:
    """How strong each line is (boxes, directions, offs), -1 for those that are not of the kind: for each of KINDS."""
    level = (slant < 0.3)[:, None]
    thin = np.full_like(strong, -1)
    beside = np.maximum(mean[:, :, : -2 * THIN], mean[:, :, 2 * THIN :])
    clear = good[:, : -2 * THIN] & good[:, 2 * THIN :]
    thin[:, :, THIN:-THIN] = np.where(clear, mean[:, :, THIN:-THIN] - beside, -1)
    first = strong.max(axis=2).argmax(axis=1)
    turned = np.abs((np.arange(DIRECTIONS) - first[:, None] + DIRECTIONS // 2) % DIRECTIONS - DIRECTIONS // 2)
    crossing = np.where((turned > DIRECTIONS // 6)[:, :, None], strong, -1)
    return [strong, np.where(level, strong, -1), np.where(level, -1, strong), thin, crossing]


def _ends(ends: np.ndarray, direction: np.ndarray, off: np.ndarray, aside: int) -> np.ndarray:
    """(2, boxes): how dark the two ends (2, boxes, directions, offs) of a line are, at most so many pixels aside."""
    boxes, last = np.arange(len(direction)), ends.shape[3] - 1
    ways = [np.clip(off + one, 0, last) for one in range(-aside, aside + 1)]
    return np.max([ends[:, boxes, direction, way] for way in ways], axis=0)


@cache
def _line_places() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(places, weights, slant): where straight lines lie on a cut made FINE times smaller (directions, offs, along),
    weights that give the mean of a line inside the box and of its four ends (5, directions, offs, along), and how
    far each direction is from level and upright."""
    half = HALF / FINE
    turn = np.arange(DIRECTIONS) * np.pi / DIRECTIONS
    along, off = np.arange(-ALONG, ALONG + 1) / half, np.arange(-OFFS, OFFS + 1) / half
    ahead = np.stack([np.cos(turn), np.sin(turn)], axis=1)[:, None, None]
    aside = np.stack([-np.sin(turn), np.cos(turn)], axis=1)[:, None, None]
    points = along[None, None, :, None] * ahead + off[None, :, None, None] * aside
    away, after = np.abs(points).max(axis=3), along[None, None] > 0
    inside = away < INSIDE
    inside &= (inside.sum(axis=2) >= LEAST)[:, :, None]
    beyond = [(away > low) & (away < high) & side for low, high in (NEAR, FAR) for side in (after, ~after)]
    parts = np.array([inside, *beyond])
    weights = (parts / np.maximum(parts.sum(axis=3, keepdims=True), 1)).astype(np.float32)
    return _place(points, half), weights, np.abs(np.sin(2 * turn))


def _spots(page: Page, boxes: list[Box]) -> np.ndarray:
    """Of every box: the darkest round spot of each size, against the grain; its shape, its place, and the next one."""
    size, edge = (SPOT_SIDE, SPOT_SIDE), round(SPOTS[-1] * 2)
    insides = [cv2.resize(page.cut(box, -SPOT_EDGE), size, interpolation=cv2.INTER_AREA) for box in boxes]
    framed = [cv2.copyMakeBorder(one, edge, edge, edge, edge, cv2.BORDER_REFLECT) for one in insides]
    blurs = [_blurred(1 - np.array(framed, np.float32) / 255, one) for one in (*SPOTS, 2 * SPOTS[-1])]
    seen = [(less - more)[:, edge:-edge, edge:-edge] for less, more in zip(blurs, blurs[1:], strict=False)]
    tops = np.array([one.max(axis=(1, 2)) for one in seen]).T
    rough = np.median(np.abs(seen[1]).reshape(len(boxes), -1), axis=1) + 0.001
    over = np.minimum(tops[:, 1] / rough, 60) / 60
    return np.column_stack([tops, over, np.array([_shape(one) for one in seen[1]])])


def _shape(seen: np.ndarray) -> tuple[float, ...]:
    """Of the darkest spot: how round it is, its share of the box, its length, how far off the middle, and how dark
    the next one is against it."""
    y, x = np.unravel_index(int(seen.argmax()), seen.shape)
    top = float(seen[y, x])
    _, labels, table, _ = cv2.connectedComponentsWithStats((seen > top / 2).astype(np.uint8), connectivity=8)
    wide, high, area = (float(one) for one in table[labels[y, x], cv2.CC_STAT_WIDTH : cv2.CC_STAT_AREA + 1])
    off = max(abs(x / SPOT_SIDE - 0.5), abs(y / SPOT_SIDE - 0.5))
    following = float(seen[labels != labels[y, x]].max(initial=0.0))
    long = max(wide, high)
    return min(wide, high) / long, area / seen.size, long / SPOT_SIDE, off, following / max(top, 1e-3)


def _shades(page: Page, boxes: list[Box]) -> np.ndarray:
    """Of every box: how dark the paper is around and in it against the page's, and how much that changes."""
    small = _small(page.grey)
    usual = max(float(np.median(small[::4, ::4])), 1.0)
    rows = []
    for box in boxes:
        (x, y), reach = _middle(box), REACH * box.width / 2 * PER_MM
        down, across = (
            slice(max(0, round((one - reach) / COARSE) - 2), round((one + reach) / COARSE) + 3)
            for one in (y, x)
        )
        # Writing is thinner than 4 mm across; what stays after it is taken away is paper.
        paper = cv2.morphologyEx(small[down, across], cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)) / usual
        inside = paper[paper.shape[0] // 2, paper.shape[1] // 2]
        rows.append((1 - float(paper.mean()), 1 - float(inside), float(np.ptp(paper))))
    return np.array(rows)


def _small(grey: np.ndarray) -> np.ndarray:
    return cv2.resize(grey, None, fx=1 / COARSE, fy=1 / COARSE, interpolation=cv2.INTER_AREA)
