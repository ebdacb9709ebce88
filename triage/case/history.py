"""What happened to a case, in words: one sentence a kind of event."""

from datetime import date

from django.utils import timezone

from triage import clock
from triage.case.words import body_words, kind_means
from triage.letter import KINDS
from triage.models import Event, Flag, Issue, Outcome, Party, Referred, Team
from triage.models.consent import Ground
from triage.models.issue import subject_words

RULES = "The rules"

# Names in braces come from `_details`; {who} is the member of staff, or the rules.
SENTENCES = {
    "open": "{who} opened this case for the {team} team",
    "take": "{who} took this case",
    "assign": "{who} gave this case to {handler}",
    "put_back": "{who} took that back: the case is new again",
    "acknowledge": "{who} wrote to say that it arrived",
    "take_back": "{who} took that back before it left: nobody has written to say that it arrived",
    "agree_date": "{who} agreed a date with the person: {agreed_on}",
    "explain": "{who} told the person why a date was missed{clocks}",
    "refer": "{who} passed this case from {before} to {team} at {organisation}",
    "tell": "{who} told {body}",
    "note": "{who} wrote a note",
    "correct": "{who} corrected the {what}{priority}",
    "ask_consent": "{who} asked the patient for consent{asked_on}",
    "chase_consent": "{who} asked the patient again for consent",
    "record_consent": "{who} recorded {consent}{ground}{answered_on}",
    "add_party": "{who} added a person: {part}",
    "change_party": "{who} changed what we know of a person: {part}{fields}",
    "answer_party": "{who} chose who the reply goes to: {part}",
    "remove_party": "{who} took out a person who was added by mistake: {part}",
    "reply": "{who} replied",
    "close": "{who} closed this case: {outcome}",
    "reopen": "{who} opened this case again",
    "write_back": "The person wrote again",
    "take_in": "{who} took this in: {door}",
    "become": "{who} made a complaint of it: it was said on {received_on}, to be settled by {due_on}",
    "read": "A model has read their words now: a person should look",
    "find": "A newer reading of their words found: {signal}",
    "go_to_ombudsman": "{who} opened the Ombudsman's stage: they told us on {told_us_on}",
    "hear_ombudsman": "{who} kept the Ombudsman's decision: {decision}",
    "improve": "{who} promised a change, due {due_on}",
    "hear": "Words in a file may mean danger: {signal}",
    "attach": "{who} added a file",
    "set_aside": "{who} set a file aside",
    "keep_apart": "The virus scanner did not pass a file: nobody can open it",
    "name_investigator": "{who} named an investigator: {investigator}",
    "release_investigator": "{who} released an investigator: {investigator}",
    "ask_statement": "{who} asked for a statement, due {due_on}",
    "chase_statement": "{who} chased a statement",
    "receive_statement": "{who} kept a statement that came on {received_on}",
    "withdraw_statement": "{who} withdrew a request for a statement",
    "chronicle": "{who} wrote in the chronology",
    "decide_flag": "{who} decided on {flag}: {answer}",
    "raise_issue": "{who} added an issue: {subject}",
    "change_issue": "{who} changed issue {issue}: {subject}",
    "drop_issue": "{who} dropped issue {issue}: {subject}",
    "decide_issue": "{who} decided on issue {issue}, {subject}: {finding}",
    "undo_finding": "{who} took back the finding on issue {issue}, {subject}. It was: {finding}",
    "dismiss_subject": "{who} set a suggested issue aside: {subject}",
    "pack": "{who} made the Ombudsman's pack",
    "breach": "A date was missed: {clock} {due_on}",
    "warn": "A date is near: {clock} {due_on}{cover}",
    "take_alert": "{who} took the alert: {signal}",
    "draft": "{who} began a letter: {letter}",
    "put_forward": "{who} put this letter forward to be signed: {letter}",
    "send_back": "{who} sent this letter back: {letter}",
    "sign": "{who} signed this letter: {letter}",
    "unsign": "{who} changed this letter, so it is no longer signed or put forward: {letter}",
    "put_aside": "{who} put this letter aside: {letter}",
    "write": "{who} sent a letter: {letter}",
    "call_back": "{who} called back words that had not left",
    "send_again": "{who} let words be sent again",
    "merge": "{who} merged this case into {reference}",
    "absorb": "{who} merged {reference} into this case",
    "unmerge": "{who} split this case off from {reference} again",
    "let_go": "{who} split {reference} off again",
    "link": "{who} linked this case with {reference}",
    "unlink": "{who} took the link with {reference} away",
    "ask_part": "{who} asked {organisation} for its part, due {due_on}",
    "answer_part": "{who} kept the answer of {organisation}",
    "withdraw_part": "{who} took back what was asked of {organisation}",
}

