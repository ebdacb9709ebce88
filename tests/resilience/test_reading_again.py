"""Reading history again survives kill -9 at any moment: each comment once by the new model, none left out."""

import pytest

from tests.running import Service, wait_until

pytestmark = pytest.mark.xdist_group("services")

COMMENTS = 500
HISTORY = f"""
from feedback import intake
from sentiment.classify import classify_batch
from sentiment.models import ModelVersion
from tests.factories import ServiceFactory, a_submission
ward = ServiceFactory(slug="elder-ward")
intake.receive_many([a_submission(f"The lift was broken again, visit {{n}}.", service=ward) for n in range({COMMENTS})])
while classify_batch():
    pass
ModelVersion.objects.update(name="the-one-before")
print(0)
"""
FINISHED = """
import json
from sentiment.models import Reclassification
order = Reclassification.objects.get()
print(json.dumps([order.comments_read, order.finished_at is not None]))
"""
COUNTS = """
import json
from collections import Counter
from sentiment.models import Classification
pairs = Counter(Classification.objects.exclude(model__name="the-one-before").values_list("comment_id", flat=True))
print(json.dumps({"comments": len(pairs), "most": max(pairs.values()), "all": Classification.objects.count()}))
"""


@pytest.fixture
def service(tmp_path):
    running = Service(tmp_path)
    running.ask(HISTORY)
    yield running
    running.stop()


def test_each_comment_is_read_again_exactly_once_whoever_is_killed(service):
    service.manage("reclassify")
    service.start()
    for _ in range(2):
        before = service.ask(FINISHED)[0]
        wait_until(
            lambda before=before: service.ask(FINISHED)[0] > before or service.ask(FINISHED)[1], "a batch"
        )
        if service.hosted:
            service.kill("worker")
            service.start("worker")
        else:
            assert service.kill_a_child("manage.py work")
    wait_until(lambda: service.ask(FINISHED)[1], "history to be read")
    assert service.ask(FINISHED)[0] == COMMENTS
    assert service.ask(COUNTS) == {"comments": COMMENTS, "most": 1, "all": 2 * COMMENTS}
