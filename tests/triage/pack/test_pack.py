"""The Ombudsman's pack: when it may be made, what is in it, and that it can be checked."""

import datetime as dt
import hashlib
import io
import json
import shutil
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from feedback.models import Contact
from tests.factories import OrganisationFactory, a_case, a_letter, a_member, a_party, days_ago, signed_reply
from tests.feedback.paper import scanned
from triage import actions
from triage.delivery import deliver_batch, printing
from triage.models import Access
from triage.moves import NotAllowed
from triage.pack import build as building
from triage.pack.build import build
from triage.pack.make import make
from triage.pack.verify import problems

pytestmark = pytest.mark.django_db
WORDS = "She lay in a wet bed until the morning."
SECRET = "The ward admits it was late."
MOST_QUERIES = 20  # two find the session and the person, two keep the chain


@pytest.fixture
def case(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "kept"
    return a_case(WORDS)


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


@pytest.fixture
def answered(case, sam):
    """A case with everything in it, whose reply has left."""
    for name, content in (("one.txt", b"first"), ("two.pdf", scanned.pdf("a letter"))):
        attach(case, sam, name, content)
    row = actions.ask_statement(case, what="What happened?", of_whom="Sister Field", days=5, by=sam)
    today = timezone.localdate()
    actions.receive_statement(row, received_on=today, words="Two nurses were ill.", by=sam)
    actions.chronicle(case, on=days_ago(9), what="The bell was broken.", source="complaint", by=sam)
    actions.decide_flag(case, kind="candour", answer="no", reason="No harm was done.", by=sam)
    actions.decide_flag(case, kind="claim", answer="yes", reason=SECRET, follows="Told the insurers.", by=sam)
    signed_reply(case, a_letter("We are sorry."), by=sam)
    while deliver_batch():
        pass
    return case


def attach(case, by, name, content):
    file = io.BytesIO(content)
    return actions.attach(case, file=file, name=name, kind="letter", received_on=days_ago(1), by=by).kept[0]


def built(case):
    out = io.BytesIO()
    build(case, out)
    return out.getvalue()


def opened(content):
    return zipfile.ZipFile(io.BytesIO(content))


def everything(content):
    with opened(content) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_it_is_refused_before_the_reply_has_gone_and_the_rule_is_named(case, sam):
    with pytest.raises(NotAllowed, match=r"has not gone yet.*section 4\(5\).*1993"):
        make(case, io.BytesIO(), today=timezone.localdate(), by=sam)
    assert not Access.objects.filter(what="pack").exists()


def test_a_reply_that_was_written_and_has_not_left_is_not_enough(case, sam):
    signed_reply(case, by=sam)
    assert "has not left yet" in actions.pack_locked(case, timezone.localdate())
    while deliver_batch():
        pass
    assert actions.pack_locked(case, timezone.localdate()) == ""


def test_after_six_months_without_a_reply_it_may_be_made(case, sam):
    day = case.backstop_on
    assert actions.pack_locked(case, day)
    assert actions.pack_locked(case, day + dt.timedelta(1)) == ""


def test_everything_of_the_case_is_in_it(answered):
    pack = everything(built(answered))
    for words in (WORDS, "We are sorry.", "Two nurses were ill.", "The bell was broken.", "No harm was done.",
                  "first"):  # fmt: skip
        assert words in pack, words


def test_contact_details_and_what_is_privileged_stay_out(answered):
    Contact.objects.create(feedback=answered.feedback, name="Ada Field", email="ada@patientview.example")
    pack = everything(built(answered))
    assert "Ada Field" not in pack and "ada@patientview.example" not in pack and SECRET not in pack
    assert "Legal claim" in pack


def test_what_was_found_on_each_issue_is_in_it_and_named_by_the_index(answered, sam):
    with opened(built(answered)) as archive:
        page, index = (archive.read(f"{name}.html").decode() for name in ("findings", "index"))
    for words in ("Nobody answered the bell.", "Upheld", "The log shows it.", "Communications", "Nursing"):
        assert words in page, words
    assert "findings.html" in index and "(1 issue)" in index


def test_the_letters_that_left_are_in_it_as_pdf_without_the_address(answered):
    a_party(answered, name="Ada Field", address="1 Mill Lane")
    pack = opened(built(answered))
    drawn = pack.read("letters/001-reply.pdf")
    with pikepdf.open(io.BytesIO(drawn)) as document:
        assert answered.reference in str(document.docinfo["/Title"])
    listed = {one["path"]: one["sha256"] for one in json.loads(pack.read("manifest.json"))["files"]}
    assert listed["letters/001-reply.pdf"] == hashlib.sha256(drawn).hexdigest()
    assert 'href="letters/001-reply.pdf"' in pack.read("index.html").decode()
    of_it = printing.of_reply(answered.replies.get())
    assert of_it.to and drawn == printing.draw(replace(of_it, to=()))


def test_a_letter_that_has_not_left_has_no_pdf(case, sam):
    signed_reply(case, by=sam)
    assert [name for name in opened(built(case)).namelist() if name.startswith("letters/")] == [
        "letters/001-reply.txt"
    ]


def test_a_letter_that_cannot_be_drawn_is_there_as_words_and_the_manifest_says_so(case, sam):
    signed_reply(case, a_letter("We are sorry. \u5bf9\u4e0d\u8d77"), by=sam)
    while deliver_batch():
        pass
    pack = opened(built(case))
    assert "letters/001-reply.txt" in pack.namelist() and "letters/001-reply.pdf" not in pack.namelist()
    (left_out,) = json.loads(pack.read("manifest.json"))["left_out"]
    assert "no signs for" in left_out["why"]


def test_a_file_set_aside_stays_out_and_the_manifest_says_so(answered, sam):
    wrong = attach(answered, sam, "wrong.txt", b"about another patient")
    actions.set_aside(wrong, why="Another patient.", by=sam)
    pack = built(answered)
    assert "about another patient" not in everything(pack)
    (left_out,) = json.loads(opened(pack).read("manifest.json"))["left_out"]
    assert left_out["sha256"] == wrong.sha256


def test_files_are_in_it_as_they_came(answered):
    with opened(built(answered)) as archive:
        assert archive.read("files/001-letter.txt") == b"first"
        second = answered.evidence.last()
        assert hashlib.sha256(archive.read("files/002-letter.pdf")).hexdigest() == second.sha256


def test_the_same_state_gives_the_same_bytes_even_after_a_pack_was_made(answered, sam):
    first = built(answered)
    make(answered, io.BytesIO(), today=timezone.localdate(), by=sam)
    assert built(answered) == first
    attach(answered, sam, "more.txt", b"more")
    assert built(answered) != first


def test_each_making_leaves_an_event_and_an_access_row(answered, sam):
    out = io.BytesIO()
    made = make(answered, out, today=timezone.localdate(), by=sam)
    event = answered.events.last()
    assert (event.kind, event.by, event.detail["sha256"]) == ("pack", sam, made.sha256)
    assert made.sha256 == hashlib.sha256(out.getvalue()).hexdigest() and made.size == len(out.getvalue())
    assert Access.objects.filter(what="pack", by=sam).count() == 1


def test_a_file_that_was_changed_on_the_disk_stops_the_pack(answered, sam):
    one = answered.evidence.first()
    with open(one.file.path, "wb") as file:
        file.write(b"fiRst")
    with pytest.raises(NotAllowed, match="not what it was"):
        make(answered, io.BytesIO(), today=timezone.localdate(), by=sam)
    one.file.storage.delete(one.file.name)
    with pytest.raises(NotAllowed, match="not what it was"):
        built(answered)
    assert not answered.events.filter(kind="pack").exists()


def test_a_file_that_waits_for_the_scanner_stops_the_pack(answered, settings):
    settings.CLAMAV_HOST = "127.0.0.1"
    with pytest.raises(NotAllowed, match="virus scanner"):
        built(answered)


def test_files_are_copied_in_pieces(answered, monkeypatch):
    monkeypatch.setattr(building, "PIECE", 2)
    assert built(answered) and "first" in everything(built(answered))


def rewritten(pack, path, **changes):
    """The pack with files replaced (bytes), added, or left out (None)."""
    with opened(pack) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = changes.pop(name.replace(".", "_").replace("/", "__"), old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in changes.items():
            new.writestr(name, content)
    return path


def test_a_pack_as_it_was_made_has_no_problems(answered, tmp_path):
    path = tmp_path / "pack.zip"
    path.write_bytes(built(answered))
    assert problems(path) == []


@pytest.mark.parametrize(
    "changes,says",
    [
        ({"words_html": b"other words"}, "words.html is not what it was."),
        ({"letters__001-reply_pdf": b"%PDF-other"}, "letters/001-reply.pdf is not what it was."),
        ({"findings_html": None}, "findings.html is listed and not there."),
        ({"events_html": None}, "events.html is listed and not there."),
        ({"more": b"x"}, "more is there and not listed."),
        ({"manifest_json": b"{}"}, "The manifest is not the one that was made."),
        ({"manifest_sha256": None}, "It has no manifest.json or no manifest.sha256."),
    ],
)
def test_whatever_was_changed_is_named(answered, tmp_path, changes, says):
    assert says in problems(rewritten(built(answered), tmp_path / "pack.zip", **changes))


def test_what_is_no_pack_is_said_to_be_none(tmp_path):
    path = tmp_path / "pack.zip"
    path.write_bytes(b"no zip")
    assert problems(path) == ["It is not a ZIP file, or it is damaged."]
    assert problems(tmp_path / "not-there") == ["It is not a ZIP file, or it is damaged."]


def test_the_commands_make_a_pack_and_check_it(answered, sam, tmp_path, capsys):
    out = tmp_path / "pack.zip"
    call_command("phso_pack", answered.reference, "--out", str(out), "--by", sam.email)
    call_command("verify_pack", str(out))
    assert "as it was made" in capsys.readouterr().out
    with pytest.raises(CommandError, match="there already"):
        call_command("phso_pack", answered.reference, "--out", str(out), "--by", sam.email)
    shutil.copy(rewritten(out.read_bytes(), tmp_path / "bad.zip", words_html=b"x"), tmp_path / "b.zip")
    with pytest.raises(CommandError, match=r"words\.html is not what it was"):
        call_command("verify_pack", str(tmp_path / "b.zip"))


def test_the_command_refuses_strangers_and_leaves_no_file(answered, case, tmp_path):
    out = tmp_path / "pack.zip"
    stranger = a_member(OrganisationFactory())
    with pytest.raises(CommandError, match="no such case"):
        call_command("phso_pack", answered.reference, "--out", str(out), "--by", stranger.email)
    young = a_case(organisation=case.organisation)
    with pytest.raises(CommandError, match="has not gone yet"):
        call_command(
            "phso_pack", young.reference, "--out", str(out), "--by", a_member(case.organisation).email
        )
    assert not out.exists()


def test_one_press_hands_it_out(answered, sam, signed_in, tmp_path):
    desk = signed_in(sam)
    assert "Make the pack" in desk.get(f"/cases/{answered.reference}/pack/").text
    response = desk.post(f"/cases/{answered.reference}/pack/")
    path = tmp_path / "pack.zip"
    path.write_bytes(b"".join(response.streaming_content))
    assert problems(path) == []
    assert response["Content-Disposition"].startswith("attachment;")
    assert "by " + str(sam) in desk.get(f"/cases/{answered.reference}/pack/").text


def test_before_its_time_the_page_says_why_and_a_press_changes_nothing(case, sam, signed_in):
    desk = signed_in(sam)
    page = desk.get(f"/cases/{case.reference}/pack/").text
    assert "Locked" in page and "1993" in page and "Make the pack" not in page
    assert "1993" in desk.post(f"/cases/{case.reference}/pack/", follow=True).text
    assert not case.events.filter(kind="pack").exists()


def test_another_organisation_finds_nothing(answered, signed_in):
    stranger = signed_in(a_member(OrganisationFactory()))
    assert stranger.get(f"/cases/{answered.reference}/pack/").status_code == 404
    assert stranger.post(f"/cases/{answered.reference}/pack/").status_code == 404


def test_the_page_costs_little(answered, sam, signed_in, django_assert_max_num_queries):
    desk = signed_in(sam)
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(f"/cases/{answered.reference}/pack/")
