"""The whole of one case, gathered for the page that shows it."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from feedback.models import Alert, Contact, Feedback, ReplyBy
from organisations.models import User
from triage import actions, clock, consent
from triage.absence.covers import Covers
from triage.addressee import Addressee, addressee
from triage.agreement import consent_of, speaks_for_another
from triage.case.alike import alike
from triage.case.dates import all_dates, next_date
from triage.case.history import history
from triage.case.sections import sections
from triage.case.steps import offered
from triage.case.words import body_words, kind_means, read_comments, signpost_words
from triage.holding import why_held
from triage.models import BY_HAND, PRINT, Case, DateAgreed, Event, Flag, Priority, staying
from triage.models.reply import Reached
from triage.people.needs import needs_of
from triage.severity import stands_out

NO_RINGING = "Waits for you to post it or hand it over"
# What waits for a colleague's hand.
TO_DO = {BY_HAND: "Waits for you to post it or to ring", PRINT: "Waits to be printed and posted"}
MOST_ROUNDS = 20  # times a person wrote back, on one page


def case_page(case: Case, user: User, today, here: str = "") -> dict:
    """The context of the case page. Some fifteen queries, whatever happened to the case."""
    feedback = case.feedback
    merged = merged_feedback(case)
    thread = [feedback, *merged, *written_back(feedback, *merged)]
    comments = read_comments(thread)
    events = list(case.events.select_related("by"))
    decisions = list(feedback.decisions.select_related("by").order_by("-id"))
    events = list(case.events.select_related("by"))
    return {
        **facts(case, today, here),
        "dates": all_dates(
            case, today, agreed=agreed_last(case), worked_again_on=worked_again_on(case, events)
        ),
        "their_clocks": their_clocks(case, today),
        "steps": offered(case),
        "thread": [
            {"feedback": one, "comments": comments[one.pk], "merged": one in merged} for one in thread
        ],
        "merged": merged,
        "earlier": earlier_case(feedback, user),
        "alike": [one for one in alike(feedback, user) if one["feedback"] not in thread],
        "decision": decisions[0] if decisions else None,
        "decisions_before": decisions[1:],
        "referrals": [
            {"referral": one, "body": body_words(one.body), "state": leaving(one)}
            for one in feedback.referrals.select_related("organisation", "by").order_by("id")
        ],
        "signposts": [signpost_words(name) for name in (decisions[0].signposted if decisions else [])],
        "replies": written(case),
        "alerts": [
            {"alert": one, "means": kind_means(one.kind)}
            for one in Alert.objects.filter(feedback__in=thread)
            .select_related("taken_by")
            .order_by("raised_at", "id")
        ],
        "history": history(events),
        "owes_signed_reply": actions.owes_signed_reply(case),
        "consent_asked": consent_asked(case, events),
        "needs": needs_of(case),
        "has_contact": Contact.objects.filter(feedback=feedback).exists(),
    }


def consent_asked(case: Case, events: list[Event]) -> list[dict]:
    """Each time the patient was asked, the newest first: {asked, chases, chase_why}; `chases` are events, for who and when.

    Nothing where nobody speaks for another.
    """
    if not speaks_for_another(case):
        return []
    asked = case.consent_requests.select_related("asked_by", "answered_by", "evidence").order_by("-id")
    return [
        {
            "asked": one,
            "chases": [
                event
                for event in events
                if event.kind == "chase_consent" and event.detail.get("consent") == one.pk
            ],
            "chase_why": consent.explain_chase(one.asked_on, one.chased) if one.chase_on else "",
        }
        for one in asked
    ]


def written(case: Case) -> list[dict]:
    """What was written to the person: {reply, state, held, who, may_call_back, may_send_again, reached_by}.

    `held` says why it must stay here; `reached_by` are the ways that a colleague may have used, for what waits for one
    to bring it to `who`.
    """
    rows = []
    for one in case.replies.select_related("written_by", "letter__to", "called_back_by"):
        one.case = case
        held, gone = why_held(one), bool(one.delivered_at or one.called_back_at)
        by_hand = one.way == BY_HAND and not gone
        who = addressee(case, one.letter.to if one.letter else None) if by_hand else None
        rows.append(
            {
                "reply": one,
                "state": leaving(one, who),
                "held": held,
                "who": who,
                "may_call_back": not gone and (one.way in TO_DO or bool(held) or one.failed_at is not None),
                "may_send_again": not gone and one.failed_at is not None and not held,
                "reached_by": [] if held or not by_hand else reached_by(who),
            }
        )
    return rows


def reached_by(who: Addressee) -> list[tuple[str, str]]:
    """The ways a colleague may use for this person, as choices: those they ruled out are not among them."""
    return [(value, words) for value, words in Reached.choices if value not in who.ruled_out]


def facts(case: Case, today, here: str = "") -> dict:
    """What stands at the top of every page of a case; `here` is the path of the page."""
    return {
        "sections": sections(case, here),
        "merged_into": staying(case).reference if case.is_merged else "",
        "case": case,
        "feedback": case.feedback,
        "next": next_date(case, today),
        "missed": [clock.due_in_words(*one) for one in actions.unexplained(case, today).items()],
        "cover": Covers.on(today).of(case.handler_id) if case.handler_id and case.is_open else None,
        "priority": Priority(case.priority).name.lower(),
        "severity": stands_out(case.severity),
        "flags": [one for one in case.flags.current() if one.answer != Flag.Answer.NO],
        **consent_facts(case),
    }


def consent_facts(case: Case) -> dict:
    """{waits_for_consent, consent_words}: how consent stands, in words for staff."""
    stands = consent_of(case)
    said_by_another = stands == consent.GIVEN and not case.consent_requests.all()
    return {
        "waits_for_consent": stands not in consent.LETS_REPLY,
        "consent_words": consent.SAID_BY_ANOTHER if said_by_another else consent.IN_WORDS[stands],
    }


def thread_of(case: Case) -> list[Feedback]:
    """All that the person told us of the matter: the case's own, what was merged into it, what they wrote later."""
    merged = merged_feedback(case)
    return [case.feedback, *merged, *written_back(case.feedback, *merged)]


