"""The page of the queue: whose it is, its order, its figures, its cost."""

import re

import pytest
from django.urls import reverse

from organisations.models import Role
from tests.factories import (
    IcbFactory,
    OrganisationFactory,
    ServiceFactory,
    UserFactory,
    a_case,
    a_member,
    days_ago,
    received,
)
from triage import actions
from triage.models import Case, Priority, Reply

pytestmark = pytest.mark.django_db
QUEUE = "/queue/"
REFERENCE = re.compile(r"data-open>(PV-[A-Z0-9]{4}-[A-Z0-9]{4})<")
MOST_QUERIES = 24  # two find the session and the person, two keep the chain


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


def shown(client, address=QUEUE):
    return REFERENCE.findall(client.get(address).text)


def test_an_anonymous_person_is_sent_to_sign_in(client):
    response = client.get(QUEUE)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


def test_a_person_without_a_role_is_refused(signed_in):
    assert signed_in(UserFactory()).get(QUEUE).status_code == 403


def test_an_administrator_goes_to_the_links_they_hand_out(trust, signed_in):
    response = signed_in(a_member(trust, Role.ADMINISTRATOR)).get(QUEUE)
    assert (response.status_code, response["Location"]) == (302, "/links/")


def test_a_regulator_goes_to_what_they_were_told(trust, signed_in):
    response = signed_in(a_member(trust, Role.REGULATOR)).get(QUEUE)
    assert (response.status_code, response["Location"]) == (302, "/told/")


def test_it_is_ordered_by_risk_first_then_the_nearest_unmet_date(trust, signed_in):
    calm_late = a_case(organisation=trust, received_on=days_ago(40))
    calm_fresh = a_case(organisation=trust)
    urgent_fresh, urgent_late, danger = (
        a_case(organisation=trust), a_case(organisation=trust, received_on=days_ago(9)), a_case(organisation=trust),
    )  # fmt: skip
    Case.objects.filter(pk__in=[urgent_fresh.pk, urgent_late.pk]).update(priority=Priority.URGENT)
    Case.objects.filter(pk=danger.pk).update(priority=Priority.IMMEDIATE)
    # Once acknowledged, the four weeks are its nearest date: later than the others' three working days.
    acknowledged = a_case(organisation=trust)
    officer = a_member(trust)
    actions.acknowledge(acknowledged, text="We have it.", by=officer)

    assert shown(signed_in(officer)) == [
        case.reference for case in (danger, urgent_late, urgent_fresh, calm_late, calm_fresh, acknowledged)
    ]


def test_on_one_date_the_words_most_critical_of_care_come_first_and_never_before_an_earlier_date(
    trust, signed_in
):
    calm, late, severe, unread = (
        a_case(organisation=trust), a_case(organisation=trust, received_on=days_ago(40)),
        a_case(organisation=trust), a_case(organisation=trust),
    )  # fmt: skip
    Case.objects.filter(pk=calm.pk).update(severity=0.3)
    Case.objects.filter(pk=severe.pk).update(severity=0.95)
    assert shown(signed_in(a_member(trust))) == [one.reference for one in (late, severe, calm, unread)]


def test_a_person_may_ask_for_the_words_most_critical_of_care_first_inside_each_priority(
    trust, signed_in, monkeypatch
):
    monkeypatch.setattr("triage.queue.views.PAGE", 2)
    late, severe, urgent = (
        a_case(organisation=trust, received_on=days_ago(40)), a_case(organisation=trust), a_case(organisation=trust),
    )  # fmt: skip
    Case.objects.filter(pk=severe.pk).update(severity=0.95)
    Case.objects.filter(pk=urgent.pk).update(priority=Priority.URGENT, severity=0.1)
    client = signed_in(a_member(trust))

    first = client.get(f"{QUEUE}?order=severity").text

    assert REFERENCE.findall(first) == [urgent.reference, severe.reference]
    assert "Late dates are not on top" in first
    later = re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")
    assert shown(client, QUEUE + later) == [late.reference]


@pytest.mark.parametrize(
    ("severity", "words"), [(0.9, "Very critical of care"), (0.7, "Critical of care"), (0.2, None), (0, None)]
)
def test_a_row_says_in_words_how_critical_of_care_it_is(severity, words, trust, signed_in):
    Case.objects.filter(pk=a_case(organisation=trust).pk).update(severity=severity)
    tags = re.findall(r">([^<>]*ritical of care)<", signed_in(a_member(trust)).get(QUEUE).text)
    assert tags == [words] * (words is not None)


