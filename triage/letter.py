"""What a letter is and must hold before it may leave: its kind, its fields, no gap left open, the parts the law asks for.

Pure: text in, a refusal out. Fields stand in curly brackets and are filled from the case; gaps stand in
square brackets and are filled by a person.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from triage.moves import NotAllowed

# "[name]", "[Write here what you found on each point]"; one whose end was rubbed out as well.
GAP = re.compile(r"\[[^\[\]\n]*\w[^\[\]\n]*\]?")
FIELD = re.compile(r"\{([^{}\n]*)\}")
LONGEST_NAMED = 60  # characters of a gap that a refusal says again

CONSIDERED = "How we looked into it"
FOUND = "What we found"
DOING = "What we are doing about it"
NOT_HAPPY = "If you are not happy with this reply"
PARTS = (CONSIDERED, FOUND, DOING, NOT_HAPPY)
# The same headings in easy read, which asks before it tells.
QUESTIONS = {
    CONSIDERED: "How did we look into it?",
    FOUND: "What did we find?",
    DOING: "What are we doing about it?",
    NOT_HAPPY: "What can you do if you are not happy?",
}

# What a template may ask for, and what it gives, in words. An empty one becomes a gap of the same words.
FIELDS = {
    "greeting": "“Dear” and the name of the person, or “Hello”",
    "name": "the name of the person the letter goes to",
    "patient": "the name of the patient",
    "what": "what they made: complaint, concern or feedback",
    "reference": "the reference of the case",
    "organisation": "the name of your organisation",
    "team": "the name of your team",
    "officer": "your name",
    "today": "the date of today",
    "received_on": "the date it was received",
    "acknowledge_by": "the date to acknowledge by",
    "respond_by": "the date the four weeks end",
    "agreed_on": "the date agreed with the person",
    "backstop_on": "the date the six months end",
    "plan": "when you plan to reply, in a sentence that is true today",
    "reason": "why it takes longer",
    "how": "how they can get in touch",
    "advocacy": "where to get free help with a complaint",
    "issues": "each issue, what you found on it and what will change",
}
# These tell of somebody's care: only in letters that wait for the patient's consent (see `Kind.answers`).
OF_THE_CARE = frozenset({"issues"})


@dataclass(frozen=True)
class Kind:
    """What a letter is for. `title` is what staff call it, `heading` what stands on top of it.

    `move` is that of sending it, a key of `moves.MOVES`. `parts`: it must hold the parts of regulation
    14(2), and be signed. `answers`: it says something about the care, so it waits for consent.
    """

    title: str
    heading: str
    move: str = "write"
    parts: bool = False
    answers: bool = False


KINDS = {
    "acknowledgement": Kind("Acknowledgement", "We have what you sent us", move="acknowledge"),
    "consent": Kind("Request for consent", "Do you agree?"),
    "holding": Kind("Why it takes longer", "Why our reply takes longer"),
    "extension": Kind("Asking to agree a later date", "Can we agree a later date?"),
    "final": Kind("Final reply", "Our reply to your complaint", move="reply", parts=True, answers=True),
    "answer": Kind("Answer to a concern", "Our answer to you", move="reply", answers=True),
    "ombudsman": Kind("The right to go to the Ombudsman", "Your right to go to the Ombudsman"),
    "covering": Kind("Covering note to an MP", "About the person you wrote for", answers=True),
    "other": Kind("Another letter", "About what you told us", answers=True),
}
# The same on top of short words that are no letter of their own, by `Reply.kind`.
HEADINGS = {"acknowledgement": KINDS["acknowledgement"].heading, "reply": KINDS["answer"].heading}


def check_fields(text: str) -> None:
    """Raises NotAllowed if a template asks for a field that there is not, naming it and all that there are."""
    unknown = [name for name in dict.fromkeys(FIELD.findall(text)) if name not in FIELDS]
    alone = re.search(r"[{}]", FIELD.sub("", text))
    if not unknown and not alone:
        return
    wrong = ", ".join(f"{{{name}}}" for name in unknown) or "a curly bracket that stands alone"
    there = ", ".join(f"{{{name}}}" for name in FIELDS)
    raise NotAllowed(f"We cannot fill in {wrong}. These are the fields there are: {there}.")


def check_says_nothing_of_the_care(text: str, kind: str) -> None:
    """Raises NotAllowed if a template of a kind that leaves without consent asks for a field of OF_THE_CARE.

    Source: confidentiality; regulation 5 of the 2009 complaints regulations.
    """
    told = [name for name in FIELD.findall(text) if name in OF_THE_CARE]
    if told and not KINDS[kind].answers:
        raise NotAllowed(
            f"Take out {{{told[0]}}}. This letter may leave before the patient agrees, so it says nothing of their care. "
            "The rule: confidentiality, and regulation 5 of the complaints regulations (2009)."
        )


def merge(text: str, values: Mapping[str, str]) -> str:
    """`text` with each field filled in. One the case has no words for is left as a gap, so that nobody misses it.

    Square brackets in what is filled in become round ones: only the template, the writer and `open_gap` make gaps.
    """

    def fill(match):
        name = match[1]
        if name not in FIELDS:
            return match[0]
        words = str(values.get(name) or "")
        if not words:
            return f"[{FIELDS[name]}]"
        words = words.translate(ROUND)
        return words.translate(SQUARE) if isinstance(values[name], WithGaps) else words

    return FIELD.sub(fill, text)


ROUND = str.maketrans("[]", "()")
OPEN, SHUT = "\1", "\2"  # no key writes these
SQUARE = str.maketrans(OPEN + SHUT, "[]")
NO_GAP = str.maketrans("", "", OPEN + SHUT)


class WithGaps(str):
    """Words to be filled in that have gaps of their own, made by `open_gap`. What people wrote in them has none: see `no_gap`."""

    __slots__ = ()


def open_gap(words: str) -> str:
    """A gap within WithGaps: "[words]" once it is merged."""
    return f"{OPEN}{words}{SHUT}"


def no_gap(words: str) -> str:
    """What a person wrote, without the signs that would open or shut a gap."""
    return words.translate(NO_GAP)


def gaps(text: str) -> list[str]:
    """The gaps left open, once each, cut where they are long."""
    found = dict.fromkeys(GAP.findall(text))
    return [gap if len(gap) <= LONGEST_NAMED else gap[:LONGEST_NAMED] + "…" for gap in found]


def missing_parts(text: str) -> list[str]:
    """The parts of regulation 14(2) that a reply to a complaint lacks, in words.

    A part is its heading on a line of its own, with words under it. Either form of a heading counts: see QUESTIONS.
    """
    there = _parts_with_words(text)
    missing = [f"“{part}”" for part in PARTS if part not in there]
    if "ombudsman" not in text.casefold():
        missing.append("the right to go to the Ombudsman")
    return missing


def check_gaps(text: str) -> None:
    """Raises NotAllowed, naming each gap, if one was left open."""
    if left := gaps(text):
        raise NotAllowed(
            f"Fill in each part in square brackets, or take it out: {', '.join(left)}. Nothing was sent."
        )


def check_parts(text: str) -> None:
    """Raises NotAllowed, naming what is missing, if a reply to a complaint lacks a part.

    Source: regulation 14(2) of the 2009 complaints regulations: how the complaint was considered,
    the conclusions, what is done about it, and the right to go to the Ombudsman.
    """
    if missing := missing_parts(text):
        raise NotAllowed(
            f"The reply must also hold, each heading with words under it: {', '.join(missing)}. "
            "The rule: regulation 14(2) of the complaints regulations (2009). Nothing was sent."
        )


def _parts_with_words(text):
    named = {part.casefold(): part for part in PARTS}
    named |= {question.casefold(): part for part, question in QUESTIONS.items()}
    there, part = set(), None
    for line in filter(None, (line.strip() for line in text.splitlines())):
        heading = named.get(line.lstrip("# ").rstrip(":").replace("**", "").casefold())
        if heading:
            part = heading
        elif part:
            there.add(part)
    return there
