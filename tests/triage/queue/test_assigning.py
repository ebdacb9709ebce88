"""Many cases to one person, and back again."""

import re

import pytest

from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member
from triage import actions
from triage.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def officer(trust):
    return a_member(trust)


@pytest.fixture
def colleague(trust):
    return a_member(trust)


def give(client, *cases, **to):
    return client.post("/queue/assign/", {"case": [case.pk for case in cases], **to}, follow=True).text


def token(page):
    return re.search(r'name="token" value="([^"]+)"', page)[1]


def test_the_ticked_cases_go_to_me_and_the_page_says_so(trust, officer, signed_in):
    cases = [a_case(organisation=trust) for _ in range(2)]
    page = give(signed_in(officer), *cases, to="me")
    for case in cases:
        case.refresh_from_db()
        assert case.handler == officer
    assert "2 cases given to you." in page
    assert Event.objects.filter(kind="assign", by=officer).count() == 2


def test_undo_gives_each_back_to_whoever_had_it(trust, officer, colleague, signed_in):
    had, free = a_case(organisation=trust), a_case(organisation=trust)
    actions.take(had, by=colleague)
    client = signed_in(officer)
    page = give(client, had, free, to="me")

    page = client.post("/queue/undo/", {"token": token(page)}, follow=True).text

    had.refresh_from_db()
    free.refresh_from_db()
    assert (had.handler, free.handler) == (colleague, None)
    assert (had.status, free.status) == ("open", "new")
    assert "Given back as before" in page


def test_undo_leaves_alone_what_somebody_changed_since(trust, officer, colleague, signed_in):
    case = a_case(organisation=trust)
    client = signed_in(officer)
    page = give(client, case, to="me")
    actions.take(case, by=colleague)

    page = client.post("/queue/undo/", {"token": token(page)}, follow=True).text

    case.refresh_from_db()
    assert case.handler == colleague
    assert f"{case.reference} stays as it is. Somebody has changed it since." in page


def test_another_persons_way_back_is_refused(trust, officer, colleague, signed_in):
    case = a_case(organisation=trust)
    way_back = token(give(signed_in(officer), case, to="me"))

    page = signed_in(colleague).post("/queue/undo/", {"token": way_back}, follow=True).text

    case.refresh_from_db()
    assert case.handler == officer
    assert "too late to undo" in page


def test_what_cannot_be_given_is_named_with_its_reason_and_the_rest_is_done(trust, officer, signed_in):
    open_one, ended = a_case(organisation=trust), a_case(organisation=trust)
    actions.close(ended, outcome="withdrawn", by=officer)
    page = give(signed_in(officer), open_one, ended, to="me")
    assert "1 case given to you." in page
    assert f"{ended.reference}: You cannot assign a case that is closed." in page


def test_a_colleague_who_cannot_see_a_case_is_not_given_it(trust, officer, signed_in):
    ward = ServiceFactory(organisation=trust)
    manager = a_member(trust, Role.SERVICE_MANAGER, service=ward)
    own, elsewhere = a_case(service=ward), a_case(organisation=trust)
    page = give(signed_in(officer), own, elsewhere, to="person", person=manager.pk)
    own.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (own.handler, elsewhere.handler) == (manager, None)
    assert f"{elsewhere.reference}: {manager} does not work where this case is." in page


def test_a_case_of_another_organisation_is_not_touched(officer, signed_in):
    other = a_case()
    page = give(signed_in(officer), other, to="me")
    other.refresh_from_db()
    assert other.handler is None
    assert "Tick at least one case first" in page


@pytest.mark.parametrize("person", ["", "x", "999999", "9" * 40])
def test_nobody_chosen_changes_nothing(person, trust, officer, signed_in):
    case = a_case(organisation=trust)
    page = give(signed_in(officer), case, to="person", person=person)
    assert "Choose who should have the cases" in page
    assert case.events.count() == 1


def test_a_person_of_another_organisation_cannot_be_chosen(trust, officer, signed_in):
    case, stranger = a_case(organisation=trust), a_member(OrganisationFactory())
    assert "Choose who should have the cases" in give(
        signed_in(officer), case, to="person", person=stranger.pk
    )


def test_afterwards_the_person_is_on_the_page_of_the_queue_they_were_on(officer, trust, signed_in):
    case, client = a_case(organisation=trust), signed_in(officer)
    for here, there in [
        ("/queue/?due=late", "/queue/?due=late"),
        ("https://elsewhere.example/", "/queue/"),
        ("/", "/queue/"),
    ]:
        assert client.post("/queue/assign/", {"case": case.pk, "to": "me", "here": here})["Location"] == there


@pytest.mark.parametrize("address", ["/queue/assign/", "/queue/undo/"])
def test_only_those_who_work_cases_may_and_only_by_post(address, trust, officer, signed_in, client):
    assert client.post(address).status_code == 302
    assert signed_in(a_member(trust, Role.REGULATOR)).post(address).status_code == 403
    assert signed_in(officer).get(address).status_code == 405
