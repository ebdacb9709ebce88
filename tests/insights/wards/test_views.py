"""A ward's page: whose it is, what it counts, what reading its comments leaves behind, what it costs."""

import datetime as dt

import pytest
from django.utils import timezone

from organisations.models import Role
from sentiment.classify import classify_batch
from tests.factories import IcbFactory, OrganisationFactory, ServiceFactory, a_member, days_ago, received
from triage import actions
from triage.models import Access, Improvement

pytestmark = pytest.mark.django_db
KIND = "The nurses were very kind and helpful."
RUDE = "The nurse was rude and unhelpful, and the wait was far too long."


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


@pytest.fixture
def ward(trust):
    return ServiceFactory(organisation=trust, name="Rowan Ward", slug="rowan-ward")


@pytest.fixture
def manager(trust, ward):
    return a_member(trust, Role.SERVICE_MANAGER, service=ward)


@pytest.fixture
def told(ward):
    for words in (KIND, KIND, RUDE):
        received(words, service=ward)
    received(RUDE, service=ward, received_on=days_ago(40))
    while classify_batch():
        pass


def test_thirty_days_are_counted_and_older_words_are_not(ward, manager, told, signed_in):
    page = signed_in(manager).get("/wards/rowan-ward/").content.decode()
    assert "In the last 30 days we read 3 comments: 2 happy, 1 unhappy, 0 mixed or neither." in page
    assert "How staff treated people</a>: 2 comments" in page


def test_a_ward_nobody_wrote_about_says_so(ward, manager, signed_in):
    page = signed_in(manager).get("/wards/rowan-ward/").content.decode()
    assert "In the last 30 days nobody wrote about this ward" in page
    assert "too few weeks yet" in page


def test_the_comments_of_a_theme_open_and_each_read_is_kept(ward, manager, told, signed_in):
    page = signed_in(manager).get("/wards/rowan-ward/fix/", {"theme": "Staff manner & personal attributes"})
    assert page.content.decode().count("far too long") == 1
    assert Access.objects.filter(by=manager, what="ward").count() == 1
    assert (
        "No comment here"
        in signed_in(manager).get("/wards/rowan-ward/fix/", {"theme": "Parking"}).content.decode()
    )


def test_who_has_one_ward_goes_straight_to_it_and_who_has_more_chooses(trust, ward, manager, signed_in):
    assert signed_in(manager).get("/wards/").url == "/wards/rowan-ward/"
    ServiceFactory(organisation=trust, name="Hazel Ward", slug="hazel-ward")
    page = signed_in(a_member(trust)).get("/wards/").content.decode()
    assert "Rowan Ward" in page and "Hazel Ward" in page


@pytest.mark.parametrize(
    "address", ["/wards/rowan-ward/", "/wards/rowan-ward/fix/", "/wards/rowan-ward/praise/"]
)
def test_another_organisations_ward_is_not_there(ward, address, signed_in):
    stranger = a_member(OrganisationFactory())
    assert signed_in(stranger).get(address).status_code == 404
    assert signed_in(a_member(ward.organisation, Role.REGULATOR)).get(address).status_code == 403


def test_a_feeling_that_is_none_is_not_there(ward, manager, signed_in):
    assert signed_in(manager).get("/wards/rowan-ward/anger/").status_code == 404


def test_a_finished_change_says_whether_it_helped(ward, manager, signed_in):
    for weeks_ago in (2, 3, 9, 10, 11):
        received(RUDE, service=ward, received_on=days_ago(7 * weeks_ago))
        received(KIND, service=ward, received_on=days_ago(7 * weeks_ago))
    while classify_batch():
        pass
    row = actions.improve(
        organisation=ward.organisation, service=ward, said="Staff were short with people.",
        plan="A talk about it each Monday.", theme="Staff manner & personal attributes", owner=manager,
        due_on=timezone.localdate() + dt.timedelta(days=3), by=manager,
    )  # fmt: skip
    actions.finish(row, did="We talk about it each Monday.", by=manager)
    Improvement.objects.filter(pk=row.pk).update(done_on=days_ago(42))
    page = signed_in(manager).get("/wards/rowan-ward/").content.decode()
    assert "named it 3 times in 6 comments before (50 in 100), and 2 times in 4 since (50 in 100)" in page


def test_a_page_costs_the_same_however_much_was_said(
    ward, manager, told, signed_in, django_assert_max_num_queries
):
    staff = signed_in(manager)
    with django_assert_max_num_queries(14):
        staff.get("/wards/rowan-ward/")
    for _ in range(8):
        received(RUDE, service=ward)
    while classify_batch():
        pass
    with django_assert_max_num_queries(14):
        staff.get("/wards/rowan-ward/fix/")
    with django_assert_max_num_queries(14):
        staff.get("/wards/rowan-ward/")
