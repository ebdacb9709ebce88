"""Somebody is away: who covers is told and sees their cases, nothing about the cases changes, and it ends by itself."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member, days_ago
from triage import actions
from triage.absence.people import able_to_cover
from triage.alerting.crew import bodies_of, crew
from triage.models import Absence, Event
from triage.morning.gather import told
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
PAGE = "/absence/"
WEDNESDAY = dt.datetime(2026, 6, 10, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def moment():
    with time_machine.travel(WEDNESDAY, tick=False) as moment:
        yield moment


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def grace(trust):
    return a_member(trust, user__name="Grace Holloway")


@pytest.fixture
def sam(trust):
    return a_member(trust, user__name="Sam Okoro")


def day(number):
    return timezone.localdate() + dt.timedelta(number)


def leave(person, cover, first=0, last=5):
    return actions.go_away(person, cover=cover, from_on=day(first), to_on=day(last), by=person)


def typed(cover, first=0, last=5):
    days = {"from_on": day(first), "to_on": day(last)}
    parts = {
        f"{name}_{part}": getattr(on, part) for name, on in days.items() for part in ("day", "month", "year")
    }
    return parts | {"cover": cover.pk}


def given_to(handler, trust, **more):
    case = a_case(organisation=trust, **more)
    actions.assign(case, handler=handler, by=handler)
    return case


def test_a_person_says_that_they_are_away_and_who_covers(trust, grace, sam, signed_in):
    page = signed_in(grace).post(PAGE, typed(sam), follow=True).text
    away = Absence.objects.get()
    assert (away.user, away.cover, away.said_by) == (grace, sam, grace)
    assert "Sam Okoro covers for you" in page
    assert "Away now" in page


def test_a_lead_says_it_for_another_and_an_officer_cannot(trust, grace, sam, signed_in):
    lead = a_member(trust, Role.RESPONSIBLE_PERSON)
    assert signed_in(sam).post(f"{PAGE}?for={grace.pk}", typed(sam)).status_code == 404
    signed_in(lead).post(f"{PAGE}?for={grace.pk}", typed(sam))
    away = Absence.objects.get()
    assert (away.user, away.said_by) == (grace, lead)
    assert signed_in(sam).post(f"{PAGE}{away.pk}/call-off/").status_code == 404


def test_an_administrator_has_no_absence_of_their_own_and_may_speak_for_others(trust, grace, sam, signed_in):
    client = signed_in(a_member(trust, Role.ADMINISTRATOR))
    assert "When you are away" not in client.get(PAGE).text
    assert "When Grace Holloway is away" in client.get(f"{PAGE}?for={grace.pk}").text


def test_people_of_another_organisation_are_not_there(trust, grace, sam, signed_in):
    away = leave(grace, sam)
    client = signed_in(a_member(OrganisationFactory(), Role.RESPONSIBLE_PERSON))
    assert "Grace" not in client.get(PAGE).text
    assert client.get(f"{PAGE}?for={grace.pk}").status_code == 404
    assert client.post(f"{PAGE}{away.pk}/call-off/").status_code == 404
    assert signed_in(a_member(trust, Role.REGULATOR)).get(PAGE).status_code == 403


def test_a_colleague_who_cannot_see_the_cases_cannot_cover(trust, grace, sam, signed_in):
    ward, elsewhere = ServiceFactory(organisation=trust), ServiceFactory(organisation=trust)
    manager = a_member(trust, Role.SERVICE_MANAGER, service=ward)
    same, other, whole = (
        a_member(trust, Role.SERVICE_MANAGER, service=one) for one in (ward, elsewhere, None)
    )
    assert set(able_to_cover(grace)) == {sam}
    assert set(able_to_cover(manager)) == {same, whole}
    assert other not in able_to_cover(manager)
    with pytest.raises(NotAllowed, match="choose a colleague with the same role"):
        leave(grace, a_member(trust, Role.PALS_OFFICER))
    assert "Choose a colleague of the list" in signed_in(grace).post(PAGE, typed(manager)).text


@pytest.mark.parametrize(
    ("first", "last", "says"), [(2, 1, "must not come before"), (-9, -2, "over already")]
)
def test_days_that_make_no_sense_are_refused_in_a_sentence(first, last, says, grace, sam, signed_in):
    response = signed_in(grace).post(PAGE, typed(sam, first, last))
    assert response.status_code == 422
    assert says in response.text
    assert not Absence.objects.exists()


def test_two_absences_on_one_day_and_a_circle_are_refused(grace, sam, trust):
    ada = a_member(trust, user__name="Ada Marsh")
    leave(grace, sam, 0, 5)
    with pytest.raises(NotAllowed, match="Grace Holloway is away already from Wed 10 Jun 2026"):
        leave(grace, ada, 5, 9)
    leave(sam, ada, 3, 9)
    with pytest.raises(NotAllowed, match="Grace Holloway is away on Sat 13 Jun 2026"):
        leave(ada, grace, 1, 9)
    leave(ada, grace, 6, 9)


def test_who_covers_finds_the_cases_under_me_marked_and_the_handler_stays(trust, grace, sam, signed_in):
    case, own = given_to(grace, trust), given_to(sam, trust)
    client = signed_in(sam)
    assert case.reference not in client.get("/queue/?handler=me").text
    leave(grace, sam)

    page = client.get("/queue/?handler=me").text

    assert case.reference in page
    assert own.reference in page
    assert page.count("Covered by you until Mon 15 Jun") == 1
    assert '<strong>2</strong> <a href="?handler=me">mine</a>' in page
    assert (
        "Grace Holloway has it, and is away: you cover until Mon 15 Jun"
        in client.get(f"/cases/{case.reference}/").text
    )
    case.refresh_from_db()
    assert case.handler == grace
    assert [one.kind for one in case.events.all()] == ["open", "assign"]


def test_it_ends_by_itself(trust, grace, sam, signed_in, moment):
    case = given_to(grace, trust)
    leave(grace, sam, 0, 5)
    moment.shift(dt.timedelta(days=5))
    assert case.reference in signed_in(sam).get("/queue/?handler=me").text
    moment.shift(dt.timedelta(days=1))
    client = signed_in(sam)
    assert case.reference not in client.get("/queue/?handler=me").text
    assert "Covered by" not in client.get("/queue/").text
    assert "Nobody is away" in client.get(PAGE).text


def test_called_off_it_ends_at_once_and_is_kept(trust, grace, sam, signed_in):
    case = given_to(grace, trust)
    away = leave(grace, sam)
    client = signed_in(grace)
    assert "is there again" in client.post(f"{PAGE}{away.pk}/call-off/", follow=True).text
    assert "called off already" in client.post(f"{PAGE}{away.pk}/call-off/", follow=True).text
    away.refresh_from_db()
    assert away.ended_by == grace
    assert case.reference not in signed_in(sam).get("/queue/?handler=me").text


def test_a_case_given_to_somebody_who_is_away_is_given_with_a_warning(trust, grace, sam, signed_in):
    leave(grace, sam)
    case, client = a_case(organisation=trust), signed_in(sam)
    warning = "Grace Holloway is away until Mon 15 Jun 2026. Sam Okoro covers."

    assert warning in client.get(f"/cases/{case.reference}/do/assign/").text
    given = {"handler": grace.pk, "version": case.version}
    assert warning in client.post(f"/cases/{case.reference}/do/assign/", given, follow=True).text
    to = {"case": case.pk, "to": "person", "person": grace.pk}
    assert warning in client.post("/queue/assign/", to, follow=True).text


def test_the_morning_tells_whoever_covers(trust, grace, sam):
    late = given_to(grace, trust, received_on=days_ago(40))
    far = given_to(grace, trust)
    actions.acknowledge(far, text="We have it.", by=grace)
    leave(grace, sam)
    today = timezone.localdate()
    assert told(sam, today)["cover"] == [late.reference]
    assert told(grace, today)["late"] == [late.reference], "who is away may read it all the same"
    assert "cover" not in told(grace, today)


def test_a_warning_names_whoever_covers(trust, grace, sam):
    case = given_to(grace, trust, received_on=days_ago(25))
    leave(grace, sam)
    actions.note_warnings()
    assert {one.detail["cover"] for one in Event.objects.filter(kind="warn")} == {"Sam Okoro"}
    from triage.case.history import sentence

    assert "(Sam Okoro covers and is told)" in sentence(case.events.filter(kind="warn").first())


def test_an_alert_rings_at_whoever_covers_for_the_one_on_call(trust, grace, sam):
    now = timezone.now()
    actions.put_on_rota(
        trust, user=grace, kind="on_call", from_at=now, to_at=now + dt.timedelta(hours=8),
        telephone="01632 960 001", by=grace,
    )  # fmt: skip
    assert crew(bodies_of(trust), None, "take_alerts", now)[0].on_call == {grace.pk}
    leave(grace, sam)
    people, turns = crew(bodies_of(trust), None, "take_alerts", now)
    assert people.on_call == {grace.pk, sam.pk}
    assert set(turns) == {grace.pk}, "the number of the turn is not theirs"


def test_the_page_costs_the_same_few_queries_however_many_are_away(
    trust, grace, sam, signed_in, django_assert_max_num_queries
):
    client = signed_in(a_member(trust, Role.RESPONSIBLE_PERSON))
    for count in (3, 9):
        for _ in range(count):
            leave(a_member(trust), sam)
        with django_assert_max_num_queries(11):
            client.get(f"{PAGE}?for={grace.pk}")
