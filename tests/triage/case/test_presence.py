"""Who else has a case open: who is told of whom, how long it lasts, and what it does not leave behind."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import OrganisationFactory, UserFactory, a_case, a_member
from triage.case.presence import arrive, others, others_at
from triage.models import Access, Presence
from triage.models.presence import LASTS

pytestmark = pytest.mark.django_db
MOST_QUERIES = 9


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def officer(trust):
    return a_member(trust, user=UserFactory(name="Olu Marsh"))


@pytest.fixture
def ann(trust):
    return a_member(trust, user=UserFactory(name="Ann Lee"))


def ago(**time):
    """Everybody was last seen so long ago."""
    Presence.objects.update(seen_at=timezone.now() - timedelta(**time))


def at(case):
    return f"/cases/{case.reference}/"


def test_a_colleague_who_has_the_case_open_is_named_with_the_time(trust, officer, ann, signed_in):
    case = a_case(organisation=trust)
    signed_in(ann).get(at(case))
    Presence.objects.update(since=timezone.now().replace(hour=10, minute=42))
    page = signed_in(officer).get(at(case)).text
    assert re.search(r"<strong>Ann Lee</strong> has this case open, since \d+:42", page)


def test_nobody_is_told_of_themselves(trust, officer, signed_in):
    case = a_case(organisation=trust)
    client = signed_in(officer)
    client.get(at(case))
    assert "has this case open" not in client.get(at(case)).text


def test_whoever_writes_on_a_page_of_the_case_is_there_too(trust, officer, ann, signed_in):
    case = a_case(organisation=trust)
    signed_in(ann).get(f"{at(case)}do/acknowledge/")
    assert "Ann Lee" in signed_in(officer).get(f"{at(case)}do/note/").text


def test_after_two_minutes_of_silence_a_person_is_gone(trust, officer, ann):
    case = a_case(organisation=trust)
    arrive(case, ann)
    ago(seconds=LASTS.total_seconds() - 5)
    assert [one.user for one in others(case, officer)] == [ann]
    ago(seconds=LASTS.total_seconds())
    assert others(case, officer) == []


def test_who_stays_keeps_the_time_they_came_and_who_comes_back_has_a_new_one(trust, ann):
    case = a_case(organisation=trust)
    arrive(case, ann)
    long_ago = timezone.now() - timedelta(hours=1)
    Presence.objects.update(since=long_ago)
    arrive(case, ann)
    assert Presence.objects.get().since == long_ago
    ago(minutes=3)
    arrive(case, ann)
    assert Presence.objects.get().since > long_ago


def test_a_page_that_says_it_is_still_open_leaves_no_read_and_is_told_who_is_there(
    trust, officer, ann, signed_in
):
    case = a_case(organisation=trust)
    arrive(case, ann)
    before = Access.objects.count()
    client = signed_in(officer)
    answer = client.post(f"{at(case)}here/")
    assert "Ann Lee" in answer.text
    assert "<html" not in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert Access.objects.count() == before
    assert [one.user for one in others(case, ann)] == [officer]
    assert client.get(f"{at(case)}here/").status_code == 405


def test_another_organisation_cannot_be_there(trust, signed_in):
    case = a_case(organisation=trust)
    assert signed_in(a_member(OrganisationFactory())).post(f"{at(case)}here/").status_code == 404
    assert not Presence.objects.exists()


def test_saying_so_costs_few_queries_however_many_are_there(
    trust, officer, signed_in, django_assert_max_num_queries
):
    case = a_case(organisation=trust)
    client = signed_in(officer)
    client.post(f"{at(case)}here/")
    for _ in range(2):
        for _ in range(3):
            arrive(case, a_member(trust))
        with django_assert_max_num_queries(MOST_QUERIES):
            client.post(f"{at(case)}here/")


def test_the_queue_says_which_cases_a_colleague_has_open(trust, officer, ann, signed_in):
    busy, quiet = a_case(organisation=trust), a_case(organisation=trust)
    arrive(busy, ann)
    arrive(quiet, officer)
    page = signed_in(officer).get("/queue/").text
    assert page.count("Ann Lee has it open now") == 1
    assert "Olu Marsh has it open now" not in page


def test_one_query_says_it_of_a_whole_page(trust, officer, ann, django_assert_num_queries):
    cases = [a_case(organisation=trust) for _ in range(3)]
    for case in cases[:2]:
        arrive(case, ann)
    arrive(cases[0], officer)
    with django_assert_num_queries(1):
        assert others_at(cases, officer) == {cases[0].pk: ["Ann Lee"], cases[1].pk: ["Ann Lee"]}


def test_a_name_is_shown_as_a_name(trust, officer, signed_in):
    case = a_case(organisation=trust)
    arrive(case, a_member(trust, user=UserFactory(name="<b>Ann</b>")))
    assert "&lt;b&gt;Ann" in signed_in(officer).post(f"{at(case)}here/").text
