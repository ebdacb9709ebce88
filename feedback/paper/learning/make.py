"""The model files, made: pages drawn, networks fitted on most of them, and thresholds chosen on the rest."""

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from feedback.paper import layout as layouts
from feedback.paper.generator import practice
from feedback.paper.generator.make import make
from feedback.paper.learning import strikes, thresholds, ticks, words
from feedback.paper.learning.examples import LOST, Boxes, Words, gather
from feedback.paper.reading.groups import BoxRead, Sureness
from feedback.paper.reading.network import Network
from feedback.paper.reading.strikes import LEAST

# Seeds from here on are for measuring alone.
LEAST_SEED_MEASURED = 100_000
# The card is what comes most; large print has larger boxes.
LAYOUTS = (("card", "standard"), ("card", "standard"), ("complaint", "standard"), ("card", "large-print"))
# Of the pages that people checked, how many teach; the others choose temperatures and thresholds.
TEACHING = 0.7
# Of the boxes of words, how many teach; their seeds are so far above those of the pages.
PRACTISING = 0.8
PRACTICE_SEEDS = 1_000
SURE_OF_ALL = Sureness(0.0, 0.0)


@dataclass(frozen=True)
class Pile:
    """Pages of one kind, so many of each WHOLE. They teach boxes or are kept apart; `words` are read on them too."""

    mix: str
    drill: str
    share: int
    teaches: bool = True
    words: bool = False


# The seed of each is one more than that of the pile before it. The shares are the pages that the shipped files
# were made with: --pages as it is by itself draws just those.
PILES = (
    Pile("ordinary", "", 600, words=True),
    Pile("ordinary", "", 250, teaches=False, words=True),
    Pile("hard", "", 194, words=True),
    Pile("ordinary", "boxes", 387),
    Pile("folded", "", 300),
    Pile("folded", "boxes", 100),
)
WHOLE = sum(pile.share for pile in PILES)


def pages(mix: str, count: int, seed: int, *, drill: str = "") -> Iterator[tuple[bytes, dict]]:
    """Pictures with their truth. Raises ValueError for a seed that is kept for measuring."""
    _must_teach(seed)
    drawn = [layouts.newest(form, variant, "en") for form, variant in LAYOUTS]
    for one in make(drawn, count, seed, mix=mix, drill=drill):
        yield one.picture, one.truth


def tick_model(teaching: Boxes, apart: Boxes) -> tuple[dict, dict]:
    """(the content of tick_model.json, its figures on the pages kept apart)."""
    network = ticks.calibrated(ticks.fit(teaching), apart)
    questions = ticks.read_questions(network, apart)
    answered, blank = [], []
    for one, truth in zip(ticks.answers(questions, apart, SURE_OF_ALL), apart.truths, strict=True):
        if one.trusted:
            (answered if one.value else blank).append((one.confidence, one.value == truth))
    sure = Sureness(
        thresholds.least_sure(answered, right=thresholds.GROUPS_RIGHT, never_below=thresholds.LEAST_ANSWERED),
        thresholds.least_sure(blank, right=thresholds.GROUPS_RIGHT, never_below=thresholds.LEAST_BLANK),
    )
    model = {"network": network.as_plain(), "sure": {"answered": sure.answered, "blank": sure.blank}}
    return model, tick_figures(network, sure, questions, apart)


def tick_figures(network: Network, sure: Sureness, questions: list[list[BoxRead]], boxes: Boxes) -> dict:
    """How many boxes are right, how many questions pass unseen, and how many of those are right."""
    flat = [box for question in questions for box in question]
    seen = [(box, kind) for box, kind in zip(flat, boxes.kinds, strict=True) if kind != LOST]
    right = sum(box.kind == network.classes[kind] for box, kind in seen)
    answers = ticks.answers(questions, boxes, sure)
    passed = [
        answer.value == truth for answer, truth in zip(answers, boxes.truths, strict=True) if answer.trusted
    ]
    return {
        "boxes": len(seen),
        "boxes right": right / max(len(seen), 1),
        "marks lost": len(flat) - len(seen),
        "questions": len(answers),
        "questions passing": len(passed) / max(len(answers), 1),
        "passing right": sum(passed) / max(len(passed), 1),
    }


