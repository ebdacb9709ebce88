"""The rota: who may keep it, what the form takes, and what the page says."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone

from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_member
from tests.triage.alerting.rows import a_turn
from triage.models import OnCall

pytestmark = pytest.mark.django_db
ROTA = "/alerting/rota/"


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def keeper(trust):
    return a_member(trust, Role.SERVICE_MANAGER)


@pytest.fixture
def officer(trust):
    return a_member(trust)


def typed(user, **changed):
    """A turn from 8pm tomorrow to 8am the day after, as the form sends it."""
    first = timezone.localdate() + dt.timedelta(days=1)
    last = first + dt.timedelta(days=1)
    return {
        "user": user.pk, "kind": "on_call", "from_time": "20:00", "to_time": "08:00", "telephone": "",
        "from_day_day": first.day, "from_day_month": first.month, "from_day_year": first.year,
        "to_day_day": last.day, "to_day_month": last.month, "to_day_year": last.year,
    } | changed  # fmt: skip


def test_a_turn_is_kept_with_who_put_it_there(trust, keeper, officer, signed_in):
    answer = signed_in(keeper).post(ROTA, typed(officer, telephone="01632 960001"))
    assert answer.status_code == 302
    turn = OnCall.objects.get()
    assert (turn.user, turn.organisation, turn.added_by, turn.telephone) == (
        officer,
        trust,
        keeper,
        "01632 960001",
    )
    assert (timezone.localtime(turn.from_at).hour, timezone.localtime(turn.to_at).hour) == (20, 8)
    assert str(officer) in signed_in(keeper).get(ROTA).text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"user": ""}, "Choose who is on call"),
        ({"kind": "porter"}, "Select a valid choice"),
        ({"from_time": "late"}, "Enter a time such as 17:30"),
        ({"to_day_month": "13"}, "Enter a real day"),
        ({"to_day_year": "2025"}, "The turn must end after it begins"),
        ({"from_day_year": "2024", "to_day_year": "2025"}, "Choose a turn that is not over yet"),
        ({"telephone": "ask at the desk"}, "Enter a telephone number"),
    ],
)
def test_what_cannot_be_is_said_kindly_and_nothing_is_lost(changed, words, keeper, officer, signed_in):
    answer = signed_in(keeper).post(ROTA, typed(officer) | changed)
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="20:00"' in answer.text or "from_time" in changed
    assert not OnCall.objects.exists()


def test_a_turn_in_the_night_the_clocks_go_back_is_an_hour_longer(keeper, officer, signed_in):
    with time_machine.travel(dt.datetime(2026, 10, 20, 12, tzinfo=dt.UTC), tick=False):
        signed_in(keeper).post(ROTA, typed(
            officer, from_day_day=24, from_day_month=10, from_day_year=2026, to_day_day=25, to_day_month=10, to_day_year=2026,
        ))  # fmt: skip
    turn = OnCall.objects.get()
    assert turn.to_at - turn.from_at == dt.timedelta(hours=13)


def test_only_those_who_may_take_alerts_here_can_be_put_on(trust, keeper, signed_in):
    stranger = a_member(OrganisationFactory())
    assert "Choose somebody of the list" in signed_in(keeper).post(ROTA, typed(stranger)).text


def test_turns_may_overlap(trust, keeper, officer, signed_in):
    a_turn(keeper, trust, begins=0, ends=6000)
    signed_in(keeper).post(ROTA, typed(officer))
    assert OnCall.objects.count() == 2


def test_gaps_of_the_next_14_days_are_said_in_words(trust, keeper, officer, signed_in):
    with time_machine.travel(dt.datetime(2026, 3, 27, 9, tzinfo=dt.UTC), tick=False):
        client = signed_in(keeper)
        assert "from now until the end of these 14 days" in client.get(ROTA).text
        a_turn(officer, trust, begins=0, ends=60 * 11)
        a_turn(officer, trust, begins=60 * 48, ends=60 * 24 * 20)
        # The clocks go forward between: 48 hours later it is 10 o'clock.
        assert "from Fri 27 Mar at 8pm until Sun 29 Mar at 10am" in client.get(ROTA).text
        a_turn(officer, trust, "site_manager", begins=60 * 11, ends=60 * 48)
        assert "from Fri 27 Mar at 8pm" in client.get(ROTA).text
        a_turn(officer, trust, begins=60 * 11, ends=60 * 48)
        assert "Somebody is on call for all of the next 14 days." in client.get(ROTA).text


def test_a_turn_that_runs_ends_now_and_is_kept(trust, keeper, officer, signed_in):
    running, coming = a_turn(officer, trust), a_turn(officer, trust, begins=60)
    for turn in (running, coming):
        signed_in(keeper).post(f"{ROTA}{turn.pk}/end/")
    running.refresh_from_db()
    assert running.to_at <= timezone.now()
    assert list(OnCall.objects.all()) == [running]


def test_a_turn_that_is_over_stays(trust, keeper, officer, signed_in):
    turn = a_turn(officer, trust, ends=-1)
    answer = signed_in(keeper).post(f"{ROTA}{turn.pk}/end/", follow=True)
    assert "over already" in answer.text


def test_another_organisation_finds_nothing(trust, officer, signed_in):
    turn = a_turn(officer, trust)
    client = signed_in(a_member(OrganisationFactory(), Role.ADMINISTRATOR))
    assert client.get(f"{ROTA}?organisation={trust.ods_code}").status_code == 404
    assert client.post(f"{ROTA}?organisation={trust.ods_code}", typed(officer)).status_code == 404
    assert client.post(f"{ROTA}{turn.pk}/end/").status_code == 404


def test_a_manager_of_one_ward_does_not_keep_the_rota_of_the_trust(trust, signed_in):
    ward = a_member(trust, Role.SERVICE_MANAGER, service=ServiceFactory(organisation=trust))
    assert signed_in(ward).get(ROTA).status_code == 404


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.ADMINISTRATOR, 200),
        (Role.RESPONSIBLE_PERSON, 200),
        (Role.COMPLAINTS_OFFICER, 403),
        (Role.REGULATOR, 403),
    ],
)
def test_the_rota_is_kept_by_those_who_may(role, status, trust, signed_in):
    assert signed_in(a_member(trust, role)).get(ROTA).status_code == status


def test_the_page_costs_the_same_however_many_turns_there_are(
    trust, keeper, officer, signed_in, django_assert_max_num_queries
):
    for number in range(12):
        a_turn(officer, trust, begins=number * 60, ends=number * 60 + 60)
    client = signed_in(keeper)
    with django_assert_max_num_queries(17):
        client.get(ROTA)
