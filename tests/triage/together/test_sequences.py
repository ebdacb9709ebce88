"""Whatever is merged, split, linked, asked and put off, in whatever order: no clock is lost, and the way back is exact."""

import contextlib
import datetime as dt

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.factories import OrganisationFactory, a_case, a_member
from triage import actions, clock
from triage.actions.changing import NO_DATE, unmet
from triage.ledger.verify import walk
from triage.models import Case, CaseLink, Merge
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
BEGIN = dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)  # Easter lies ahead
DATES = ("received_on", "acknowledge_by", "respond_by", "backstop_on")
CASES = 3

which = st.integers(0, CASES - 1)
steps = st.one_of(
    st.tuples(st.just("merge"), which, which),
    st.tuples(st.just("split"), which),
    st.tuples(st.just("link"), which, which),
    st.tuples(st.just("unlink"), which),
    st.tuples(st.just("extend"), which, st.integers(1, 300)),
    st.tuples(st.just("acknowledge"), which),
    st.tuples(st.just("explain"), which),
    st.tuples(st.just("days_pass"), st.integers(1, 40)),
)


class World:
    """Three cases of one person, received on different days, and what must hold after every step."""

    def __init__(self, trust, sam, moment):
        self.sam, self.moment = sam, moment
        today = timezone.localdate()
        received = [today - dt.timedelta(days) for days in (0, 3, 11)]
        self.cases = [a_case(organisation=trust, received_on=day).pk for day in received]
        self.own = {pk: clock.start(day) for pk, day in zip(self.cases, received, strict=True)}
        self.before = {}  # merge -> the two rows as they were

    def case(self, number):
        return Case.objects.select_related("feedback").get(pk=self.cases[number])

    def does(self, kind, *how):
        with contextlib.suppress(NotAllowed):
            getattr(self, kind)(*how)
        self.no_clock_is_lost()

    def merge(self, one, other):
        case, into = self.case(one), self.case(other)
        before = self.rows(case, into)
        row = actions.merge(case, into=into, same_person=True, why="Twice.", by=self.sam)
        self.before[row.pk] = before, into.events.last().pk

    def split(self, number):
        row = Merge.objects.standing().order_by("id").last()
        if row is None:
            return
        newest = row.kept.events.last().pk
        actions.unmerge(row, why="A slip.", by=self.sam)
        before, at_merge = self.before[row.pk]
        untouched = newest == at_merge
        if untouched:
            assert self.rows(row.merged, row.kept) == before, "the way back was not exact"

    def link(self, one, other):
        actions.link(self.case(one), with_case=self.case(other), why="One night.", by=self.sam)

    def unlink(self, number):
        if row := CaseLink.objects.standing().first():
            actions.unlink(row, by=self.sam)

    def extend(self, number, days):
        day = timezone.localdate() + dt.timedelta(days)
        actions.agree_date(
            self.case(number),
            agreed_on=day,
            how="letter",
            note="She wrote.",
            reason="Lost notes.",
            by=self.sam,
        )

    def acknowledge(self, number):
        actions.acknowledge(self.case(number), text="We have it.", by=self.sam)

    def explain(self, number):
        actions.explain(self.case(number), reason="We are sorry.", by=self.sam)

    def days_pass(self, days):
        self.moment.shift(dt.timedelta(days))
        actions.note_breaches()

    def rows(self, *cases):
        left_out = ("_state", "version")
        fresh = Case.objects.filter(pk__in=[one.pk for one in cases]).order_by("pk")
        return [{name: value for name, value in vars(one).items() if name not in left_out} for one in fresh]

    def no_clock_is_lost(self):
        merged = dict(Merge.objects.standing().values_list("merged", "kept"))
        for case in Case.objects.all():
            if case.pk in merged:
                assert not case.is_open and case.outcome == "merged"
                continue
            answers_for = [case.pk, *(pk for pk, kept in merged.items() if kept == case.pk)]
            for name in DATES:
                assert getattr(case, name) == min(getattr(self.own[pk], name) for pk in answers_for)
            assert case.is_open
            waiting = unmet(case)
            assert {"respond_by", "backstop_on"} <= set(waiting)
            assert ("acknowledge_by" in waiting) == (case.acknowledged_at is None)
            assert case.next_due_on == min(waiting.values(), default=NO_DATE)


@pytest.fixture
def people(db):
    trust = OrganisationFactory()
    return trust, a_member(trust)


SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
THERE_AND_BACK = [
    ("acknowledge", 2), ("merge", 2, 0), ("merge", 1, 0), ("extend", 0, 40), ("split", 0), ("split", 0),
    ("link", 0, 1), ("merge", 0, 2), ("days_pass", 30), ("explain", 2), ("split", 2), ("unlink", 0),
]  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(st.lists(steps, min_size=4, max_size=12))
@example(THERE_AND_BACK)
def test_no_sequence_loses_a_clock_and_what_is_split_is_as_it_was(people, sequence):
    with time_machine.travel(BEGIN, tick=False) as moment, transaction.atomic():
        world = World(*people, moment)
        for step in sequence:
            world.does(*step)
        assert not [fault for _, _, fault in walk() if fault]
        transaction.set_rollback(True)


def test_the_known_sequence_does_merge_split_link_and_extend(people):
    """So that the property above cannot hold because nothing ever happened."""
    with time_machine.travel(BEGIN, tick=False) as moment:
        world = World(*people, moment)
        for step in THERE_AND_BACK:
            world.does(*step)
        assert Merge.objects.count() == 3 and not Merge.objects.standing().exists()
        assert CaseLink.objects.count() == 1 and world.case(0).agreed_on
