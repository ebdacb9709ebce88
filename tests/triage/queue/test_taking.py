"""The list as a file: what is in it, what is not, who may, and what stays behind."""

import csv
import io

import pytest

from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member, days_ago
from triage import actions
from triage.models import Case, ListTaken, Priority
from triage.queue import listing

pytestmark = pytest.mark.django_db
ASK, TAKE = "/queue/list/", "/queue/list.csv"
MOST_QUERIES = 13


@pytest.fixture
def trust():
    return OrganisationFactory(name="Elder Vale Hospital Trust")


@pytest.fixture
def officer(trust):
    return a_member(trust)


def taken(client, query=""):
    """The rows of the file, each a dict by heading."""
    answer = client.post(TAKE, {"query": query})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer.streaming
    words = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(words, newline="")))


def test_the_file_says_of_each_case_what_colleagues_know(trust, officer, signed_in):
    ward = ServiceFactory(organisation=trust, name="Heather Ward")
    case = a_case(service=ward, received_on=days_ago(60))
    actions.take(case, by=officer)
    actions.acknowledge(case, text="We have it.", by=officer)
    case.refresh_from_db()

    (row,) = taken(signed_in(officer))

    assert list(row) == list(listing.COLUMNS)
    assert row["Reference"] == case.reference
    assert (row["Kind"], row["Status"], row["Priority"]) == ("Complaint", "Being looked into", "Standard")
    assert (row["Organisation"], row["Service"]) == (trust.name, "Heather Ward")
    assert (row["Who has it"], row["Team"]) == (str(officer), "Complaints")
    assert row["Received on"] == days_ago(60).isoformat()
    assert (row["Acknowledged on"], row["Closed on"]) == (days_ago(0).isoformat(), "")
    assert row["Next date"] == row["Answer by"] == case.respond_by.isoformat()


def test_no_word_and_no_name_of_a_patient_is_in_it(trust, officer, signed_in):
    a_case(
        "Nobody rang me about my scan.", organisation=trust, reply_by="email",
        contact={"name": "Jo Field", "email": "jo@example.org"},
    )  # fmt: skip
    (row,) = taken(signed_in(officer))
    for hidden in ("scan", "Field", "jo@example.org"):
        assert hidden not in "|".join(row.values())


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(trust, officer, signed_in):
    ward = ServiceFactory(organisation=trust, name="=HYPERLINK(1)")
    a_case(service=ward)
    (row,) = taken(signed_in(officer))
    assert row["Service"] == "'=HYPERLINK(1)"


def test_it_is_the_present_list_in_its_order(trust, officer, signed_in):
    late, urgent, fresh = (
        a_case(organisation=trust, received_on=days_ago(40)), a_case(organisation=trust), a_case(organisation=trust),
    )  # fmt: skip
    Case.objects.filter(pk=urgent.pk).update(priority=Priority.URGENT)
    Case.objects.filter(pk=fresh.pk).update(severity=0.9)
    client = signed_in(officer)

    def references(query=""):
        return [row["Reference"] for row in taken(client, query)]

    assert references() == [urgent.reference, late.reference, fresh.reference]
    assert references("order=severity") == [urgent.reference, fresh.reference, late.reference]
    assert references("due=late") == [late.reference]


def test_a_search_can_be_taken_away_too(trust, officer, signed_in):
    case = a_case("The soup was cold.", organisation=trust)
    a_case(organisation=trust)
    client = signed_in(officer)
    query = client.post("/queue/search/", {"words": "soup"})["Location"].partition("?")[2]
    assert "Those your search found" in client.get(f"{ASK}?{query}").text
    assert [row["Reference"] for row in taken(client, query)] == [case.reference]
    assert ListTaken.objects.get().filters == ["look", "among", "status"]


def test_the_page_says_how_many_rows_and_what_will_be_in_it(trust, officer, signed_in):
    for _ in range(2):
        a_case(organisation=trust, received_on=days_ago(40))
    a_case(organisation=trust)
    page = signed_in(officer).get(f"{ASK}?due=late").text
    assert "<strong>2 cases</strong>" in page
    assert "Next date: Late" in page
    assert "no names of patients" in page
    assert not ListTaken.objects.exists()


def test_who_took_it_when_and_how_long_it_was_is_kept_but_not_what_was_asked(trust, officer, signed_in):
    a_case(organisation=trust, received_on=days_ago(40))
    taken(signed_in(officer), "due=late&team=complaints")
    kept = ListTaken.objects.get()
    assert (kept.by, kept.rows, kept.filters) == (officer, 1, ["due", "team"])


def test_a_list_that_makes_no_sense_any_more_is_not_a_longer_one(trust, officer, signed_in):
    a_case(organisation=trust)
    client = signed_in(officer)
    for query in ("handler=99999", "look=ended"):
        assert client.post(TAKE, {"query": query})["Location"] == "/queue/"
    assert "That list cannot be made any more" in client.get("/queue/").text
    assert not ListTaken.objects.exists()


def test_another_organisation_takes_nothing_of_ours(trust, signed_in):
    a_case(organisation=trust)
    assert taken(signed_in(a_member(OrganisationFactory()))) == []


def test_a_list_is_taken_by_a_press_and_by_those_who_read_cases(trust, officer, signed_in):
    assert signed_in(officer).get(TAKE).status_code == 405
    client = signed_in(a_member(trust, Role.REGULATOR))
    assert client.post(TAKE).status_code == client.get(ASK).status_code == 403


def test_the_cost_does_not_grow_with_rows(trust, officer, signed_in, django_assert_max_num_queries):
    client = signed_in(officer)
    for _ in range(2):
        for _ in range(3):
            a_case(service=ServiceFactory(organisation=trust))
        with django_assert_max_num_queries(MOST_QUERIES):
            taken(client)


def test_a_case_that_comes_meanwhile_is_not_counted_and_not_taken(trust, officer):
    a_case(organisation=trust)
    cases = Case.objects.visible_to(officer)
    rows = listing.lines(cases, ("id",), 1)
    a_case(organisation=trust)
    assert len(list(rows)) == 2  # the headings, and one case
