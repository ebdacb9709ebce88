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
    # Also of a closed case: what waits to leave must stay here once the patient takes their consent back.
    "record_consent": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "add_party": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "change_party": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "answer_party": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "remove_party": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "reply": {NEW: REPLIED, OPEN: REPLIED, REPLIED: REPLIED},
    "close": {NEW: CLOSED, OPEN: CLOSED, REPLIED: CLOSED},
    "reopen": {REPLIED: OPEN, CLOSED: OPEN},
    "write_back": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: OPEN},
    "go_to_ombudsman": {OPEN: OPEN, NEW: NEW, REPLIED: REPLIED, CLOSED: CLOSED},
    "hear_ombudsman": {OPEN: OPEN, NEW: NEW, REPLIED: REPLIED, CLOSED: CLOSED},
    "improve": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "find": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "read": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
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
    "raise_issue": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "change_issue": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "drop_issue": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "decide_issue": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "undo_finding": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "dismiss_subject": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "decide_flag": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "pack": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "draft": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "put_forward": {NEW: OPEN, OPEN: OPEN, REPLIED: REPLIED},
    "send_back": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "sign": {NEW: OPEN, OPEN: OPEN, REPLIED: REPLIED},
    "unsign": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "put_aside": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "write": {NEW: OPEN, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    # What the person never had is still owed to them.
    "call_back": {NEW: NEW, OPEN: OPEN, REPLIED: OPEN, CLOSED: OPEN},
    "send_again": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "merge": {NEW: CLOSED, OPEN: CLOSED},
    "absorb": {NEW: NEW, OPEN: OPEN},
    "unmerge": {CLOSED: OPEN},
    "let_go": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "link": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "unlink": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "ask_part": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED},
    "answer_part": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
    "withdraw_part": {NEW: NEW, OPEN: OPEN, REPLIED: REPLIED, CLOSED: CLOSED},
}

# What can still happen to a case that was merged into another. All else is done there.
WHILE_MERGED = frozenset({"unmerge", "unlink", "note", "find", "keep_apart", "set_aside", "put_aside"})

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
    "write": "send a letter for", "call_back": "call back a letter of", "send_again": "send again a letter of",
    "add_party": "add a person to", "change_party": "change a person of", "answer_party": "change who is answered in",
    "remove_party": "take a person out of",
    "go_to_ombudsman": "open the Ombudsman's stage of", "hear_ombudsman": "keep the Ombudsman's decision on",
    "improve": "improve something because of", "read": "take a reading in for",
    "hear": "hear danger in", "attach": "add a file to", "set_aside": "set a file aside in", "keep_apart": "keep a file apart in",
    "name_investigator": "name an investigator for", "release_investigator": "release an investigator from",
    "ask_statement": "ask for a statement in", "chase_statement": "chase a statement in",
    "receive_statement": "keep a statement in", "withdraw_statement": "withdraw a statement asked for in",
    "raise_issue": "add an issue to", "change_issue": "change an issue of", "drop_issue": "drop an issue of",
    "decide_issue": "decide on an issue of", "undo_finding": "take back a finding of",
    "dismiss_subject": "set aside a suggested issue of",
    "chronicle": "write in the chronology of", "decide_flag": "decide on", "pack": "make the Ombudsman's pack of",
    "merge": "merge", "absorb": "merge another into", "unmerge": "split off", "let_go": "split off from", "link": "link",
    "unlink": "unlink", "ask_part": "ask another body about", "answer_part": "answer for your part of",
    "withdraw_part": "take back what was asked about",
}  # fmt: skip


class NotAllowed(Exception):
    """The move cannot happen now. The message is a sentence for the person who tried."""


def after(move: str, status: str) -> str:
    """The status that follows `move` from `status`. Raises NotAllowed if the table has no such step."""
    try:
        return MOVES[move][status]
    except KeyError:
        raise NotAllowed(f"You cannot {WORDS[move]} a case that is {status}.") from None


def check_merged(move: str, into: str) -> None:
    """Raises NotAllowed if `move` belongs to the case that this one was merged into; `into` is its reference."""
    if move not in WHILE_MERGED:
        raise NotAllowed(
            f"This case was merged into {into}. Do it there, or split the two first (page Together)."
        )


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


NO_CONSENT = {
    "refused": "This is about someone else, and they do not agree that we answer. ",
    "withdrawn": "This is about someone else, and they took their consent back. ",
}


def check_reply(*, about: str, consent: str) -> None:
    """A reply about another person waits for that person's consent, or a ground to go without; the clock does not.

    `consent` is a word of `triage.consent`. Source: confidentiality; regulation 5 of the 2009 complaints regulations.
    """
    if about == "someone_else" and consent not in ("given", "without"):
        raise NotAllowed(
            NO_CONSENT.get(consent, "This is about someone else, and their consent is not recorded. ")
            + "Record the consent, or the decision to go without it, then reply. The clock keeps running. "
            "The rule: confidentiality, and regulation 5 of the complaints regulations (2009)."
        )
