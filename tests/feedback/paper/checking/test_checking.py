"""The checking screen: what is asked of whom, in which order, and what an answer leaves behind."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from feedback.models import FilledForm, FormField, Scan
from feedback.paper.checking import answering
from feedback.paper.checking.answering import NotTaken, answer
from feedback.paper.checking.lending import LENT, Scope, lend
from organisations.models import Role
from tests.factories import OrganisationFactory, UserFactory, a_member, days_ago
from tests.feedback.paper.rows import a_batch, a_field, a_form, a_ward, doubtful, fields

pytestmark = pytest.mark.django_db
ADDRESS = "/paper/checking/"
MOST_QUERIES = 22  # two of them find the session and the person
EVERYTHING = Scope()
SETTLED = {"settled_at": timezone.now(), "set_aside": "Nothing is written on it"}


@pytest.fixture
def batch(trust):
    return a_batch(trust)


def next_for(user, scope=EVERYTHING, **given):
    lent = lend(user, scope, answered=given.pop("answered", 0), **given)
    return lent[0] if lent else None


def shown(page):
    """The number of the field on the page."""
    found = re.search(rf'action="{ADDRESS}(\d+)/', page.text)
    return int(found[1]) if found else None


def say(desk, row, value=None, say="mine", query="", **given):
    said = {"say": say} | ({} if value is None else {"value": value}) | given
    return desk.post(f"{ADDRESS}{row.pk}/{query}", said, follow=True)


# which field


def test_one_kind_at_a_time_urgent_first_then_the_oldest(batch, officer):
    first, second, urgent = (a_form(batch, urgent=on) for on in (False, False, True))
    wanted = [
        doubtful(urgent, "could_improve"),
        doubtful(first, "fft_answer"),
        doubtful(second, "fft_answer"),
        doubtful(second, "intent"),
        doubtful(first, "what_good"),
        doubtful(first, "stamp"),
        doubtful(second, "name"),
    ]
    came = []
    while row := next_for(officer):
        came.append((row.form_id, row.name))
        answer(row, value="", by=officer)
    assert came == [(row.form_id, row.name) for row in wanted]


def test_two_people_are_never_given_the_same_field(batch, trust, officer):
    rows = [doubtful(a_form(batch), "fft_answer") for _ in range(5)]
    colleague = a_member(trust, Role.PALS_OFFICER)
    mine, theirs = lend(officer, EVERYTHING, answered=0), lend(colleague, EVERYTHING, answered=0)
    assert [one.pk for one in mine + theirs] == [row.pk for row in rows[:4]]
    assert next_for(officer) == mine[0]  # asked again: still theirs
    third = a_member(trust)
    assert [one.pk for one in lend(third, EVERYTHING, answered=0)] == [rows[4].pk]
    assert next_for(a_member(trust)) is None


def test_a_loan_ends_after_ten_minutes(batch, trust, officer):
    row = doubtful(a_form(batch), "fft_answer")
    next_for(officer)
    colleague = a_member(trust)
    assert next_for(colleague) is None
    FormField.objects.update(lent_at=timezone.now() - LENT)
    assert next_for(colleague) == row


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


def test_a_batch_can_be_checked_by_itself(batch, trust, officer, desk):
    doubtful(a_form(batch), "fft_answer")
    other = doubtful(a_form(a_batch(trust)), "what_good")
    query = f"?batch={other.form.batch_id}"
    page = desk.get(ADDRESS + query)
    assert shown(page) == other.pk
    assert "Nothing to check in this batch" in say(desk, other, "Kind nurses", query=query).text


def test_a_form_can_be_checked_by_itself(batch, desk):
    doubtful(a_form(batch), "fft_answer")
    wanted = doubtful(a_form(batch), "what_good")
    assert shown(desk.get(f"{ADDRESS}?form={wanted.form_id}")) == wanted.pk


@pytest.mark.parametrize("query", ["?batch=x", "?batch=0", "?form=999999", "?form=x"])
def test_a_batch_that_is_none_is_not_found(desk, query):
    assert desk.get(ADDRESS + query).status_code == 404


def test_what_is_left_to_a_colleague_is_not_asked_again(batch, trust, officer, desk):
    row = doubtful(a_form(batch), "fft_answer")
    desk.get(ADDRESS)
    assert "What you left to a colleague waits" in say(desk, row, say="skip").text
    assert next_for(a_member(trust)) == row


# what is kept


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


# reading afresh


def test_what_passed_unseen_is_now_and_then_read_afresh_without_the_machines_value(batch, officer, desk):
    row = a_field(a_form(batch, picture=True, **SETTLED), "what_good", "Machine words", rekey=True)
    page = desk.get(ADDRESS).text
    assert "read it afresh" in page
    assert "Machine words" not in page
    say(desk, row, "Machine word")
    row.refresh_from_db()
    assert (row.human_value, row.trusted) == ("Machine word", True)
    assert 0 < row.errors < 0.2
    assert "Nothing to check" in desk.get(ADDRESS).text


def test_every_tenth_is_one_to_read_afresh(batch, officer):
    a_field(a_form(batch, picture=True, **SETTLED), "intent", "complaint", rekey=True)
    doubtful(a_form(batch), "fft_answer")
    assert [next_for(officer, answered=done).name for done in (0, 8, 9)] == [
        "fft_answer",
        "fft_answer",
        "intent",
    ]


def test_nothing_is_read_afresh_before_its_form_is_settled(batch, officer):
    """A hasty answer there would change what is about to be settled."""
    a_field(a_form(batch, picture=True), "intent", "complaint", rekey=True)
    assert next_for(officer) is None


def test_without_its_picture_nothing_is_read_afresh(batch, officer):
    a_field(a_form(batch, picture=True, **SETTLED), "intent", "complaint", rekey=True)
    Scan.objects.update(straight="")
    assert next_for(officer) is None


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


# who


def test_another_organisation_is_never_asked_and_finds_nothing(batch, signed_in):
    row = doubtful(a_form(batch, picture=True), "what_good", "Secret words")
    stranger = signed_in(a_member(OrganisationFactory()))
    assert "Secret words" not in stranger.get(ADDRESS).text
    for path in (f"{row.pk}/picture/", f"pages/{row.scan_id}/"):
        assert stranger.get(ADDRESS + path).status_code == 404
    assert say(stranger, row, "x").status_code == 404
    assert stranger.get(f"{ADDRESS}?batch={row.form.batch_id}").status_code == 404


@pytest.mark.parametrize("role", [Role.REGULATOR, Role.ADMINISTRATOR, Role.ICB_LEAD])
def test_other_roles_are_refused(trust, signed_in, role):
    assert signed_in(a_member(trust, role)).get(ADDRESS).status_code == 403


def test_an_anonymous_person_signs_in_first(client):
    assert client.get(ADDRESS).status_code == client.post(f"{ADDRESS}undo/").status_code == 302


def test_contact_details_are_only_for_who_may_read_them(batch, trust, signed_in):
    form = a_form(batch, picture=True)
    name = doubtful(form, "name", "Jo Invented")
    manager = a_member(trust, Role.SERVICE_MANAGER)
    assert next_for(manager) is None
    desk = signed_in(manager)
    assert "Jo Invented" not in desk.get(ADDRESS).text
    assert desk.get(f"{ADDRESS}{name.pk}/picture/").status_code == 404
    assert desk.get(f"{ADDRESS}pages/{name.scan_id}/").status_code == 403
    assert say(desk, name, "x").status_code == 404
    assert next_for(a_member(trust, Role.PALS_OFFICER)) == name


def test_a_manager_of_a_ward_is_asked_about_that_ward_alone(batch, trust):
    ward = a_ward(trust)
    doubtful(a_form(batch), "fft_answer")
    own = doubtful(a_form(batch, service=ward), "what_good")
    assert next_for(a_member(trust, Role.SERVICE_MANAGER, service=ward)) == own


# the page


def test_the_page_shows_the_picture_the_guess_and_what_is_left(batch, desk):
    rows = [doubtful(a_form(batch, picture=True), "fft_answer", "2") for _ in range(3)]
    doubtful(rows[0].form, "what_good")
    say(desk, rows[2], "1")
    page = desk.get(ADDRESS).text
    assert f'src="{ADDRESS}{rows[0].pk}/picture/"' in page
    assert f'data-src="{ADDRESS}{rows[1].pk}/picture/"' in page
    assert "The answer to “Overall, how was your experience of our service?”" in page
    assert 'value="2" checked' in page
    assert "2 of 3 ticks left; then 1 handwritten answer." in page
    assert "6. Don’t know" in page
    assert "Experience of the service: Very good" in page


def test_the_picture_is_the_part_of_the_page_and_is_kept_nowhere(batch, desk):
    from io import BytesIO

    from PIL import Image

    row = doubtful(a_form(batch, picture=True), "what_good")
    answered = desk.get(f"{ADDRESS}{row.pk}/picture/")
    assert answered["Cache-Control"] == "private, no-store"
    wide, high = Image.open(BytesIO(answered.content)).size
    assert 1050 < wide < 1240
    assert 150 < high < 400
    whole = desk.get(f"{ADDRESS}pages/{row.scan_id}/")
    assert Image.open(BytesIO(whole.content)).size == (1240, 1754)


def test_a_picture_that_is_gone_is_not_found(batch, desk):
    row = doubtful(a_form(batch, picture=True), "what_good")
    row.scan.straight.storage.delete(row.scan.straight.name)
    assert desk.get(f"{ADDRESS}{row.pk}/picture/").status_code == 404
    assert desk.get(ADDRESS).status_code == 200


def test_a_field_that_was_never_printed_shows_the_whole_page_to_who_may_see_it(batch, trust, desk, signed_in):
    row = doubtful(a_form(batch, picture=True), "relationship", kind="text")
    assert desk.get(f"{ADDRESS}{row.pk}/picture/").status_code == 200
    manager = signed_in(a_member(trust, Role.SERVICE_MANAGER))
    assert manager.get(f"{ADDRESS}{row.pk}/picture/").status_code == 404
    assert "no picture of this part" in manager.get(ADDRESS).text


def test_a_missing_page_is_a_question_with_one_answer(batch, desk):
    row = doubtful(a_form(batch), "missing_page", why="Page 2 did not come with the others", kind="page")
    page = desk.get(ADDRESS).text
    assert "Page 2 did not come with the others." in page
    assert "1. Go on without the page" in page
    assert "Cannot tell" not in page
    say(desk, row, "without")
    row.refresh_from_db()
    assert (row.human_value, row.errors) == ("without", None)


def test_it_costs_the_same_few_queries_whatever_there_is(batch, desk, django_assert_max_num_queries):
    for _ in range(6):
        form = a_form(batch, urgent=True)
        fields(form, reply_wanted="yes")
        for name in ("fft_answer", "what_good", "name"):
            doubtful(form, name)
            doubtful(a_form(batch), name, human="")
    with django_assert_max_num_queries(MOST_QUERIES):
        assert desk.get(ADDRESS).status_code == 200


def test_an_answer_costs_few_queries(batch, desk, django_assert_max_num_queries):
    row = doubtful(a_form(batch), "what_good")
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.post(f"{ADDRESS}{row.pk}/", {"say": "mine", "value": "Kind"})


def test_pressing_twice_keeps_one_answer(batch, officer):
    row = doubtful(a_form(batch), "fft_answer")
    first = answer(row, value="1", by=officer)
    assert answer(row, value="2", by=officer).human_value == first.human_value == "1"


def test_a_loan_of_a_person_who_left_the_service_does_not_block(batch, officer):
    row = doubtful(
        a_form(batch), "fft_answer", lent_to=UserFactory(), lent_at=timezone.now() - timedelta(days=1)
    )
    assert next_for(officer) == row
