"""Names as a person would write them: the directory shouts, a sign over a door does not."""

import re

SMALL = {"and", "at", "by", "de", "for", "in", "le", "of", "on", "the", "to", "under", "upon", "with"}
CAPITALS = {
    "CAMHS",
    "CIC",
    "ENT",
    "GP",
    "HIV",
    "ICB",
    "II",
    "III",
    "IV",
    "MIU",
    "NHS",
    "OOH",
    "PCN",
    "UK",
    "UTC",
    "WIC",
}
SHORTENED = {"DR", "LN", "LTD", "MR", "MRS", "PLC", "RD", "SQ", "ST"}
WORD = re.compile(r"[A-Z0-9]+(?:['’][A-Z]+)*")


def as_written(name: str) -> str:
    """The directory's name in ordinary capitals; one that already has small letters is left alone.

    >>> as_written("ST MARY'S NHS FOUNDATION TRUST")
    "St Mary's NHS Foundation Trust"
    """
    name = " ".join(name.split())
    if name != name.upper():
        return name
    return WORD.sub(lambda found: _word(found.group(), first=found.start() == 0), name)


def _word(word, first):
    if word.lower() in SMALL and not first:
        return word.lower()
    if word in CAPITALS:
        return word
    if re.fullmatch(r"\d+(ST|ND|RD|TH)", word):
        return word.lower()
    if any(ch.isdigit() for ch in word) or _looks_like_initials(word):
        return word
    head, *rest = re.split(r"(['’])", word)
    if head.startswith("MC") and len(head) > 3:
        return f"Mc{head[2:].capitalize()}{''.join(rest).lower()}"
    # O'Brien, but Mary's.
    after = "".join(rest).title() if len(head) == 1 else "".join(rest).lower()
    return head.capitalize() + after


def _looks_like_initials(word):
    return len(word) <= 3 and word not in SHORTENED and not set(word) & set("AEIOUY'’")
