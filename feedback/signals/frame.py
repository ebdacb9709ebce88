"""Meaning frames: who did what to whom, said in any words and mostly in any order.

A frame names slots and how near each other they must stand:

    8 @carer @strike @victim      all three within eight words of one sentence, in any order
    8> @carer @strike @victim     the same, in this order
    @they|nurse|the_big_one       a slot is a list of `vocabulary.py`, or words, or both
    bruis*                        any ending
    -@fine                        and none of these within the stretch or four words either side

A phrase says how a thing is worded; a frame only what must be spoken of together.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from feedback.signals.sieve import Anchor
from feedback.signals.vocabulary import VOCABULARY

Place = tuple[int, int]  # the first word of a match and the one after its last

_BESIDE = 4


@dataclass(frozen=True)
class Frame:
    """One line of the language: `slots` that must be there, `bars` that must not."""

    line: str

    @cached_property
    def within(self) -> int:
        return int(self.line.split()[0].rstrip(">"))

    @cached_property
    def in_order(self) -> bool:
        return self.line.split()[0].endswith(">")

    @cached_property
    def slots(self) -> tuple[str, ...]:
        return tuple(slot for slot in self.line.split()[1:] if not slot.startswith("-"))

    @cached_property
    def bars(self) -> tuple[str, ...]:
        return tuple(slot[1:] for slot in self.line.split()[1:] if slot.startswith("-"))

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """For each slot the words one of which fills it; of joined words the longest two together."""
        return tuple(frozenset(map(_longest_pair, terms(slot))) for slot in self.slots)


def frames(lines: str) -> tuple[Frame, ...]:
    """One frame a line; blank lines are passed over."""
    return tuple(Frame(line.strip()) for line in lines.splitlines() if line.strip())


def terms(slot: str) -> frozenset[str]:
    """The words and joined words that fill a slot."""
    found = set()
    for one in slot.split("|"):
        found |= VOCABULARY[one[1:]] if one.startswith("@") else {one.replace("_", " ")}
    return frozenset(found)


def _longest_pair(term: str) -> str:
    return max(map(" ".join, pairwise(term.split())), key=len, default=term)


class Lexicon:
    """Where in a text the slots of some frames are filled."""

    def __init__(self, all_frames: Iterable[Frame]) -> None:
        self._terms = {slot: terms(slot) for frame in all_frames for slot in (*frame.slots, *frame.bars)}
        self._known = frozenset().union(*self._terms.values())
        self._stems = sorted({len(term) - 1 for term in self._known if term.endswith("*")})
        self._lengths: dict[str, set[int]] = {}
        for term in self._known:
            count = len(term.split())
            if count > 1:
                self._lengths.setdefault(term.split()[0], set()).add(count)

    def places(self, words: list[str], some_frames: Iterable[Frame]) -> dict[str, list[Place]]:
        """Slot -> where it is filled in the words, in order, for the slots of some of the frames."""
        heard = self._heard(words)
        known = frozenset(heard)
        slots = {slot for frame in some_frames for slot in (*frame.slots, *frame.bars)}
        return {
            slot: sorted(place for term in filling for place in heard[term])
            for slot in slots
            if (filling := self._terms[slot] & known)
        }

    def _heard(self, words: list[str]) -> dict[str, list[Place]]:
        """Term -> where it is said."""
        heard: dict[str, list[Place]] = {}
        for at, word in enumerate(words):
            said = [(word, 1)]
            said += [(f"{word[:n]}*", 1) for n in self._stems if n <= len(word)]
            said += [(" ".join(words[at : at + n]), n) for n in self._lengths.get(word, ())]
            for term, count in said:
                if term in self._known:
                    heard.setdefault(term, []).append((at, at + count))
        return heard


def matches(frame: Frame, places: dict[str, list[Place]], sentence: list[int]) -> Iterator[list[Place]]:
    """Where a frame is met: for each time, the places of its slots. `sentence`: each word's sentence."""
    if not all(slot in places for slot in frame.slots):
        return
    last = -1
    pivot = (
        0
        if frame.in_order
        else min(range(len(frame.slots)), key=lambda index: len(places[frame.slots[index]]))
    )
    others = [slot for index, slot in enumerate(frame.slots) if index != pivot]
    for first in places[frame.slots[pivot]]:
        if first[0] <= last:
            continue
        met = _fill([first], others, frame, places, sentence)
        if met and not _barred(met, frame, places):
            yield met
            last = max(end for _, end in met) - 1


def _fill(met, slots, frame, places, sentence) -> list[Place] | None:
    """The met places with one more for each slot, the nearest first, or None."""
    if not slots:
        return met
    low = met[-1][1] if frame.in_order else max(end for _, end in met) - frame.within
    high = min(start for start, _ in met) + frame.within
    here, near = places[slots[0]], []
    for index in range(bisect_left(here, (low, 0)), len(here)):
        place = here[index]
        if place[1] > high:
            break
        if sentence[place[0]] == sentence[met[0][0]] and all(
            place[1] <= start or place[0] >= end for start, end in met
        ):
            near.append(place)
    for place in sorted(near, key=lambda place: abs(place[0] - met[0][0])):
        filled = _fill([*met, place], slots[1:], frame, places, sentence)
        if filled:
            return filled
    return None


def _barred(met: list[Place], frame: Frame, places: dict[str, list[Place]]) -> bool:
    low, high = min(start for start, _ in met) - _BESIDE, max(end for _, end in met) + _BESIDE
    return any(low <= start < high for bar in frame.bars for start, _ in places.get(bar, ()))
