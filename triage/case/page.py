"""The whole of one case, gathered for the page that shows it."""

from feedback.models import Alert, Contact, Feedback, ReplyBy
from organisations.models import User
from triage import actions, clock, consent
from triage.addressee import Addressee, addressee
from triage.agreement import consent_of, speaks_for_another
from triage.case.alike import alike
from triage.case.dates import all_dates, next_date
from triage.case.history import history
from triage.case.sections import sections
from triage.case.steps import offered
from triage.case.words import body_words, kind_means, read_comments, signpost_words
from triage.holding import why_held
from triage.models import BY_HAND, PRINT, Case, Event, Flag, Priority
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
    later = written_back(feedback)
    thread = [feedback, *later]
    comments = read_comments(thread)
    decisions = list(feedback.decisions.select_related("by").order_by("-id"))
    events = list(case.events.select_related("by"))
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
        "case": case,
        "feedback": case.feedback,
        "next": next_date(case, today),
        "missed": [clock.due_in_words(*one) for one in actions.unexplained(case, today).items()],
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
