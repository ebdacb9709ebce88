"""What a person may know of their own feedback: one plain account, for the page and for the app."""

from datetime import datetime

from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from feedback.models import Comment, Feedback
from feedback.references import clean_return_code, hash_return_code
from triage import agreement, clock
from triage.holding import why_held
from triage.models import Case, Event, Merge, Reply, Status, Team
from triage.track import words

# What happened to a case -> its title. Acknowledgements and replies come from their own rows, and
# what the person wrote from theirs.
TITLES = {
    "open": "We decided who answers you",
    "agree_date": "We agreed a date with you",
    "explain": "We told you why we are late",
    "refer": "We passed this on",
    "close": "We closed this",
    "reopen": "We opened this again",
    "merge": "We joined this with something else you told us",
    "absorb": "We joined this with something else you told us",
    "unmerge": "We look at this by itself again",
    "let_go": "We look at this by itself again",
    "ask_part": "We asked another organisation for its part",
}
JOINS = {"merge": words.JOINED, "absorb": words.JOINED_HERE, "unmerge": words.SPLIT, "let_go": words.SPLIT}
REPLY_TITLES = {
    Reply.Kind.ACKNOWLEDGEMENT: "We told you that we have this",
    Reply.Kind.REPLY: "We answered you",
    Reply.Kind.LETTER: "We wrote to you",
}


def find(typed_code: str, reference: str | None = None) -> Feedback | None:
    """The feedback that a return code opens; with a `reference`, only if it is that one's. Else None.

    The stored code is a keyed hash, so the database's own comparison gives nothing away.
    """
    hashed = hash_return_code(clean_return_code(typed_code) or "")
    found = Feedback.objects.filter(return_code_hash=hashed).first()
    if reference is not None and not constant_time_compare(
        found.reference if found else "", reference.upper()
    ):
        return None
    return found


def thread(feedback: Feedback) -> list[Feedback]:
    """The feedback and all that the person wrote back about it, oldest first, with what the timeline reads."""
    return list(
        Feedback.objects.filter(Q(pk=feedback.pk) | Q(follows=feedback) | Q(follows__follows=feedback))
        .select_related("organisation", "service", "case__organisation", "case__service")
        .prefetch_related(
            Prefetch("comments", Comment.objects.order_by("id")),
            Prefetch("case__events", Event.objects.filter(public=True).order_by("id")),
            Prefetch("case__replies", readable().order_by("id")),
            *(f"case__{name}" for name in agreement.READS),
            "referrals__organisation",
        )
        .order_by("id")
    )


def readable():
    """Our words that whoever holds the return code may read, but for those that are held: see `shown`."""
    return Reply.objects.standing().past_taking_back().filter(readable=True).select_related("letter")


def shown(case) -> list[Reply]:
    """What of `case` the person may read now: what was held before it left is not shown online either."""
    replies = list(case.replies.all())
    for one in replies:
        one.case = case
    return [one for one in replies if not why_held(one)]


def case_of(thread: list[Feedback]):
    """The case the person waits for: the newest of the thread, or None."""
    return next((one.case for one in reversed(thread) if hasattr(one, "case")), None)


def answering(thread: list[Feedback]):
    """The case that answers the person: theirs, or the one that it was merged into, with what the timeline reads."""
    case = case_of(thread)
    if case is None or not case.is_merged:
        return case
    return (
        Case.objects.select_related("organisation", "service", "feedback")
        .prefetch_related(
            Prefetch("events", Event.objects.filter(public=True).order_by("id")),
            Prefetch("replies", Reply.objects.filter(readable=True).order_by("id")),
        )
        .get(took_in__in=Merge.objects.standing().filter(merged=case))
    )


def timeline(feedback: Feedback) -> dict:
    """Plain words and dates for the person who gave `feedback`; a fixed number of queries.

    Keys: reference, place, state (waiting, no_reply, open, replied, closed), says, who, received_on,
    promises [{what, by, late, says}], waiting_for_consent, if_unhappy, told [{name, why, on}],
    said [{question, text}], fft_answer, events [{at, on, title, text, by}] newest first.
    """
    written = thread(feedback)
    first, own, case = written[0], case_of(written), answering(written)
    today = timezone.localdate()
    state = _state(first, case)
    who = _who(case) if case else ""
    return {
        "reference": first.reference,
        "place": first.service.name if first.service else first.organisation.name,
        "state": state,
        "says": _says(state, first, who, case) + _joined(own, case) + _wrote_last(written, case),
        "who": who,
        "received_on": first.received_on,
        "promises": _promises(case, who, today) if case else [],
        "waiting_for_consent": _waits_for_consent(case),
        "if_unhappy": _if_unhappy(case, today) if case else "",
        "told": [
            {
                "name": words.body_of(one.body, one.organisation.name),
                "why": words.WHY_TOLD.get(one.body, words.WHY_TOLD_OTHERS),
                "on": timezone.localdate(one.told_at),
            }
            for one in sorted(
                (told for each in written for told in each.referrals.all()), key=lambda one: one.told_at
            )
            if one.body not in words.IN_CONFIDENCE
        ],
        "said": [{"question": one.get_question_display(), "text": one.text} for one in first.comments.all()],
        "fft_answer": first.get_fft_answer_display() if first.fft_answer else "",
        "events": _events(written, case if case != own else None),
    }


def _state(feedback, case):
    if case:
        return {Status.REPLIED: "replied", Status.CLOSED: "closed"}.get(case.status, "open")
    return "no_reply" if feedback.decided_at else "waiting"


