"""Setting a page straight: from where its marks were found to where every millimetre of its layout lies.

Markers first, then codes, then the printed outlines of the boxes, which also take out curl and
say whether the page may be believed at all (paper.md, rule 3).
"""

from dataclasses import dataclass

import cv2
import numpy as np

from feedback.paper.layout import Box, Layout
from feedback.paper.reading import outlines
from feedback.paper.reading.codes import Code

# Dots an inch of the straight page that all reading is done on.
WORK_DPI = 200
PER_MM = WORK_DPI / 25.4
# The outlines are sought on a smaller one.
LOOK_DPI = 150
NEAR = 0.9  # millimetres: an outline this near its place is where it should be
ENOUGH = 0.8  # of the boxes
# How far off outlines are sought: by how the page was first placed.
WIDE, NARROW = 3.0, 1.6
FAR_OFF = 2.0  # millimetres: further from its place than any curl takes it, a mark is something else
# Curl is smooth: more outlines than this are needed before it is taken out.
FOR_CURL = 24


@dataclass(frozen=True)
class Registered:
    """A page with a place for its layout. `home` takes millimetres to pixels of the picture, `bend` is what
    curl adds to it, in millimetres right and down (two rows of the coefficients of `_terms`); `share` of the
    boxes are where they should be."""

    home: np.ndarray
    bend: np.ndarray
    share: float

    @property
    def sure(self) -> bool:
        return self.share >= ENOUGH


def register(
    grey: np.ndarray, layout: Layout, page: int, markers: dict[int, np.ndarray], codes: list[Code]
) -> Registered | None:
    """Place the layout's page on the picture. None where neither markers nor codes say where it is."""
    pieces, ticks = outlines.pieces_of(layout, page), len(outlines.tick_boxes_of(layout, page))
    best = None
    for home, well in _first_places(layout, page, markers, codes):
        for within in () if well else (WIDE, WIDE, NARROW):
            home = _nudged(grey, layout, pieces, home, within)
        one = _measured(grey, layout, pieces, home, ticks)
        if best is None or one.share > best.share:
            best = one
        if best.sure:
            break
    return best


