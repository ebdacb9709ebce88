"""The morning e-mail: at seven in England on working days, once, to those who have something late or near."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member, days_ago, signed_reply
from triage import actions
from triage.delivery import deliver_batch
from triage.models import Morning, NoMorning
from triage.morning import views
from triage.morning.write import write_mornings

pytestmark = pytest.mark.django_db
WEDNESDAY = dt.datetime(2026, 6, 10, 9, tzinfo=dt.UTC)


@pytest.fixture
def moment():
    with time_machine.travel(WEDNESDAY, tick=False) as moment:
        yield moment


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def grace(trust):
    return a_member(trust, user__name="Grace Holloway")


def of(handler, trust, **given):
    case = a_case(organisation=trust, **given)
    actions.assign(case, handler=handler, by=handler)
    return case


def the_mail():
    deliver_batch()
    (message,) = mail.outbox
    return message


def test_it_says_what_is_late_due_today_near_and_waiting_for_consent(moment, trust, grace, settings):
    settings.PUBLIC_URL = "https://patientview.example"
    late = of(grace, trust, received_on=days_ago(40))
    today = of(grace, trust, received_on=days_ago(28))
    actions.acknowledge(today, text="We have it.", by=grace)
    consent = of(grace, trust, about="someone_else", relationship="Daughter", consent="not_yet")
    later = of(grace, trust)
    actions.acknowledge(later, text="We have it.", by=grace)
    assert write_mornings() == 1
    message = the_mail()
    assert message.to == [grace.email]
    assert message.subject == "Your cases this morning: 1 late, 2 near"
    assert f"Late: 1\nhttps://patientview.example/cases/{late.reference}/" in message.body
    assert f"Due today: 1\nhttps://patientview.example/cases/{today.reference}/" in message.body
    assert f"Waiting for consent: 1\nhttps://patientview.example/cases/{consent.reference}/" in message.body
    assert later.reference not in message.body
    assert "operation" not in message.body, "a person's words left in an e-mail"


def test_it_is_written_once_a_day_and_again_the_next(moment, trust, grace):
    of(grace, trust, received_on=days_ago(40))
    assert [write_mornings(), write_mornings()] == [1, 0]
    moment.shift(dt.timedelta(hours=2))
    assert write_mornings() == 0
    deliver_batch()
    deliver_batch()
    assert len(mail.outbox) == 1
    moment.shift(dt.timedelta(hours=22))
    assert write_mornings() == 1


def test_a_day_with_nothing_sends_nothing_and_is_not_asked_again(
    moment, trust, grace, django_assert_max_num_queries
):
    case = of(grace, trust)
    signed_reply(case)
    assert write_mornings() == 0
    deliver_batch()
    assert mail.outbox == []
    assert Morning.objects.get(user=grace).says == {}
    with django_assert_max_num_queries(2):
        assert write_mornings() == 0


@pytest.mark.parametrize(
    ("utc", "sent"),
    [
        ("2026-03-27T06:59", 0),  # Friday, winter time
        ("2026-03-27T07:00", 1),
        ("2026-03-29T08:00", 0),  # Sunday, the clocks went forward
        ("2026-03-30T05:59", 0),  # Monday, summer time
        ("2026-03-30T06:00", 1),
        ("2026-04-03T08:00", 0),  # Good Friday
        ("2026-04-04T08:00", 0),
        ("2026-04-06T08:00", 0),  # Easter Monday
        ("2026-04-07T06:00", 1),
        ("2026-04-07T11:00", 0),  # noon in England: no morning any more
        ("2026-10-26T06:59", 0),  # Monday after the clocks went back
        ("2026-10-26T07:00", 1),
        ("2026-12-28T08:00", 0),  # the substitute for Boxing Day
    ],
)
def test_it_goes_at_seven_in_england_on_working_days(utc, sent, trust, grace):
    with time_machine.travel(dt.datetime.fromisoformat(f"{utc}+00:00"), tick=False):
        of(grace, trust, received_on=days_ago(40))
        assert write_mornings() == sent


def test_a_case_nobody_has_is_told_to_the_team_that_owes_the_reply(moment, trust, grace):
    pals, other = a_member(trust, Role.PALS_OFFICER), a_member(OrganisationFactory())
    case = a_case(organisation=trust, received_on=days_ago(25))
    assert write_mornings() == 1
    message = the_mail()
    assert message.to == [grace.email]
    assert "nobody has them yet: 1\n" in message.body
    assert case.reference in message.body
    assert Morning.objects.get(user=pals).says == Morning.objects.get(user=other).says == {}


def test_a_ward_manager_is_told_of_their_own_ward_alone(moment, trust):
    ward, elsewhere = ServiceFactory(organisation=trust), ServiceFactory(organisation=trust)
    case = a_case(service=ward, received_on=days_ago(25))
    actions.refer(
        case, team="service", organisation=trust, note="Theirs.", agreed="By telephone.", by=a_member(trust)
    )
    mine, another = (a_member(trust, Role.SERVICE_MANAGER, service=one) for one in (ward, elsewhere))
    write_mornings()
    assert Morning.objects.get(user=mine).says == {"nobody": [case.reference]}
    assert Morning.objects.get(user=another).says == {}


def test_who_has_left_or_lost_the_case_is_not_told_of_it(moment, trust, grace):
    of(grace, trust, received_on=days_ago(40))
    grace.memberships.update(valid_to=timezone.localdate() - dt.timedelta(days=1))
    assert write_mornings() == 0


def test_an_e_mail_names_ten_and_counts_the_rest(moment, trust, grace):
    for _ in range(12):
        of(grace, trust, received_on=days_ago(40))
    write_mornings()
    body = the_mail().body
    assert "Late: 12\n" in body
    assert body.count("/cases/") == 10
    assert "and 2 more" in body


def test_each_person_can_stop_it_and_have_it_again(moment, trust, grace, signed_in):
    of(grace, trust, received_on=days_ago(40))
    client = signed_in(grace)
    client.post("/morning/", {"wanted": "no"})
    client.post("/morning/", {"wanted": "no"})
    assert NoMorning.objects.count() == 1
    assert write_mornings() == 0
    assert "You have stopped the e-mail" in client.get("/morning/").text
    client.post("/morning/", {"wanted": "yes"})
    assert write_mornings() == 1


def test_the_page_lists_ones_own_cases_with_links(
    moment, trust, grace, signed_in, django_assert_max_num_queries
):
    case = of(grace, trust, received_on=days_ago(40))
    client = signed_in(grace)
    with django_assert_max_num_queries(12):
        page = client.get("/morning/").text
    assert f'href="/cases/{case.reference}/"' in page
    stranger = signed_in(a_member(OrganisationFactory())).get("/morning/").text
    assert case.reference not in stranger
    assert "Nothing is late or near" in stranger


def test_the_page_lists_the_nearest_dates_and_counts_the_rest(moment, trust, grace, signed_in, monkeypatch):
    monkeypatch.setattr(views, "LISTED", 2)
    late = [of(grace, trust, received_on=days_ago(days)) for days in (40, 42, 41)]
    page = signed_in(grace).get("/morning/").text
    assert "Late: 3" in page and "These are the 2 with the nearest dates" in page
    assert late[0].reference not in page, "it is the least late"


@pytest.mark.parametrize("role", [Role.REGULATOR, Role.ADMINISTRATOR])
def test_a_role_without_cases_has_no_such_page(role, trust, signed_in):
    assert signed_in(a_member(trust, role)).get("/morning/").status_code == 403
