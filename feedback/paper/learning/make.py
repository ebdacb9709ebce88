"""The model files, made: pages drawn, networks fitted on most of them, and thresholds chosen on the rest."""

import json
from collections.abc import Iterator
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
# Of the pages, how many teach; the others choose temperatures and thresholds.
TEACHING = 0.7
PRACTISING = 0.8  # of the boxes of words
HARD_SHARE = 0.3  # of the pages that teach boxes
SURE_OF_ALL = Sureness(0.0, 0.0)


def pages(mix: str, count: int, seed: int) -> Iterator[tuple[bytes, dict]]:
    """Pictures with their truth. Raises ValueError for a seed that is kept for measuring."""
    _may_teach(seed)
    drawn = [layouts.newest(form, variant, "en") for form, variant in LAYOUTS]
    for one in make(drawn, count, seed, mix=mix):
        yield one.picture, one.truth


def _may_teach(seed: int) -> None:
    if not 0 <= seed < LEAST_SEED_MEASURED:
        raise ValueError(f"Seeds from {LEAST_SEED_MEASURED} on are kept for measuring.")


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
    _may_teach(seed)
    teaching = round(count * PRACTISING)
    return (
        strikes.gather(practice.boxes(teaching, seed)),
        strikes.gather(practice.boxes(count - teaching, seed + 1)),
    )


def write(model: dict, path: Path) -> None:
    """The file, whole or not at all."""
    part = path.with_suffix(".part")
    part.write_text(json.dumps(model) + "\n", encoding="utf-8")
    part.replace(path)


def gathered(count: int, seed: int, *, with_words: bool) -> tuple[Boxes, Boxes, Words, int]:
    """(boxes that teach, boxes kept apart, words, pages not set straight), from `count` pages drawn."""
    boxes, apart, said = Boxes(), Boxes(), Words()
    teaching = round(count * TEACHING)
    hard = round(teaching * HARD_SHARE)
    both = [said] if with_words else []
    lost = gather(pages("hard", hard, seed + 2), boxes)
    lost += gather(pages("ordinary", teaching - hard, seed), boxes, *both)
    lost += gather(pages("ordinary", count - teaching, seed + 1), apart, *both)
    return boxes, apart, said, lost
