"""What paper, copiers and scanners do to a page. Each damage: (page, strength 0 to 1, chance, dots a mm) -> page.

Pages are (height, width) grey or (height, width, 3), and come back the same size: a scanner's glass is A4.
What turns a page, what a phone does and how the picture is kept are in `camera` and `mixes`.
"""

from collections.abc import Callable
from functools import lru_cache
from random import Random

import cv2
import numpy as np

Page = np.ndarray
Damage = Callable[[Page, float, Random, float], Page]
SIGMAS = 32  # of the noise that is kept ready; made weaker as needed


def stain(page: Page, strength: float, source: Random, scale: float) -> Page:
    """The ring of a cup, darker on one side, sometimes with a splash beside it."""
    radius = source.uniform(22, 42) * scale
    cx, cy = source.random() * page.shape[1], source.random() * page.shape[0]
    _blot(page, cx, cy, radius, 1.3 * scale, 0.12 + 0.33 * strength, source)
    if source.random() < 0.4:
        away = radius * source.uniform(0.8, 1.4)
        _blot(page, cx + away, cy + away / 2, radius * 0.15, 2 * scale, 0.1 + 0.25 * strength, source)
    return page


def _blot(page, cx, cy, radius, width, dark, source):
    reach = int(radius + 4 * width)
    x0, y0 = max(0, int(cx) - reach), max(0, int(cy) - reach)
    part = page[y0 : int(cy) + reach, x0 : int(cx) + reach]
    if part.size == 0:
        return
    ys, xs = np.ogrid[y0 : y0 + part.shape[0], x0 : x0 + part.shape[1]]
    dx, dy = (xs - cx).astype(np.float32), (ys - cy).astype(np.float32)
    away = np.sqrt(dx * dx + dy * dy)
    lean, tilt = source.uniform(0.2, 0.7), source.uniform(0, 6.3)
    side = 1 + lean * (dx * np.cos(tilt) + dy * np.sin(tilt)) / radius
    ring = dark * np.clip(side, 0, 2) * np.exp(-(((away - radius) / width) ** 2))
    inside = 0.15 * dark * (away < radius)
    left = 1 - np.clip(ring + inside, 0, 0.8)
    if page.ndim == 3:
        left = np.stack([left**0.6, left**0.8, left], axis=2)  # tea is brown
    np.multiply(part, left, out=part, casting="unsafe")


def crease(page: Page, strength: float, source: Random, scale: float) -> Page:
    """Folded for a pocket or an envelope, and smoothed out again: a light line with a shadow along it."""
    tall, wide = page.shape[:2]
    for share in source.choice(((0.5,), (1 / 3, 2 / 3), (source.uniform(0.2, 0.8),))):
        tilt, lying = source.uniform(-0.02, 0.02), source.random() < 0.75
        long, across = (wide, tall) if lying else (tall, wide)
        reach = int(2.5 * scale + abs(tilt) * long)
        start = max(0, int(share * across) - reach)
        lines = (
            (slice(start, start + 2 * reach), slice(None))
            if lying
            else (slice(None), slice(start, start + 2 * reach))
        )
        part = page[lines]
        size = part.shape[0] if lying else part.shape[1]
        away = (np.arange(size, dtype=np.float32) - size / 2)[:, None] - (
            np.arange(long, dtype=np.float32) - long / 2
        ) * tilt
        away /= scale
        shade = (
            1
            - (0.08 + 0.3 * strength) * np.exp(-((away - 0.3) ** 2) * 4)
            - 0.1 * strength * np.exp(-(away**2))
        )
        shade = shade if lying else shade.T
        np.multiply(part, shade if page.ndim == 2 else shade[:, :, None], out=part, casting="unsafe")
    return page


def holes(page: Page, strength: float, source: Random, scale: float) -> Page:
    """Two holes punched at the left, 80 mm apart, dark where the lid was open."""
    inside = source.choice((40, 90, 235, 250))
    x, middle = (8 + 6 * source.random()) * scale, page.shape[0] / 2 + source.gauss(0, 3) * scale
    for sign in (-1, 1):
        centre = (round(x), round(middle + sign * 40 * scale))
        for radius, shade in ((3.1, 150), (2.8, inside)):
            cv2.circle(page, centre, round(radius * scale), (shade,) * 3, -1, cv2.LINE_AA)
    return page


def corner(page: Page, strength: float, source: Random, scale: float) -> Page:
    """A corner cut off, torn off or folded over, and its marker with it."""
    tall, wide = page.shape[:2]
    x, y = source.choice((0, wide - 1)), source.choice((0, tall - 1))
    reach = (22 + 14 * strength) * scale
    along, down = reach * source.uniform(0.8, 1.3), reach * source.uniform(0.8, 1.3)
    edges = np.array([(x, y), (abs(x - along), y), (x, abs(y - down))], np.int32)
    cv2.fillPoly(page, [edges], (source.choice((70, 200, 255)),) * 3, cv2.LINE_AA)
    if source.random() < 0.4:  # folded over: the flap lies on the page, its white back up
        flap = np.array([edges[1], edges[2], edges[1] + edges[2] - edges[0]], np.int32)
        cv2.fillPoly(page, [flap], (244,) * 3, cv2.LINE_AA)
        cv2.polylines(page, [flap], True, (190,) * 3, max(1, round(0.3 * scale)), cv2.LINE_AA)
    return page


