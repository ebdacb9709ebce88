"""Who is told of an alert, and when: a table by the minute, and what holds whatever the rota says."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.escalation import STEPS, Crew, due

RAISED = dt.datetime(2026, 10, 25, 0, 58, tzinfo=dt.UTC)  # two minutes before the clocks go back
OLU, PENNY, SITE = 1, 2, 3
FULL = Crew(on_call={OLU}, site_manager={SITE}, everyone={OLU, PENNY, SITE})
people = st.sets(st.integers(1, 6))


def at(minutes, crew=FULL):
    return due(RAISED, RAISED + dt.timedelta(minutes=minutes), crew)


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (-1, {}),
        (0, {OLU: "first"}),
        (4.99, {OLU: "first"}),
        (5, {OLU: "second", PENNY: "second", SITE: "second"}),
        (14.99, {OLU: "second", PENNY: "second", SITE: "second"}),
        (15, {OLU: "third", PENNY: "second", SITE: "third"}),
        (600, {OLU: "third", PENNY: "second", SITE: "third"}),
    ],
)
def test_the_on_call_person_at_once_all_after_5_minutes_the_site_manager_after_15(minutes, told):
    assert at(minutes) == told


def test_with_nobody_on_call_everyone_is_told_at_once():
    assert at(0, Crew(set(), {SITE}, {OLU, PENNY})) == {OLU: "first", PENNY: "first"}


def test_with_no_site_manager_everyone_is_told_again():
    assert at(15, Crew({OLU}, set(), {OLU, PENNY})) == {OLU: "third", PENNY: "third"}


def test_who_comes_on_duty_late_is_told_once():
    assert at(60, Crew({PENNY}, set(), {OLU, PENNY}))[PENNY] == "third"


@given(people, people, people, st.floats(0, 120))
def test_somebody_is_told_at_once_and_everyone_by_five_minutes(on_call, site_manager, able, minutes):
    crew = Crew(on_call & able, site_manager & able, able)
    told = at(minutes, crew)
    assert set(told) <= able
    assert bool(told) == bool(able)
    assert crew.on_call <= set(told)
    if minutes >= 5:
        assert set(told) == able


@given(people, people, people, st.floats(0, 120), st.floats(0, 120))
def test_nobody_is_ever_told_of_an_earlier_step_than_before(on_call, site_manager, able, one, other):
    crew = Crew(on_call & able, site_manager & able, able)
    order = [step.name for step in STEPS]
    before, after = at(min(one, other), crew), at(max(one, other), crew)
    assert all(order.index(after[user]) >= order.index(step) for user, step in before.items())
