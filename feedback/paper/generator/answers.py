"""What a person puts on a form, from a seed: ticks, mistakes put right, words, contact details, and nothing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from feedback.paper.generator import words
from feedback.paper.generator.chance import drawn
from feedback.paper.layout import Field, FieldKind, Layout

# How a person marks a box, and how common that is.
MARKS = {"tick": 60, "cross": 16, "sloppy": 8, "slash": 5, "scribble": 4, "dot": 4, "ring": 3}
CHANCES = {
    "fft_answer": {"1": 50, "2": 22, "3": 9, "4": 7, "5": 8, "6": 4},
    "intent": {"compliment": 35, "comment": 35, "concern": 18, "complaint": 12},
    "about": {"self": 75, "someone_else": 25},
    "consent": {"given": 70, "not_yet": 30},
    "reply_wanted": {"no": 65, "yes": 35},
}
# How often a question that applies is passed over.
PASSED_OVER = {"what_good": 0.2, "could_improve": 0.35, "what_happened": 0.02, "needs": 0.7}
PASSED_OVER_ELSE = 0.06
CONTACT = ("name", "email", "telephone", "address")
# Words begun wrongly and crossed out.
SLIPS = ("woud", "becuase", "verry", "teh")


@dataclass(frozen=True)
class Answer:
    """What is meant by one field. `value` is as `FieldRead.value` has it, "" for blank.

    `marks` says what stands in each box of a choice: one of MARKS, "solid" (filled in, meaning
    "not this one") or nothing. `doubtful`: a person must look, since two boxes are ticked or none.
    `struck` is a word written and crossed out again, and before which word of the value it stands.
    """

    value: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    doubtful: bool = False
    struck: tuple[int, str] | None = None


@dataclass(frozen=True)
class Person:
    """How somebody fills in forms. `mark` is their way with boxes; `writes` is False for ticks alone."""

    mark: str = "tick"
    writes: bool = True
    doubles: float = 0.02
    corrects: float = 0.04
    passes_over: float = 1.0
    sentences: int = 3
    crosses_out: float = 0.06
    slips: tuple[str, ...] = SLIPS

    @staticmethod
    def drawn(source: Random) -> "Person":
        """Somebody or other."""
        return Person(
            mark=drawn(source, MARKS),
            writes=source.random() < 0.8,
            passes_over=drawn(source, {1.0: 85, 3.0: 15}),
            sentences=drawn(source, {1: 35, 2: 35, 4: 30}),
        )


BLANK = Person(writes=False, passes_over=1_000)


def fill(layout: Layout, source: Random, person: Person) -> dict[str, Answer]:
    """An answer for every field of the layout, that fit together: no reply, no address."""
    nobody = person.passes_over >= BLANK.passes_over
    given: dict[str, Answer] = {}
    who, generous = words.person(source), source.random() < 0.4
    for one in layout.fields:
        if nobody or not _applies(one.name, given, generous) or source.random() < _passed_over(one, person):
            given[one.name] = _blank(one)
        elif one.kind == FieldKind.CHOICE:
            given[one.name] = choose(one, source, person)
        elif one.kind == FieldKind.DATE:
            given[one.name] = Answer(_day(one.name, source).isoformat())
        else:
            given[one.name] = _written(one, source, person, who)
    return given


def choose(one: Field, source: Random, person: Person) -> Answer:
    """One box ticked; now and then two, or a wrong one filled in solid and the right one ticked."""
    values = [choice.value for choice in one.choices]
    weights = CHANCES.get(one.name, {})
    if one.name == "reply_wanted" and not person.writes:
        weights = {"no": 1}  # nobody asks for a reply and gives no address
    value = drawn(source, {each: weights.get(each, 0 if weights else 1) for each in values})
    empty = dict.fromkeys(values, "")
    others = [each for each in values if each != value]
    luck = source.random()
    if others and luck < person.doubles:
        return double(one, source, person)
    marks = empty | {value: person.mark}
    if others and luck < person.doubles + person.corrects:
        marks[source.choice(others)] = "solid"
    return Answer(value, marks)


def double(one: Field, source: Random, person: Person) -> Answer:
    """Two boxes ticked: nobody can tell which was meant."""
    two = source.sample([choice.value for choice in one.choices], 2)
    marks = {choice.value: person.mark if choice.value in two else "" for choice in one.choices}
    return Answer("", marks, doubtful=True)


def without_words(layout: Layout, given: dict[str, Answer]) -> dict[str, Answer]:
    """The same with nothing but ticks."""
    return {
        one.name: given[one.name] if one.kind == FieldKind.CHOICE else _blank(one) for one in layout.fields
    }


def _blank(one):
    if one.kind == FieldKind.CHOICE:
        return Answer(marks={choice.value: "" for choice in one.choices}, doubtful=True)
    return Answer()


def _passed_over(one, person):
    if one.kind != FieldKind.CHOICE and one.name != "stamp" and not person.writes:
        return 1.0
    return min(1.0, PASSED_OVER.get(one.name, PASSED_OVER_ELSE) * person.passes_over)


def _applies(name, given, generous):
    """Whether the question is put to this person at all; the generous give every way to reach them."""
    said = {key: answer.value for key, answer in given.items()}
    if name in ("consent", "relationship", "patient_name"):
        return said.get("about", "someone_else") == "someone_else"
    if name == "reply_by":
        return said.get("reply_wanted", "yes") == "yes"
    if name in CONTACT:
        by = {"email": "email", "telephone": "telephone", "post": "address"}.get(said.get("reply_by", ""))
        return said.get("reply_wanted", "yes") == "yes" and (not by or name in ("name", by) or generous)
    return True


def _day(name, source):
    """A day of the spring and summer of 2026; the stamp is from after the stay."""
    start = dt.date(2026, 8, 1) if name == "stamp" else dt.date(2026, 3, 1)
    return start + dt.timedelta(days=source.randrange(60 if name == "stamp" else 150))


def _room(one):
    """Sentences more that a large box asks for: one for every four centimetres of height."""
    return round(one.box.height / 40)


def _written(one, source, person, who):
    value = {
        "name": lambda: who,
        "patient_name": lambda: words.person(source),
        "email": lambda: words.email(source, who),
        "telephone": lambda: words.telephone(source),
        "address": lambda: words.address(source),
        "relationship": lambda: source.choice(words.KIN),
        "needs": lambda: source.choice(words.NEEDS),
    }.get(one.name, lambda: words.comment(source, one.name, person.sentences + _room(one)))()
    if one.kind == FieldKind.COMB:
        return Answer(value.replace(" ", "").upper()[: len(one.cells)])
    count = len(value.split())
    if one.name in words.TONES and count > 4 and source.random() < person.crosses_out:
        return Answer(value, struck=(source.randrange(1, count), source.choice(person.slips)))
    return Answer(value)
