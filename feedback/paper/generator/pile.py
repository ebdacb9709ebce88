"""The pile of scenario G: 200 cards as a volunteer scans them, the same troubles in it every time.

Skewed, some stained, two upside down, one sheet twice, three with two ticks, five blank, twelve in
handwriting; the others with ticks, and half of those with typed words. Two of them tell of danger.
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from feedback.paper.generator import words
from feedback.paper.generator.answers import BLANK, Answer, Person, double, fill
from feedback.paper.generator.chance import chance
from feedback.paper.generator.hands import Hand
from feedback.paper.generator.make import Made, Sheet, Whose, payload, scan
from feedback.paper.generator.marks import Pen
from feedback.paper.generator.mixes import MIXES, Plan, plan
from feedback.paper.layout import Layout

PAGES = 200
KINDS = {"double": 3, "blank": 5, "hand": 12, "worry typed": 1, "worry hand": 1}
UPSIDE_DOWN = 2
# What a scanner does to every pile, and no lost corners: those are the benchmark's.
SCANNER = replace(
    MIXES["ordinary"],
    skew=3.0,
    turned=0,
    photos=0,
    damages=MIXES["ordinary"].damages | {"stain": 0.3, "corner": 0},
)


def pile(layout: Layout, seed: int, *, whose: Whose | None = None, one_bit: bool = False) -> Iterator[Made]:
    """200 pages. The truth has two words more: `kind` (of KINDS, "ticks" or "typed") and `again`, the page seen before."""
    source, whose = chance(seed, "pile"), whose or Whose()
    kinds = _kinds(source)
    # The sheet scanned twice comes again somewhere after the first time.
    first = source.choice([at for at, kind in enumerate(kinds) if kind == "typed" and at < PAGES - 20])
    second = source.randrange(first + 5, PAGES)
    numbers = [*range(second), first, *range(second, PAGES - 1)]
    turned = set(source.sample([at for at in range(PAGES) if at not in (first, second)], UPSIDE_DOWN))
    for at, number in enumerate(numbers):
        kind = kinds[number]
        made = scan(
            _sheet(layout, number, seed, kind, whose),
            1,
            _plan(seed, at, at in turned, one_bit),
            f"{seed}:scan {at}",
        )
        made.truth.update(page=at + 1, kind=kind)
        if at == second:
            made.truth["again"] = first + 1
        yield made


def _kinds(source: Random) -> list[str]:
    """What each of the 199 sheets is. Those in handwriting that tell of danger are of the twelve."""
    kinds = [kind for kind, count in KINDS.items() for _ in range(count)]
    kinds.remove("hand")
    kinds += ["ticks" if source.random() < 0.5 else "typed" for _ in range(PAGES - 1 - len(kinds))]
    source.shuffle(kinds)
    return kinds


def _plan(seed: int, at: int, upside_down: bool, one_bit: bool) -> Plan:
    return replace(plan(SCANNER, chance(seed, at, "plan"), one_bit=one_bit), orientation=180 * upside_down)


def _sheet(layout, number, seed, kind, whose):
    source = chance(seed, number, "sheet")
    person = replace(
        Person.drawn(source), doubles=0, corrects=0.03, passes_over=1.0, writes=kind not in ("ticks", "blank")
    )
    by_hand = kind in ("hand", "worry hand", "ticks")
    hand = Hand.drawn(source) if by_hand else Hand.machine(source, Pen.drawn(source))
    answers = fill(layout, source, BLANK if kind == "blank" else person)
    if kind == "double":
        answers["fft_answer"] = double(layout.field("fft_answer"), source, person)
    if kind in ("hand", "double") and not answers["what_good"].value:
        answers["what_good"] = Answer(words.sentence(source, words.PRAISE))
    if kind.startswith("worry"):
        answers["could_improve"] = Answer(source.choice(words.WORRIES))
    return Sheet(layout, payload(layout, number, whose), whose.place, hand, answers, f"{seed}:{number}")
