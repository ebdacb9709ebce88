"""Handwriting and typing: words put in a box as one person would, or a machine.

Two of the handwriting fonts are kept apart: no model and no threshold ever sees them, so that what is
measured with them says how a hand reads that nobody taught.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from feedback.paper.generator import strikes
from feedback.paper.generator.chance import drawn
from feedback.paper.generator.marks import Pen

FONTS = {
    "caveat": ("fontpkg_caveat", "Caveat[wght].ttf"),
    "kalam": ("fontpkg_kalam", "Kalam-Light.ttf"),
    "shadows-into-light": ("fontpkg_shadows_into_light", "ShadowsIntoLight.ttf"),
    "dancing-script": ("fontpkg_dancing_script", "DancingScript[wght].ttf"),
    "amatic": ("font_amatic_sc", "AmaticSC-Regular.ttf"),
    "delius": ("fontpkg_delius", "Delius-Regular.ttf"),
    "indie-flower": ("fontpkg_indie_flower", "IndieFlower-Regular.ttf"),
    "typed": ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
}
HELD_OUT = ("delius", "indie-flower")
ONLY_CAPITALS = ("amatic",)
EVEN = 2  # letters are kept in even sizes only: there are fewer of them
EM = 200  # size of the letters that measures are taken from
MARGIN = 1.2  # mm kept clear inside a box


@dataclass(frozen=True)
class Hand:
    """How somebody writes. `height` is that of capitals in millimetres, `jitter` how unsteady, `slope` a shear,
    `strikes` how they cross a word out (of strikes.STRIKES)."""

    font: str
    pen: Pen
    height: float = 3.2
    slope: float = 0.0
    drift: float = 0.0  # degrees that a line climbs
    jitter: float = 1.0
    capitals: bool = False
    strikes: str = "lines"

    @property
    def typed(self) -> bool:
        """Whether a machine wrote it."""
        return self.font == "typed"

    @staticmethod
    def drawn(source: Random, *, kept_apart: bool = False) -> "Hand":
        """Somebody's hand. Fonts in HELD_OUT only where they are asked for."""
        pen = Pen.drawn(source)
        font = source.choice([one for one in FONTS if one != "typed" and (kept_apart or one not in HELD_OUT)])
        return Hand(
            font=font,
            pen=pen,
            height=source.uniform(2.8, 4.6) + pen.width / 2,  # nobody writes small with a felt tip
            slope=source.uniform(-0.12, 0.28),
            drift=source.gauss(0, 0.4),
            jitter=source.uniform(0.5, 1.5),
            capitals=font in ONLY_CAPITALS or source.random() < 0.1,
        )

    @staticmethod
    def machine(source: Random, pen: Pen) -> "Hand":
        """Words typed into the form before it was printed; `pen` still ticks the boxes."""
        return Hand("typed", pen, height=drawn(source, {2.2: 1, 2.5: 2, 2.8: 1}), jitter=0.0)


@dataclass(frozen=True)
class Put:
    """Words as they were put in a box: line by line, and from where to where each crossed-out word lies,
    ((x, y), (x, y)) in millimetres of the page."""

    words: str
    crossed: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()


@dataclass(frozen=True)
class Glyph:
    """One letter's ink, where it stands from the pen, and how far the pen goes on. In dots."""

    ink: np.ndarray
    left: int
    top: int
    advance: float


def write(
    cover: np.ndarray, words: str, box: tuple, hand: Hand, source: Random, scale: float, struck=()
) -> Put:
    """Write `words` into `box` (x, y, width, height in mm) on `cover`, of `scale` dots a millimetre.

    `cover` is how much of the paper ink covers, 0 to 255. What does not fit is written smaller, then left out.
    Gives back what was written. `struck` holds (place, word), places in order: written there and crossed out.
    """
    words = words.upper() if hand.capitals else words
    x, y, width, height = box
    room = (max(width - 2 * MARGIN, 4), height - 0.6)
    for shrink in (1.0, 0.85, 0.72):
        tall = min(hand.height * shrink, room[1] * 0.62)
        size = _size(hand.font, tall * scale)
        pitch = min(max(tall * (1.7 if hand.typed else 2.1), 4.2), max(room[1], tall))
        lines = _wrapped(words.split(), hand.font, size, room[0] * scale, struck)
        most = max(1, int((room[1] + pitch * 0.25) / pitch))
        if len(lines) <= most:
            break
    written, crossed = [], []
    single = most == 1
    base = y + (height / 2 + tall / 2 if single else 0.6 + tall * 1.2)
    for number, line in enumerate(lines[:most]):
        at = ((x + MARGIN) * scale, (base + number * pitch) * scale)
        crossed += _line(cover, line, at, size, hand, source, scale)
        written.append(" ".join(word for word, out in line if not out))
    return Put("\n".join(one for one in written if one), tuple(crossed))


def write_cell(
    cover: np.ndarray, character: str, box: tuple, hand: Hand, source: Random, scale: float
) -> None:
    """One character in the middle of one cell of a comb."""
    x, y, width, height = box
    tall = min(hand.height * 1.15, height * 0.68, width * 0.95)
    size = _size(hand.font, tall * scale)
    character = character.upper()
    wide = _length(character, hand.font, size) / scale
    wobble = 0.0 if hand.typed else 0.35 * hand.jitter
    at = (
        (x + (width - wide) / 2 + source.gauss(0, wobble)) * scale,
        (y + (height + tall) / 2 + source.gauss(0, wobble)) * scale,
    )
    _line(cover, [(character, False)], at, size, hand, source, scale)


