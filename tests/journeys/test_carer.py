"""Scenario B: a daughter complains for her father, and the reply waits until he agrees."""

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
    officer.opens(reference).follows("Record the patient's consent").looks("carer-05-consent")
    officer.writes("How was consent given?", "He told me by phone today, and we sent him the form.").presses(
        "Record this"
    )
    officer.sends_it(reference).looks("carer-06-replied")
    assert ANSWER in patient.tracks(code).reads()
