"""What the rules were unsure of, where nobody owes a reply yet: a person looks."""

import pytest

from organisations.models import Role
from sentiment.classify import classify_batch
from tests.factories import OrganisationFactory, PracticeFactory, a_member, received
from triage import actions
from triage.models import Access, Case, Decision

pytestmark = pytest.mark.django_db


def unsure(organisation):
    """Feedback that has been decided, owes no reply, and asks for a person."""
    feedback = received("The list of staff on nights is short.", organisation=organisation)
    while classify_batch():
        pass
    while actions.decide_batch():
        pass
    Decision.objects.filter(feedback=feedback).update(needs_person=True)
    return feedback


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def feedback(trust):
    return unsure(trust)


@pytest.fixture
def address(feedback):
    return f"/queue/to-check/{feedback.reference}/"


def test_it_waits_on_the_list_until_somebody_settles_it(trust, feedback, address, signed_in):
    client = signed_in(a_member(trust))
    assert feedback.reference in client.get("/queue/to-check/").text
    response = client.post(address, {"answer": "nothing", "note": "Read it. The ward knows."}, follow=True)
    assert "nothing more to do" in response.text
    assert "Nothing to check" in client.get("/queue/to-check/").text
    assert not Case.objects.exists()


def test_a_case_can_be_opened_for_a_team_from_the_day_the_words_arrived(trust, feedback, address, signed_in):
    officer = a_member(trust)
    response = signed_in(officer).post(address, {"answer": "pals", "note": "They expect an answer."})
    case = Case.objects.get()
    assert response["Location"] == f"/cases/{feedback.reference}/"
    assert (case.team, case.received_on) == ("pals", feedback.received_on)
    assert feedback.decisions.latest("id").by == officer


def test_nothing_is_settled_without_an_answer_and_a_note_and_the_words_are_kept(trust, address, signed_in):
    client = signed_in(a_member(trust))
    response = client.post(address, {"note": "I rang the ward about it."})
    assert response.status_code == 422
    assert "Choose what it needs" in response.text
    assert "I rang the ward about it." in response.text


def test_the_second_to_settle_it_is_told_and_keeps_their_words(trust, feedback, address, signed_in):
    actions.settle_check(feedback.decisions.get(), open_a_case=False, note="Done.", by=a_member(trust))
    response = signed_in(a_member(trust)).post(address, {"answer": "pals", "note": "They expect an answer."})
    assert response.status_code == 422
    assert "A colleague has already looked at this one" in response.text
    assert "They expect an answer." in response.text
    assert not Case.objects.exists()


def test_a_practice_has_no_pals_to_choose(signed_in):
    practice = PracticeFactory()
    feedback = unsure(practice)
    page = signed_in(a_member(practice)).get(f"/queue/to-check/{feedback.reference}/").text
    assert "An answer from: Complaints" in page
    assert "An answer from: PALS" not in page


def test_another_organisation_cannot_see_it(feedback, address, signed_in):
    client = signed_in(a_member(OrganisationFactory()))
    assert feedback.reference not in client.get("/queue/to-check/").text
    assert client.get(address).status_code == 404
    assert client.post(address, {"answer": "nothing", "note": "Mine."}).status_code == 404


def test_a_regulator_is_refused_and_an_anonymous_person_signs_in(trust, address, signed_in, client):
    assert client.get(address).status_code == client.get("/queue/to-check/").status_code == 302
    client = signed_in(a_member(trust, Role.REGULATOR))
    assert client.get(address).status_code == client.get("/queue/to-check/").status_code == 403


def test_reading_it_leaves_a_row(trust, feedback, address, signed_in):
    officer = a_member(trust)
    assert "short" in signed_in(officer).get(address).text
    assert Access.objects.get(by=officer, feedback=feedback).what == "check"


def test_the_list_costs_the_same_few_queries_whatever_it_holds(
    trust, signed_in, django_assert_max_num_queries
):
    for _ in range(6):
        unsure(trust)
    client = signed_in(a_member(trust))
    with django_assert_max_num_queries(7):
        assert client.get("/queue/to-check/").text.count("/queue/to-check/PV-") == 6
