"""What a person needs from us, read from their own words: how to write to them, and how never to reach them. Pure.

Source: the Accessible Information Standard (DCB1605): needs are found out, kept, shown, shared and met. What is
read here is a beginning that a person can change; the words themselves are always kept and shown beside it.
"""

import re

TELEPHONE = "telephone"
# What takes the most care comes first: somebody who names several is written to in that one, and their words say the rest.
SHAPES = (
    ("bsl", re.compile(r"\bbsl\b|\bsign language\b", re.IGNORECASE)),
    ("braille", re.compile(r"\bbraille\b", re.IGNORECASE)),
    ("audio", re.compile(r"\baudio\b|\ba recording\b", re.IGNORECASE)),
    ("easy_read", re.compile(r"\beasy[ -]read\b", re.IGNORECASE)),
    ("large_print", re.compile(r"\b(?:large|larger|big|bigger)[ -](?:print|letters|text)\b", re.IGNORECASE)),
)
NEVER = r"(?:never|not|no|don['’]?t|cannot|can['’]?t)\b(?:[ -]+\w+){0,3}?[ -]+"
# "Please do not ring me", "no phone calls", "I am deaf". A deaf person who names a relay does use the telephone.
WAYS = {
    TELEPHONE: re.compile(
        rf"\bbsl\b|\bsign language\b|\bdeaf\b|\b{NEVER}(?:tele)?phon\w*|\b{NEVER}(?:ring|rung|calls?|called|hear)\b",
        re.IGNORECASE,
    ),
    "email": re.compile(rf"\b{NEVER}e-?mail\w*", re.IGNORECASE),
    "post": re.compile(rf"\b{NEVER}(?:post|letters?|by post)\b", re.IGNORECASE),
}
RELAY = re.compile(r"\brelay\b", re.IGNORECASE)


def shape_in(words: str) -> str:
    """The shape of a letter that these words ask for, a value of Party.Shape: "standard" where they ask for none."""
    return next((shape for shape, asks in SHAPES if asks.search(words)), "standard")


def ruled_out_in(words: str, prefers: str = "") -> list[str]:
    """The ways (values of ReplyBy) that these words rule out, but for the one the person asked for themselves."""
    out = [way for way, rules_out in WAYS.items() if rules_out.search(words) and way != prefers]
    return [way for way in out if not (way == TELEPHONE and RELAY.search(words))]