def straighten(grey: np.ndarray, layout: Layout, place: Registered, dpi: int = WORK_DPI) -> np.ndarray:
    """The page set straight to its layout, grey, at `dpi`; white where the picture ends."""
    per_mm = dpi / 25.4
    width, height = round(layout.width * per_mm), round(layout.height * per_mm)
    # Curl is smooth: where a pixel comes from is worked out on a grid and filled in.
    step = 16
    x, y = np.meshgrid(np.arange(0, width + step, step), np.arange(0, height + step, step))
    mm = np.stack([x.ravel(), y.ravel()], 1) / per_mm
    bent = mm + _terms(mm, layout) @ place.bend.T
    spots = (_through(place.home, bent)).reshape(*x.shape, 2).astype(np.float32)
    size = (spots.shape[1] * step, spots.shape[0] * step)
    # Corner to corner: grid point k stands for pixel k * step.
    grow = np.float32([[step, 0, 0], [0, step, 0]])
    maps = [cv2.warpAffine(spots[..., axis], grow, size, flags=cv2.INTER_LINEAR) for axis in (0, 1)]
    cut = [np.ascontiguousarray(one[:height, :width]) for one in maps]
    return cv2.remap(grey, cut[0], cut[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=255)


def _first_places(layout, page, markers, codes):
    """Where the page may lie, the surest first; with each, whether it is known well."""
    marks = [mark for mark in layout.marks if mark.page == page]
    by_marker = [
        (_corners(mark.box), markers[mark.value])
        for mark in marks
        if mark.kind == "marker" and mark.value in markers
    ]
    by_code = [
        (_corners(mark.box), code.corners)
        for mark in marks
        for code in codes
        if mark.kind == code.kind and code.payload.page == page
    ]
    if len(by_marker) >= 3:
        home = _fitted(by_marker)
        yield home, True
        if _fits(home, by_marker):
            return
    if len(by_marker) == 4:  # one of four may be something else
        for left_out in range(4):
            yield _fitted([one for number, one in enumerate(by_marker) if number != left_out]), True
    if by_marker + by_code:
        yield _fitted(by_marker + by_code), False
    if len(by_code) == 2 and by_marker:
        yield _fitted(by_code), False


def _fitted(pairs: list) -> np.ndarray:
    """Millimetres to pixels, by least squares. Few marks bear no perspective: it would run wild far from them."""
    mm = np.concatenate([one for one, _ in pairs])
    spots = np.concatenate([one for _, one in pairs])
    if len(pairs) >= 3:
        home, _ = cv2.findHomography(mm, spots, 0)
        if home is not None:
            return home
    if len(pairs) == 2:
        whole, _ = cv2.estimateAffine2D(mm, spots, ransacReprojThreshold=1e6)
    else:
        whole, _ = cv2.estimateAffinePartial2D(mm, spots, ransacReprojThreshold=1e6)
    return np.vstack([whole, [0, 0, 1]])


def _fits(home: np.ndarray, pairs: list) -> bool:
    """Whether all marks lie where that place has them."""
    for mm, spots in pairs:
        pixels_a_mm = np.linalg.norm(spots[0] - spots[1]) / np.linalg.norm(mm[0] - mm[1])
        if np.linalg.norm(_through(home, mm) - spots, axis=1).max() > FAR_OFF * pixels_a_mm:
            return False
    return True


def _nudged(grey, layout, pieces, home, within) -> np.ndarray:
    """The place corrected by the outlines seen up to `within` millimetres off."""
    seen = outlines.see(_flat(grey, layout, home), LOOK_DPI / 25.4, pieces, within)
    if seen.found.sum() < FOR_CURL / 2:
        return home
    change = _change(pieces, seen, layout, within)
    return home @ change


def _change(pieces, seen, layout, within) -> np.ndarray:
    """The small homography, in millimetres, that carries layout places to where outlines were seen."""
    middle = np.array([layout.width, layout.height]) / 2
    good = seen.found
    u, v = ((pieces.middle[good] - middle) / 100).T
    upright, off = pieces.upright[good], seen.off[good] / 100
    none = np.zeros_like(u)
    one = np.ones_like(u)
    right = np.stack([one, u, v, none, none, none, u * u, u * v], 1)
    down = np.stack([none, none, none, one, u, v, u * v, v * v], 1)
    rows = np.where(upright[:, None], right, down)
    # Perspective only bends the page a little: hold it near nothing.
    hold = np.diag([1e-3] * 6 + [0.3, 0.3])
    a = _robust(rows, off, hold, within / 300)
    local = np.array([[1 + a[1], a[2], a[0]], [a[4], 1 + a[5], a[3]], [-a[6], -a[7], 1]])
    to = np.array([[0.01, 0, -middle[0] / 100], [0, 0.01, -middle[1] / 100], [0, 0, 1]])
    return np.linalg.inv(to) @ local @ to


def _measured(grey, layout, pieces, home, ticks) -> Registered:
    """How the page bends beyond that place, and how much of it is where it should be when that is taken out."""
    flat = _flat(grey, layout, home)
    seen = outlines.see(flat, LOOK_DPI / 25.4, pieces, NARROW)
    terms = _terms(pieces.middle, layout)
    bend = np.zeros((2, terms.shape[1]))
    left = seen.off.copy()
    for axis, upright in enumerate((True, False)):
        good = seen.found & (pieces.upright == upright)
        if good.sum() >= FOR_CURL:
            hold = np.diag([0.05] * 3 + [0.6] * (terms.shape[1] - 3))
            bend[axis] = _robust(terms[good], seen.off[good], hold, 0.25)
        mine = pieces.upright == upright
        left[mine] -= (terms @ bend[axis])[mine]
    share = outlines.share_found(pieces, outlines.Seen(left), NEAR, ticks)
    return Registered(home, bend, share)


def _robust(rows, off, hold, usual) -> np.ndarray:
    """Least squares that outliers do not pull: weights fall with the error, of which `usual` is the usual."""
    weight = np.ones(len(off))
    found = np.zeros(rows.shape[1])
    for _ in range(8):
        scaled = rows * weight[:, None]
        found = np.linalg.solve(scaled.T @ rows + hold, scaled.T @ off)
        weight = 1 / (1 + ((off - rows @ found) / usual) ** 2)
        usual = max(usual * 0.75, 0.1 if usual >= 0.1 else 0.001)
    return found


def _terms(mm: np.ndarray, layout: Layout) -> np.ndarray:
    """What a bend is made of at each place, (n, 10): polynomials of the third degree."""
    u = mm[:, 0] / layout.width * 2 - 1
    v = mm[:, 1] / layout.height * 2 - 1
    return np.stack([np.ones_like(u), u, v, u * v, u * u, v * v, u * u * v, u * v * v, u**3, v**3], 1)


def _flat(grey, layout, home) -> np.ndarray:
    per_mm = LOOK_DPI / 25.4
    size = (round(layout.width * per_mm), round(layout.height * per_mm))
    back = home @ np.diag([1 / per_mm, 1 / per_mm, 1])
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpPerspective(grey, back, size, flags=how, borderMode=cv2.BORDER_CONSTANT, borderValue=255)


def _through(home: np.ndarray, mm: np.ndarray) -> np.ndarray:
    flat = np.column_stack([mm, np.ones(len(mm))]) @ home.T
    return flat[:, :2] / flat[:, 2:]


def _corners(box: Box) -> np.ndarray:
    right, bottom = box.x + box.width, box.y + box.height
    return np.array([(box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom)])
