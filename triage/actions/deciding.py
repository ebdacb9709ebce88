"""From what was read to what is done: a decision for every feedback, a case where a reply is owed."""

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from feedback.models import Alert, Comment, Feedback, Intent
from feedback.nudge import nudge
from feedback.signals import TIER_0
from triage import clock, destinations
from triage.actions.changing import next_due_on
from triage.actions.people import introduce
from triage.actions.working import wrote_back
from triage.models import Case, Decision, Event, Priority, Referral, Spoken
from triage.routing import RULES_VERSION, facts_of, route, seen_in
from triage.routing.complaint import ORAL
from triage.severity import worst

BATCH = 100  # feedback
# A model that does not come back must not hold up a complaint: the rules can decide on the words alone.
PATIENCE = timezone.timedelta(minutes=10)


def decide_batch() -> int:
    """Decide the oldest undecided feedback whose comments were read. Returns how many.

    One transaction a batch: decision, case, referrals and the mark that it is done are
    stored together or not at all. Unique constraints keep a twin harmless.
    """
    with transaction.atomic():
        waiting = _waiting(timezone.now())
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True, of=("self",))
        batch = list(waiting[:BATCH])
        opened = [case for feedback in batch if (case := _decide(feedback))]
        introduce(opened)
        Feedback.objects.filter(pk__in=[one.pk for one in batch]).update(decided_at=timezone.now())
    if batch:
        nudge("deliver_waiting")
    return len(batch)


@transaction.atomic
def decide_now(feedback: Feedback) -> Case | None:
    """Decide what a member of staff has just written down, on its words alone. Returns its case, if it has one.

    They wait at the screen, and no model is loaded there. What the model finds later is taken in then: see
    `triage.actions.catching_up`.
    """
    waiting = with_what_decides(Feedback.objects.undecided()).select_for_update(of=("self",))
    locked = waiting.filter(pk=feedback.pk).first()
    if locked:
        introduce(filter(None, [_decide(locked)]))
        Feedback.objects.filter(pk=locked.pk).update(decided_at=timezone.now())
        nudge("deliver_waiting")
    return Case.objects.filter(feedback=feedback).first()


def _waiting(now):
    unread = Comment.objects.filter(feedback=OuterRef("pk"), read_at=None)
    waiting = Feedback.objects.undecided().filter(~Exists(unread) | Q(received_at__lt=now - PATIENCE))
    return with_what_decides(waiting)


def with_what_decides(feedback):
    """Rows of feedback with all that a decision, and the case it opens, looks at."""
    return feedback.select_related(
        "organisation__parent", "service", "follows__case", "contact"
    ).prefetch_related("comments__classifications")


def _decide(feedback) -> Case | None:
    """The case it opened, whose people are still to be introduced; else None."""
    facts = what_is_known(feedback)
    routing = route(facts)
    raise_alerts(feedback, facts)
    nobody = tell_bodies(feedback, routing)
    # What was said to staff has until the end of the next working day to be settled: regulation 8(1)(c).
    spoken = Spoken.objects.filter(feedback=feedback).first() if feedback.channel in ORAL else None
    settled = spoken is not None and spoken.settled_at is not None
    Decision.objects.create(
        feedback=feedback,
        rules_version=RULES_VERSION,
        resolver=routing.resolver,
        resolver_body=routing.resolver_body,
        priority=routing.priority,
        clock=routing.clock and not settled,
        unread=any(comment.read_at is None for comment in feedback.comments.all()),
        needs_person=routing.needs_person or bool(nobody) or _nobody_would_see(feedback, routing),
        told=list(routing.told),
        signposted=list(routing.signposted),
        rules=routing.as_dict()["rules"],
        note=f"Nobody in the directory stands for: {', '.join(nobody)}." if nobody else "",
    )
    followed = case_followed(feedback)
    if followed:
        wrote_back(followed, feedback=feedback, severity=worst(readings_of(feedback)))
        return None
    return open_case(feedback, routing) if routing.clock and spoken is None else None


def raise_alerts(feedback, facts):
    """Raise an alert for each danger in what is known of `feedback`; one raised before stays as it is."""
    at_risk = [signal for signal in facts.signals if signal.kind in TIER_0]
    if at_risk:
        Alert.objects.raise_for(feedback, at_risk, RULES_VERSION)


def tell_bodies(feedback, routing) -> list[str]:
    """Tell every body that `routing` names and that was not told before. Returns those for which nobody stands."""
    today, provider = timezone.localdate(), feedback.organisation.provider()
    told = {body: destinations.find(body, provider, today) for body in routing.told}
    Referral.objects.bulk_create(
        [
            Referral(
                feedback=feedback,
                body=body,
                organisation=organisation,
                way="portal",
                reason=routing.why_told(body),
            )
            for body, organisation in told.items()
            if organisation
        ],
        ignore_conflicts=True,
    )
    return [body for body, organisation in told.items() if organisation is None]


def _nobody_would_see(feedback, routing):
    """A concern that owes no reply opens no case: the team it went to must find it somewhere else."""
    return feedback.intent == Intent.CONCERN and routing.resolver != "none" and not routing.clock


def what_is_known(feedback):
    """The facts the rules ask for, from the stored rows. `route_file` builds the same from a line."""
    return facts_of(
        texts=[comment.text for comment in feedback.comments.all()],
        **seen_in(readings_of(feedback)),
        provider_kind=feedback.organisation.provider().kind,
        intent=feedback.intent,
        reply_wanted=feedback.reply_wanted,
        about=feedback.about,
        already_complained=feedback.already_complained,
        consent=feedback.consent,
        resolver_choice=feedback.resolver_choice,
        channel=feedback.channel,
        follows_case=case_followed(feedback) is not None,
        months_since=feedback.experience_on
        and clock.months_begun(feedback.experience_on, feedback.received_on),
    )


def readings_of(feedback):
    return [reading for comment in feedback.comments.all() for reading in comment.classifications.all()]


def open_case(feedback, routing) -> Case:
    """Open the case of `feedback` in the team that owes the reply, its clocks started on the day of receipt.

    The caller introduces its people in the same transaction: see `triage.actions.people`.
    """
    provider = feedback.organisation.provider()
    icb = destinations.find("icb", provider, timezone.localdate())
    started = clock.start(feedback.received_on)
    case = Case(
        feedback=feedback,
        organisation=icb if routing.resolver_body == "icb" and icb else provider,
        service=feedback.service,
        intent=feedback.intent,
        team=routing.resolver,
        priority=Priority[routing.priority.upper()],
        severity=worst(readings_of(feedback)),
        needs_person=routing.needs_person,
        received_on=feedback.received_on,
        acknowledge_by=started.acknowledge_by,
        respond_by=started.respond_by,
        backstop_on=started.backstop_on,
    )
    case.next_due_on = next_due_on(case)
    case.save()
    Spoken.objects.open().filter(feedback=feedback).update(complaint_at=timezone.now())
    Event.objects.create(case=case, kind="open", public=True, detail={"team": case.team})
    return case


def case_followed(feedback):
    """The case that the person writes back about, if what they follow (or what that followed) has one."""
    earlier = feedback.follows
    while earlier:
        if hasattr(earlier, "case"):
            return earlier.case
        earlier = earlier.follows
    return None
