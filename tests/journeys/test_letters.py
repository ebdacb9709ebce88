"""The final reply to a complaint: written, a missing part named, signed by the responsible person, sent, and read."""

import io
import re

import pikepdf
from playwright.sync_api import expect

from tests.factories import a_letter
from tests.journeys import looking
from tests.journeys.looking import DESKTOP, SMALLEST
from triage.letter import FOUND

HAPPENED = "The lift was broken all week, and I was carried down the stairs in a chair."
ANSWER = "We are sorry. The lift is mended, and it is now checked each Monday."
ENOUGH = 120  # presses of Tab: more than any page of ours needs


def test_a_final_reply_is_written_signed_sent_and_read(patient, staff, scene, tmp_path):
    reference, code = patient.complains(scene["ward"], HAPPENED)
    officer, chief = staff("officer").sees_in_the_queue(reference), staff("chief")

    officer.finds(reference)

    # the officer begins it from the case and fills it in; the page says at once what is still open
    officer.opens(reference).follows("Write the reply, or another letter")
    looks_at_both_sizes(officer, "letters-01-list")
    officer.chooses("Which letter do you want to write?", "Final reply").presses("Begin this letter")
    expect(officer.page.get_by_text("Fill in each part in square brackets")).to_be_visible()
    looks_at_both_sizes(officer, "letters-02-editor")

    # a part is missing: it is named while they write, and again when they try to put it forward
    officer.writes("Your letter", a_letter(ANSWER).replace(FOUND, "Something else"))
    expect(officer.page.get_by_text(f"each heading with words under it: “{FOUND}”")).to_be_visible()
    officer.presses("Save and put forward")
    looks_at_both_sizes(officer, "letters-03-a-part-is-missing")
    assert f"“{FOUND}”" in officer.reads() and "regulation 14(2)" in officer.reads()
    assert "Something else" in officer.written_in("Your letter")

    # by keyboard alone: the marks, and putting it forward
    officer.writes("Your letter", a_letter(ANSWER))
    marks_with_the_keyboard(officer.page)
    tab_to(officer.page, "Save and put forward")
    officer.page.keyboard.press("Enter")
    expect(officer.page.get_by_text("Saved, and put forward to be signed.")).to_be_visible()
    expect(officer.page.get_by_text(f"Waits for {chief.name}")).to_be_visible()
    assert officer.page.get_by_role("button", name="Go on to send it").count() == 0

    # the responsible person reads and signs it
    chief.goes_to("/letters/to-sign/")
    looks_at_both_sizes(chief, "letters-04-to-sign")
    chief.follows(f"Final reply for {reference}")
    looks_at_both_sizes(chief, "letters-05-sign")
    assert ANSWER in chief.reads()
    chief.presses("Sign this letter")
    assert "You signed this letter" in chief.reads()

    # it is sent, as the person asked, and they read it with their code
    officer.opens(reference).follows("Letters").follows("Final reply").presses("Go on to send it")
    looks_at_both_sizes(officer, "letters-06-send")
    officer.presses("Send this letter")
    looks_at_both_sizes(officer, "letters-07-sent")
    read = patient.tracks(code).looks("letters-08-read").reads()
    assert ANSWER in read
    assert f"Signed by {chief.name}, for Elder Vale Hospitals NHS Trust" in read
    patient.page.get_by_text("Save our letters, also in large print or easy read").click()
    with patient.page.expect_download() as theirs:
        patient.page.get_by_role("button", name="Large print (PDF)").click()
    assert theirs.value.suggested_filename == f"{reference}-large-print.pdf"

    # in large print it can be saved, and its versions say what changed
    officer.follows("Final reply")
    with officer.page.expect_download() as downloading:
        officer.page.get_by_role("link", name="Large print (18 point), PDF").click()
    assert downloading.value.suggested_filename == f"{reference}-final-large-print.pdf"
    with pikepdf.open(io.BytesIO(downloading.value.path().read_bytes())) as document:
        assert bool(document.Root.MarkInfo.Marked) and str(document.Root.Lang) == "en-GB"
    officer.follows("3 versions, and what changed")
    looks_at_both_sizes(officer, "letters-09-versions")
    assert f"Signed by {chief.name}" in officer.reads()


def marks_with_the_keyboard(page):
    """Ctrl+B makes words bold, a button makes a heading, and both can be taken back."""
    box = page.get_by_label("Your letter", exact=True)
    before = box.input_value()
    box.evaluate(
        "(box, words) => box.setSelectionRange(box.value.indexOf(words), box.value.indexOf(words) + 5)",
        "sorry",
    )
    box.press("ControlOrMeta+b")
    assert "We are **sorry**." in box.input_value()
    box.evaluate("box => box.setSelectionRange(0, 0)")
    tools = page.get_by_role("group", name="Marks for the letter")
    tools.get_by_role("button", name="Heading").press("Enter")
    assert box.input_value().startswith("## ")
    tools.get_by_role("button", name="Heading").press("Enter")
    assert box.input_value().replace("**", "") == before


def tab_to(page, words):
    """Tab on until the link or button of that name has the focus."""
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText?.trim()") == words:
            return
    raise AssertionError(f"{words} cannot be reached with Tab.")


def looks_at_both_sizes(person, name):
    for viewport in (DESKTOP, SMALLEST):
        person.page.set_viewport_size(viewport)
        looking.picture(person.page, f"{name}-{viewport['width']}")
        looking.fits(person.page)
        looking.axe(person.page)
    person.page.set_viewport_size(DESKTOP)


def test_a_letter_can_be_written_where_no_script_runs(window, staff, scene, signed_in):
    staff("officer")
    page = window(java_script_enabled=False, storage_state=signed_in["officer"]).new_page()
    page.goto(f"/cases/{scene['routine'][0]}/letters/")
    page.get_by_label("Why it takes longer").check()
    page.get_by_role("button", name="Begin this letter").click()
    assert page.get_by_role("group", name="Marks for the letter").count() == 0
    page.get_by_label("Your letter", exact=True).fill("## Soon\n\nIt takes a week longer.")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.get_by_role("heading", name="Soon").count() == 1
    assert re.search("2 versions", page.locator("main").inner_text())
