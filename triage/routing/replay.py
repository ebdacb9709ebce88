"""Decide for a stream of lines, one JSON object a line, and write nothing: for replays and for testing the rules.

In:  id, provider_kind, intent, text, and where they are not the quiet ones
     reply_wanted (false), about (self), already_complained (false). Other keys are ignored.
Out: id and the decision, or id and `error`: one line for every line that is not blank, in order.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from triage.routing.facts import BadFact, facts_of, seen_in
from triage.routing.route import route

LONGEST_LINE = 1_000_000  # bytes: fifty times the longest comment we take
BATCH = 256  # lines, so that an engine has enough to do at once
Read = Callable[[Sequence[str], Sequence[str]], Sequence]
TAKEN = ("provider_kind", "intent", "reply_wanted", "about", "already_complained")


class BadLine(ValueError):
    """A line that cannot be read. The message says why, without a person's words."""


def replay(stream: BinaryIO, read: Read) -> Iterator[dict]:
    """One answer a line of `stream`; a line that cannot be used gives an `error` and the rest goes on.

    `read` is an engine's: texts and kinds of question in, a reading of each out, a batch at a time.
    """
    lines = (one for one in enumerate(_lines(stream), 1) if one[1] is None or one[1].strip())
    while batch := [_checked(number, raw) for number, raw in islice(lines, BATCH)]:
        texts = [row["text"] for row, problem in batch if not problem]
        readings = iter(read(texts, [""] * len(texts)) if texts else ())
        for row, problem in batch:
            yield {"id": row.get("id"), "error": problem} if problem else _decided(row, next(readings))


def _checked(number: int, raw: bytes | None) -> tuple[dict, str]:
    """A line as (row, ""), its words fit to be read, or as (what is known of it, what is wrong with it)."""
    known = {}
    try:
        row = _row(raw)
        known["id"] = _id(row)
        if not isinstance(row.get("text"), str):
            raise BadLine("text is missing or is not words.")
        # The facts are tried now, so that what is wrong with them is said with the line's number.
        facts_of(**{fact: row.get(fact) for fact in TAKEN})
    except (BadLine, BadFact) as problem:
        return known, f"Line {number}: {problem}"
    return row | {"text": row["text"].replace("\0", " ")}, ""


def _decided(row: dict, reading) -> dict:
    known = {fact: row.get(fact) for fact in TAKEN}
    return {"id": row["id"], **route(facts_of(texts=[row["text"]], **seen_in([reading]), **known)).as_dict()}


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines of at most LONGEST_LINE bytes; None for a longer one, which is passed over without keeping it."""
    first = True
    while raw := stream.readline(LONGEST_LINE + 1):
        if first:
            raw, first = raw.removeprefix(b"\xef\xbb\xbf"), False
        if len(raw) <= LONGEST_LINE:
            yield raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = stream.readline(LONGEST_LINE)
        yield None


def _row(raw: bytes | None) -> dict:
    if raw is None:
        raise BadLine(f"the line is longer than {LONGEST_LINE:,} bytes.")
    try:
        row = json.loads(raw.decode(), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise BadLine("the line is not UTF-8 text.") from None
    except (ValueError, RecursionError):  # the parser's own message would quote the line
        raise BadLine("the line is not JSON.") from None
    if not isinstance(row, dict):
        raise BadLine("the line is JSON but not an object in curly brackets.")
    return row


def _no_constant(name: str):
    raise ValueError(f"{name} is not JSON")


def _id(row: dict) -> str | int:
    name = row.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise BadLine("id is missing or is neither text nor a whole number.")
    return name
