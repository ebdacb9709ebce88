"""The case page says what tells perhaps the same story, and no more than the person may see."""

import pytest

from organisations.models import Role
from sentiment.tasks import compare_waiting
from tests.factories import ServiceFactory, a_case, a_member, received
from triage.case.alike import alike
from triage.models import Case

pytestmark = pytest.mark.django_db

STORY = (
    "My aunt was promised a call about the biopsy that never came. "
    "The letter named a consultant we have never met, and two further visits were needed before the scan was read."
)


@pytest.fixture
def ward():
    return ServiceFactory()


@pytest.fixture
def officer(ward):
    return a_member(ward.organisation)


def page_of(case, user, signed_in):
    compare_waiting()
    return signed_in(user).get(f"/cases/{case.reference}/").content.decode()


def test_a_twin_with_a_case_is_named_with_its_day_share_and_link(ward, officer, signed_in):
    case, other = a_case(STORY, service=ward), a_case(f"{STORY} Please help.", service=ward)
    page = page_of(case, officer, signed_in)
    assert "Perhaps the same story" in page
    assert f'<a href="/cases/{other.reference}/">{other.reference}</a>' in page
    assert "100% of the words" in page


def test_a_twin_without_a_case_is_named_without_a_link(ward, officer, signed_in):
    case, other = a_case(STORY, service=ward), received(STORY, service=ward)
    page = page_of(case, officer, signed_in)
    assert f"{other.reference} (no case)" in page and f"/cases/{other.reference}/" not in page


def test_nothing_is_said_of_what_the_person_may_not_see(ward, signed_in):
    case, other = a_case(STORY, service=ward), received(STORY, service=ward)
    Case.objects.filter(pk=case.pk).update(organisation=ServiceFactory().organisation)
    case.refresh_from_db()
    stranger = a_member(case.organisation)
    page = page_of(case, stranger, signed_in)
    assert other.reference not in page and "Perhaps the same story" not in page


def test_a_manager_of_the_ward_sees_it_as_well(ward):
    case, other = a_case(STORY, service=ward), received(STORY, service=ward)
    compare_waiting()
    manager = a_member(ward.organisation, Role.SERVICE_MANAGER, service=ward)
    assert [row["feedback"] for row in alike(case.feedback, manager)] == [other]


def test_nothing_is_joined_or_closed(ward, officer, signed_in):
    case, other = a_case(STORY, service=ward), a_case(STORY, service=ward)
    page_of(case, officer, signed_in)
    assert {one.is_open for one in Case.objects.all()} == {True}
    assert Case.objects.count() == 2 and other.version == 1


def test_five_queries_at_most(ward, officer, django_assert_max_num_queries):
    case = a_case(STORY, service=ward)
    for _ in range(8):
        a_case(STORY, service=ward)
    compare_waiting()
    with django_assert_max_num_queries(6):  # one of them finds the person's roles
        assert len(alike(case.feedback, officer)) == 5
