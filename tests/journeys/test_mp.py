"""Scenario F: an MP writes for a constituent about her mother. Three parties; consent; the reply goes to the MP."""

import re

from tests.factories import a_letter
from tests.feedback.paper import scanned
from tests.journeys.looking import DESKTOP, SMALLEST

SAYS = "My constituent's mother was sent home at night without her medicine, and nobody rang the family."
ANSWER = "We are sorry. Nobody goes home at night without medicine any more."


def test_an_mps_letter_is_answered_to_the_mp_once_the_patient_agrees(staff):
    officer = staff("officer").goes_to("/desk/").looks("mp-01-doors").presses("A letter from an MP")
    looks_at_both_widths(officer, "mp-02-form")

    an_error_keeps_the_letter(officer)
    reference = the_case_is_open(officer)
    the_reply_waits_for_the_mother(officer, staff("chief"), reference)
    then_it_goes_to_the_mp(officer, reference)


def looks_at_both_widths(officer, name):
    officer.looks(name)
    officer.page.set_viewport_size(SMALLEST)
    officer.looks(f"{name}-320")
    officer.page.set_viewport_size(DESKTOP)


def an_error_keeps_the_letter(officer):
    officer.page.locator("input[type=file]").set_input_files(
        {"name": "mp-letter.pdf", "mimeType": "application/pdf", "buffer": scanned.pdf("from the MP")}
    )
    officer.page.get_by_label("Where is it about?").select_option(
        label="Rowan Ward, Elder Vale Hospitals NHS Trust"
    )
    officer.chooses("What does the person want?", "To make a complaint")
    officer.writes("Name of the MP", "Ida Brook MP").writes(
        "Address of the office", "1 High Street, Eldervale"
    )
    officer.writes("What does the person say?", SAYS).writes("Name of the constituent", "Ada Field")
    officer.chooses("Who is the patient?", "Somebody else").presses("Save and open the case")
    looks_at_both_widths(officer, "mp-03-refused")
    assert "Choose whether the patient agrees" in officer.reads()
    assert "mp-letter.pdf" in officer.reads()
    assert officer.written_in("What does the person say?") == SAYS


def the_case_is_open(officer):
    officer.writes("Who is the constituent to the patient?", "daughter")
    officer.writes("Name of the patient", "Vera Field")
    officer.chooses("Does the patient agree?", "We do not know yet")
    officer.page.get_by_label("The constituent wants a copy of our reply").check()
    officer.presses("Save and open the case").looks("mp-04-case")
    assert "The reply goes to the MP" in officer.reads()
    assert "Waiting for consent" in officer.reads()
    reference = re.search(r"/cases/(PV-[A-Z0-9-]+)/", officer.page.url)[1]
    assert "mp-letter" in officer.follows("Files").reads()
    return reference


def the_reply_waits_for_the_mother(officer, chief, reference):
    officer.finds(reference).writes_the_final_reply(reference, a_letter(ANSWER))
    assert "Ida Brook MP" in officer.reads()
    officer.presses("Save and put forward")
    chief.signs(reference)
    officer.sends_it(reference)
    assert "their consent is not recorded" in officer.reads()


def then_it_goes_to_the_mp(officer, reference):
    officer.opens(reference).follows("Record what the patient said")
    officer.chooses("What did the patient say?", "The patient agrees")
    officer.chooses("How did the patient tell us?", "In person")
    officer.writes("How do we know?", "She signed the form at the clinic.").presses("Record this")
    officer.sends_it(reference).looks("mp-05-sent")
    officer.opens(reference)
    assert ANSWER in officer.reads()
