"""Text messages by GOV.UK Notify, against a server of our own that answers as Notify does."""

import json
import threading
import uuid
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.factories import OrganisationFactory, a_member, received
from tests.triage.alerting.rows import DANGER, a_turn
from triage.alerting.watch import watch
from triage.models import Notice

pytestmark = pytest.mark.django_db
TEMPLATE = str(uuid.uuid4())


class Notify(BaseHTTPRequestHandler):
    """Keeps what it was sent; answers with `status` of the server."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, self.headers["Authorization"], body))
        answer = {"id": str(uuid.uuid4())} if self.server.status == 201 else {
            "status_code": self.server.status, "errors": [{"error": "Refused", "message": f"No: {body['phone_number']}"}],
        }  # fmt: skip
        said = json.dumps(answer).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *args):
        pass


@pytest.fixture
def notify(settings):
    server = HTTPServer(("127.0.0.1", 0), Notify)
    server.asked, server.status = [], 201
    running = threading.Thread(target=server.serve_forever, daemon=True)
    running.start()
    settings.NOTIFY_URL = f"http://127.0.0.1:{server.server_port}"
    settings.NOTIFY_API_KEY = f"invented-{uuid.uuid4()}-{uuid.uuid4()}"
    settings.NOTIFY_SMS_TEMPLATE = TEMPLATE
    yield server
    server.shutdown()
    running.join()
    server.server_close()


@pytest.fixture
def trust():
    trust = OrganisationFactory()
    a_turn(a_member(trust), trust, telephone="01632 960001")
    return trust


def sms():
    return Notice.objects.get(way="alert_sms")


def test_the_on_call_person_has_a_text_message_with_no_word_of_the_patient(notify, trust):
    alert = received(DANGER, organisation=trust).alerts.get()
    watch()
    watch()
    ((path, signed, body),) = notify.asked
    assert path == "/v2/notifications/sms"
    assert signed.startswith("Bearer ")
    assert (body["phone_number"], body["template_id"]) == ("01632 960001", TEMPLATE)
    assert body["reference"] == f"notice-{sms().pk}"
    assert body["personalisation"]["what"] == "Someone may be at risk"
    assert body["personalisation"]["reference"] == alert.feedback.reference
    assert set(body["personalisation"]) == {"what", "reference", "link"}
    assert sms().delivered_at


@pytest.mark.parametrize("status", [400, 403, 429, 500])
def test_a_refusal_is_tried_again_and_says_no_number(status, notify, trust, caplog):
    notify.status = status
    received(DANGER, organisation=trust)
    watch()
    assert (sms().attempts, sms().delivered_at, sms().last_error) == (1, None, "NotSent")
    assert "960001" not in caplog.text
    assert Notice.objects.get(way="alert_email").delivered_at


def test_a_notify_that_cannot_be_reached_is_tried_again(trust, settings, notify):
    settings.NOTIFY_URL = "http://127.0.0.1:9"
    received(DANGER, organisation=trust)
    watch()
    assert (sms().attempts, sms().last_error) == (1, "NotSent")


def test_nobody_is_texted_where_it_is_not_set_up_or_no_number_is_known(trust, notify, settings):
    settings.NOTIFY_SMS_TEMPLATE = ""
    received(DANGER, organisation=trust)
    watch()
    settings.NOTIFY_SMS_TEMPLATE = TEMPLATE
    other = OrganisationFactory()
    a_turn(a_member(other), other)
    received(DANGER, organisation=other)
    watch()
    assert [one["reference"] for *_, one in notify.asked] == [f"notice-{sms().pk}"]
    assert sms().turn.organisation == trust
