"""The model files, made: pages drawn, networks fitted on most of them, and thresholds chosen on the rest."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from feedback.paper import layout as layouts
from feedback.paper.generator.make import make
from feedback.paper.learning import thresholds, ticks, words
from feedback.paper.learning.examples import LOST, Boxes, Words, gather
from feedback.paper.reading.groups import BoxRead, Sureness
from feedback.paper.reading.network import Network

# Seeds from here on are for measuring alone.
LEAST_SEED_MEASURED = 100_000
# The card is what comes most; large print has larger boxes.
LAYOUTS = (("card", "standard"), ("card", "standard"), ("complaint", "standard"), ("card", "large-print"))
# Of the pages that people checked, how many teach; the others choose temperatures and thresholds.
TEACHING = 0.7
SURE_OF_ALL = Sureness(0.0, 0.0)


@dataclass(frozen=True)
class Pile:
    """Pages of one kind, so many of each WHOLE, that teach boxes or are kept apart; `words` are read on at most so many."""

    mix: str
    drill: str
    share: int
    teaches: bool = True
    words: int = 0


# The seed of each is one more than that of the pile before it. The shares are the pages that the shipped file
# was made with: --pages as it is by itself draws just those.
PILES = (
    Pile("ordinary", "", 600, words=300),
    Pile("ordinary", "", 250, teaches=False, words=180),
    Pile("hard", "", 194),
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
        thresholds.least_sure(each, right=thresholds.WORDS_RIGHT, never_below=thresholds.LEAST_WORDS)
        for each in (found, said.dates)
    )
    share, right = thresholds.passing(found, least)
    date_share, date_right = thresholds.passing(said.dates, least_date)
    model = {"network": network.as_plain(), "trusted_from": least, "dates_trusted_from": least_date}
    figures = {
        "texts": len(found), "letters wrong": words.letters_wrong(said), "texts passing": share,
        "passing within 5 %": right, "dates": len(said.dates), "dates passing": date_share, "dates right": date_right,
    }  # fmt: skip
    return model, figures


def write(model: dict, path: Path) -> None:
    """The file, whole or not at all."""
    part = path.with_suffix(".part")
    part.write_text(json.dumps(model) + "\n", encoding="utf-8")
    part.replace(path)


def gathered(
    count: int, seed: int, *, with_words: bool, say: Callable[[int], None] = lambda done: None
) -> tuple[Boxes, Boxes, Words, int]:
    """(boxes that teach, boxes kept apart, words, pages not set straight), from about `count` pages drawn.

    `say` is told after every page how many are done. Raises ValueError for a seed that is kept for measuring.
    """
    for place in range(len(PILES)):
        _must_teach(seed + place)
    boxes, apart, said = Boxes(), Boxes(), Words()
    lost = done = 0
    for place, pile in enumerate(PILES):
        mine, drawn = boxes if pile.teaches else apart, round(count * pile.share / WHOLE)
        for number, page in enumerate(pages(pile.mix, drawn, seed + place, drill=pile.drill)):
            lost += gather([page], mine, *([said] if with_words and number < pile.words else []))
            done += 1
            say(done)
    return boxes, apart, said, lost


def _must_teach(seed: int) -> None:
    if not 0 <= seed < LEAST_SEED_MEASURED:
        raise ValueError(f"Seeds from {LEAST_SEED_MEASURED} on are kept for measuring.")
