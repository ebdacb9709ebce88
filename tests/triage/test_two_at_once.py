"""Two officers act on one case in the same moment: exactly one wins each time, the other is told, nothing is lost."""

import pytest

from tests.running import Service

pytestmark = pytest.mark.xdist_group("services")
ROUNDS, BUSY = 200, 12
RACE = f"""
import json
from django.conf import settings
settings.ENGINE = "keywords"
from tests.triage.racing import crowd, duel
print(json.dumps({{"duel": duel({ROUNDS}), "crowd": crowd({BUSY})}}))
"""


@pytest.fixture(scope="module")
def raced(tmp_path_factory):
    """What came of the races, on a database of their own: SQLite in a file, or PostgreSQL."""
    service = Service(tmp_path_factory.mktemp("racing"))
    try:
        return service.ask(RACE)
    finally:
        service.stop()


def test_200_times_over_exactly_one_of_two_wins_and_the_other_is_told_by_whom(raced):
    found = raced["duel"]
    assert [len(won) for won in found["winners"]] == [1] * ROUNDS
    assert found["told_by_the_winner"] == ROUNDS
    assert found["versions"] == [1] * ROUNDS
    assert found["events"] == 1 + ROUNDS
    assert found["broken"] == []


def test_notes_reads_alerts_and_sweeps_at_once_leave_a_whole_history(raced):
    found = raced["crowd"]
    assert found["broken"] == []
    assert found["taken"] == found["alerts"] == 3
    assert found["breaches"] == 2 * 3
    assert found["notes"] == found["reads"] == 4 * BUSY