def photocopied(page: Page, strength: float, source: Random, scale: float) -> Page:
    """A copy of a copy: blacks burn, greys go, specks come, and the edges darken."""
    page = cv2.GaussianBlur(page, (0, 0), (0.04 + 0.08 * strength) * scale)
    gain = 1.3 + 1.2 * strength
    middle = source.uniform(120, 165)
    page = cv2.convertScaleAbs(cv2.LUT(page, _curve(gain, middle)))
    return specks(page, 0.4 + 0.6 * strength, source, scale)


def specks(page: Page, strength: float, source: Random, scale: float) -> Page:
    """Toner and dust."""
    count = int(60 + 900 * strength**2)
    numbers = _numbers(source)
    ys, xs = numbers.integers(0, page.shape[0] - 3, count), numbers.integers(0, page.shape[1] - 3, count)
    sizes = numbers.integers(1, 2 + round(0.25 * scale), count)
    for y, x, size, shade in zip(ys, xs, sizes, numbers.integers(10, 140, count), strict=True):
        page[y : y + size, x : x + size] = shade
    return page


def streaks(page: Page, strength: float, source: Random, scale: float) -> Page:
    """Dirt on the glass of a sheet feeder: thin lines down the whole page."""
    for _ in range(1 + round(3 * strength * source.random())):
        x, wide = source.randrange(page.shape[1] - 4), source.choice((1, 1, 2))
        part = page[:, x : x + wide]
        np.multiply(part, 1 - (0.1 + 0.5 * strength) * source.random(), out=part, casting="unsafe")
    return page


def pale(page: Page, strength: float, source: Random, scale: float) -> Page:
    """Little contrast: a tired scanner, an empty toner, grey recycled paper."""
    black, white = 30 + 80 * strength * source.random(), 255 - 50 * strength * source.random()
    return cv2.LUT(page, np.linspace(black, white, 256).astype(np.uint8))


def shading(page: Page, strength: float, source: Random, scale: float) -> Page:
    """Light that falls unevenly."""
    return cv2.multiply(page, _cloud(page, source, 255 * (1 - 0.12 - 0.4 * strength)), scale=1 / 255)


def blur(page: Page, strength: float, source: Random, scale: float) -> Page:
    """Out of focus, up to a fifth of a millimetre."""
    return cv2.GaussianBlur(page, (0, 0), max(0.3, (0.03 + 0.12 * strength) * scale))


def noise(page: Page, strength: float, source: Random, scale: float) -> Page:
    """The sensor's own grain."""
    tile = _grain()
    tall, wide = page.shape[:2]
    y, x = source.randrange(tile.shape[0] - tall), source.randrange(tile.shape[1] - wide)
    spread = tile[y : y + tall, x : x + wide]
    share = (2 + 12 * strength) / SIGMAS
    if page.ndim == 3:
        spread = cv2.merge([spread] * 3)
    return cv2.addWeighted(page, 1.0, spread, share, -128 * share)


def curl(page: Page, strength: float, source: Random, scale: float) -> Page:
    """Paper that does not lie flat: lines bend, by up to 0.9 mm."""
    reach = 0.9 * strength * scale
    tall, wide = page.shape[:2]
    ys, xs = np.arange(tall, dtype=np.float32)[:, None], np.arange(wide, dtype=np.float32)[None, :]
    waves, turn, other = source.uniform(0.4, 1.3), source.uniform(0, 6.3), source.uniform(0, 6.3)
    down = reach * np.sin(6.283 * waves * xs / wide + turn) * (0.5 + 0.5 * np.cos(3.1416 * ys / tall + other))
    along = 0.5 * reach * np.sin(6.283 * waves * ys / tall + other)
    return cv2.remap(
        page, (xs + along).astype(np.float32, copy=False), (ys + down).astype(np.float32, copy=False),
        cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE,
    )  # fmt: skip


def laid(
    page: Page, *, degrees: float, fit: float, shift: tuple[float, float], edge: int, scale: float
) -> Page:
    """Laid on the glass askew and printed a little small: turned, made `fit` times as large, moved by `shift` mm."""
    tall, wide = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, tall / 2), degrees, fit)
    matrix[:, 2] += np.array(shift) * scale
    return cv2.warpAffine(page, matrix, (wide, tall), flags=cv2.INTER_LINEAR, borderValue=(edge,) * 3)


# In the order in which they befall a page: first the paper, then the copier, then the scanner.
DAMAGES: dict[str, Damage] = {
    "stain": stain, "crease": crease, "holes": holes, "corner": corner, "photocopied": photocopied, "curl": curl,
    "shading": shading, "pale": pale, "blur": blur, "specks": specks, "streaks": streaks, "noise": noise,
}  # fmt: skip


def _numbers(source):
    return np.random.default_rng(source.getrandbits(64))


def _curve(gain, middle):
    shades = np.arange(256, dtype=np.float32)
    return np.clip((shades - middle) * gain + middle + 40 * (gain > 1), 0, 255).astype(np.uint8)


def _cloud(page, source, darkest):
    """A smooth change of light over the page, from `darkest` to white."""
    rough = _numbers(source).uniform(darkest, 255, (3, 3)).astype(np.uint8)
    smooth = cv2.resize(rough, page.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    return smooth if page.ndim == 2 else cv2.merge([smooth] * 3)


@lru_cache(maxsize=1)
def _grain():
    """Noise for a page of A4 at 300 dots an inch and some room to move it about in."""
    made = np.random.default_rng(4).standard_normal((4096, 3072), np.float32)
    return np.clip(made * SIGMAS + 128, 0, 255).astype(np.uint8)
