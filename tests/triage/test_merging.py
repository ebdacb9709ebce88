"""Two cases become one and two again: whatever they are, no date is lost, and the way back is exact."""

import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from triage import clock
from triage.merging import DATES, SINCE, Standing, apart, together

days = st.dates(dt.date(2026, 1, 1), dt.date(2026, 6, 30))
moments = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 31), timezones=st.just(dt.UTC))


@st.composite
def standings(draw):
    started = clock.start(draw(days))
    return Standing(
        **{name: getattr(started, name) for name in DATES},
        agreed_on=draw(st.none() | days), acknowledged_at=draw(st.none() | moments),
        priority=draw(st.integers(0, 2)), severity=draw(st.floats(0, 1)), needs_person=draw(st.booleans()),
    )  # fmt: skip


@given(standings(), standings())
def test_the_one_that_stays_has_the_earlier_of_every_date(one, other):
    joined = together(one, other)
    assert joined.received_on == min(one.received_on, other.received_on)
    started = clock.start(joined.received_on)
    assert all(getattr(joined, name) == getattr(started, name) for name in DATES)
    for name in (*DATES, "agreed_on", "acknowledged_at"):
        values = [value for row in (one, other) if (value := getattr(row, name)) is not None]
        assert getattr(joined, name) == min(values, default=None)


@given(standings(), standings())
def test_nothing_becomes_less_urgent_and_it_does_not_matter_which_stays(one, other):
    joined = together(one, other)
    assert joined.priority <= min(one.priority, other.priority)
    assert joined.severity >= max(one.severity, other.severity)
    assert joined.needs_person == (one.needs_person or other.needs_person)
    assert together(other, one) == joined


@given(standings(), standings())
def test_the_way_back_is_exact_when_nothing_happened_since(one, other):
    assert apart(together(one, other), one, set()) == one


@given(standings(), standings(), standings(), st.sets(st.sampled_from([*SINCE, "note", "take"])))
def test_what_was_done_since_stays_and_the_own_dates_always_come_back(one, other, now, since):
    back = apart(now, one, since)
    assert all(getattr(back, name) == getattr(one, name) for name in DATES)
    stays = {name for kind in since for name in SINCE.get(kind, ())}
    for name in ("agreed_on", "acknowledged_at", "priority", "severity", "needs_person"):
        assert getattr(back, name) == getattr(now if name in stays else one, name)


@given(standings())
def test_what_is_kept_as_json_comes_back_to_the_microsecond(one):
    assert Standing.read(json.loads(json.dumps(one.kept()))) == one