def merged_feedback(case: Case) -> list[Feedback]:
    """What was told in the cases that were merged into this one, the first merge first. One query."""
    standing = case.took_in.standing().select_related("merged__feedback")
    return [one.merged.feedback for one in standing]


def agreed_last(case: Case) -> DateAgreed | None:
    """How the agreed date that stands came about, here or in a case that was merged into this one."""
    if case.agreed_on is None:
        return None
    merged = case.took_in.standing().values("merged")
    rows = DateAgreed.objects.filter(Q(case=case) | Q(case__in=merged), agreed_on=case.agreed_on)
    return rows.select_related("asked_by").last()


def worked_again_on(case: Case, events: list[Event]) -> date | None:
    """The day from which the look again is counted: the last time the person wrote or the case was opened again."""
    if case.look_again_on is None:
        return None
    moments = [one.at for one in events if one.kind in ("reopen", "write_back")]
    return timezone.localdate(moments[-1]) if moments else None


def their_clocks(case: Case, today) -> dict | None:
    """The clock of the body that the case was passed on to: {before, to, received_on, agreed, dates}; None without.

    Source: regulation 6: a complaint sent on is made to the second body on the day that body receives it.
    """
    passed = case.passed_on.select_related("before", "to").last()
    if passed is None:
        return None
    started = clock.start(passed.received_on)
    why = clock.explain(started)
    waiting = clock.unmet(
        started, acknowledged=case.acknowledged_at is not None, replied=case.replied_at is not None
    )  # fmt: skip
    return {
        "passed": passed,
        "dates": [
            {
                "label": clock.CLOCKS[name], "on": getattr(started, name), "why": words,
                "days": clock.days_left(waiting[name], today) if name in waiting and case.is_open else None,
            }
            for name, words in why.items()
        ],
    }  # fmt: skip


def written_back(*feedback: Feedback) -> list[Feedback]:
    """What the person wrote to us later about the same matter, oldest first, but for what became a case itself."""
    later, known = [], [one.pk for one in feedback]
    for _ in range(MOST_ROUNDS):
        more = list(
            Feedback.objects.filter(follows__in=known, case=None).exclude(pk__in=known).order_by("id")
        )
        if not more:
            break
        later += more
        known += [one.pk for one in more]
    return sorted(later, key=lambda one: one.pk)


def earlier_case(feedback: Feedback, user: User) -> dict | None:
    """What this feedback follows: {reference, received_on, may_open}, or None."""
    if not feedback.follows:
        return None
    may_open = Case.objects.visible_to(user).filter(feedback=feedback.follows).exists()
    return {
        "reference": feedback.follows.reference,
        "received_on": feedback.follows.received_on,
        "may_open": may_open,
    }


def leaving(row, who: Addressee | None = None) -> dict:
    """How far something has come that leaves the building: {words, at, bad}. `who`: whom it waits to reach by hand."""
    if called_back_at := getattr(row, "called_back_at", None):
        return {"words": "Called back, and not sent", "at": called_back_at, "bad": False}
    if row.delivered_at:
        return {
            "words": {BY_HAND: "Sent by hand", PRINT: "Posted"}.get(row.way, "Sent"),
            "at": row.delivered_at,
            "bad": False,
        }
    if row.failed_at:
        return {
            "words": f"Could not be sent ({row.last_error or 'no reason given'})",
            "at": row.failed_at,
            "bad": True,
        }
    if getattr(row, "is_held", False):
        return {
            "words": f"Leaves at {timezone.localtime(row.next_try_at):%H:%M}, unless it is taken back",
            "at": None,
            "bad": False,
        }
    if row.way in TO_DO:
        return {"words": _to_do(row, who), "at": None, "bad": True}
    tried = f", tried {row.attempts} times" if row.attempts > 1 else ", tried once" if row.attempts else ""
    return {"words": f"Waits to leave{tried}", "at": None, "bad": bool(row.last_error)}


def _to_do(row, who):
    if who and row.way == BY_HAND:
        if who.to_order:
            return "Waits to be ordered"
        if ReplyBy.TELEPHONE in who.ruled_out:
            return NO_RINGING
    return TO_DO[row.way]
