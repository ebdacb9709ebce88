"""The whole of one case, gathered for the page that shows it."""

from django.utils import timezone

from feedback.models import About, Alert, Contact, Feedback
from organisations.models import User
from triage import actions, clock, consent
from triage.absence.covers import Covers
from triage.case.alike import alike
from triage.case.dates import all_dates, next_date
from triage.case.history import history
from triage.case.sections import sections
from triage.case.steps import offered
from triage.case.words import body_words, kind_means, read_comments, signpost_words
from triage.models import BY_HAND, PRINT, Case, Flag, Priority
from triage.severity import stands_out

# What waits for a colleague's hand.
TO_DO = {BY_HAND: "Waits for you to post it or to ring", PRINT: "Waits to be printed and posted"}
MOST_ROUNDS = 20  # times a person wrote back, on one page


def case_page(case: Case, user: User, today, here: str = "") -> dict:
    """The context of the case page. Some fifteen queries, whatever happened to the case."""
    feedback = case.feedback
    later = written_back(feedback)
    thread = [feedback, *later]
    comments = read_comments(thread)
    decisions = list(feedback.decisions.select_related("by").order_by("-id"))
    return {
        **facts(case, today, here),
        "dates": all_dates(case, today),
        "steps": offered(case),
        "thread": [{"feedback": one, "comments": comments[one.pk]} for one in thread],
        "earlier": earlier_case(feedback, user),
        "alike": alike(feedback, user),
        "decision": decisions[0] if decisions else None,
        "decisions_before": decisions[1:],
        "referrals": [
            {"referral": one, "body": body_words(one.body), "state": leaving(one)}
            for one in feedback.referrals.select_related("organisation", "by").order_by("id")
        ],
        "signposts": [signpost_words(name) for name in (decisions[0].signposted if decisions else [])],
        "replies": [
            {"reply": one, "state": leaving(one), "by_hand": one.way == BY_HAND and not one.delivered_at}
            for one in case.replies.select_related("written_by")
        ],
        "alerts": [
            {"alert": one, "means": kind_means(one.kind)}
            for one in Alert.objects.filter(feedback__in=thread)
            .select_related("taken_by")
            .order_by("raised_at", "id")
        ],
        "history": history(list(case.events.select_related("by"))),
        "owes_signed_reply": actions.owes_signed_reply(case),
        "consent_asked": consent_asked(case),
        "has_contact": Contact.objects.filter(feedback=feedback).exists(),
    }


def consent_asked(case: Case) -> list[dict]:
    """Each time the patient was asked, the newest first: {asked, chase_why}. Nothing where nobody speaks for another."""
    if case.feedback.about != About.SOMEONE_ELSE:
        return []
    asked = case.consent_requests.select_related("asked_by", "answered_by", "evidence").order_by("-id")
    return [
        {"asked": one, "chase_why": consent.explain_chase(one.asked_on, one.chased) if one.chase_on else ""}
        for one in asked
    ]


def facts(case: Case, today, here: str = "") -> dict:
    """What stands at the top of every page of a case; `here` is the path of the page."""
    return {
        "sections": sections(case, here),
        "case": case,
        "feedback": case.feedback,
        "next": next_date(case, today),
        "missed": [clock.due_in_words(*one) for one in actions.unexplained(case, today).items()],
        "cover": Covers.on(today).of(case.handler_id) if case.handler_id and case.is_open else None,
        "priority": Priority(case.priority).name.lower(),
        "severity": stands_out(case.severity),
        "flags": [one for one in case.flags.current() if one.answer != Flag.Answer.NO],
        "waits_for_consent": case.feedback.about == "someone_else" and case.feedback.consent != "given",
    }


def written_back(feedback: Feedback) -> list[Feedback]:
    """What the person wrote to us later about the same matter, oldest first, but for what became a case itself."""
    later, known = [], [feedback.pk]
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


def leaving(row) -> dict:
    """How far something has come that leaves the building: {words, at, bad}."""
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
        return {"words": TO_DO[row.way], "at": None, "bad": True}
    tried = f", tried {row.attempts} times" if row.attempts > 1 else ", tried once" if row.attempts else ""
    return {"words": f"Waits to leave{tried}", "at": None, "bad": bool(row.last_error)}
