"""May it move? The one table of what can happen to a case in each status.

Whether this person may do it is `organisations.permissions`; this says whether anyone may, now.
"""

from collections.abc import Iterable

NEW, OPEN, REPLIED, CLOSED = "new", "open", "replied", "closed"

# move -> {status before: status after}. What is not here cannot happen.
MOVES = {
    "take": {NEW: OPEN, OPEN: OPEN, REPLIED: REPLIED},
    "assign": {NEW: OPEN, OPEN: OPEN, REPLIED: REPLIED},
    "put_back": {OPEN: NEW},
    "acknowledge": {NEW: OPEN, OPEN: OPEN},
    "take_back": {OPEN: OPEN},
    "agree_date": {NEW: OPEN, OPEN: OPEN},
    "explain": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "refer": {NEW: NEW, OPEN: NEW, REPLIED: NEW},
    "tell": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "note": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "correct": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "ask_consent": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "chase_consent": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "record_consent": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "reply": {NEW: REPLIED, OPEN: REPLIED, REPLIED: REPLIED},
    "close": {NEW: CLOSED, OPEN: CLOSED, REPLIED: CLOSED},
    "reopen": {REPLIED: OPEN, CLOSED: OPEN},
    "write_back": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: OPEN},
    "go_to_ombudsman": {OPEN: OPEN, NEW: NEW, REPLIED: REPLIED, CLOSED: CLOSED},
    "hear_ombudsman": {OPEN: OPEN, NEW: NEW, REPLIED: REPLIED, CLOSED: CLOSED},
    "improve": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "find": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "hear": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "attach": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "set_aside": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "keep_apart": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "name_investigator": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "release_investigator": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "ask_statement": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "chase_statement": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "receive_statement": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "withdraw_statement": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "chronicle": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "decide_flag": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "pack": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "draft": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "put_forward": {NEW: OPEN, OPEN: OPEN, REPLIED: REPLIED},
    "send_back": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "sign": {NEW: OPEN, OPEN: OPEN, REPLIED: REPLIED},
    "unsign": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "put_aside": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "write": {NEW: OPEN, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
}

# Ending without a reply needs a reason that is the person's own: they withdrew, or it was settled with them.
OUTCOMES_WITHOUT_REPLY = frozenset({"withdrawn", "settled"})

WORDS = {
    "take": "take", "assign": "assign", "put_back": "put back", "acknowledge": "acknowledge",
    "take_back": "take back the acknowledgement of",
    "agree_date": "agree a new date for", "explain": "explain a missed date of", "refer": "pass on",
    "tell": "tell another body about", "note": "add a note to", "correct": "correct", "record_consent": "record consent on",
    "ask_consent": "ask for consent on", "chase_consent": "ask again for consent on",
    "reply": "reply to", "close": "close", "reopen": "reopen", "write_back": "add to", "find": "find something in",
    "draft": "begin a letter for", "put_forward": "put a letter forward for", "send_back": "send back a letter of",
    "sign": "sign a letter of", "unsign": "change a signed letter of", "put_aside": "put aside a letter of",
    "write": "send a letter for",
    "go_to_ombudsman": "open the Ombudsman's stage of", "hear_ombudsman": "keep the Ombudsman's decision on",
    "improve": "improve something because of",
    "hear": "hear danger in", "attach": "add a file to", "set_aside": "set a file aside in", "keep_apart": "keep a file apart in",
    "name_investigator": "name an investigator for", "release_investigator": "release an investigator from",
    "ask_statement": "ask for a statement in", "chase_statement": "chase a statement in",
    "receive_statement": "keep a statement in", "withdraw_statement": "withdraw a statement asked for in",
    "chronicle": "write in the chronology of", "decide_flag": "decide on", "pack": "make the Ombudsman's pack of",
}  # fmt: skip


class NotAllowed(Exception):
    """The move cannot happen now. The message is a sentence for the person who tried."""


def after(move: str, status: str) -> str:
    """The status that follows `move` from `status`. Raises NotAllowed if the table has no such step."""
    try:
        return MOVES[move][status]
    except KeyError:
        raise NotAllowed(f"You cannot {WORDS[move]} a case that is {status}.") from None


def possible(status: str) -> list[str]:
    """The moves open to a case in `status`, in the order of the table."""
    return [move for move, steps in MOVES.items() if status in steps]


def check_close(*, outcome: str, replied: bool, unexplained: Iterable[str] = ()) -> None:
    """A case may end unanswered only if the person withdrew it or it was settled with them.

    `unexplained` are the reply's missed dates, in words, of which the person was not told why: none may be left.
    Source: regulation 14 of the 2009 complaints regulations: a response in writing is owed, and by 14(4) the
    reason when six months passed without one. We keep to that for every date.
    """
    if not replied and outcome not in OUTCOMES_WITHOUT_REPLY:
        raise NotAllowed("Reply first. A case can end without a reply only if it was settled or withdrawn.")
    missed = ", ".join(unexplained)
    if missed:
        raise NotAllowed(
            f"First tell the person why the reply was late: {missed}. The rule: regulation 14(4) of the complaints "
            "regulations (2009). It is about the six months; we keep to it for every date."
        )


def check_reply(*, about: str, consent: str) -> None:
    """A reply about another person waits for that person's consent; the clock does not.

    Source: confidentiality; regulation 5 of the 2009 complaints regulations.
    """
    if about == "someone_else" and consent != "given":
        raise NotAllowed(
            "This is about someone else, and their consent is not recorded. "
            "Record the consent, or the decision to go without it, then reply. The clock keeps running. "
            "The rule: confidentiality, and regulation 5 of the complaints regulations (2009)."
        )
