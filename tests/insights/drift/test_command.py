"""manage.py drift."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from insights.models import DriftNotice
from tests.insights.drift.rows import eight_usual_weeks, read, weeks_ago

pytestmark = pytest.mark.django_db


def said(*given):
    out = StringIO()
    call_command("drift", *given, stdout=out)
    return out.getvalue()


def test_it_prints_the_weeks_and_what_moved_and_raises_nothing():
    eight_usual_weeks()
    read(weeks_ago(1), 100, sure=0.45)
    lines = said("--weeks", "2").splitlines()
    assert lines[0].startswith(f"{weeks_ago(2)} invented-1: 100 read, 80 in 100 sure")
    assert any("less sure than in the eight weeks before" in line for line in lines[2:])
    assert not DriftNotice.objects.exists()


def test_it_prints_json_a_line_a_week():
    read(weeks_ago(1), 3)
    (week,) = map(json.loads, said("--json").splitlines())
    assert week["week_on"] == str(weeks_ago(1)) and week["read"] == 3 and week["moved"] == []
    assert week["feelings"] == {"2": 3} and week["confidence"] == pytest.approx(0.8)


def test_with_nothing_read_it_says_so():
    assert said() == "No comment of the last half year was read yet.\n"
    assert said("--json") == ""


@pytest.mark.parametrize("weeks", ["0", "27", "-1"])
def test_a_number_of_weeks_that_is_not_kept_is_refused(weeks):
    with pytest.raises(CommandError, match="1 to 26"):
        said("--weeks", weeks)
