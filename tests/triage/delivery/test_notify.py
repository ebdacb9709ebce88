"""GOV.UK Notify, as a server on the loopback that behaves like it: letters are posted once, whatever happens."""

import base64
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.factories import OrganisationFactory, a_case, a_member, a_party, signed_reply
from triage import delivery
from triage.delivery import notify, printing
from triage.models import Reply
from triage.tasks import deliver_waiting

pytestmark = pytest.mark.django_db
KEY = "test-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222"
ADDRESS = "1 Mill Lane\nElderbridge\nEV1 1AA"


class FakeNotify(ThreadingHTTPServer):
    """`posted` is what it took; `says` a status it answers with instead; `lost` takes the next but never answers."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.posted, self.asked, self.says, self.lost = [], 0, None, False

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.says:
            return self._answer(self.server.says, {"errors": [{"message": "1 Mill Lane is wrong"}]})
        self.server.posted.append((self.path, body))
        if self.server.lost:
            self.server.lost = False
            self.close_connection = True
            return None
        return self._answer(201, {"id": "7"})

    def do_GET(self):
        self.server.asked += 1
        name = parse_qs(urlsplit(self.path).query)["reference"][0]
        if self.server.says:
            return self._answer(self.server.says, {"errors": []})
        known = [
            {"reference": body["reference"]} for _, body in self.server.posted if body["reference"] == name
        ]
        return self._answer(200, {"notifications": known, "links": {}})

    def _answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        pass


@pytest.fixture
def server(settings, tmp_path):
    server = FakeNotify()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    settings.NOTIFY_API_KEY, settings.NOTIFY_URL = KEY, server.url
    settings.MEDIA_ROOT = tmp_path
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def a_posted_reply(**given):
    given = {"name": "Ada Invented", "address": ADDRESS} | given
    return signed_reply(a_case(reply_by="post", contact=given))


def due():
    Reply.objects.update(next_try_at="2026-01-01T00:00:00Z")


def test_a_letter_is_handed_over_as_it_was_drawn_and_kept(server):
    reply = a_posted_reply()
    assert reply.way == "notify"
    deliver_waiting()
    reply.refresh_from_db()
    ((path, body),) = server.posted
    assert path == "/v2/notifications/letter"
    assert body["reference"] == f"{reply.case.reference}.{reply.pk}" == notify.reference_of(reply)
    assert base64.b64decode(body["content"]) == printing.kept(reply)
    assert reply.delivered_at and reply.pdf_sha256
    assert server.asked == 0


def test_an_hour_without_notify_posts_each_letter_once(server):
    replies = [a_posted_reply() for _ in range(3)]
    server.says = 503
    for _ in range(4):
        deliver_waiting()
        due()
    assert server.posted == []
    assert set(Reply.objects.waiting().values_list("last_error", flat=True)) == {"NotifyDown"}
    assert Reply.objects.stuck().count() == 3

    server.says = None
    for _ in range(3):
        due()
        deliver_waiting()
    assert sorted(body["reference"] for _, body in server.posted) == sorted(
        notify.reference_of(reply) for reply in replies
    )
    assert not Reply.objects.waiting().exists()


def test_a_letter_whose_answer_was_lost_on_the_way_is_not_posted_again(server):
    a_posted_reply()
    server.lost = True
    deliver_waiting()
    assert Reply.objects.get().last_error == "NotifyDown"
    due()
    deliver_waiting()
    assert (len(server.posted), server.asked) == (1, 1)
    assert Reply.objects.get().delivered_at


class Killed(BaseException):
    """What a worker sees when it is killed: nothing below gets to tidy up."""


def test_a_worker_killed_after_posting_posts_no_second_letter(server, monkeypatch):
    a_posted_reply()
    sent = delivery.WAYS["notify"]

    def posts_and_dies(reply):
        sent(reply)
        raise Killed

    monkeypatch.setitem(delivery.WAYS, "notify", posts_and_dies)
    with pytest.raises(Killed):
        deliver_waiting()
    monkeypatch.setitem(delivery.WAYS, "notify", sent)
    assert Reply.objects.waiting().count() == 1
    due()
    deliver_waiting()
    assert len(server.posted) == 1
    assert Reply.objects.get().delivered_at


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_what_is_not_the_letters_fault_is_tried_again(status, server):
    a_posted_reply()
    server.says = status
    deliver_waiting()
    row = Reply.objects.get()
    assert (row.last_error, row.failed_at) == ("NotifyDown", None)


def test_a_letter_that_notify_refuses_is_put_before_a_person_and_no_address_is_repeated(server, caplog):
    a_posted_reply()
    server.says = 400
    deliver_waiting()
    row = Reply.objects.get()
    assert row.failed_at and "GOV.UK Notify refused it" in row.last_error
    assert "Mill Lane" not in row.last_error
    assert "Mill Lane" not in "".join(
        record.getMessage() for record in caplog.records if record.name.startswith("triage")
    )


def test_a_letter_we_have_no_letters_for_is_put_before_a_person(server):
    a_posted_reply(name="王")
    deliver_waiting()
    row = Reply.objects.get()
    assert row.failed_at and "no letters to print" in row.last_error
    assert server.posted == []


def test_who_rules_out_post_meanwhile_gets_no_letter(server):
    reply = a_posted_reply()
    a_party(reply.case, address=ADDRESS, ruled_out=["post"])
    deliver_waiting()
    assert "ruled out post" in Reply.objects.get().last_error
    assert server.posted == []


def test_the_note_that_words_wait_goes_through_notify_where_it_has_a_template(server, settings):
    settings.NOTIFY_EMAIL_TEMPLATE = "33333333-3333-4333-8333-333333333333"
    case = a_case(reply_by="email", contact={"email": "ada@patientview.example", "name": "Ada"})
    reply = signed_reply(case)
    deliver_waiting()
    ((path, body),) = server.posted
    assert path == "/v2/notifications/email"
    assert (body["email_address"], body["reference"]) == (
        "ada@patientview.example",
        notify.reference_of(reply),
    )
    assert set(body["personalisation"]) == {"reference", "says", "address"}
    assert "Ada" not in json.dumps(body["personalisation"])


def test_officers_see_a_letter_that_notify_refused(server, signed_in):
    trust = OrganisationFactory()
    reply = signed_reply(
        a_case(organisation=trust, reply_by="post", contact={"name": "Ada", "address": ADDRESS})
    )
    server.says = 400
    deliver_waiting()
    client = signed_in(a_member(trust))
    assert reply.case.reference in client.get("/queue/?needs=sending&status=all").text
    assert "Could not be sent (GOV.UK Notify refused it" in client.get(f"/cases/{reply.case.reference}/").text
