"""An investigation from the letter to the Ombudsman's pack: one officer, mostly by keyboard."""

import re

from tests.factories import a_letter
from tests.feedback.paper import scanned
from tests.journeys.actors import SECONDS_TO_SHOW
from tests.journeys.looking import DESKTOP, SMALLEST
from tests.running import wait_until
from tests.triage.evidence import files
from triage.pack.verify import problems

HAPPENED = "My father's letter went to the wrong house, and a stranger opened it."
STATEMENT = "The address was copied from an old record. It is put right now."


def test_an_officer_investigates_and_takes_the_pack(patient, staff, scene, tmp_path):
    reference, _ = patient.complains(scene["ward"], HAPPENED)
    officer = staff("officer").sees_in_the_queue(reference).opens(reference)

    adds_a_letter_and_an_email(officer)
    asks_for_a_statement_and_keeps_it(officer)
    decides_on_safeguarding(officer)
    writes_the_chronology(officer)
    too_early_for_the_pack(officer)
    officer.puts_forward(reference, a_letter("The address is put right."))
    staff("chief").signs(reference)
    officer.sends_it(reference)
    takes_the_pack(officer, reference, tmp_path)


def looks_at_both_widths(officer, name):
    officer.looks(name)
    officer.page.set_viewport_size(SMALLEST)
    officer.looks(f"{name}-320")
    officer.page.set_viewport_size(DESKTOP)


def by_keyboard(officer, role, words):
    """Reaches a link or button and presses Enter, as somebody does who has no mouse."""
    officer.page.get_by_role(role, name=words, exact=True).first.focus()
    with officer.page.expect_navigation():
        officer.page.keyboard.press("Enter")
    return officer


def adds_a_letter_and_an_email(officer):
    by_keyboard(officer, "link", "Files")
    assert "not checked for viruses" in officer.reads()
    sent = files.an_email("Please add this.", attached=[("photo.jpg", "image/jpeg", scanned.jpeg())])
    officer.page.locator("input[type=file]").set_input_files(
        [
            {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": scanned.pdf("a letter")},
            {"name": "more.eml", "mimeType": "message/rfc822", "buffer": sent},
        ]
    )
    by_keyboard(officer, "button", "Add")
    assert "Choose what it is" in officer.reads()
    officer.looks("inquiry-01-refused")
    officer.page.locator("input[type=file]").set_input_files(
        [
            {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": scanned.pdf("a letter")},
            {"name": "more.eml", "mimeType": "message/rfc822", "buffer": sent},
            {"name": "letter.exe", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00"},
        ]
    )
    officer.chooses("What is it?", "A letter")
    by_keyboard(officer, "button", "Add")
    assert "3 files are kept" in officer.reads()
    assert "letter.exe was not kept. It is a program" in officer.reads()
    looks_at_both_widths(officer, "inquiry-02-files")
    officer.follows("more")
    assert "Please add this." in officer.reads()
    assert "Ada Field" in officer.reads()
    looks_at_both_widths(officer, "inquiry-03-email")
    officer.follows("Back to the files")


def asks_for_a_statement_and_keeps_it(officer):
    by_keyboard(officer, "link", "Investigation")
    officer.follows("Name an investigator").looks("inquiry-04-name")
    officer.page.get_by_label("A colleague").select_option(label=officer.name)
    officer.page.get_by_label("They lead the investigation").check()
    officer.presses("Name them")
    officer.follows("Ask for a statement")
    looks_at_both_widths(officer, "inquiry-05-ask")
    officer.writes("What do you ask?", "Whose address was on the letter, and why?")
    officer.writes("Which person do you ask?", "Ada Wood, clinic clerk").presses("Keep this request")
    assert "Awaited" in officer.reads()
    officer.page.get_by_role("link", name=re.compile("^Keep the statement")).click()
    officer.writes("What they said", STATEMENT).looks("inquiry-06-receive").presses("Keep the statement")
    assert "Came on" in officer.reads()


def decides_on_safeguarding(officer):
    officer.page.get_by_role("link", name=re.compile("^Decide.*safeguarding")).click()
    officer.chooses("What do you decide?", "Yes").writes("Why?", "The stranger knows where he lives.")
    officer.presses("Keep this decision")
    assert "Say what follows, and who does it" in officer.reads()
    officer.looks("inquiry-07-what-follows")
    officer.writes("What follows, and who does it?", "I ring the safeguarding lead today.")
    officer.presses("Keep this decision")
    officer.page.get_by_role("link", name=re.compile("^Tell the safeguarding lead")).click()
    assert officer.page.get_by_label(re.compile("safeguarding lead", re.IGNORECASE)).is_checked()
    officer.looks("inquiry-08-tell").follows("Back to the case")
    by_keyboard(officer, "link", "Investigation")


def writes_the_chronology(officer):
    officer.follows("Add to the chronology").looks("inquiry-09-chronicle")
    officer.writes("What happened?", "The letter was opened by a neighbour.")
    officer.writes("What time? (optional)", "14:30")
    officer.page.get_by_label("Where do we know it from?").select_option(label="File: letter")
    officer.presses("Keep this entry")
    assert "The letter was opened by a neighbour." in officer.reads()
    officer.page.get_by_role("link", name=re.compile("^Correct.*the entry")).click()
    officer.writes("What happened?", "The letter was opened by the new tenant.").presses(
        "Keep the correction"
    )
    assert "File: letter" in officer.reads()
    looks_at_both_widths(officer, "inquiry-10-investigation")
    officer.follows("The chronology alone, to print").looks("inquiry-11-chronology")
    officer.follows("Back to the investigation")


def too_early_for_the_pack(officer):
    by_keyboard(officer, "link", "Ombudsman’s pack")
    assert "Our final reply has not gone yet" in officer.reads()
    officer.looks("inquiry-12-too-early")


def takes_the_pack(officer, reference, tmp_path):
    button = officer.page.get_by_role("button", name="Make the pack")

    def opened():
        """It opens when the reply has left, which the background does by itself."""
        officer.goes_to(f"/cases/{reference}/pack/")
        return button.count()

    wait_until(opened, "the pack to open", SECONDS_TO_SHOW)
    looks_at_both_widths(officer, "inquiry-13-pack")
    with officer.page.expect_download() as downloading:
        button.focus()
        officer.page.keyboard.press("Enter")
    taken = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(taken)
    assert taken.name == f"ombudsman-{reference}.zip"
    assert problems(taken) == []
