"""Scenario B: a daughter complains for her father, and the reply waits until he agrees."""

from datetime import date

from tests.factories import a_letter

HAPPENED = "My father was sent home in his pyjamas without his coat, and nobody told us he was on his way."
ANSWER = "We are sorry that your father was sent home without his coat. Nobody goes home like that again."
REPLY = a_letter(ANSWER)


def test_a_carer_waits_for_consent(patient, staff, scene):
    # Given a complaint by a daughter who has not asked her father yet
    patient.scans_the_code_of(scene["ward"]).tells(HAPPENED)
    patient.would_like("Make a complaint", about="Someone else's").looks("carer-01-the-person")
    patient.writes("Who are you to them?", "daughter").writes("Their name (optional)", "Mr A. Invented")
    patient.chooses("Do they agree to you telling us?", "I have not asked them yet").presses("Continue")
    patient.presses("Continue").asks_for_the_reply_here().presses("Send").looks("carer-02-done")
    reference, code = patient.keeps_the_code()

    # When an officer replies too soon, it is refused with its rule, and the words are kept
    officer = staff("officer").sees_in_the_queue(reference).opens(reference)
    assert "Waiting for consent" in officer.reads()
    officer.puts_forward(reference, REPLY)
    staff("chief").signs(reference)
    officer.sends_it(reference).looks("carer-03-refused")
    assert "their consent is not recorded" in officer.reads()
    assert "regulation 5" in officer.reads()
    assert ANSWER in officer.reads()
    patient.tracks(code).looks("carer-04-waits")
    assert ANSWER not in patient.reads()
    assert "agree" in patient.reads()

    # Then, with the consent recorded, it goes
    officer.opens(reference).follows("Ask the patient for consent")
    officer.chooses("How did you ask the patient?", "A form by post").presses("I have asked them")
    assert "Ask again on" in officer.reads()

    # A mind made up without him needs a ground from the list, and a form needs its file
    officer.follows("Record what the patient said").looks("carer-05-consent")
    officer.chooses("What did the patient say?", "We decided to go on without their consent")
    officer.writes("How do we know?", "His daughter asked us to be quick.").presses("Record this")
    assert "Choose the ground to go on without consent" in officer.looks("carer-06-no-ground").reads()
    assert officer.written_in("How do we know?") == "His daughter asked us to be quick."
    officer.opens(reference).follows("Files")
    officer.page.locator("input[type=file]").set_input_files(
        {"name": "form.txt", "mimeType": "text/plain", "buffer": b"I agree that my daughter is told."}
    )
    officer.chooses("What is it?", "A form of consent").writes(
        "Name for colleagues (optional)", "Signed form"
    )
    officer.presses("Add")
    officer.opens(reference).follows("Record what the patient said")
    officer.chooses("What did the patient say?", "The patient agrees")
    officer.chooses(
        "How did the patient tell us?", "A signed form or letter, kept with the files of this case"
    )
    officer.page.get_by_label("The signed form or letter", exact=True).select_option(label="Signed form")
    officer.writes("How do we know?", "The form came by post today.").presses("Record this")
    assert f"{date.today().year}" in officer.looks("carer-07-given").reads()
    assert "a signed form or letter" in officer.reads() and "File: Signed form" in officer.reads()
    officer.sends_it(reference).looks("carer-08-replied")
    assert ANSWER in patient.tracks(code).reads()
