"""What suppliers' cells mean. Text in; our values out, or None (and "" for a mode) where they mean nothing to us."""

import datetime as dt
import re

from feedback.imports.source import Refused
from feedback.models import FftAnswer, Question

DAYS = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d/%m/%y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%Y%m%d",
)
# Days since 30 December 1899 is how Excel counts; these run from 1982 to 2119.
EXCEL_DAYS = range(30_000, 80_000)
EXCEL_ZERO = dt.date(1899, 12, 30)
TIME_OF_DAY = re.compile(r"[T ]\d{1,2}:\d{2}.*$")
# The eight ways of collection of the national return (FFT guidance, NHS England).
MODES = (
    "SMS",
    "Electronic discharge",
    "Electronic home",
    "Paper discharge",
    "Paper home",
    "Telephone",
    "Online",
    "Other",
)
GOOD = re.compile(r"\b(good|best|well|like|liked|positive|satisfied)\b")
BETTER = re.compile(
    r"\b(improve|improved|improvement|improvements|better|change|changed|worst|dissatisfied)\b"
)


def plain(text: str) -> str:
    """Small letters, straight apostrophes, nothing but letters and figures between single spaces."""
    return " ".join(re.sub(r"[^a-z0-9']+", " ", text.replace("’", "'").casefold()).split())


def day(text: str) -> dt.date | None:
    """A day as ISO, British (day first) or Excel writes it, with or without a time. Raises Refused if none of these."""
    text = TIME_OF_DAY.sub("", text.strip())
    if not text:
        return None
    if re.fullmatch(r"\d{5}(\.\d+)?", text) and int(text[:5]) in EXCEL_DAYS:
        return EXCEL_ZERO + dt.timedelta(days=int(text[:5]))
    for form in DAYS:
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            pass
    raise Refused("date", "The date could not be read. Write it as 2025-12-31 or 31/12/2025.")


def fft_answer(text: str) -> int | None:
    """One of the six national answers, by its words ("5 - Very good" is 1) or by its national code, 1 to 6."""
    words = plain(text).replace("do not", "don't").replace("dont", "don't")
    spoken = re.sub(r"^\d+ ", "", words)
    for answer in FftAnswer:
        if spoken == plain(answer.label):
            return answer.value
    code = text.strip().removesuffix(".0")
    return int(code) if code in {str(value) for value in FftAnswer.values} else None


def question(text: str) -> str:
    """The kind of question, from its kind or its wording; one that asks for good and bad alike is nonspecific."""
    if text in Question.values:
        return text
    good, better = GOOD.search(plain(text)), BETTER.search(plain(text))
    if good and not better:
        return Question.WHAT_GOOD
    if better and not good:
        return Question.COULD_IMPROVE
    return Question.NONSPECIFIC


def mode(text: str) -> str:
    """One of MODES, or "" ("Mode SMS", as the published columns call it, is SMS)."""
    asked = plain(text).removeprefix("mode ")
    return next((one for one in MODES if plain(one) == asked), "")
