"""The virus scanner and the files that wait for it."""

import io
import socket

import pytest

from tests.factories import a_case, a_member, days_ago
from tests.triage.evidence import files
from tests.triage.evidence.clam import a_scanner
from triage import actions
from triage.evidence import clamd
from triage.models import Evidence
from triage.tasks import scan_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return a_case()


def add(case, words):
    by = a_member(case.organisation)
    file = io.BytesIO(words)
    return actions.attach(
        case, file=file, name="note.txt", kind="other", received_on=days_ago(0), by=by
    ).kept[0]


def test_every_waiting_file_is_scanned_once(case, settings):
    for n in range(3):
        add(case, b"note %d" % n)
    with a_scanner(settings) as seen:
        scan_waiting()
        scan_waiting()
    assert len(seen) == 3
    assert set(Evidence.objects.values_list("clean", flat=True)) == {True}
    assert not Evidence.objects.unscanned().exists()


def test_what_the_scanner_does_not_pass_is_kept_apart_and_a_person_looks(case, settings):
    bad = add(case, files.EICAR)
    with a_scanner(settings):
        scan_waiting()
        scan_waiting()
    bad.refresh_from_db()
    case.refresh_from_db()
    assert bad.clean is False and case.needs_person
    assert [one.kind for one in case.events.all()].count("keep_apart") == 1


def test_a_scanner_that_is_down_leaves_files_waiting_and_the_sweep_says_so(case, settings):
    add(case, b"note")
    with socket.create_server(("127.0.0.1", 0)) as free:
        settings.CLAMAV_HOST, settings.CLAMAV_PORT = free.getsockname()
    with pytest.raises(clamd.Unreachable):
        scan_waiting()
    assert Evidence.objects.unscanned().count() == 1


def test_where_no_scanner_is_configured_nothing_happens(case, settings):
    settings.CLAMAV_HOST = ""
    add(case, b"note")
    scan_waiting()
    assert Evidence.objects.unscanned().count() == 1
