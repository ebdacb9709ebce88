"""Who has how much: numbers that lead to the cases, a chart with its table, and one sentence."""

import re

import pytest

from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member, days_ago
from triage import actions
from triage.queue.workload import Load, bars, sentence

pytestmark = pytest.mark.django_db
PAGE = "/queue/workload/"
NUMBER = re.compile(r'href="(/queue/\?handler=[^"]+)">([\d,]+)<')


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def grace(trust):
    return a_member(trust, user__name="Grace Holloway")


def given_to(handler, trust, **more):
    case = a_case(organisation=trust, **more)
    actions.assign(case, handler=handler, by=handler)
    return case


def load(handler=None, open=0, late=0):
    return Load(handler, open, late, 0, 0, 0)


def test_every_number_opens_as_many_cases_as_it_says(trust, grace, signed_in):
    given_to(grace, trust, received_on=days_ago(40))
    written = given_to(grace, trust)
    actions.acknowledge(written, text="We have it.", by=grace)
    given_to(grace, trust, words="I want to end my life.")
    a_case(organisation=trust, received_on=days_ago(9))
    client = signed_in(grace)

    numbers = NUMBER.findall(client.get(PAGE).text)

    assert len(numbers) == 8
    for address, number in numbers:
        page = client.get(address.replace("&amp;", "&")).text
        assert page.count("data-open>") == int(number), address


def test_nobody_yet_is_a_row_and_so_is_a_colleague_with_nothing(trust, grace, signed_in):
    a_member(trust, user__name="Sam Okoro")
    a_case(organisation=trust)
    page = signed_in(grace).get(PAGE).text
    rows = re.findall(r'<th scope="row">([^<]+)', page)
    assert rows == ["Nobody yet", "Grace Holloway", "Sam Okoro"]


def test_who_left_with_cases_is_still_there_and_their_cases_are_found(trust, grace, signed_in):
    gone = a_member(trust, user__name="Ada Marsh")
    case = given_to(gone, trust)
    gone.memberships.update(valid_to=days_ago(1))
    client = signed_in(grace)
    assert "Ada Marsh" in client.get(PAGE).text
    assert case.reference in client.get(f"/queue/?handler={gone.pk}").text
    stranger = a_member(OrganisationFactory())
    assert "choose from the list" in client.get(f"/queue/?handler={stranger.pk}").text


def test_a_ward_manager_counts_their_own_ward_and_another_organisation_nothing(trust, grace, signed_in):
    ward = ServiceFactory(organisation=trust)
    given_to(grace, trust)
    case = a_case(service=ward)
    actions.assign(case, handler=grace, by=grace)
    manager = a_member(trust, Role.SERVICE_MANAGER, service=ward)
    assert f'handler={grace.pk}">1<' in signed_in(manager).get(PAGE).text
    assert "Grace" not in signed_in(a_member(OrganisationFactory())).get(PAGE).text
    assert signed_in(a_member(trust, Role.ADMINISTRATOR)).get(PAGE).status_code == 403


def test_who_is_away_is_marked(trust, grace, signed_in):
    sam = a_member(trust)
    actions.go_away(grace, cover=sam, from_on=days_ago(1), to_on=days_ago(-3), by=grace)
    assert "Away until" in signed_in(sam).get(PAGE).text


def test_the_sentence_says_what_the_chart_shows(grace):
    assert sentence(load(open=1), [load(grace, 1_200, 3)]) == (
        "1 person has cases. Grace Holloway has the most: 1,200. 3 cases are late, and 1 case is nobody's yet."
    )
    assert sentence(load(), [load(grace)]) == "Nobody has been given a case yet. No cases are nobody's yet."


def test_the_longest_bar_fills_the_chart_and_the_late_part_is_its_share(grace):
    nobody, hers = bars([load(open=5), load(grace, 20, 10)])
    assert (hers["open"], hers["late"], hers["label"]) == (120, 60, "20 (10 late)")
    assert (nobody["open"], nobody["late"], nobody["label"]) == (30, 0, "5")
    assert bars([load()])[0]["open"] == 0


def test_the_page_costs_the_same_few_queries_for_a_team_of_any_size(
    trust, grace, signed_in, django_assert_max_num_queries
):
    client = signed_in(grace)
    for count in (2, 6):
        for _ in range(count):
            given_to(a_member(trust), trust)
        with django_assert_max_num_queries(11):
            client.get(PAGE)