def _line(cover, line, at, size, hand, source, scale):
    """One line of words, its letters unsteady, sheared and turned about where it starts. Gives where words of it
    are crossed out, as `Put.crossed` has them."""
    jitter = hand.jitter * size * 0.028
    pad = size
    wide = int(_length(" ".join(word for word, _ in line), hand.font, size) * 1.12) + 3 * pad
    inked = np.zeros((3 * pad, wide), np.uint8)
    pen_x, base, sway, crossed = float(pad), 2.0 * pad, source.uniform(0, 6), []
    for word, out in line:
        begin = pen_x
        for letter in word:
            glyph = _glyph(
                hand.font, size + (EVEN * round(source.gauss(0, jitter) / EVEN) if jitter else 0), letter
            )
            sink = source.gauss(0, jitter * 0.7) + jitter * np.sin(pen_x / (6 * size) + sway)
            aside = source.gauss(0, jitter * 0.3)
            _lay(inked, glyph.ink, round(pen_x + aside) + glyph.left, round(base + sink) + glyph.top)
            pen_x += glyph.advance
        if out:
            crossed.append(strikes.STRIKES[hand.strikes](inked, begin, pen_x, base, size, source))
        pen_x += _glyph(hand.font, size, " ").advance * (source.uniform(0.9, 1.5) if jitter else 1)
    if not hand.typed:
        inked = _thickened(inked, hand.pen.width * scale, hand.font, size)
    lean = np.float32([[1, 0, 0], [0, 1, 0]])
    if jitter:
        lean = _lean(hand, source, ((pad + pen_x) / 2, base))
        inked = cv2.warpAffine(inked, lean, inked.shape[::-1], flags=cv2.INTER_LINEAR)
    left, top = round(at[0]) - pad, round(at[1]) - int(base)
    _lay(cover, inked, left, top)
    return [tuple(_moved(end, lean, (left, top), scale) for end in ends) for ends in crossed]


def _moved(point, lean, corner, scale):
    x, y = (lean[:, :2] @ np.array(point) + lean[:, 2] + corner) / scale
    return round(float(x), 2), round(float(y), 2)


def _lean(hand, source, middle):
    """Sheared about the baseline, turned about the middle of the line: a matrix of 2 x 3."""
    turn = np.deg2rad(hand.drift + source.gauss(0, 0.15))
    matrix = np.float32([[np.cos(turn), -hand.slope, 0], [-np.sin(turn), np.cos(turn), 0]])
    matrix[:, 2] = np.array(middle) - matrix[:, :2] @ np.array(middle)
    return matrix


def _thickened(inked, pen, font, size):
    """The font's strokes as thick as a pen of `pen` dots would make them: a felt tip swells them."""
    more = round(min(pen - size * _stem(font), size * 0.06))
    if more < 1:
        return inked
    return cv2.dilate(inked, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (1 + more, 1 + more)))


def _lay(cover, inked, left, top):
    """The darker of what lies there and `inked`, whatever of it falls on the page."""
    tall, wide = cover.shape
    x0, y0, x1, y1 = (
        max(left, 0),
        max(top, 0),
        min(left + inked.shape[1], wide),
        min(top + inked.shape[0], tall),
    )
    if x0 < x1 and y0 < y1:
        part = cover[y0:y1, x0:x1]
        np.maximum(part, inked[y0 - top : y1 - top, x0 - left : x1 - left], out=part)


def _wrapped(words, font, size, room, struck):
    """Lines of (word, whether it is crossed out) no wider than `room` dots. A word too long is cut."""
    gap = _length(" ", font, size) * 1.2
    marked = [(word, False) for word in words]
    for place, word in reversed(struck):
        marked.insert(place, (word, True))
    lines, line, used = [], [], 0.0
    for word, out in marked:
        while _length(word, font, size) > room and len(word) > 1:
            word = word[:-1]
        wide = _length(word, font, size) + gap
        if line and used + wide > room * 0.97:
            lines.append(line)
            line, used = [], 0.0
        line.append((word, out))
        used += wide
    return [*lines, line] if line else lines


def _size(font, tall):
    """The size in dots at which this font's capitals are `tall` dots high."""
    return max(8, EVEN * round(tall / _capital(font) / EVEN))


def _length(words, font, size):
    return sum(_glyph(font, size, letter).advance for letter in words)


@lru_cache(maxsize=16384)
def _glyph(font, size, letter):
    """One letter, kept: each is written thousands of times."""
    face = _font(font, size)
    left, top, right, bottom = face.getbbox(letter, anchor="ls")
    picture = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(picture).text((-left, -top), letter, 255, face, anchor="ls")
    return Glyph(np.asarray(picture), left, top, face.getlength(letter))


@lru_cache
def _stem(font):
    """How thick the font's own strokes are, of its size: the run of ink across the middle of an l."""
    ink = _glyph(font, EM, "l").ink
    return (ink[len(ink) // 2] > 127).sum() / EM


@lru_cache
def _capital(font):
    return -_font(font, EM).getbbox("H", anchor="ls")[1] / EM


@lru_cache(maxsize=512)
def _font(font, size):
    return ImageFont.truetype(font_path(*FONTS[font]), max(size, 6))


def font_path(package: str, name: str) -> str:
    """Where a font of a package lies."""
    return str(files(package) / "files" / name)
