"""The 30-second log and the list of what is not settled: whose it is, what it says, what it costs."""

import uuid

import pytest
from django.utils import timezone

from feedback.models import Feedback
from organisations.models import Role
from tests.factories import ServiceFactory, a_member, days_ago
from tests.triage.desk.conftest import on
from triage.models import Access, Case, Spoken

pytestmark = pytest.mark.django_db
LOG, OPEN, KEPT = "/desk/spoken/", "/desk/spoken/open/", "/desk/spoken/all/"
WORDS = "The toast was cold again and nobody took the tray."
DONE = "Brought fresh toast."
MOST_QUERIES = 16


def typed(ward, **given):
    today = timezone.localdate()
    return {
        "draft": str(uuid.uuid4()), "words": WORDS, "place": f"s{ward.pk}", "channel": "spoken", "settled": "no",
        **on(today, "said_on"), "name": "Ada Field", "telephone": "01632 960001",
    } | given  # fmt: skip


def keep(client, ward, **given):
    return client.post(LOG, typed(ward, **given), follow=True)


def settle(client, reference, **given):
    return client.post(f"{LOG}{reference}/settle/", {"done": DONE, "agreed": "on"} | given, follow=True)


def test_what_is_not_settled_is_shown_with_its_timer_and_on_the_queue_page(desk, ward, officer):
    shown = keep(desk, ward).text
    row = Spoken.objects.get()
    assert "Settle it by the end of" in shown and "1 working day after" in shown and WORDS in shown
    assert row.feedback.written_by == officer
    assert row.feedback.reference in desk.get(OPEN).text
    assert "spoken, not settled yet" in desk.get("/queue/").text


def test_what_is_settled_is_kept_and_counted_and_no_longer_waits(desk, ward):
    shown = keep(desk, ward, settled="yes", done=DONE, agreed="on").text
    assert "No complaint is open" in shown and DONE in shown
    assert "Nothing waits" in desk.get(OPEN).text
    assert "1 written down, 1 settled in time" in desk.get(KEPT).text
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"words": ""}, "Write what the person said"),
        ({"place": "s999999"}, "Choose the ward"),
        ({"settled": "yes"}, "Say what was done"),
        ({"settled": "yes", "done": DONE}, "Tick this if the person says that it is settled"),
        (on(days_ago(-1), "said_on"), "today or in the past"),
        ({"email": "not an address"}, "Enter an e-mail address"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(desk, ward, given, said):
    response = keep(desk, ward, **given)
    assert response.status_code == 422
    assert said in response.text and "Ada Field" in response.text and "01632 960001" in response.text
    assert not Feedback.objects.exists()


def test_the_same_page_sent_twice_keeps_it_once_and_changed_words_are_refused(desk, ward):
    draft = str(uuid.uuid4())
    keep(desk, ward, draft=draft)
    assert keep(desk, ward, draft=draft).status_code == 200
    changed = keep(desk, ward, draft=draft, words="Something else.")
    assert changed.status_code == 422
    assert (
        f"as {Spoken.objects.get().feedback.reference}" in changed.text and "Something else." in changed.text
    )


def test_danger_is_said_on_the_very_page_that_follows(desk, ward):
    shown = keep(desk, ward, words="He says he wants to end his life.").text
    assert "Somebody may be in danger" in shown and "Take the alert" in shown


def test_it_is_settled_now_or_made_a_complaint(desk, ward):
    keep(desk, ward)
    keep(desk, ward)
    first, second = Spoken.objects.order_by("id")
    assert settle(desk, first.feedback.reference, agreed="").status_code == 422
    assert "It is settled" in settle(desk, first.feedback.reference).text
    shown = desk.post(f"{LOG}{second.feedback.reference}/complaint/", follow=True).text
    assert "It is a complaint now" in shown and "Give the person a copy" in shown
    again = desk.post(f"{LOG}{first.feedback.reference}/complaint/", follow=True).text
    assert "settled this already" in again


def test_contact_details_are_shown_on_request_and_the_request_is_kept(desk, ward, officer):
    keep(desk, ward)
    reference = Spoken.objects.get().feedback.reference
    assert "01632 960001" not in desk.get(f"{LOG}{reference}/").text
    assert "01632 960001" in desk.post(f"{LOG}{reference}/contact/").text
    assert Access.objects.filter(what="contact", by=officer).count() == 1
    assert Access.objects.filter(what="spoken", by=officer).exists()


def test_a_ward_manager_logs_for_their_own_ward_and_sees_no_other(
    ward, ward_manager, signed_in, officer, trust
):
    other = ServiceFactory(organisation=trust, name="Hazel Clinic")
    client = signed_in(ward_manager)
    form = client.get(LOG).text
    assert "Rowan Ward" in form and "Hazel Clinic" not in form and "no ward or clinic named" not in form
    assert keep(client, other).status_code == 422
    assert keep(client, ward).status_code == 200
    keep(signed_in(officer), other)
    listed = signed_in(ward_manager).get(OPEN).text
    assert listed.count("PV-") >= 1
    hidden = Spoken.objects.get(feedback__service=other).feedback.reference
    assert hidden not in listed
    assert client.get(f"{LOG}{hidden}/").status_code == 404


@pytest.mark.parametrize("page", ["", "settle/", "complaint/", "contact/"])
def test_another_organisation_finds_nothing(desk, ward, stranger, signed_in, page):
    keep(desk, ward)
    reference = Spoken.objects.get().feedback.reference
    client = signed_in(stranger)
    response = client.post(f"{LOG}{reference}/{page}") if page else client.get(f"{LOG}{reference}/")
    assert response.status_code == 404
    assert reference not in client.get(OPEN).text + client.get(KEPT).text


def test_a_role_without_cases_has_no_desk(trust, signed_in):
    client = signed_in(a_member(trust, Role.REGULATOR))
    assert {
        client.get(page).status_code for page in ("/desk/", LOG, OPEN, KEPT, "/desk/new/", "/desk/mp/")
    } == {403}


@pytest.mark.parametrize("page", ["/desk/", LOG, OPEN, KEPT])
def test_a_page_costs_the_same_few_queries_however_many_there_are(
    desk, ward, page, django_assert_max_num_queries
):
    for _ in range(2):
        keep(desk, ward)
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(page)
    for _ in range(4):
        keep(desk, ward)
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(page)
