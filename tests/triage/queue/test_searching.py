"""Searching the cases in reach: what is found, by whom, and what never stands in an address."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from feedback.search.names import index_names
from feedback.search.words import by_meaning
from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member
from triage import actions
from triage.models import Search
from triage.queue.searching import LASTS

pytestmark = pytest.mark.django_db
QUEUE = "/queue/"
REFERENCE = re.compile(r"data-open>(PV-[A-Z0-9]{4}-[A-Z0-9]{4})<")
MOST_QUERIES = 25  # the queue, the search behind the token, and one that counts in all places
MOST_QUERIES_TO_SEARCH = 16


@pytest.fixture
def trust():
    return OrganisationFactory(name="Elder Vale Hospital Trust")


@pytest.fixture
def officer(trust):
    return a_member(trust)


def look(client, words, here=""):
    """Search, as the box does -> the address it leads to."""
    return client.post(f"{QUEUE}search/", {"words": words, "here": here})["Location"]


def shown(client, address):
    return REFERENCE.findall(client.get(address).text)


def of(name, trust, words="Nobody rang me back.", **given):
    return a_case(words, organisation=trust, reply_by="email",
                  contact={"name": name, "email": "somebody@example.org"}, **given)  # fmt: skip


@pytest.mark.parametrize("words", ["soup", "SOUP", "the soup"])
def test_cases_are_found_by_the_words_people_wrote(words, trust, officer, signed_in):
    case = a_case("All of us said the soup was cold.", organisation=trust)
    a_case("The lift was broken.", organisation=trust)
    client = signed_in(officer)
    assert shown(client, look(client, words)) == [case.reference]


@pytest.mark.skipif("not by_meaning()", reason="SQLite looks for the letters as they stand")
@pytest.mark.parametrize(
    "words", ["cancel", "cancelled operations", '"was cancelled"', "operation canc", "soup or operation"]
)
def test_words_are_found_in_all_their_forms(words, trust, officer, signed_in):
    case = a_case("My operation was cancelled twice.", organisation=trust)
    a_case("The lift was broken.", organisation=trust)
    client = signed_in(officer)
    assert shown(client, look(client, words)) == [case.reference]


@pytest.mark.parametrize(
    "words", ["nothing like it", "100%", "it's & | ! :* <-> ''", "---", '"', "\\", "the", "or", "-soup"]
)
def test_whatever_is_typed_the_search_answers(words, trust, officer, signed_in):
    a_case("The lift was broken.", organisation=trust)
    client = signed_in(officer)
    assert client.get(look(client, words)).status_code == 200


def test_cases_are_found_by_the_name_of_a_ward(trust, officer, signed_in):
    case = a_case(service=ServiceFactory(organisation=trust, name="Heather Ward"))
    a_case(organisation=trust)
    client = signed_in(officer)
    assert shown(client, look(client, "heather")) == [case.reference]


@pytest.mark.parametrize("typed", ["Zoë O'Brien", "obrien", "ZOE", "Mrs O’Brien, Zoe", "brien zoe o'brien"])
def test_a_person_is_found_by_name_however_it_is_typed(typed, trust, officer, signed_in):
    case = of("Zoë O'Brien", trust)
    of("Zachary Oban", trust)
    client = signed_in(officer)
    expected = [] if typed.startswith("brien") else [case.reference]
    assert shown(client, look(client, typed)) == expected


def test_the_patient_is_found_as_well_as_who_writes_for_them(trust, officer, signed_in):
    case = a_case(
        organisation=trust, about="someone_else", consent="given", relationship="daughter",
        contact={"name": "Ann Field", "patient_name": "Walter Marsh"},
    )  # fmt: skip
    client = signed_in(officer)
    assert shown(client, look(client, "walter marsh")) == [case.reference]


def test_a_party_of_the_case_is_found_once_their_name_is_indexed(trust, officer, signed_in):
    case = a_case(organisation=trust)
    index_names(case.feedback, ["Petra Hollow"])
    client = signed_in(officer)
    assert shown(client, look(client, "hollow")) == [case.reference]


def test_a_ward_manager_who_may_not_read_contacts_finds_nobody_by_name(trust, signed_in):
    of("Zoe Obrien", trust)
    client = signed_in(a_member(trust, Role.SERVICE_MANAGER))
    address = look(client, "obrien")
    assert shown(client, address) == []
    assert shown(client, address.replace("among=words", "among=names")) == []
    assert "By name" not in client.get(address).text
    assert not Search.objects.get().among_names


def test_who_may_read_contacts_in_one_trust_finds_nobody_by_name_in_another(trust, signed_in):
    other = OrganisationFactory()
    theirs = of("Zoe Obrien", other)
    officer = a_member(trust)
    a_member(other, Role.SERVICE_MANAGER, user=officer)
    client = signed_in(officer)
    assert theirs.reference in shown(client, QUEUE)
    assert shown(client, look(client, "obrien").replace("among=words", "among=names")) == []


def test_search_never_leaves_the_persons_own_cases(trust, signed_in):
    of(
        "Zoe Obrien",
        trust,
        "The soup was cold.",
        service=ServiceFactory(organisation=trust, name="Heather Ward"),
    )
    client = signed_in(a_member(OrganisationFactory()))
    for words in ("obrien", "soup", "heather"):
        assert shown(client, look(client, words)) == []


@pytest.mark.parametrize("words", ["Zoe Obrien", "the soup was cold"])
def test_what_was_searched_for_is_in_no_address_and_not_readable_in_the_database(
    words, trust, officer, signed_in
):
    of("Zoe Obrien", trust, "I said that the soup was cold.")
    client = signed_in(officer)
    address = look(client, words)
    assert set(parse_qs(urlsplit(address).query)) == {"look", "among"}
    page = client.get(address).text
    assert f'value="{words}"' in page  # it stays in the box
    for link in re.findall(r'(?:href|action)="([^"]*)"', page):
        assert "soup" not in link.lower()
        assert "brien" not in link.lower()
    stored = Search.objects.extra(select={"raw": "words"}).values_list("raw", flat=True).get()
    assert words not in stored


def test_who_searched_for_a_name_and_when_is_kept(trust, officer, signed_in):
    look(signed_in(officer), "obrien")
    kept = Search.objects.get()
    assert (kept.by, kept.among_names, kept.words) == (officer, True, "obrien")


def test_a_search_is_of_use_to_nobody_else(trust, officer, signed_in):
    a_case("The soup was cold.", organisation=trust)
    address = look(signed_in(officer), "soup")
    page = signed_in(a_member(trust)).get(address).text
    assert "That search has ended. Search again." in page
    assert "soup" not in re.search(r'id="id_q"[^>]*', page)[0]


def test_a_search_ends_with_a_long_shift(trust, officer, signed_in):
    client = signed_in(officer)
    address = look(client, "soup")
    Search.objects.update(at=timezone.now() - LASTS)
    assert "That search has ended. Search again." in client.get(address).text


def test_a_reference_goes_into_the_address_as_it_says_nothing_about_anybody(trust, officer, signed_in):
    case = a_case(organisation=trust)
    actions.close(case, outcome="withdrawn", by=officer)
    client = signed_in(officer)
    address = look(client, case.reference.lower().replace("-", " "))
    assert address == f"{QUEUE}?q={case.reference}"
    assert shown(client, address) == [case.reference]
    assert not Search.objects.exists()


@pytest.mark.parametrize("words", ["cold food", "hospital", "PV-QQQQ-QQQQ"])
def test_words_with_the_shape_of_a_reference_are_words(words, trust, officer, signed_in):
    a_case("Such cold food in this hospital.", organisation=trust)
    assert "look=" in look(signed_in(officer), words)


def test_another_organisations_reference_is_not_said_to_exist(officer, signed_in):
    assert "look=" in look(signed_in(officer), a_case().reference)


def test_a_search_keeps_the_filters_and_says_how_many_there_are_in_each_place(trust, officer, signed_in):
    mine = of("Zoe Obrien", trust, "The rose bed was lovely and nobody rang.")
    actions.take(mine, by=officer)
    of("Rose Obrien", trust)
    client = signed_in(officer)
    address = look(client, "obrien", here=f"{QUEUE}?handler=me&after=0~x")
    assert "handler=me" in address
    assert shown(client, address) == [mine.reference]
    page = client.get(look(client, "rose")).text
    places = re.findall(r">(In their words|By name|By ward or clinic) <span>\((\d+)", page)
    assert places == [("In their words", "1"), ("By name", "1"), ("By ward or clinic", "0")]


def test_closed_cases_are_found_too(trust, officer, signed_in):
    case = a_case("The soup was cold.", organisation=trust)
    actions.close(case, outcome="withdrawn", by=officer)
    client = signed_in(officer)
    assert shown(client, look(client, "soup")) == [case.reference]


@pytest.mark.parametrize("words", ["", "   ", "\0", "a" * 201])
def test_nothing_to_search_for_is_said_kindly(words, officer, signed_in):
    client = signed_in(officer)
    assert look(client, words) == QUEUE
    assert re.search("Write what you are looking for|200 letters or fewer", client.get(QUEUE).text)


def test_a_search_is_paged_like_the_queue(trust, officer, signed_in, monkeypatch):
    monkeypatch.setattr("triage.queue.views.PAGE", 2)
    cases = [a_case("The soup was cold.", organisation=trust) for _ in range(3)]
    client = signed_in(officer)
    first = look(client, "soup")
    assert shown(client, first) == [case.reference for case in cases[:2]]
    later = re.search(r'rel="next" href="([^"]+)"', client.get(first).text)[1].replace("&amp;", "&")
    assert shown(client, QUEUE + later) == [cases[2].reference]


def test_a_search_costs_the_same_few_queries_whatever_it_finds(
    trust, officer, signed_in, django_assert_max_num_queries
):
    client = signed_in(officer)
    for _ in range(2):
        for name in ("Zoe Obrien", "Rose Obrien", "Walter Obrien"):
            of(name, trust, "The obrien clinic was closed.")
        with django_assert_max_num_queries(MOST_QUERIES_TO_SEARCH):
            address = look(client, "obrien")
        for place in ("names", "words", "services"):
            with django_assert_max_num_queries(MOST_QUERIES):
                client.get(re.sub("among=[a-z]+", f"among={place}", address))


def test_the_page_says_how_words_were_looked_for(trust, officer, signed_in):
    client = signed_in(officer)
    page = client.get(look(client, "soup")).text
    assert ("in all their forms" in page) == by_meaning()
    assert ("for just these letters" in page) != by_meaning()


def test_the_search_box_is_no_address_that_can_be_followed(officer, signed_in):
    assert signed_in(officer).get(f"{QUEUE}search/").status_code == 405


def test_a_person_without_cases_cannot_search(trust, signed_in):
    client = signed_in(a_member(trust, Role.REGULATOR))
    assert client.post(f"{QUEUE}search/", {"words": "soup"}).status_code == 403