def _says(state, feedback, who, case):
    if state == "waiting":
        return "We have what you told us. We are reading it, and have not decided yet who should look at it."
    if state == "no_reply" and feedback.reply_wanted:
        return "We have read what you told us. A member of staff will decide what happens next."
    if state == "no_reply":
        return (
            "We have read what you told us. You did not ask for a reply, so we will not send one. "
            f"{feedback.organisation.name} uses your words to make care better."
        )
    if state == "open":
        started = case.handler_id or case.status == Status.OPEN
        return f"{words.first_up(who)} {'is looking into this' if started else 'will look into this'}."
    if state == "replied":
        return f"{words.first_up(who)} has answered you."
    return "This is closed." if not case.replied_at else "We have answered you, and this is closed."


def _wrote_last(written, case):
    """A person who wrote after our answer is not told only that we answered."""
    ours = [one.written_at for one in shown(case)] if case else []
    if not ours or not case.replied_at or written[-1].received_at < max(ours):
        return ""
    return " You wrote to us after that. Someone will read it."


def _joined(own, case):
    return f" {words.JOINED.format(reference=case.reference)}" if own != case else ""


def _who(case):
    return words.team_of(case.team, case.organisation.name, case.service.name if case.service else "")


def _promises(case, who, today):
    """What we still owe, by when, and honestly when we are late."""
    promises = []
    if case.is_open and not case.acknowledged_at:
        by, late = case.acknowledge_by, clock.late(case.acknowledge_by, today)
        says = (
            f"We should have told you by {words.day(by)} that we have this. We did not, and we are sorry."
            if late
            else f"We will tell you by {words.day(by)} that we have this and what happens next."
        )
        promises.append({"what": "acknowledge", "by": by, "late": late, "says": says})
    if case.is_open and not case.replied_at:
        by = case.agreed_on or case.respond_by
        late = clock.late(by, today)
        made = "We agreed with you to answer by" if case.agreed_on else "We said we would answer by"
        if late:
            says = f"{made} {words.day(by)}. We are late, and we are sorry. You will still get an answer from {who}."
        else:
            says = f"{made} {words.day(by)}." if case.agreed_on else f"We will answer by {words.day(by)}."
        promises.append({"what": "answer", "by": by, "late": late, "says": says})
    return promises


def _waits_for_consent(case):
    if case and case.is_open and not case.replied_at and agreement.waits_for_consent(case):
        return words.WAITING_FOR_CONSENT
    return ""


def _if_unhappy(case, today):
    """The Ombudsman looks at complaints, after a final answer or when six months brought none."""
    if case.replied_at:
        return words.OMBUDSMAN if case.team == Team.COMPLAINTS else words.MAKE_A_COMPLAINT
    overdue = case.is_open and clock.late(case.backstop_on, today)
    return words.OMBUDSMAN_AFTER_SIX_MONTHS if overdue and case.team == Team.COMPLAINTS else ""


def _events(written, kept=None):
    """What happened, newest first. `kept` is the case that a merged one is answered under: of it, what is said to them."""
    events = [
        {
            "at": one.received_on if place == 0 else one.received_at,
            "title": "You wrote to us" if place else "We received what you told us",
            "text": "\n\n".join(comment.text for comment in one.comments.all()) if place else "",
            "by": "",
        }
        for place, one in enumerate(written)
    ]
    for case in (one.case for one in written if hasattr(one, "case")):
        events += [
            {"at": event.at, "title": TITLES[event.kind], "text": _text(event, case), "by": ""}
            for event in case.events.all()
            if event.kind in TITLES
        ]
        events += [
            {"at": reply.written_at, "title": REPLY_TITLES[reply.kind], "text": reply.text, "by": _who(case)}
            for reply in shown(case)
        ]
    events += _under(kept) if kept else []
    for event in events:
        event["on"] = timezone.localdate(event["at"]) if isinstance(event["at"], datetime) else event["at"]
    return sorted(events, key=_when, reverse=True)


# What of the case that answers is said to whoever holds the code of a case merged into it. Not what was written there.
SAID_THERE = ("agree_date", "explain", "close", "reopen")


def _under(kept):
    return [
        {"at": event.at, "title": TITLES[event.kind], "text": _text(event, kept), "by": ""}
        for event in kept.events.all()
        if event.kind in SAID_THERE
    ] + [
        {"at": reply.written_at, "title": REPLY_TITLES[reply.kind], "text": reply.text, "by": _who(kept)}
        for reply in kept.replies.all()
    ]


def _when(event):
    """By day and then by moment; what carries only a day came first on it."""
    moment = event["at"].timestamp() if isinstance(event["at"], datetime) else 0.0
    return event["on"], moment


def _text(event, case):
    """The words under a title, from the event's dates and choices: never from a colleague's note.

    Only the reason for a missed date was itself written to the person.
    """
    detail = event.detail
    if event.kind == "open":
        moved = any(other.kind == "refer" for other in case.events.all())
        who = words.TEAMS.get(detail["team"], "the team") if moved else _who(case)
        return f"{words.first_up(who)} will answer you."
    if event.kind == "agree_date":
        return f"We will answer by {words.day(datetime.fromisoformat(detail['agreed_on']))}."
    if event.kind == "explain":
        return event.note
    if event.kind == "refer":
        return f"{words.first_up(words.team_of(detail['team'], detail['organisation']))} will answer you."
    if event.kind == "close":
        return words.HOW_CLOSED.get(detail.get("outcome"), words.HOW_CLOSED_OTHERS)
    if event.kind in JOINS and "reference" in detail:
        return JOINS[event.kind].format(reference=detail["reference"])
    if event.kind == "ask_part":
        return words.ASKED_PART.format(organisation=detail["organisation"])
    return ""
