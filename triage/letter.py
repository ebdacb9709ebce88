"""What a letter must hold before it may leave: no gap left open, and the parts that the law asks for.

Pure: text in, a refusal out. The words a letter begins with are in `triage.case.letters`.
"""

import re

from triage.moves import NotAllowed

# "[name]", "[Write here what you found on each point]"; one whose end was rubbed out as well.
GAP = re.compile(r"\[[^\[\]\n]*\w[^\[\]\n]*\]?")
LONGEST_NAMED = 60  # characters of a gap that a refusal says again

CONSIDERED = "How we looked into it"
FOUND = "What we found"
DOING = "What we are doing about it"
NOT_HAPPY = "If you are not happy with this reply"
PARTS = (CONSIDERED, FOUND, DOING, NOT_HAPPY)


def check_gaps(text: str) -> None:
    """Raises NotAllowed, naming each gap, if one was left open."""
    gaps = dict.fromkeys(
        gap if len(gap) <= LONGEST_NAMED else gap[:LONGEST_NAMED] + "…" for gap in GAP.findall(text)
    )
    if gaps:
        raise NotAllowed(
            f"Fill in each part in square brackets, or take it out: {', '.join(gaps)}. Nothing was sent."
        )


def check_parts(text: str) -> None:
    """Raises NotAllowed, naming what is missing, if a reply to a complaint lacks a part.

    A part is its heading on a line of its own, with words under it.
    Source: regulation 14(2) of the 2009 complaints regulations: how the complaint was considered,
    the conclusions, what is done about it, and the right to go to the Ombudsman.
    """
    there = _parts_with_words(text)
    missing = [f"“{part}”" for part in PARTS if part not in there]
    if "ombudsman" not in text.casefold():
        missing.append("the right to go to the Ombudsman")
    if missing:
        raise NotAllowed(
            f"The reply must also hold, each heading with words under it: {', '.join(missing)}. "
            "The rule: regulation 14(2) of the complaints regulations (2009). Nothing was sent."
        )


def _parts_with_words(text):
    named = {part.casefold(): part for part in PARTS}
    there, part = set(), None
    for line in filter(None, (line.strip() for line in text.splitlines())):
        heading = named.get(line.rstrip(":").casefold())
        if heading:
            part = heading
        elif part:
            there.add(part)
    return there
