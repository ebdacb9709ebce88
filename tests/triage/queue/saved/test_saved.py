"""Views kept under a name: whose they are, who else sees them, what they hold, and what they say when they are old."""

import re

import pytest
from django.utils import timezone

from organisations.models import Membership, Role
from tests.factories import IcbFactory, OrganisationFactory, ServiceFactory, a_case, a_member, days_ago
from triage.models import OpeningView, SavedView
from triage.queue.saved import keeping

pytestmark = pytest.mark.django_db
QUEUE = "/queue/"
VIEWS = "/queue/views/"
MOST_QUERIES_OF_THE_QUEUE = 22
MOST_QUERIES = 14


@pytest.fixture
def trust():
    return OrganisationFactory(name="Elder Vale Hospital Trust", parent=IcbFactory())


@pytest.fixture
def officer(trust):
    return a_member(trust)


@pytest.fixture
def colleague(trust):
    return a_member(trust, Role.PALS_OFFICER)


def keep(client, query="due=late", name="Late ones", organisation=""):
    return client.post(f"{VIEWS}keep/?{query}", {"name": name, "organisation": organisation})


def a_view(owner, name="Late ones", query="due=late", organisation=None):
    return keeping.keep(name=name, query=query, organisation=organisation, by=owner)


def row(page):
    """{name: count} of the views above the queue."""
    nav = re.search(r'aria-label="Your views">(.*?)</nav>', page, re.DOTALL)
    found = re.findall(r'<a href="\?[^"]*"[^>]*>([^<]+) <span>\(([\d+]+)', nav[1]) if nav else []
    return dict(found)


def test_a_view_is_kept_with_its_filters_and_shown_above_the_queue_with_a_count(trust, officer, signed_in):
    a_case(organisation=trust, received_on=days_ago(60))
    a_case(organisation=trust)
    client = signed_in(officer)
    assert f"{VIEWS}keep/?due=late" in client.get(f"{QUEUE}?due=late").text

    answer = keep(client)

    assert answer["Location"] == f"{QUEUE}?due=late"
    page = client.get(answer["Location"]).text
    assert row(page) == {"Late ones": "1"}
    assert 'aria-current="page">Late ones' in page
    assert "Keep this view" not in page


def test_the_count_stops_at_99(trust, officer, signed_in, monkeypatch):
    monkeypatch.setattr("triage.queue.counting.MOST", 2)
    a_view(officer, query="team=complaints")
    for _ in range(2):
        a_case(organisation=trust)
    client = signed_in(officer)
    assert row(client.get(QUEUE).text) == {"Late ones": "2"}
    a_case(organisation=trust)
    assert row(client.get(QUEUE).text) == {"Late ones": "2+"}


def test_each_person_sees_their_own_cases_in_a_shared_view(trust, officer, colleague, signed_in):
    view = a_view(officer, "Mine", "handler=me", trust)
    case = a_case(organisation=trust)
    case.handler = colleague
    case.save()
    assert row(signed_in(officer).get(QUEUE).text) == {view.name: "0"}
    assert row(signed_in(colleague).get(QUEUE).text) == {view.name: "1"}


def test_what_was_searched_for_is_not_kept(trust, officer, signed_in):
    client = signed_in(officer)
    found = client.post(f"{QUEUE}search/", {"words": "soup", "here": f"{QUEUE}?team=pals"})["Location"]
    query = found.partition("?")[2]

    assert "What you searched for is not kept" in client.get(f"{VIEWS}keep/?{query}").text
    keep(client, query)

    assert SavedView.objects.get().query == "team=pals"


@pytest.mark.parametrize(
    "query", ["", "status=", "q=PV-QQQQ-QQQQ", "look=abc", "due=soon", "after=0~1", "unknown=words"]
)
def test_what_narrows_nothing_is_no_view(query, officer, signed_in):
    answer = keep(signed_in(officer), query)
    assert answer["Location"] == QUEUE
    assert not SavedView.objects.exists()


def test_unknown_words_in_the_address_are_left_out(officer, signed_in):
    keep(signed_in(officer), "due=late&unknown=Jo+Field&after=x")
    assert SavedView.objects.get().query == "due=late"


def test_a_name_is_asked_for_and_taken_once(officer, colleague, signed_in):
    a_view(colleague)
    client = signed_in(officer)
    assert "Give the view a name" in keep(client, name=" ").text
    assert keep(client).status_code == 302
    assert "You have a view of that name" in keep(client, "due=week").text
    assert SavedView.objects.filter(owner=officer).count() == 1


