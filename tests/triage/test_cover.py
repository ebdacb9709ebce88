"""Who stands in for whom: by hand, and whatever is said in whatever order."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.cover import Away, circle_on, covered_by, overlaps, stand_in

DAY = dt.date(2026, 6, 1)
ANN, BEN, CAT, DAN = 1, 2, 3, 4


def away(person, cover, first=0, last=10):
    return Away(person, cover, DAY + dt.timedelta(first), DAY + dt.timedelta(last))


@pytest.mark.parametrize(
    ("absences", "on", "stands_in"),
    [
        ([], 0, None),
        ([away(ANN, BEN)], 0, BEN),
        ([away(ANN, BEN)], 10, BEN),  # the last day is a day away
        ([away(ANN, BEN)], 11, None),
        ([away(ANN, BEN, 5)], 4, None),
        ([away(ANN, BEN), away(BEN, CAT)], 3, CAT),  # who covers is away as well
        ([away(ANN, BEN), away(BEN, CAT, 5)], 3, BEN),
        ([away(ANN, BEN), away(BEN, CAT), away(CAT, DAN)], 3, DAN),
        ([away(ANN, BEN), away(BEN, ANN)], 3, None),  # a circle has nobody in it who is there
        ([away(ANN, BEN), away(BEN, CAT), away(CAT, BEN)], 3, None),
    ],
)
def test_who_stands_in_for_ann(absences, on, stands_in):
    assert stand_in(ANN, DAY + dt.timedelta(on), absences) == stands_in


def test_who_covers_two_people_covers_both_and_those_they_covered():
    absences = [away(ANN, BEN), away(BEN, CAT), away(DAN, CAT)]
    assert covered_by(CAT, DAY, absences) == {ANN, BEN, DAN}
    assert covered_by(BEN, DAY, absences) == set()


@pytest.mark.parametrize(
    ("new", "others", "on"),
    [
        (away(ANN, BEN), [], None),
        (away(ANN, BEN), [away(BEN, CAT)], None),
        (away(ANN, BEN), [away(BEN, ANN)], 0),
        (away(ANN, BEN), [away(BEN, ANN, 8, 12)], 8),  # the first day on which both are away
        (away(ANN, BEN), [away(BEN, ANN, 11, 12)], None),
        (away(ANN, BEN), [away(BEN, CAT), away(CAT, ANN, 3)], 3),
        (away(ANN, BEN), [away(BEN, CAT, 0, 4), away(CAT, ANN, 5)], None),  # never all on one day
        (away(ANN, ANN), [], 0),
    ],
)
def test_a_circle_is_found_on_the_first_day_it_closes(new, others, on):
    assert circle_on(new, others) == (None if on is None else DAY + dt.timedelta(on))


def test_one_person_is_away_once_at_a_time():
    first = away(ANN, BEN, 3, 5)
    assert overlaps(away(ANN, CAT, 5, 9), [first]) == first
    assert overlaps(away(ANN, CAT, 6, 9), [first]) is None
    assert overlaps(away(CAT, BEN, 3, 5), [first]) is None


people = st.integers(1, 5)
said = st.lists(st.tuples(people, people, st.integers(0, 12), st.integers(0, 6)), max_size=14)


@given(said=said)
def test_whatever_was_allowed_somebody_is_there_on_every_day(said):
    stands = []
    for person, cover, first, length in said:
        new = away(person, cover, first, first + length)
        if not overlaps(new, stands) and circle_on(new, stands) is None:
            stands.append(new)
    for number in range(20):
        day = DAY + dt.timedelta(number)
        gone = {one.person for one in stands if one.holds_on(day)}
        for person in range(1, 6):
            there = stand_in(person, day, stands)
            assert (there is None) == (person not in gone)
            assert there not in gone
            if there:
                assert person in covered_by(there, day, stands)


@given(said=said)
def test_what_is_refused_would_have_left_somebody_without_cover(said):
    stands = []
    for person, cover, first, length in said:
        new = away(person, cover, first, first + length)
        if overlaps(new, stands):
            continue
        day = circle_on(new, stands)
        if day is None:
            stands.append(new)
        else:
            assert new.holds_on(day)
            assert stand_in(person, day, [*stands, new]) is None
