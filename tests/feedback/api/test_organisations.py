"""Where feedback can go: found by name, town, postcode or ward, page by page."""

import base64

import pytest

from feedback.api.views import ByName
from tests.factories import (
    IcbFactory,
    NationalBodyFactory,
    OrganisationFactory,
    PracticeFactory,
    ServiceFactory,
    days_ago,
)
from tests.feedback.api.conftest import problem_of

URL = "/api/v1/organisations"


@pytest.fixture
def directory(db):
    trust = OrganisationFactory(
        name="Elder Vale Trust", ods_code="RZ9", town="Elder Vale", postcode="EV1 2AB"
    )
    ServiceFactory(organisation=trust, name="Bramble Ward", slug="bramble")
    ServiceFactory(organisation=trust, name="Shut Ward", slug="shut", closed_on=days_ago(1))
    PracticeFactory(name="Millbrook Surgery")
    IcbFactory(name="Vale and Moor ICB")
    OrganisationFactory(name="Closed Trust", closed_on=days_ago(1))
    OrganisationFactory(name="Future Trust", opened_on=days_ago(-1))
    NationalBodyFactory()
    return trust


def names(client, **query):
    answer = client.get(URL, query)
    assert answer.status_code == 200, answer.content
    return [one["name"] for one in answer.json()["results"]]


def test_the_open_ones_are_listed_by_name_and_no_national_body(client, directory):
    assert names(client) == ["Elder Vale Trust", "Millbrook Surgery", "Vale and Moor ICB"]


def test_each_comes_with_its_open_services(client, directory):
    first = client.get(URL).json()["results"][0]
    assert first == {
        "ods_code": "RZ9",
        "name": "Elder Vale Trust",
        "kind": "acute_trust",
        "town": "Elder Vale",
        "postcode": "EV1 2AB",
        "services": [{"slug": "bramble", "name": "Bramble Ward"}],
    }


@pytest.mark.parametrize("search", ["elder vale", "EV1", "rz9", "bramble", "Vale T"])
def test_it_is_found_by_what_a_person_would_type(client, directory, search):
    assert names(client, search=search) == ["Elder Vale Trust"]


def test_a_ward_that_closed_finds_nothing(client, directory):
    assert names(client, search="shut ward") == []


def test_a_kind_narrows_the_list(client, directory):
    assert names(client, kind="gp_practice") == ["Millbrook Surgery"]


def test_pages_hold_every_row_once_also_those_of_one_name(client, db, monkeypatch):
    monkeypatch.setattr(ByName, "page_size", 3)
    expected = {PracticeFactory(name="The Surgery").ods_code for _ in range(8)}
    seen, url = [], URL
    while url:
        page = client.get(url).json()
        seen += [one["ods_code"] for one in page["results"]]
        url = page["next"]
    assert len(seen) == 8 and set(seen) == expected


def test_the_number_of_queries_does_not_grow(client, db, django_assert_num_queries):
    for _ in range(20):
        ServiceFactory()
    with django_assert_num_queries(2):
        client.get(URL)


@pytest.mark.parametrize(
    "query", [{"kind": "hotel"}, {"kind": "national_body"}, {"search": "a\0b"}, {"search": "x" * 101}]
)
def test_a_query_that_makes_no_sense_is_a_problem(client, db, query):
    assert set(problem_of(client.get(URL, query), 400)["errors"]) == set(query)


@pytest.mark.parametrize(
    "cursor", ["x", "é", "%00", base64.b64encode(b"o=-1").decode(), base64.b64encode(b"p=a%00b").decode()]
)
def test_a_cursor_that_is_not_ours_is_a_problem(client, db, cursor):
    problem_of(client.get(URL, {"cursor": cursor}), 404)


def test_no_cookie_is_set(client, directory):
    assert not client.get(URL).cookies