def test_colleagues_see_a_view_only_when_it_is_shared_with_them(trust, officer, colleague, signed_in):
    a_view(officer, "For me")
    a_view(officer, "For all", "due=week", trust)
    assert set(row(signed_in(officer).get(QUEUE).text)) == {"For me", "For all"}
    assert set(row(signed_in(colleague).get(QUEUE).text)) == {"For all"}
    page = signed_in(colleague).get(VIEWS).text
    assert "For me" not in page
    assert f"{officer}, for {trust.name}" in page


@pytest.mark.parametrize("who", ["another trust", "the board above", "who left", "a regulator"])
def test_nobody_else_sees_a_shared_view(who, trust, officer, signed_in):
    view = a_view(officer, "For all", organisation=trust)
    stranger = {
        "another trust": lambda: a_member(OrganisationFactory()),
        "the board above": lambda: a_member(trust.parent, Role.ICB_LEAD),
        "who left": lambda: a_member(trust, valid_to=days_ago(1)),
        "a regulator": lambda: a_member(trust, Role.REGULATOR),
    }[who]()
    client = signed_in(stranger)
    assert "For all" not in client.get(QUEUE, follow=True).text
    assert client.post(f"{VIEWS}{view.pk}/begin/").status_code in (403, 404)
    assert not OpeningView.objects.exists()


def test_a_view_cannot_be_shared_where_one_does_not_work(officer, signed_in):
    other = OrganisationFactory()
    assert keep(signed_in(officer), organisation=str(other.pk)).status_code == 422
    assert not SavedView.objects.exists()


@pytest.mark.parametrize("what", ["", "up/", "take-away/", "bring-back/"])
def test_only_its_maker_changes_a_view(what, trust, officer, colleague, signed_in):
    view = a_view(officer, organisation=trust)
    for stranger in (colleague, a_member(OrganisationFactory())):
        answer = signed_in(stranger).post(f"{VIEWS}{view.pk}/{what}", {"name": "Taken over"})
        assert answer.status_code == (302 if what == "bring-back/" else 404)
    view.refresh_from_db()
    assert (view.name, view.removed_at, view.organisation) == ("Late ones", None, trust)


def test_its_maker_renames_it_and_stops_sharing_it(trust, officer, colleague, signed_in):
    view = a_view(officer, organisation=trust)
    client = signed_in(officer)
    assert 'value="Late ones"' in client.get(f"{VIEWS}{view.pk}/").text
    client.post(f"{VIEWS}{view.pk}/", {"name": "Too late", "organisation": ""})
    assert set(row(client.get(QUEUE).text)) == {"Too late"}
    assert row(signed_in(colleague).get(QUEUE).text) == {}


def test_a_deleted_view_is_gone_for_all_and_comes_back_by_undo(trust, officer, colleague, signed_in):
    view = a_view(officer, organisation=trust)
    client = signed_in(officer)
    page = client.post(f"{VIEWS}{view.pk}/take-away/", follow=True).text
    assert "“Late ones” is gone." in page
    assert row(signed_in(colleague).get(QUEUE).text) == {}

    undo = re.search(rf'action="({VIEWS}{view.pk}/bring-back/)"', page)[1]
    page = signed_in(officer).post(undo, follow=True).text

    assert "“Late ones” is back." in page
    assert row(signed_in(colleague).get(QUEUE).text) == {"Late ones": "0"}


def test_undo_ends_after_a_while_or_when_the_name_is_given_anew(officer, signed_in):
    first, second = a_view(officer), a_view(officer, "Other", "due=week")
    keeping.take_away(first)
    SavedView.objects.filter(pk=first.pk).update(removed_at=timezone.now() - keeping.UNDO_WITHIN)
    keeping.take_away(second)
    a_view(officer, "Other")
    client = signed_in(officer)
    for view in (first, second):
        page = client.post(f"{VIEWS}{view.pk}/bring-back/", follow=True).text
        assert "cannot be brought back any more" in page


def test_the_order_is_the_persons_own(officer, signed_in):
    first, second = a_view(officer, "First"), a_view(officer, "Second", "due=week")
    client = signed_in(officer)
    assert list(row(client.get(QUEUE).text)) == ["First", "Second"]
    client.post(f"{VIEWS}{second.pk}/up/")
    client.post(f"{VIEWS}{second.pk}/up/")
    assert list(row(client.get(QUEUE).text)) == ["Second", "First"]
    assert first.owner == officer


