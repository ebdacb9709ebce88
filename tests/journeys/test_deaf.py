"""Scenario D: a deaf person who uses British Sign Language complains, and nobody can ring them."""

from tests.factories import a_letter

HAPPENED = "Nobody brought an interpreter to my appointment, so I went home and did not know what was wrong."
ANSWER = "We are sorry. An interpreter is booked for you from now on, before each visit."


def test_a_deaf_person_is_never_rung_and_every_letter_carries_bsl(patient, staff, scene):
    # Given a complaint for which nothing had to be heard, and no telephone number given
    patient.scans_the_code_of(scene["ward"]).tells(HAPPENED).would_like("Make a complaint")
    patient.presses("Continue")
    patient.chooses("How should we reply?", "By phone")
    patient.page.get_by_label("British Sign Language (BSL)").check()
    patient.presses("Continue")
    assert "select a way that is not the phone" in patient.reads()
    patient.chooses("How should we reply?", "On this website, with a code")
    patient.writes("Which language, or what else you need (optional)", "Please never phone me").looks(
        "deaf-01-needs"
    )
    patient.presses("Continue")
    assert "phone number" not in patient.reads()
    patient.presses("Continue").presses("Send").looks("deaf-02-done")
    reference, _ = patient.keeps_the_code()

    # When an officer opens it, the top of the case says so, and how to reach them stays closed until asked for
    officer = staff("officer").sees_in_the_queue(reference).opens(reference).looks("deaf-03-case")
    assert "Never by telephone." in officer.reads()
    assert "a video in British Sign Language" in officer.reads()
    officer.follows("People").looks("deaf-04-people")
    officer.presses("Show names and contact details").looks("deaf-05-contacts")
    officer.follows("Change what we know of the person who told us").looks("deaf-06-change")

    # The acknowledgement waits to be ordered, and a call is refused with the person's wish and its rule
    officer.opens(reference).follows("Say that it arrived").looks("deaf-07-acknowledge")
    assert "Never by telephone." in officer.reads()
    officer.presses("Send this").looks("deaf-08-waits")
    assert "Order a video of the letter in British Sign Language" in officer.reads()
    offered = officer.page.get_by_label("How did it reach them?").locator("option").all_inner_texts()
    assert "I read them out by telephone" not in offered
    officer.page.get_by_label("How did it reach them?").locator("option").nth(1).evaluate(
        "one => one.value = 'telephone'"
    )
    officer.page.get_by_label("How did it reach them?").select_option("telephone")
    officer.presses("Mark as sent").looks("deaf-09-refused")
    assert "ruled out telephone" in officer.reads() and "DCB1605" in officer.reads()
    officer.goes_to("/letters/to-print/").looks("deaf-10-to-order")
    assert reference in officer.reads() and "Order a video" in officer.reads()

    # And the letter carries the same
    officer.writes_the_final_reply(reference, a_letter(ANSWER)).looks("deaf-11-letter")
    assert "Never by telephone." in officer.reads() and "Order a video" in officer.reads()
    assert officer.written_in("Print it in") == "bsl"