FIELDS = {
    "name": "name", "office": "office", "relationship": "who they are to the patient", "email": "e-mail",
    "telephone": "telephone", "address": "address", "needs": "what they need", "shape": "how to write to them",
    "language": "language", "prefers": "how they want the reply", "ruled_out": "ways never to use",
    "email_agreed_on": "when they agreed to e-mail",
}  # fmt: skip
DOORS = {
    "spoken": "said to staff",
    "telephone": "by telephone",
    "letter": "a letter",
    "email": "an e-mail",
    "mp": "from an MP",
}
CONSENT = {
    "given": "the patient's consent",
    "refused": "that the patient does not agree",
    "withdrawn": "that the patient took their consent back",
    "without": "the decision to go on without the patient's consent",
}


def sentence(event: Event) -> str:
    """What happened, with who did it: "Sam Okoro took this case"."""
    to_self = event.kind == "assign" and event.by and event.detail.get("handler") == str(event.by)
    words = SENTENCES.get(
        "take" if to_self else event.kind, f"{{who}} did this: {event.kind.replace('_', ' ')}"
    )
    return words.format(who=event.by or RULES, **_details(event))


def history(events) -> list[dict]:
    """Events as the timeline shows them, the newest first: {at, title, text, timed}."""
    return [
        {"at": event.at, "title": sentence(event), "text": event.note, "timed": True}
        for event in reversed(events)
    ]


def meanwhile(event: Event, reader) -> str:
    """Why a form was not saved: who was quicker, with what, and when.

    Such as "Sam Okoro took this case at 10:42. Nothing of yours was saved over it."
    """
    at = timezone.localtime(event.at)
    when = f"{at:%H:%M}" if at.date() == timezone.localdate() else f"{at:%H:%M} on {clock.short(at.date())}"
    own = "You changed it on another page: " if event.by == reader else ""
    return f"{own}{sentence(event)} at {when}. Nothing of yours was saved over it."


def _details(event):
    """The words for every name that a sentence may ask for."""
    detail = event.detail
    return {
        "team": Team(detail["team"]).label if detail.get("team") in Team.values else "answering",
        "handler": detail.get("handler") or "nobody",
        "agreed_on": _day(detail.get("agreed_on")),
        "due_on": _day(detail.get("due_on")),
        "received_on": _day(detail.get("received_on")),
        "investigator": "who leads" if detail.get("lead") else "who helps",
        "flag": Flag.Kind(detail["flag"]).label if detail.get("flag") in Flag.Kind.values else "",
        "answer": Flag.Answer(detail["answer"]).label.lower()
        if detail.get("answer") in Flag.Answer.values
        else "",
        "issue": detail.get("issue", ""),
        "subject": subject_words(detail.get("subject", "")).lower(),
        "finding": _finding(detail.get("finding")),
        "told_us_on": _day(detail.get("told_us_on")),
        "consent": CONSENT.get(detail.get("answer"), CONSENT["given"]),
        "asked_on": _on(detail.get("asked_on")),
        "answered_on": _on(detail.get("answered_on")),
        "ground": f": {Ground(detail['ground']).label.lower()}"
        if detail.get("ground") in Ground.values
        else "",
        "part": Party.Part(detail["part"]).label if detail.get("part") in Party.Part.values else "",
        "fields": _fields(detail.get("fields", [])),
        "decision": _decision(detail.get("decision")),
        "door": DOORS.get(detail.get("door"), "written down for the person"),
        "organisation": detail.get("organisation", ""),
        "reference": detail.get("reference", "another case"),
        "before": _team_at(detail.get("before", "")),
        "body": body_words(detail.get("body", "")),
        "what": "reading of the words" if detail.get("what") == "classification" else "decision",
        "priority": f": {detail['priority']} priority" if detail.get("priority") else "",
        "outcome": _outcome(detail.get("outcome")),
        "clock": clock.CLOCKS.get(event.clock, "a date"),
        "cover": f" ({detail['cover']} covers and is told)" if detail.get("cover") else "",
        "clocks": _clocks(detail.get("clocks", [])),
        "signal": kind_means(detail.get("signal", "")),
        "letter": _letter(detail.get("letter_kind", "")),
    }


def _day(words):
    return clock.in_words(date.fromisoformat(words)) if words else ""


def _on(words):
    return f" on {_day(words)}" if words else ""


def _fields(names):
    words = ", ".join(FIELDS[name] for name in names if name in FIELDS)
    return f": {words}" if words else ""


def _clocks(names):
    words = ", ".join(clock.CLOCKS[name] for name in names if name in clock.CLOCKS)
    return f": {words}" if words else ""


def _letter(kind):
    return KINDS[kind].title.lower() if kind in KINDS else "a letter"


def _outcome(value):
    return Outcome(value).label.lower() if value in Outcome.values else ""


def _finding(value):
    return Issue.Finding(value).label.lower() if value in Issue.Finding.values else ""


def _decision(value):
    return Referred.Decision(value).label.lower() if value in Referred.Decision.values else ""


def _team_at(words):
    """ "pals at Elder Vale Trust" as the action writes it -> "PALS at Elder Vale Trust"."""
    team, _, place = words.partition(" at ")
    return f"{Team(team).label} at {place}" if team in Team.values else words
