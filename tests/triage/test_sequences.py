"""Whatever is done, in whatever order, by whatever role: no reply without consent, no clock lost, no alert without a name.

Short sequences go through the pages that people press, so that the roles are asked as well as the moves. Many
long ones go through the same forms and actions without drawing a page: that is ten times as quick.
"""

import contextlib
import datetime as dt
import uuid

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from feedback.models import Alert, Feedback
from organisations.models import Role
from organisations.permissions import MAY, may
from sentiment.classify import classify_batch
from tests.factories import (
    IcbFactory,
    NationalBodyFactory,
    OrganisationFactory,
    a_case,
    a_letter,
    a_member,
    an_issue,
)
from triage import actions, clock
from triage.actions.changing import NO_DATE, unmet
from triage.case.steps import STEPS
from triage.delivery import deliver_batch
from triage.ledger.verify import Scope, walk
from triage.models import Case, Reply
from triage.moves import NotAllowed
from triage.track.writing_back import write_back

pytestmark = pytest.mark.django_db
BEGIN = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)  # Easter and the change of the clocks lie ahead
DANGER = "They left her on the floor all night. I may as well end my life."
CLOCKS = ("received_on", "acknowledge_by", "respond_by", "backstop_on")


def on(days):
    return day("agreed_on", days)


def day(name, days=0):
    one = timezone.localdate() + dt.timedelta(days=days)
    return {f"{name}_day": one.day, f"{name}_month": one.month, f"{name}_year": one.year}


def agreed(days):
    """A date so many days from today, to which they agreed on the telephone today."""
    today = timezone.localdate()
    said = {"said_on_day": today.day, "said_on_month": today.month, "said_on_year": today.year}
    return {"note": "By telephone.", "how": "telephone", **said, **on(days)}


# What is typed into the form of each step: whole, and wanting.
TYPED = {
    "take": [lambda case: {}],
    "assign": [lambda case: {"handler": ""}],
    "acknowledge": [lambda case: {"text": "We have it, and we look into it."}],
    "reply": [lambda case: {"text": a_letter()}, lambda case: {"text": "We are sorry."}],
    "close": [
        lambda case: {"outcome": "withdrawn"},
        lambda case: {"outcome": "settled"},
        lambda case: {"outcome": "upheld"},
    ],
    "reopen": [lambda case: {"note": "She is not content."}, lambda case: {"note": ""}],
    "note": [lambda case: {"text": "Rang the ward."}],
    "agree-date": [
        lambda case: agreed(40),
        lambda case: agreed(-1),
    ],
    "explain": [lambda case: {"reason": "The records came late. We are sorry."}],
    "ask-consent": [lambda case: {"how": "post", **day("asked_on")}],
    "chase-consent": [lambda case: {"how": "post"}],
    "record-consent": [
        lambda case: {"answer": "given", "told": "telephone", "note": "She rang.", **day("answered_on")},
        lambda case: {"answer": "given", "note": "By letter.", **day("answered_on")},
        lambda case: {"answer": "refused", "note": "By telephone.", **day("answered_on")},
        lambda case: {"answer": "withdrawn", "note": "By telephone.", **day("answered_on")},
        lambda case: {"answer": "without", "ground": "died", "note": "I decided.", **day("answered_on")},
        lambda case: {"answer": "without", "note": "I decided.", **day("answered_on")},
    ],
    "refer": [
        lambda case: {"organisation": case.organisation_id, "team": "pals", "note": "They know it."},
        lambda case: {"organisation": case.organisation_id, "team": "complaints", "note": "They know it."},
    ],
    "tell": [lambda case: {"body": "cqc", "reason": "Staffing at night."}],
    "correct-priority": [lambda case: {"priority": "standard", "note": "Looked into."}],
}
PRESSED = [(slug, number) for slug, ways in TYPED.items() for number in range(len(ways))]
OFTEN = [
    ("reply", 0),
    ("reply", 0),
    ("record-consent", 0),
    ("record-consent", 3),
    ("close", 0),
    ("close", 2),
    ("reopen", 0),
]

SIGNER = Role.RESPONSIBLE_PERSON

roles = st.sampled_from(Role.values)
# The final reply to a complaint is begun, put forward whole, signed and sent.
letters = st.sampled_from(["begin", "forward", "sign", "send"])
pressed = st.sampled_from(PRESSED + OFTEN)
by_an_officer = st.tuples(st.just("step"), st.just(Role.COMPLAINTS_OFFICER), pressed, st.just(False))
steps = st.one_of(
    *[by_an_officer] * 5,
    st.tuples(st.just("step"), roles, pressed, st.booleans()),
    *[st.tuples(st.just("letter"), st.sampled_from([Role.COMPLAINTS_OFFICER, SIGNER]), letters)] * 3,
    st.tuples(st.just("letter"), roles, letters),
    st.tuples(st.just("take_alert"), roles, st.sampled_from(["Rang them.", " ", ""])),
    st.tuples(st.just("days_pass"), st.integers(1, 30)),
    st.sampled_from([("writes_back",), ("sweeps",)]),
)