def text_model(said: Words) -> tuple[dict, dict]:
    """(the content of text_model.json, its figures, each reading judged by a rule that did not know it)."""
    network, found = words.fit(said), words.judged_apart(said)
    least, least_date = (
        thresholds.least_sure(
            each,
            right=thresholds.WORDS_RIGHT,
            never_below=thresholds.LEAST_WORDS,
            enough=thresholds.by_limits,
        )
        for each in (found, said.dates)
    )
    share, right = thresholds.passing(found, least)
    date_share, date_right = thresholds.passing(said.dates, least_date)
    model = {"network": network.as_plain(), "trusted_from": least, "dates_trusted_from": least_date}
    figures = {
        "texts": len(found) + said.held, "letters wrong": words.letters_wrong(said),
        "texts passing": share * len(found) / max(len(found) + said.held, 1),
        "passing within 5 %": right, "dates": len(said.dates), "dates passing": date_share, "dates right": date_right,
    }  # fmt: skip
    return model, figures


def strike_model(taught: strikes.Lines, apart: strikes.Lines) -> tuple[dict, dict]:
    """(the content of strike_model.json, its figures on the lines kept apart)."""
    network = strikes.fit(taught)
    pieces, boxes = strikes.judged(network, apart)
    sure = thresholds.least_sure(pieces, right=thresholds.STRIKES_RIGHT, never_below=LEAST)
    doubted = thresholds.least_doubted(boxes, in_vain=thresholds.HELD_IN_VAIN, never_below=LEAST)
    doubted = min(doubted, sure)  # whatever is left out, a person sees
    crossed = [chance for chance, out in boxes if out]
    left_out = [out for chance, out in pieces if chance >= sure]
    figures = {
        "lines": len(apart.seen), "boxes with a crossed-out word": len(crossed),
        "of them held": sum(chance >= doubted for chance in crossed) / max(len(crossed), 1),
        "others held": sum(chance >= doubted for chance, out in boxes if not out) / max(len(boxes) - len(crossed), 1),
        "pieces left out": len(left_out), "of them right": sum(left_out) / max(len(left_out), 1),
    }  # fmt: skip
    return {"network": network, "sure_from": sure, "doubted_from": doubted}, figures


def practised(count: int, seed: int) -> tuple[strikes.Lines, strikes.Lines]:
    """(lines that teach, lines kept apart) of `count` boxes of words. Raises ValueError as `pages` does."""
    first, teaching = seed + PRACTICE_SEEDS, round(count * PRACTISING)
    for one in (seed, first + 1):
        _must_teach(one)
    return (
        strikes.gather(practice.boxes(teaching, first)),
        strikes.gather(practice.boxes(count - teaching, first + 1)),
    )


def write(model: dict, path: Path) -> None:
    """The file, whole or not at all."""
    part = path.with_suffix(".part")
    part.write_text(json.dumps(model) + "\n", encoding="utf-8")
    part.replace(path)


@dataclass
class Gathered:
    """What was taken from drawn pages: boxes that teach, boxes kept apart, words, and pages not set straight."""

    boxes: Boxes = field(default_factory=Boxes)
    apart: Boxes = field(default_factory=Boxes)
    said: Words = field(default_factory=Words)
    lost: int = 0


def gathered(count: int, seed: int, parts: Collection[str], say: Callable[[int, int], None]) -> Gathered:
    """From about `count` pages drawn, what `parts` ("ticks", "words") need: words alone need fewer of them.

    `say` is told after every page how many are done, and of how many. Raises ValueError for a seed that is kept
    for measuring.
    """
    for place in range(len(PILES)):
        _must_teach(seed + place)
    counts = [round(count * pile.share / WHOLE) if "ticks" in parts or pile.words else 0 for pile in PILES]
    found, done = Gathered(), 0
    for place, (pile, drawn) in enumerate(zip(PILES, counts, strict=True)):
        boxes = [found.boxes if pile.teaches else found.apart] if "ticks" in parts else []
        words = [found.said] if "words" in parts and pile.words else []
        for page in pages(pile.mix, drawn, seed + place, drill=pile.drill):
            found.lost += gather([page], *boxes, *words)
            done += 1
            say(done, sum(counts))
    return found


def _must_teach(seed: int) -> None:
    if not 0 <= seed < LEAST_SEED_MEASURED:
        raise ValueError(f"Seeds from {LEAST_SEED_MEASURED} on are kept for measuring.")