def test_a_person_begins_with_the_view_they_chose_and_can_still_see_all(trust, officer, colleague, signed_in):
    case = a_case(organisation=trust)
    view = a_view(officer, organisation=trust)
    client = signed_in(colleague)
    client.post(f"{VIEWS}{view.pk}/begin/")
    assert client.get(QUEUE)["Location"] == f"{QUEUE}?due=late"
    page = client.get(f"{QUEUE}?status=").text
    assert case.reference in page
    assert "Clear all filters" not in page
    assert f'href="{QUEUE}?status="' in client.get(f"{QUEUE}?due=late").text
    assert signed_in(officer).get(QUEUE).status_code == 200

    client = signed_in(colleague)
    assert "You begin with this one" in client.get(VIEWS).text
    client.post(f"{VIEWS}{view.pk}/begin/")
    assert client.get(QUEUE).status_code == 200


@pytest.mark.parametrize("why", ["deleted", "not shared", "left"])
def test_who_began_with_a_view_that_is_gone_begins_with_all_cases(why, trust, officer, colleague, signed_in):
    view = a_view(officer, organisation=trust)
    keeping.begin_with(view, by=colleague)
    if why == "deleted":
        keeping.take_away(view)
    elif why == "not shared":
        SavedView.objects.update(organisation=None)
    else:
        Membership.objects.filter(user=colleague).update(organisation=OrganisationFactory())
    assert signed_in(colleague).get(QUEUE).status_code == 200


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("handler", "The colleague it names does not work here any more"),
        ("service", "The ward or clinic it names is not in your reach"),
        ("organisation", "The organisation it names is not in your reach"),
        ("team", "no longer there: team"),
    ],
)
def test_a_view_says_kindly_what_is_no_longer_there(field, says, trust, officer, colleague, signed_in):
    a_view(officer, "Old", f"due=week&{field}=99999", trust)
    case = a_case(organisation=trust)
    for who, advice in ((officer, "take this one away"), (colleague, f"Tell {officer}")):
        page = signed_in(who).get(f"{QUEUE}?due=week&{field}=99999").text
        assert says in page
        assert advice in page
        assert case.reference in page
        assert "There is a problem" not in page
    assert says in signed_in(officer).get(VIEWS).text


def test_a_view_says_that_its_ward_has_closed_and_still_shows_the_cases(trust, officer, signed_in):
    ward = ServiceFactory(organisation=trust, name="Heather Ward")
    case = a_case(service=ward)
    a_view(officer, "Heather", f"service={ward.pk}")
    client = signed_in(officer)
    assert "has closed" not in client.get(f"{QUEUE}?service={ward.pk}").text
    ward.closed_on = days_ago(1)
    ward.save()
    page = client.get(f"{QUEUE}?service={ward.pk}").text
    assert "Heather Ward has closed" in page
    assert case.reference in page


def test_the_pages_say_in_words_what_a_view_shows(trust, officer, signed_in):
    ward = ServiceFactory(organisation=trust, name="Heather Ward")
    a_view(
        officer,
        query=f"due=late&handler=me&priority=1&service={ward.pk}&received_from=2026-04-02&order=severity",
    )
    page = signed_in(officer).get(VIEWS).text
    for words in (
        "Next date: Late", "Who has it: Me", "Priority: Urgent", "Service: Heather Ward",
        "Received from: 2 April 2026", "Order: Most critical of care first",
    ):  # fmt: skip
        assert words in page


def test_the_cost_does_not_grow_with_views(
    trust, officer, colleague, signed_in, django_assert_max_num_queries
):
    client = signed_in(officer)
    for number in range(6):
        a_view(officer, f"Own {number}", f"due=late&team=pals&priority={number % 3}")
        a_view(colleague, f"Shared {number}", "needs=signing&handler=me", trust)
        if number in (1, 5):
            with django_assert_max_num_queries(MOST_QUERIES_OF_THE_QUEUE):
                assert len(row(client.get(QUEUE).text)) == 2 * number + 2
            with django_assert_max_num_queries(MOST_QUERIES):
                client.get(VIEWS)


def test_more_views_than_fit_are_one_press_away(officer, signed_in):
    for number in range(14):
        a_view(officer, f"Own {number:02}", f"received_from=2026-01-{number + 1:02}")
    page = signed_in(officer).get(QUEUE).text
    assert len(row(page)) == 12
    assert "2 more, and change views" in page


def test_the_pages_are_closed_to_those_without_cases(trust, officer, signed_in):
    view = a_view(officer)
    client = signed_in(a_member(trust, Role.REGULATOR))
    assert client.get(VIEWS).status_code == client.get(f"{VIEWS}keep/?due=late").status_code == 403
    assert client.get(f"{VIEWS}{view.pk}/").status_code == 403


def test_two_tabs_that_keep_one_name_at_once_keep_one_view(officer):
    kept = [keeping.keep(name="Late", query="due=late", organisation=None, by=officer) for _ in range(2)]
    assert kept[0] == kept[1]
    assert SavedView.objects.count() == 1
