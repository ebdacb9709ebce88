"""Somebody may be at risk: on every staff page until a named person takes it with a note."""

import pytest
from django.utils import timezone

from feedback.models import Alert, FilledForm, ScanBatch
from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member, received
from triage import actions
from triage.models import Access
from triage.queue.context import staff

pytestmark = pytest.mark.django_db
BANNER = "pv-alerts-heading"
DANGER = "I want to end my life and nobody rings me back."


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def at_risk(trust):
    return a_case(DANGER, organisation=trust)


@pytest.fixture
def alert(at_risk):
    return at_risk.feedback.alerts.get()


def take(alert):
    return f"/queue/alerts/{alert.pk}/take/"


def staff_pages(case):
    return [
        "/queue/", "/queue/to-check/", "/queue/alerts/", "/queue/?q=nothing", f"/cases/{case.reference}/",
        f"/cases/{case.reference}/do/note/", f"/cases/{case.reference}/do/acknowledge/",
        f"/cases/{case.reference}/letters/", "/letters/to-print/",
    ]  # fmt: skip


def test_the_alert_is_on_every_staff_page_until_it_is_taken_with_a_note(trust, at_risk, alert, signed_in):
    client, other = signed_in(a_member(trust)), a_case(organisation=trust)
    for address in staff_pages(other):
        assert "1 person may be at risk" in client.get(address).text, address

    refused = client.post(take(alert), {"note": " "})
    assert refused.status_code == 422
    assert "Say what you are doing about it" in refused.text
    assert "1 person may be at risk" in client.get("/queue/").text

    client.post(take(alert), {"note": "Rang the crisis team at once."})
    for address in staff_pages(other):
        assert BANNER not in client.get(address).text, address
    alert.refresh_from_db()
    assert (alert.taken_by.name, alert.note) == (
        at_risk.events.last().by.name,
        "Rang the crisis team at once.",
    )


def test_a_public_page_asks_for_no_alert(alert, client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert BANNER not in client.get("/account/login/").text


def test_the_banner_and_the_navigation_cost_three_queries(trust, alert, rf, django_assert_num_queries):
    request = rf.get("/queue/")
    request.user = a_member(trust)
    with django_assert_num_queries(3):
        context = staff(request)
        assert [one["text"] for one in context["staff_nav"]] == [
            "Cases",
            "To check",
            "New complaint",
            "Alerts",
            "Asked of us",
            "Letters to print",
            "Labelling",
            "Paper",
            "Wards",
            "You said, we did",
            "Handled well?",
            "New themes",
            "Links",
            "Letter templates",
        ]
        assert len(context["open_alerts"]) == 1
        assert context["more_alerts"] == 0


def test_beyond_five_people_the_banner_counts_the_rest(trust, signed_in):
    for _ in range(7):
        a_case(DANGER, organisation=trust)
    page = signed_in(a_member(trust)).get("/queue/to-check/").text
    assert "7 people may be at risk" in page
    assert page.count("Take alert") == 5
    assert "2 more" in page


def test_one_person_with_two_dangers_is_one_person_and_is_taken_as_a_whole(trust, at_risk, alert, signed_in):
    Alert.objects.create(feedback=at_risk.feedback, kind="threat", raised_by="safety check")
    client = signed_in(a_member(trust))
    assert "1 person may be at risk" in client.get("/queue/").text
    client.post(take(alert), {"note": "Told the site manager."})
    assert not Alert.objects.open().exists()


def test_an_alert_of_another_organisation_is_not_there(alert, signed_in):
    client = signed_in(a_member(OrganisationFactory()))
    assert BANNER not in client.get("/queue/").text
    assert client.get(take(alert)).status_code == 404
    assert client.post(take(alert), {"note": "Mine."}).status_code == 404
    assert Alert.objects.open().count() == 1


def test_a_ward_manager_sees_the_alerts_of_their_own_ward(trust, alert, signed_in):
    ward = ServiceFactory(organisation=trust)
    manager = a_member(trust, Role.SERVICE_MANAGER, service=ward)
    assert BANNER not in signed_in(manager).get("/queue/").text
    received(DANGER, service=ward)
    assert "1 person may be at risk" in signed_in(manager).get("/queue/").text


@pytest.mark.parametrize("role", [Role.REGULATOR, Role.ADMINISTRATOR])
def test_a_role_that_takes_no_alerts_is_refused(role, trust, alert, signed_in):
    client = signed_in(a_member(trust, role))
    assert client.get("/queue/alerts/").status_code == 403
    assert client.get(take(alert)).status_code == 403


def test_an_anonymous_person_is_sent_to_sign_in(alert, client):
    assert client.get("/queue/alerts/").status_code == client.get(take(alert)).status_code == 302


def test_the_second_to_take_it_is_told_who_was_quicker_and_keeps_their_words(trust, alert, signed_in):
    quicker = a_member(trust)
    actions.take_alert(alert, note="Rang them.", by=quicker)
    response = signed_in(a_member(trust)).post(take(alert), {"note": "I am ringing the ward now."})
    assert response.status_code == 422
    assert f"{quicker} has already taken this alert." in response.text
    assert "I am ringing the ward now." in response.text


def test_reading_the_words_of_an_alert_leaves_a_row(trust, alert, signed_in):
    officer = a_member(trust)
    assert DANGER in signed_in(officer).get(take(alert)).text
    assert Access.objects.get(by=officer).what == "alert"


def test_danger_in_feedback_without_a_case_can_be_taken_too(trust, signed_in):
    feedback = received(DANGER, organisation=trust)
    client = signed_in(a_member(trust))
    response = client.post(take(feedback.alerts.get()), {"note": "Rang them."})
    assert response["Location"] == "/queue/alerts/"
    assert feedback.reference in client.get("/queue/alerts/").text


def test_a_scanned_form_with_danger_in_its_words_is_loud_until_it_is_read(trust, signed_in):
    batch = ScanBatch.objects.create(organisation=trust, source="upload", received_on=timezone.localdate())
    form = FilledForm.objects.create(
        batch=batch,
        layout="card-1-standard-en",
        organisation=trust,
        serial=12,
        urgent=True,
        kinds=["self_harm"],
    )
    page = signed_in(a_member(trust)).get("/queue/to-check/").text
    assert "1 person may be at risk" in page
    assert "Read scanned form 00000012" in page
    assert BANNER not in signed_in(a_member(OrganisationFactory())).get("/queue/to-check/").text
    FilledForm.objects.filter(pk=form.pk).update(
        settled_at=timezone.now(), set_aside="Nothing is written on it"
    )
    assert BANNER not in signed_in(a_member(trust)).get("/queue/to-check/").text
