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
from triage.models import Case, Decision, Event, Priority, Referral
from triage.routing import RULES_VERSION, facts_of, route, seen_in
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


def _waiting(now):
    unread = Comment.objects.filter(feedback=OuterRef("pk"), read_at=None)
    return (
        Feedback.objects.undecided()
        .filter(~Exists(unread) | Q(received_at__lt=now - PATIENCE))
        .select_related("organisation__parent", "service", "follows__case", "contact")
        .prefetch_related("comments__classifications")
    )


def _decide(feedback) -> Case | None:
    """The case it opened, whose people are still to be introduced; else None."""
    facts = _facts(feedback)
    routing = route(facts)
    at_risk = [signal for signal in facts.signals if signal.kind in TIER_0]
    if at_risk:
        Alert.objects.raise_for(feedback, at_risk, RULES_VERSION)
    today, provider = timezone.localdate(), feedback.organisation.provider()
    told = {body: destinations.find(body, provider, today) for body in routing.told}
    nobody = [body for body, organisation in told.items() if organisation is None]
    Decision.objects.create(
        feedback=feedback,
        rules_version=RULES_VERSION,
        resolver=routing.resolver,
        resolver_body=routing.resolver_body,
        priority=routing.priority,
        clock=routing.clock,
        needs_person=routing.needs_person or bool(nobody) or _nobody_would_see(feedback, routing),
        told=list(routing.told),
        signposted=list(routing.signposted),
        rules=routing.as_dict()["rules"],
        note=f"Nobody in the directory stands for: {', '.join(nobody)}." if nobody else "",
    )
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
    followed = _case_followed(feedback)
    if followed:
        wrote_back(followed, feedback=feedback, severity=worst(_readings(feedback)))
        return None
    return open_case(feedback, routing) if routing.clock else None


def _nobody_would_see(feedback, routing):
    """A concern that owes no reply opens no case: the team it went to must find it somewhere else."""
    return feedback.intent == Intent.CONCERN and routing.resolver != "none" and not routing.clock


def _facts(feedback):
    """The facts the rules ask for, from the stored rows. `route_file` builds the same from a line."""
    return facts_of(
        texts=[comment.text for comment in feedback.comments.all()],
        **seen_in(_readings(feedback)),
        provider_kind=feedback.organisation.provider().kind,
        intent=feedback.intent,
        reply_wanted=feedback.reply_wanted,
        about=feedback.about,
        already_complained=feedback.already_complained,
        consent=feedback.consent,
        resolver_choice=feedback.resolver_choice,
        channel=feedback.channel,
        follows_case=_case_followed(feedback) is not None,
        months_since=feedback.experience_on
        and clock.months_begun(feedback.experience_on, feedback.received_on),
    )


def _readings(feedback):
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
        severity=worst(_readings(feedback)),
        needs_person=routing.needs_person,
        received_on=feedback.received_on,
        acknowledge_by=started.acknowledge_by,
        respond_by=started.respond_by,
        backstop_on=started.backstop_on,
    )
    case.next_due_on = next_due_on(case)
    case.save()
    Event.objects.create(case=case, kind="open", public=True, detail={"team": case.team})
    return case


def _case_followed(feedback):
    """The case that the person writes back about, if what they follow (or what that followed) has one."""
    earlier = feedback.follows
    while earlier:
        if hasattr(earlier, "case"):
            return earlier.case
        earlier = earlier.follows
    return None
