"""How badly a pile was treated: which damages befall a page, drawn from a seed, and how its picture is kept."""

from dataclasses import dataclass, replace
from random import Random

import cv2
import numpy as np

from feedback.paper.generator import damage
from feedback.paper.generator.camera import photographed
from feedback.paper.generator.chance import drawn

ORIENTATIONS = (0, 90, 180, 270)  # degrees that the page lies turned, clockwise
BITS = ("fixed", "otsu", "dither")


@dataclass(frozen=True)
class Mix:
    """How often each thing happens. `strength` is the most a damage reaches, of 1."""

    strength: float
    skew: float  # degrees, the most
    turned: float  # the share that lies upside down or sideways
    one_bit: float
    photos: float
    colour: float
    damages: dict[str, float]


MIXES = {
    "ordinary": Mix(
        strength=0.5, skew=2.5, turned=0.05, one_bit=0.12, photos=0.02, colour=0.12,
        damages={
            "stain": 0.08, "crease": 0.12, "holes": 0.12, "corner": 0.01, "photocopied": 0.12, "curl": 0.3,
            "shading": 0.2, "pale": 0.1, "blur": 0.5, "specks": 0.15, "streaks": 0.06, "noise": 0.9,
        },
    ),
    "hard": Mix(
        strength=1.0, skew=4.0, turned=0.2, one_bit=0.25, photos=0.12, colour=0.2,
        damages={
            "stain": 0.3, "crease": 0.35, "holes": 0.25, "corner": 0.15, "photocopied": 0.3, "curl": 0.7,
            "shading": 0.45, "pale": 0.3, "blur": 0.7, "specks": 0.4, "streaks": 0.25, "noise": 0.95,
        },
    ),
    # Full of what is taken for a mark where there is none.
    "folded": Mix(
        strength=0.7, skew=2.5, turned=0.05, one_bit=0.08, photos=0.02, colour=0.12,
        damages={
            "stain": 0.7, "crease": 0.8, "holes": 0.12, "photocopied": 0.2, "curl": 0.3,
            "shading": 0.2, "pale": 0.15, "blur": 0.5, "specks": 0.25, "streaks": 0.3, "noise": 0.9,
        },
    ),
    "none": Mix(strength=0, skew=0, turned=0, one_bit=0, photos=0, colour=0, damages={}),
}  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """All that befalls one page, and how its picture is kept: `dpi`, grey, colour or one bit a dot, JPEG or PNG.

    `quality` is that of the JPEG, 0 for a PNG. `bits` is how a one-bit scanner decides ("" for none).
    """

    dpi: int
    damages: tuple[tuple[str, float], ...] = ()
    degrees: float = 0.0
    fit: float = 1.0
    shift: tuple[float, float] = (0.0, 0.0)
    edge: int = 255
    orientation: int = 0
    photo: float | None = None
    colour: bool = False
    bits: str = ""
    quality: int = 0

    def names(self) -> list[str]:
        """The damages in words, for the truth of a page."""
        told = [name for name, _ in self.damages]
        told += ["skew"] * (abs(self.degrees) > 0.5) + ["fit"] * (self.fit < 0.995)
        told += ["photo"] * (self.photo is not None) + [self.bits] * bool(self.bits)
        return told + [f"jpeg {self.quality}"] * bool(self.quality)


def plan(mix: Mix, source: Random, *, one_bit: bool | None = None) -> Plan:
    """What befalls one page. `one_bit` forces (True) or forbids (False) black and white."""
    if not mix.damages:
        return Plan(dpi=200)
    photo = source.random() < mix.photos and not one_bit
    bits = source.random() < mix.one_bit if one_bit is None else one_bit
    befallen = tuple(
        (name, round(mix.strength * source.random(), 3))
        for name, often in mix.damages.items()
        if source.random() < often
    )
    made = Plan(
        dpi=drawn(source, {150: 20, 200: 50, 240: 10, 300: 20}),
        damages=befallen,
        degrees=source.triangular(-mix.skew, mix.skew),
        fit=drawn(source, {1.0: 50, 0.97: 30, source.uniform(0.94, 1.0): 20}),
        shift=(source.gauss(0, 1.2), source.gauss(0, 1.2)),
        edge=drawn(source, {255: 75, 225: 15, 60: 10}),
        orientation=_turned(mix, source),
        colour=source.random() < mix.colour,
        quality=source.randint(round(90 - 50 * mix.strength), 86),
    )
    if photo:
        # A phone's page is not on glass: no edge of the lid, no fit, no streaks.
        kept = tuple(one for one in befallen if one[0] not in ("streaks", "specks", "noise", "shading"))
        return replace(
            made,
            photo=mix.strength * source.random(),
            colour=True,
            dpi=200,
            damages=kept,
            degrees=source.gauss(0, 2),
            edge=255,
        )
    if bits:
        dpi = source.choice((200, 300))
        return replace(
            made, bits=drawn(source, {"fixed": 4, "otsu": 4, "dither": 2}), dpi=dpi, quality=0, colour=False
        )
    return made


def apply(page: damage.Page, one: Plan, source: Random) -> damage.Page:
    """The page as it comes off the scanner. One bit a dot comes back as 0 and 255, not yet dithered."""
    scale = one.dpi / 25.4
    for name, strength in one.damages:
        page = damage.DAMAGES[name](page, strength, source, scale)
    if one.photo is None and (one.degrees or one.fit != 1 or any(one.shift)):
        page = damage.laid(
            page, degrees=one.degrees, fit=one.fit, shift=one.shift, edge=one.edge, scale=scale
        )
    if one.photo is not None:
        page = photographed(page, one.photo, source, scale)
    if one.orientation:
        page = np.rot90(page, -one.orientation // 90)
    return _decided(np.ascontiguousarray(page), one.bits, source)


def _turned(mix, source):
    if source.random() >= mix.turned:
        return 0
    return drawn(source, {180: 3, 90: 1, 270: 1})


def _decided(page, bits, source):
    """Black or white for each dot, as a scanner set to "text" decides. Dithering is left to the picture's writer."""
    if bits == "fixed":
        return cv2.threshold(page, source.uniform(105, 170), 255, cv2.THRESH_BINARY)[1]
    if bits == "otsu":
        return cv2.threshold(page, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    return page
