"""Killing any process at any moment loses nothing that was accepted, and does nothing twice."""

import random
import threading
import time
import uuid

import pytest

from tests.running import Service, wait_until

pytestmark = pytest.mark.xdist_group("services")

PLACE = """
from tests.factories import ServiceFactory
print('"%s"' % ServiceFactory(slug="elder-ward").slug)
"""
WAITING = """
from feedback.models import Comment, Feedback
print(Comment.objects.unread().count() + Feedback.objects.undecided().count())
"""
COUNTS = """
import json
from django.db.models import Count
from feedback.models import Comment, Feedback
from triage.models import Case
print(json.dumps({
    "references": list(Feedback.objects.values_list("reference", flat=True)),
    "classifications": sorted(set(Comment.objects.annotate(n=Count("classifications")).values_list("n", flat=True))),
    "decisions": sorted(set(Feedback.objects.annotate(n=Count("decisions")).values_list("n", flat=True))),
    "complaints": Feedback.objects.filter(intent="complaint").count(),
    "cases": Case.objects.count(),
    "opened": sorted(set(Case.objects.annotate(n=Count("events")).values_list("n", flat=True))),
}))
"""


def complaint(number):
    return {
        "service": "elder-ward",
        "intent": random.choice(["complaint", "comment"]),
        "comments": [{"question": "what_happened", "text": f"The lift was broken again, visit {number}."}],
        "reply_wanted": False,
    }


@pytest.fixture
def service(tmp_path):
    running = Service(tmp_path)
    running.ask(PLACE)
    # Every sender of this test has the same address: the limit of a person's hour is not its subject.
    running.env["GIVE_PER_HOUR"] = "100000"
    yield running
    running.stop()


def send(service, stop, accepted):
    number = 0
    while not stop.is_set():
        number += 1
        key, body = str(uuid.uuid4()), complaint(number)
        while not stop.is_set():  # an app tries again with the same key until it is told
            status, answer = service.post("/api/v1/feedback", body, **{"Idempotency-Key": key})
            if status in (200, 201):
                accepted.append(answer["reference"])
                break
            time.sleep(0.3)


def test_every_accepted_feedback_survives_kill_9_and_is_done_exactly_once(service):
    service.start()
    stop, accepted = threading.Event(), []
    senders = [threading.Thread(target=send, args=(service, stop, accepted)) for _ in range(3)]
    for sender in senders:
        sender.start()
    try:
        for _ in range(3):
            before = len(accepted)
            wait_until(lambda before=before: len(accepted) > before + 5, "feedback to be accepted")
            if service.hosted:
                service.kill("web", "worker")
                service.start("web", "worker")
            else:
                assert service.kill_a_child("manage.py work")
                assert service.kill_a_child("gunicorn")
        service.kill()
    finally:
        stop.set()
        for sender in senders:
            sender.join()
    service.start()
    wait_until(lambda: service.ask(WAITING) == 0, "all of it to be decided")

    found = service.ask(COUNTS)
    assert len(accepted) == len(set(accepted)) > 15
    assert set(accepted) <= set(found["references"])
    assert found["classifications"] == [1]
    assert found["decisions"] == [1]
    assert found["cases"] == found["complaints"]
    assert found["opened"] in ([1], [])
