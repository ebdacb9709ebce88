"""Weekly figures are counted once, again when they change, and never by anything else."""

import datetime as dt

import pytest
from django.utils import timezone

from insights.drift import weeks
from insights.models import WeeklyReading
from sentiment.classify import correct
from sentiment.models import Classification, ModelVersion
from tests.factories import UserFactory
from tests.insights.drift.rows import read, read_again, weeks_ago

pytestmark = pytest.mark.django_db


def stored():
    return {(one.week_on, one.model.name): one.read for one in WeeklyReading.objects.select_related("model")}


def test_a_week_and_model_is_one_row():
    read(weeks_ago(1), 3)
    read(weeks_ago(1), 2, model="invented-2")
    read(weeks_ago(0), 1)
    weeks.count_weeks()
    assert stored() == {
        (weeks_ago(1), "invented-1"): 3,
        (weeks_ago(1), "invented-2"): 2,
        (weeks_ago(0), "invented-1"): 1,
    }


def test_a_week_runs_from_monday_to_sunday():
    assert [weeks.monday(dt.date(2026, 11, day)) for day in (8, 9, 15)] == [
        dt.date(2026, 11, 2), dt.date(2026, 11, 9), dt.date(2026, 11, 9),
    ]  # fmt: skip
    assert not weeks.has_ended(dt.date(2026, 11, 9), dt.date(2026, 11, 15))
    assert weeks.has_ended(dt.date(2026, 11, 9), dt.date(2026, 11, 16))


def test_counting_twice_changes_nothing():
    read(weeks_ago(1), 3)
    weeks.count_weeks()
    before = WeeklyReading.objects.values().get()
    weeks.count_weeks()
    assert WeeklyReading.objects.values().get() | {"counted_at": None} == before | {"counted_at": None}


def test_a_run_that_died_is_made_good_by_the_next(monkeypatch):
    for one in (1, 2, 3):
        read(weeks_ago(one), one)
    died = weeks.counted

    def dies_at_the_second(rows, said):
        if WeeklyReading.objects.exists():
            raise SystemExit
        return died(rows, said)

    monkeypatch.setattr(weeks, "counted", dies_at_the_second)
    with pytest.raises(SystemExit):
        weeks.count_weeks()
    assert WeeklyReading.objects.count() == 1
    monkeypatch.setattr(weeks, "counted", died)
    weeks.count_weeks()
    assert sorted(stored().values()) == [1, 2, 3]


@pytest.mark.parametrize("weeks_since,counts", [(1, 1), (4, 1), (5, 0), (20, 0)])
def test_a_correction_changes_a_week_until_four_weeks_after_its_end(weeks_since, counts):
    first, _ = read(weeks_ago(weeks_since), 2)
    weeks.count_weeks(weeks_ago(weeks_since) + dt.timedelta(days=8))
    correct(first, sentiment=5, themes=["Parking", "Discharge"], by=UserFactory())
    weeks.count_weeks(weeks_ago(0))
    week = WeeklyReading.objects.get()
    assert (week.checked, week.wrong, week.feeling_off, week.theme_added, week.theme_removed) == (
        counts, counts, counts, counts, 0,
    )  # fmt: skip


def test_an_answer_taken_back_is_not_counted():
    first, _ = read(weeks_ago(1), 2)
    said = correct(first, sentiment=5, themes=[], by=UserFactory())
    Classification.objects.filter(pk=said.pk).update(withdrawn_at=timezone.now())
    weeks.count_weeks()
    assert WeeklyReading.objects.get().checked == 0


def test_the_last_word_of_people_counts():
    first, _ = read(weeks_ago(1), 2)
    correct(first, sentiment=5, themes=["Parking"], by=UserFactory())
    correct(first, sentiment=2, themes=["Parking"], by=UserFactory())
    weeks.count_weeks()
    assert (WeeklyReading.objects.get().checked, WeeklyReading.objects.get().wrong) == (1, 0)


def test_history_read_again_gives_a_new_model_its_past():
    old = read(weeks_ago(12), 3)
    weeks.count_weeks()
    again = ModelVersion.objects.create(name="invented-2")
    read_again([one.comment for one in old[:2]], model=again)
    weeks.count_weeks()
    read_again([old[2].comment], model=again)
    weeks.count_weeks()
    assert stored() == {(weeks_ago(12), "invented-1"): 3, (weeks_ago(12), "invented-2"): 3}


def test_what_is_older_than_half_a_year_is_left_alone(django_assert_num_queries):
    read(weeks_ago(weeks.WEEKS_KEPT_UP + 1), 1)
    with django_assert_num_queries(2):
        assert weeks.count_weeks() == 0


def test_a_settled_week_is_not_read_again(django_assert_num_queries):
    read(weeks_ago(10), 4)
    assert weeks.count_weeks() == 1
    with django_assert_num_queries(2):
        assert weeks.count_weeks() == 0


def test_a_week_costs_the_same_queries_however_many_comments(django_assert_max_num_queries):
    read(weeks_ago(1), 500)
    with django_assert_max_num_queries(10):
        weeks.count_weeks()