class World:
    """One case, one member of staff for each role, and what must hold after every step."""

    def __init__(self, people, moment, about, press):
        self.people, self.moment, self.press = people, moment, press
        trust = people["trust"]
        consent = {"about": "someone_else", "relationship": "Daughter", "consent": "not_yet"} if about else {}
        self.case = a_case(DANGER, organisation=trust, **consent)
        an_issue(self.case)
        self.case.refresh_from_db()
        self.dates = {name: getattr(self.case, name) for name in CLOCKS}
        self.agreed = False
        self.written = 0
        self.newest = None

    def does(self, kind, *how):
        before = self.fresh()
        consent = allows_a_reply(before)
        named = dict(Alert.objects.values_list("pk", "taken_by"))
        by = getattr(self, kind)(*how)
        after = self.fresh()
        self.a_reply_waits_for_consent(consent)
        self.an_answer_to_a_complaint_is_signed(before)
        self.no_clock_is_lost(before, after)
        self.an_alert_ends_with_a_name(named, by)
        if by and by not in MAY["work_cases"]:
            assert (after.version, after.status) == (before.version, before.status), f"{by} changed the case"

    def fresh(self):
        return Case.objects.select_related("feedback").get(pk=self.case.pk)

    def step(self, role, pressed, stale):
        slug, number = pressed
        case = self.fresh()
        typed = TYPED[slug][number](case) | {"version": max(1, case.version - stale)}
        self.press.step(self.people[role], case, slug, typed)
        return role

    def letter(self, role, what):
        self.press.letter(self.people[role], self.fresh(), what)
        return role

    def take_alert(self, role, note):
        alert = self.case.feedback.alerts.first()
        self.press.take_alert(self.people[role], alert, note)
        return role

    def days_pass(self, days):
        self.moment.shift(dt.timedelta(days=days))

    def writes_back(self):
        write_back(self.case.feedback, text="Is there any news? I may as well end it.", form_id=uuid.uuid4())
        self.sweeps()

    def sweeps(self):
        for sweep in (
            classify_batch,
            actions.decide_batch,
            actions.heed_batch,
            actions.note_breaches,
            deliver_batch,
        ):
            sweep()

    def a_reply_waits_for_consent(self, consent):
        replies = Reply.objects.filter(case=self.case, kind="reply").count()
        assert replies == self.written or consent, "a reply was written without consent"
        self.written = replies

    def an_answer_to_a_complaint_is_signed(self, before):
        newest = Reply.objects.filter(case=self.case, kind="reply").last()
        if newest and newest.pk != self.newest:
            self.newest = newest.pk
            if actions.owes_signed_reply(before):
                assert newest.letter.signed_by == self.people[SIGNER], "a complaint was answered unsigned"

    def no_clock_is_lost(self, before, after):
        assert {name: getattr(after, name) for name in CLOCKS} == self.dates
        assert after.agreed_on or not before.agreed_on
        waiting = unmet(after)
        assert after.next_due_on == min(waiting.values(), default=NO_DATE)
        if after.is_open and not after.replied_at:
            assert {"respond_by", "backstop_on"} <= set(waiting)
            assert ("acknowledge_by" in waiting) == (after.acknowledged_at is None)
        for met in ("acknowledged_at", "replied_at"):
            assert getattr(before, met) is None or getattr(after, met) == getattr(before, met)
        if not after.is_open:
            assert after.replied_at or after.outcome in ("withdrawn", "settled")

    def an_alert_ends_with_a_name(self, named, by):
        now = {alert.pk: alert for alert in Alert.objects.all()}
        assert set(named) <= set(now), "an alert is gone"
        for pk, alert in now.items():
            taken = alert.taken_by_id
            assert bool(alert.taken_at) == bool(taken) == bool(alert.note.strip())
            if taken != named.get(pk):
                assert named.get(pk) is None, "an alert changed hands without a word"
                assert taken == self.people[by].pk
                assert by in MAY["take_alerts"]


def allows_a_reply(case) -> bool:
    """The patient's last word, or a ground kept for going on without it: read from the rows, not from the rule."""
    if case.feedback.about != "someone_else":
        return True
    answers = case.consent_requests.exclude(answer="").order_by("id")
    last = answers.last()
    return last is not None and (
        (last.answer == "given" and last.told != "") or (last.answer == "without" and last.ground != "")
    )


def final_reply(case):
    """The one that is being written, signed or waits to be sent."""
    return case.letters.unsent().filter(kind="final").first()


def signed_in(user):
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


