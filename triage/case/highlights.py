"""Which of a person's words carried a reading: marked in the text, and said again in a sentence.

A mark is seen, not heard, so each label also names its words: "Waiting times: because of
“three hours”, “in the corridor”". Places are (start, end) in the characters of the text. One that
does not fit is left out: a mark on the wrong words would be worse than none.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Place = Sequence[int]


def marked(text: str, why: Mapping[str, Iterable[Place]]) -> SafeString:
    """The text as HTML, escaped, all words that carried any label in `<mark>`. Marks never nest."""
    pieces, done = [], 0
    for start, end in _joined(place for places in why.values() for place in fitting(text, places)):
        pieces += [(text[done:start],), (format_html("<mark>{}</mark>", text[start:end]),)]
        done = end
    return format_html_join("", "{}", [*pieces, (text[done:],)])


def quoted(text: str, places: Iterable[Place]) -> list[str]:
    """The words at these places, weightiest first as they came, on one line each, none twice."""
    quotes: dict[str, str] = {}
    for start, end in fitting(text, places):
        words = " ".join(text[start:end].split())
        quotes.setdefault(words.casefold(), words)
    return list(quotes.values())


def fitting(text: str, places: Iterable[Place]) -> list[tuple[int, int]]:
    """The places that are inside the text and hold more than white space, which is trimmed off their ends."""
    found = []
    for start, end in places:
        if 0 <= start < end <= len(text):
            words = text[start:end]
            start, end = end - len(words.lstrip()), start + len(words.rstrip())
            if start < end:
                found.append((start, end))
    return found


def _joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same characters as places in order that neither overlap nor touch."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
