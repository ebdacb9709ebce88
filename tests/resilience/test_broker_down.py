"""With Redis stopped, feedback is accepted at once; when it returns, the work is done."""

import subprocess
import time
import uuid

import pytest

from tests.resilience.test_killing import COUNTS, PLACE, WAITING, complaint
from tests.running import Service, free_port, wait_until

pytestmark = pytest.mark.xdist_group("services")


@pytest.fixture
def redis(tmp_path):
    """A Redis of this test's own, so that stopping it hurts nobody."""
    port, running = free_port(), []

    def start():
        running.append(
            subprocess.Popen(
                [
                    "redis-server",
                    "--port",
                    str(port),
                    "--bind",
                    "127.0.0.1",
                    "--save",
                    "",
                    "--appendonly",
                    "no",
                ],
                cwd=tmp_path,
                stdout=subprocess.DEVNULL,
            )
        )

    def stop():
        process = running.pop()
        process.kill()
        process.wait()

    start()
    yield f"redis://127.0.0.1:{port}/0", start, stop
    for process in running:
        process.kill()
        process.wait()


def test_feedback_is_accepted_at_once_without_redis_and_done_when_it_returns(tmp_path, redis):
    url, start_redis, stop_redis = redis
    service = Service(tmp_path, redis_url=url)
    try:
        service.ask(PLACE)
        service.start()
        stop_redis()
        for number in range(3):
            began = time.monotonic()
            status, _ = service.post(
                "/api/v1/feedback", complaint(number), **{"Idempotency-Key": str(uuid.uuid4())}
            )
            assert status == 201
            # A hang on the broker took six seconds and more: this is a bound on hanging, not a benchmark.
            assert time.monotonic() - began < 5
        assert service.ask(WAITING) > 0
        start_redis()
        wait_until(lambda: service.ask(WAITING) == 0, "the work to be done")
        assert service.ask(COUNTS)["decisions"] == [1]
    finally:
        service.stop()