class Pages:
    """Press the buttons, as a browser does."""

    def step(self, user, case, slug, typed):
        answer = signed_in(user).post(f"/cases/{case.reference}/do/{slug}/", typed)
        assert answer.status_code in (302, 403, 404, 409, 422)

    def letter(self, user, case, what):
        client, at, letter = signed_in(user), f"/cases/{case.reference}/letters/", final_reply(case)
        if what == "begin" or letter is None:
            answer = client.post(at, {"kind": "final"})
        else:
            seen = letter.versions.last().number
            page, typed = {
                "forward": ("", {"text": a_letter(), "shape": "standard", "then": "forward"}),
                "sign": ("sign/", {}),
                "send": ("send/", {"way": "portal", "version": case.version}),
            }[what]
            answer = client.post(f"{at}{letter.pk}/{page}", typed | {"seen": seen})
        assert answer.status_code in (302, 403, 404, 409, 422)

    def take_alert(self, user, alert, note):
        answer = signed_in(user).post(f"/queue/alerts/{alert.pk}/take/", {"note": note})
        assert answer.status_code in (302, 403, 404, 422)


class Actions:
    """The same forms and actions, asked as the pages ask them."""

    def step(self, user, case, slug, typed):
        doing = STEPS[slug]
        form = doing.form(typed, case=case, user=user)
        if may(user, "work_cases") and form.is_valid():
            with contextlib.suppress(NotAllowed, actions.ChangedMeanwhile):
                doing.act(case, **form.cleaned_data, by=user)
                event(slug)

    def letter(self, user, case, what):
        letter = final_reply(case)
        if not may(user, "sign_replies" if what == "sign" else "work_cases") or (letter is None) != (
            what == "begin"
        ):
            return
        seen = letter.versions.last().number if letter else 0
        with contextlib.suppress(NotAllowed):
            {
                "begin": lambda: actions.begin_letter(case, kind="final", text=a_letter(), by=user),
                "forward": lambda: actions.put_forward(letter, seen=seen, by=user),
                "sign": lambda: actions.sign_letter(letter, seen=seen, by=user),
                "send": lambda: actions.send_letter(letter, way="portal", seen=seen, by=user),
            }[what]()
            event(f"letter: {what}")

    def take_alert(self, user, alert, note):
        if may(user, "take_alerts"):
            with contextlib.suppress(NotAllowed):
                actions.take_alert(alert, note=note, by=user)
                event("take alert")


@pytest.fixture
def people(db):
    icb = IcbFactory()
    trust, cqc = OrganisationFactory(parent=icb), NationalBodyFactory()
    at = {Role.ICB_LEAD: icb, Role.REGULATOR: cqc}
    return {"trust": trust} | {role: a_member(at.get(role, trust), role) for role in Role.values}


OFFICER = Role.COMPLAINTS_OFFICER
CONSENT_COMES_LATE = [
    ("step", OFFICER, ("reply", 0), False),
    ("letter", OFFICER, "begin"),
    ("letter", OFFICER, "sign"),
    ("letter", OFFICER, "forward"),
    ("letter", OFFICER, "send"),
    ("letter", SIGNER, "sign"),
    ("letter", OFFICER, "send"),
    ("days_pass", 30),
    ("sweeps",),
    ("step", OFFICER, ("record-consent", 0), False),
    ("letter", OFFICER, "send"),
    ("step", OFFICER, ("close", 2), False),
    ("step", OFFICER, ("explain", 0), False),
    ("step", OFFICER, ("close", 2), False),
    ("writes_back",),
    ("take_alert", Role.REGULATOR, "Mine."),
    ("take_alert", OFFICER, "Rang them."),
]


def hold(people, about_another, sequence, press):
    """Do it all, see that everything holds after every step, and leave nothing behind."""
    with time_machine.travel(BEGIN, tick=False) as moment, transaction.atomic():
        world = World(people, moment, about_another, press)
        assert world.dates == {name: getattr(clock.start(world.case.received_on), name) for name in CLOCKS}
        for step in sequence:
            world.does(*step)
        assert not [fault for _, _, fault in walk(Scope(Feedback.objects.all())) if fault]
        transaction.set_rollback(True)


SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(st.booleans(), st.lists(steps, min_size=16, max_size=24))
@example(True, CONSENT_COMES_LATE)
@example(False, CONSENT_COMES_LATE)
def test_no_sequence_sends_a_reply_without_consent_loses_a_clock_or_closes_an_alert_without_a_name(
    people, about_another, sequence
):
    hold(people, about_another, sequence, Actions())


@settings(max_examples=6, deadline=None, suppress_health_check=SLOW)
@given(st.booleans(), st.lists(steps, min_size=3, max_size=12))
@example(True, CONSENT_COMES_LATE)
def test_nor_does_any_sequence_of_presses_on_the_pages(people, about_another, sequence):
    hold(people, about_another, sequence, Pages())


def test_the_known_sequence_does_reach_a_reply_and_a_closed_alert(people):
    """So that the property above cannot hold because nothing ever happened."""
    with time_machine.travel(BEGIN, tick=False) as moment:
        world = World(people, moment, True, Pages())
        for step in CONSENT_COMES_LATE:
            world.does(*step)
        case = world.fresh()
        assert case.replies.filter(kind="reply").count() == 1
        assert case.feedback.alerts.get().taken_by == people[OFFICER]
        assert set(case.events.values_list("kind", flat=True)) >= {
            "breach",
            "record_consent",
            "sign",
            "reply",
            "close",
            "explain",
            "write_back",
        }
