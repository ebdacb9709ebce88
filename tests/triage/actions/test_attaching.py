"""Files kept with a case: whole, once, heard for danger first, never edited or deleted."""

import hashlib
import io
from pathlib import Path

import pytest
from django.db import IntegrityError

from feedback.models import Alert
from tests.factories import a_case, a_member, days_ago
from tests.feedback.paper import scanned
from tests.triage.evidence import files
from triage import actions
from triage.actions import attaching
from triage.models import Evidence
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
DANGER = "I cannot go on. I want to kill myself tonight."


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


def add(case, by, content, name="letter.pdf", **given):
    given = {"kind": "letter", "received_on": days_ago(1)} | given
    return actions.attach(case, file=io.BytesIO(content), name=name, by=by, **given)


def on_disk(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


def test_a_letter_is_kept_as_it_came_with_its_hash_and_an_event(case, sam):
    content = scanned.pdf("a letter")
    (kept,) = add(case, sam, content, title="The daughter's letter").kept
    with kept.file.open() as stored:
        assert stored.read() == content
    assert (kept.sha256, kept.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert (kept.media, kept.title, kept.added_by) == ("application/pdf", "The daughter's letter", sam)
    assert (case.events.last().kind, case.events.last().by) == ("attach", sam)


def test_neither_the_case_nor_the_name_stands_in_the_path(case, sam):
    (kept,) = add(case, sam, files.a_text(), "Ada Field.txt").kept
    assert "Ada" not in kept.file.name and case.reference not in kept.file.name


def test_the_same_bytes_twice_are_refused_and_nothing_is_left_on_the_disk(case, sam, folder):
    add(case, sam, files.a_text(), title="First")
    with pytest.raises(NotAllowed, match="in the case already, as “First”"):
        add(case, sam, files.a_text(), "other.txt")
    assert len(on_disk(folder)) == 1 and case.evidence.count() == 1


def test_one_file_may_be_in_two_cases(case, sam):
    other = a_case()
    add(case, sam, files.a_text())
    add(other, a_member(other.organisation), files.a_text())


def test_a_file_that_is_too_large_is_refused(case, sam, settings):
    settings.EVIDENCE_MOST_BYTES = 1024 * 1024
    with pytest.raises(NotAllowed, match="larger than 1 MB"):
        add(case, sam, b"a" * (1024 * 1024 + 1))


def test_a_pdf_with_a_script_is_refused_by_the_process_that_opens_it(case, sam, folder):
    import pikepdf

    hostile = scanned.pdf("a letter")
    with pikepdf.open(io.BytesIO(hostile)) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        out = io.BytesIO()
        pdf.save(out)
    with pytest.raises(NotAllowed, match="holds a script"):
        add(case, sam, out.getvalue())
    assert not on_disk(folder) and not case.events.filter(kind="attach").exists()


def test_a_name_cannot_lead_elsewhere_or_pretend_another_ending(case, sam):
    (kept,) = add(case, sam, files.a_text(), "../../etc/\u202egpj.exe").kept
    assert kept.name == "gpj.exe"


@pytest.mark.parametrize(
    "given,why", [({"kind": "film"}, "what kind"), ({"received_on": days_ago(-1)}, "today or")]
)
def test_a_file_needs_a_kind_and_a_day_that_was(case, sam, given, why):
    with pytest.raises(NotAllowed, match=why):
        add(case, sam, files.a_text(), **given)


def test_what_came_with_an_email_is_evidence_of_its_own(case, sam):
    sent = files.an_email(attached=[
        ("scan.jpg", "image/jpeg", scanned.jpeg()),
        ("inner.eml", "application/octet-stream", files.an_email(
            "Within.", attached=[("plan.txt", "application/octet-stream", b"the plan of care")]
        )),
        ("setup.exe", "application/octet-stream", b"MZ\x90\x00"),
    ])  # fmt: skip
    added = add(case, sam, sent, "complaint.eml", kind="email")
    assert [one.name for one in added.kept] == ["complaint.eml", "scan.jpg", "inner.eml", "plan.txt"]
    mail, scan, inner, plan = added.kept
    assert (scan.came_with, inner.came_with, plan.came_with) == (mail, mail, inner)
    assert added.refused == [("setup.exe", "It is a program, not a document.")]


def test_danger_in_an_email_is_an_alert_and_the_case_waits_for_a_person(case, sam):
    add(case, sam, files.an_email(DANGER), "mail.eml", kind="email")
    alert = Alert.objects.get(feedback=case.feedback)
    assert (alert.kind, alert.raised_by) == ("self_harm", "safety check")
    kinds = list(case.events.values_list("kind", flat=True))
    assert kinds.index("hear") < kinds.index("attach")
    assert case.needs_person


@pytest.mark.parametrize("at", [0, attaching.HEARD_AT_ONCE - 60, 3 * attaching.HEARD_AT_ONCE - 1200 - 20])
def test_danger_is_heard_wherever_it_stands_in_a_long_text(case, sam, at):
    long = ("The food was cold. " * 4_000)[:at] + "\n\n" + DANGER + "\n\n" + "The food was cold. " * 50
    add(case, sam, files.a_text(long), "long.txt")
    assert Alert.objects.filter(feedback=case.feedback, kind="self_harm").exists()


def test_danger_stays_an_alert_when_the_file_itself_is_refused(case, sam):
    sent = files.an_email(DANGER)
    add(case, sam, sent, "mail.eml", kind="email")
    Alert.objects.all().delete()
    with pytest.raises(NotAllowed, match="already"):
        add(case, sam, sent, "mail.eml", kind="email")
    assert Alert.objects.filter(feedback=case.feedback).exists()


def test_danger_that_was_alerted_and_taken_before_brings_the_case_up_again(case, sam):
    add(case, sam, files.an_email(DANGER), kind="email")
    actions.take_alert(Alert.objects.get(), note="Rang her.", by=sam)
    type(case).objects.filter(pk=case.pk).update(needs_person=False)
    add(case, sam, files.an_email(DANGER + " Again."), kind="email")
    case.refresh_from_db()
    assert case.needs_person


def test_too_many_words_are_refused_but_heard(case, sam):
    with pytest.raises(NotAllowed, match="400,000"):
        add(case, sam, files.a_text(DANGER + "\n" + "word " * 90_000), "long.txt")
    assert Alert.objects.filter(feedback=case.feedback).exists()


def test_a_closed_case_still_takes_a_file(case, sam):
    actions.close(case, outcome="withdrawn", by=sam)
    add(case, sam, files.a_text())
    assert case.status == "closed"


def test_a_wrong_file_is_set_aside_once_and_stays(case, sam):
    (kept,) = add(case, sam, files.a_text()).kept
    with pytest.raises(NotAllowed, match="Say why"):
        actions.set_aside(kept, why=" ", by=sam)
    actions.set_aside(kept, why="It is of another patient.", by=sam)
    assert (kept.set_aside_by, kept.set_aside_why) == (sam, "It is of another patient.")
    assert not case.evidence.stands().exists() and case.evidence.count() == 1
    with pytest.raises(NotAllowed, match="already"):
        actions.set_aside(kept, why="Again.", by=sam)


def test_the_database_wants_who_and_why_of_a_file_set_aside(case, sam):
    (kept,) = add(case, sam, files.a_text()).kept
    with pytest.raises(IntegrityError):
        Evidence.objects.filter(pk=kept.pk).update(set_aside_by=sam)
