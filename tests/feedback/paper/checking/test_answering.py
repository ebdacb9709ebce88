"""What an answer leaves behind, and how it is taken back."""

import pytest
from django.utils import timezone

from feedback.models import FilledForm, FormField
from feedback.paper.checking import answering
from feedback.paper.checking.answering import NotTaken, answer
from feedback.paper.checking.lending import LENT
from tests.factories import a_member, days_ago
from tests.feedback.paper.checking.asking import ADDRESS, MOST_QUERIES, next_for, say, shown
from tests.feedback.paper.rows import a_form, doubtful

pytestmark = pytest.mark.django_db


def test_who_when_and_both_values_are_kept(batch, officer, desk):
    row = doubtful(a_form(batch), "what_good", "Kmd nurses")
    page = desk.get(ADDRESS).text
    assert "Kmd nurses" in page
    assert "It is not clear." in page
    say(desk, row, "Kind nurses")
    row.refresh_from_db()
    assert (row.machine_value, row.human_value, row.checked_by) == ("Kmd nurses", "Kind nurses", officer)
    assert row.errors == pytest.approx(2 / 11)
    assert row.lent_to is None


@pytest.mark.parametrize(
    ("name", "machine", "typed", "kept", "errors"),
    [
        ("fft_answer", "2", "2", "2", 0),
        ("fft_answer", "2", "5", "5", 1),
        ("fft_answer", "", "nothing", "", 0),
        ("fft_answer", "2", "?", "?", None),
        ("intent", "", "complaint", "complaint", 1),
        ("stamp", "2026-03-27", "27/3/2026", "2026-03-27", 0),
        ("stamp", "", "27032026", "2026-03-27", 1),
        ("stamp", "2026-03-27", "27.3.26", "2026-03-27", 0),
        ("stamp", "2026-03-27", "", "", 1),
        ("telephone", "01134960000", "0113 4960001", "0113 4960001", 1 / 11),
        ("name", "Jo", " Jo ", "Jo", 0),
    ],
)
def test_what_is_typed_is_what_is_kept(batch, desk, name, machine, typed, kept, errors):
    row = doubtful(a_form(batch), name, machine)
    say(desk, row, typed)
    row.refresh_from_db()
    assert row.checked_at
    assert (row.human_value, row.errors) == (kept, errors if errors is None else pytest.approx(errors))


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("fft_answer", "7", "Choose one of these"),
        ("fft_answer", None, "Choose what is ticked"),
        ("stamp", "31 2 2026", "Enter a real date"),
        ("stamp", "soon", "Enter a real date"),
        ("stamp", days_ago(-2).strftime("%d %m %Y"), "today or in the past"),
        ("stamp", "1 1 1900", "from 1948 on"),
        ("what_good", "x" * 20_001, "20,000 characters or fewer"),
    ],
)
def test_what_makes_no_sense_is_refused_and_said(batch, desk, name, typed, says):
    row = doubtful(a_form(batch), name)
    page = say(desk, row, typed)
    assert page.status_code == 422
    assert says in page.text
    row.refresh_from_db()
    assert row.checked_at is None


def test_words_nobody_can_read_are_left_out_and_counted_for_nothing(batch, desk):
    row = doubtful(a_form(batch), "what_good", "xxx")
    say(desk, row, say="cannot_tell")
    row.refresh_from_db()
    assert (row.human_value, row.errors) == ("?", None)


def test_danger_a_person_reads_makes_the_form_urgent_at_once(batch, officer):
    form = a_form(batch)
    row = doubtful(form, "what_good", "I want to enb my lite")
    doubtful(form, "stamp")
    answer(row, value="I want to end my life", by=officer)
    form.refresh_from_db()
    assert (form.urgent, form.kinds) == (True, ["self_harm"])
    answer(doubtful(a_form(batch), "could_improve"), value="More chairs", by=officer)
    assert FilledForm.objects.filter(urgent=True).count() == 1


def test_pressing_twice_keeps_one_answer(batch, officer):
    row = doubtful(a_form(batch), "fft_answer")
    first = answer(row, value="1", by=officer)
    assert answer(row, value="2", by=officer).human_value == first.human_value == "1"


def test_an_answer_costs_few_queries(batch, desk, django_assert_max_num_queries):
    row = doubtful(a_form(batch), "what_good")
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.post(f"{ADDRESS}{row.pk}/", {"say": "mine", "value": "Kind"})


def test_a_late_answer_overwrites_nothing(batch, trust, officer):
    row = doubtful(a_form(batch), "fft_answer", "3")
    next_for(officer)
    FormField.objects.update(lent_at=timezone.now() - LENT)
    colleague = a_member(trust)
    next_for(colleague)
    with pytest.raises(NotTaken, match="more than 10 minutes"):
        answer(row, value="1", by=officer)
    answer(row, value="2", by=colleague)
    with pytest.raises(NotTaken, match="Their answer stands"):
        answer(row, value="1", by=officer)
    row.refresh_from_db()
    assert (row.human_value, row.machine_value, row.checked_by) == ("2", "3", colleague)


def test_a_late_answer_is_told_kindly_on_the_page(batch, desk):
    row = doubtful(a_form(batch), "fft_answer", human="2")
    assert "A colleague has checked this one meanwhile" in say(desk, row, "1").text


def test_a_late_answer_to_what_nobody_else_took_counts(batch, officer):
    row = doubtful(a_form(batch), "fft_answer")
    next_for(officer)
    FormField.objects.update(lent_at=timezone.now() - LENT)
    assert answer(row, value="1", by=officer).checked_at


# undo


def test_undo_asks_again(batch, officer, desk):
    row = doubtful(a_form(batch), "what_good", "Kmd")
    other = doubtful(a_form(batch), "fft_answer")
    say(desk, row, "Kind")
    page = desk.post(f"{ADDRESS}undo/", follow=True)
    assert shown(page) == row.pk
    row.refresh_from_db()
    assert (row.human_value, row.checked_by, row.errors, row.lent_to) == ("", None, None, officer)
    assert other.pk != row.pk


def test_one_of_the_last_answers_can_be_chosen(batch, desk):
    rows = [doubtful(a_form(batch), "fft_answer") for _ in range(3)]
    for row in rows:
        say(desk, row, "1")
    assert shown(desk.post(f"{ADDRESS}undo/", {"field": rows[0].pk}, follow=True)) == rows[0].pk
    assert FormField.objects.filter(checked_at__isnull=False).count() == 2


def test_the_twenty_first_stays(batch, officer, monkeypatch):
    monkeypatch.setattr(answering, "LAST", 2)
    rows = [answer(doubtful(a_form(batch), "fft_answer"), value="1", by=officer) for _ in range(3)]
    with pytest.raises(answering.NotUndone):
        answering.take_back(rows[0], by=officer)
    assert len(answering.last_answers(officer)) == 2


def test_when_its_form_is_settled_undo_says_so(batch, desk):
    form = a_form(batch)
    row = doubtful(form, "fft_answer")
    say(desk, row, "1")
    FilledForm.objects.update(settled_at=timezone.now(), set_aside="Nothing is written on it")
    page = desk.post(f"{ADDRESS}undo/", follow=True).text
    assert "That form is settled" in page
    row.refresh_from_db()
    assert row.human_value == "1"


def test_nobody_undoes_a_colleagues_answer(batch, desk):
    row = doubtful(a_form(batch), "fft_answer", human="1")
    page = desk.post(f"{ADDRESS}undo/", {"field": row.pk}, follow=True)
    assert "no answer to take back" in page.text
    assert desk.post(f"{ADDRESS}undo/", {"field": "x"}).status_code == 404