def test_only_the_cases_of_the_persons_own_organisation_are_there(trust, signed_in):
    own, other = a_case(organisation=trust), a_case()
    client = signed_in(a_member(trust))
    assert shown(client) == [own.reference]
    assert shown(client, f"{QUEUE}?q={other.reference}") == []


def test_an_icb_lead_sees_the_cases_of_all_below(trust, signed_in):
    own = a_case(organisation=trust)
    assert shown(signed_in(a_member(trust.parent, Role.ICB_LEAD))) == [own.reference]


def test_a_ward_manager_sees_their_own_ward_alone(trust, signed_in):
    ward, other = ServiceFactory(organisation=trust), ServiceFactory(organisation=trust)
    own = a_case(service=ward)
    a_case(service=other)
    assert shown(signed_in(a_member(trust, Role.SERVICE_MANAGER, service=ward))) == [own.reference]


def test_a_row_says_what_is_due_when_and_how_late_in_words(trust, signed_in):
    a_case("Nobody rang me back about my scan.", organisation=trust, received_on=days_ago(60))
    page = signed_in(a_member(trust)).get(QUEUE).text
    assert "Acknowledge by" in page
    assert re.search(r"\d+ days late", page)
    assert "Nobody rang me back about my scan." in page
    assert "Nobody yet" in page


def test_closed_cases_are_shown_only_when_asked_for(trust, signed_in):
    officer, case = a_member(trust), a_case(organisation=trust)
    actions.close(case, outcome="withdrawn", by=officer)
    client = signed_in(officer)
    assert shown(client) == []
    assert shown(client, f"{QUEUE}?status=closed") == [case.reference]


def test_the_figures_count_what_is_there(trust, signed_in):
    officer = a_member(trust)
    late = a_case(organisation=trust, received_on=days_ago(60))
    mine = a_case(organisation=trust, reply_by="post", contact={"address": "1 Hill Road"})
    a_case("I want to end my life.", organisation=trust)
    actions.take(mine, by=officer)
    actions.acknowledge(mine, text="We have it.", by=officer)
    failed = actions.acknowledge(late, text="We have it.", by=a_member(trust))
    Reply.objects.filter(pk=failed.pk).update(failed_at=failed.written_at)
    received("Not yet decided.", organisation=trust)
    received("Not ours.")

    page = signed_in(officer).get(QUEUE).text
    assert count(page, "late") == 1
    assert count(page, "unassigned") == 1  # who writes to the person has the case
    assert count(page, "mine") == 1
    assert count(page, "open") == 3
    assert count(page, "alerts not taken") == 1
    assert count(page, "replies not sent") == 2
    assert count(page, "waiting for an outcome") == 1


def count(page, what):
    return int(re.search(rf"<strong>(\d+)</strong>\s*(?:<a [^>]*>)?{what}", page)[1])


def test_a_page_costs_the_same_few_queries_whatever_it_shows(trust, signed_in, django_assert_max_num_queries):
    officer = a_member(trust)
    client = signed_in(officer)
    for number in range(12):
        a_case(service=ServiceFactory(organisation=trust), received_on=days_ago(number))
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(QUEUE)
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(f"{QUEUE}?due=late&handler=nobody&needs=person")


def test_the_next_page_keeps_the_filters(trust, signed_in, monkeypatch):
    monkeypatch.setattr("triage.queue.views.PAGE", 2)
    cases = [a_case(organisation=trust) for _ in range(3)]
    client = signed_in(a_member(trust))
    later = re.search(r'rel="next" href="([^"]+)"', client.get(f"{QUEUE}?team=complaints").text)[1].replace(
        "&amp;", "&"
    )
    assert "team=complaints" in later
    assert shown(client, QUEUE + later) == [cases[2].reference]
    earlier = re.search(r'rel="prev" href="([^"]+)"', client.get(QUEUE + later).text)[1].replace("&amp;", "&")
    assert shown(client, QUEUE + earlier) == [case.reference for case in cases[:2]]


def test_all_on_the_page_can_be_ticked_without_a_script(trust, signed_in):
    a_case(organisation=trust)
    assert signed_in(a_member(trust)).get(f"{QUEUE}?select=all").text.count(" checked>") == 1


def test_words_of_a_person_are_shown_as_words(trust, signed_in):
    a_case("<script>alert(1)</script> was on the form", organisation=trust)
    page = signed_in(a_member(trust)).get(QUEUE).text
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page
