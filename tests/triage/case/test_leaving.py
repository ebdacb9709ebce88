"""Held, called back, sent again: what officers see of it and press."""

import pytest

from organisations.models import Role
from tests.factories import OrganisationFactory, a_case, a_letter, a_member, signed_reply
from triage import actions
from triage.models import Case, Reply
from triage.tasks import deliver_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT, settings.NOTIFY_API_KEY = tmp_path, ""


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def sam(trust):
    return a_member(trust)


@pytest.fixture
def desk(sam, signed_in):
    return signed_in(sam)


def held(trust, sam, **given):
    """A reply on its way when the patient took their consent back."""
    given = given or {"reply_by": "post", "contact": {"name": "Ada", "address": "1 Mill Lane"}}
    case = a_case(organisation=trust, about="someone_else", relationship="son", consent="not_yet", **given)
    actions.record_consent(case, told="telephone", note="He rang.", by=sam)
    reply = signed_reply(case, a_letter(), by=sam)
    actions.record_consent(case, answer="withdrawn", note="He rang again.", by=sam)
    return reply


def at(reply, rest):
    return f"/cases/{reply.case.reference}/replies/{reply.pk}/{rest}/"


def test_a_held_letter_is_found_in_the_queue_and_says_why_on_the_case_and_the_list(trust, sam, desk):
    reply = held(trust, sam)
    assert reply.case.reference in desk.get("/queue/?needs=sending&status=all").text
    page = desk.get(f"/cases/{reply.case.reference}/").text
    assert "Do not send this" in page and "took their consent back" in page
    listed = desk.get("/letters/to-print/").text
    assert "Do not post it." in listed and f'id="reply-{reply.pk}"' not in listed
    response = desk.post("/letters/to-print/", {"do": "print", "reply": [str(reply.pk)]})
    assert response.status_code == 422 and not Reply.objects.get().pdf
    assert "Print it first" in desk.post(
        "/letters/to-print/", {"do": "posted", "reply": [str(reply.pk)]}, follow=True
    ).text  # fmt: skip


def test_it_is_called_back_with_a_reason_and_the_case_is_open_again(trust, sam, desk):
    reply = held(trust, sam)
    case = Case.objects.get(pk=reply.case_id)
    assert "It is held now." in desk.get(at(reply, "call-back")).text
    refused = desk.post(at(reply, "call-back"), {"version": case.version, "why": " "})
    assert refused.status_code == 422 and "Say why it is called back" in refused.text
    told = desk.post(at(reply, "call-back"), {"version": case.version - 1, "why": "Kept words."})
    assert told.status_code == 409 and "Kept words." in told.text
    page = desk.post(
        at(reply, "call-back"), {"version": case.version, "why": "He said no."}, follow=True
    ).text
    assert "Called back, and not sent" in page and "called back words that had not left" in page
    assert case.reference in desk.get("/queue/").text
    again = desk.post(at(reply, "call-back"), {"version": case.version + 1, "why": "Kept words."})
    assert again.status_code == 422 and "was called back" in again.text


def test_what_was_given_up_is_sent_again_only_with_consent(trust, sam, desk):
    reply = held(trust, sam, reply_by="email", contact={"email": "ada@patientview.example"})
    deliver_waiting()
    assert "regulation 5" in desk.post(at(reply, "again"), follow=True).text
    actions.record_consent(reply.case, told="email", note="He wrote.", by=sam)
    assert "Try to send it again" in desk.get(f"/cases/{reply.case.reference}/").text
    assert "on its way again" in desk.post(at(reply, "again"), follow=True).text
    deliver_waiting()
    assert Reply.objects.get().delivered_at


def test_another_organisation_and_a_regulator_cannot(trust, sam, signed_in):
    reply = held(trust, sam)
    stranger = signed_in(a_member(OrganisationFactory()))
    rest = ("sent", "again", "call-back")
    assert {stranger.post(at(reply, one)).status_code for one in rest} == {404}
    regulator = signed_in(a_member(trust, Role.REGULATOR))
    assert {regulator.post(at(reply, one)).status_code for one in rest} == {403}


def test_a_video_to_be_ordered_is_on_the_list_and_telephone_is_not_offered(trust, sam, desk):
    case = a_case(organisation=trust, contact={"needs": "British Sign Language (BSL)"})
    reply = actions.acknowledge(case, text="We have it.", by=sam)
    listed = desk.get("/letters/to-print/").text
    assert "To be ordered" in listed and "Order a video" in listed and "Never by telephone." in listed
    page = desk.get(f"/cases/{case.reference}/").text
    assert "Waits to be ordered" in page
    assert '<option value="telephone">' not in page and '<option value="post">' in page
    refused = desk.post(at(reply, "sent"), {"reached": "telephone"}, follow=True).text
    assert "ruled out telephone" in refused and "DCB1605" in refused
    assert "Sent by hand" in desk.post(at(reply, "sent"), {"reached": "post"}, follow=True).text


def test_the_list_costs_the_same_few_queries_however_long(trust, sam, desk, django_assert_max_num_queries):
    for _ in range(3):
        held(trust, sam)
        case = a_case(organisation=trust, contact={"needs": "Braille"})
        actions.acknowledge(case, text="We have it.", by=sam)
    with django_assert_max_num_queries(18):
        desk.get("/letters/to-print/")


def test_the_case_costs_the_same_few_queries_however_much_was_written(
    trust, sam, desk, django_assert_max_num_queries
):
    reply = held(trust, sam)
    for _ in range(3):
        actions.call_back(Reply.objects.filter(called_back_at=None).get(), why="Once more.", by=sam)
        actions.record_consent(reply.case, told="telephone", note="Yes.", by=sam)
        signed_reply(Case.objects.get(pk=reply.case_id), by=sam)
    with django_assert_max_num_queries(38):
        desk.get(f"/cases/{reply.case.reference}/")
