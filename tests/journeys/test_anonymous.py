"""Scenario A: a poster on the ward, a phone, and nothing that could tell who it was."""


def test_anonymous_feedback_takes_four_screens_and_no_cookie(patient, staff, scene):
    screens = []
    patient.page.on("framenavigated", lambda frame: screens.append(frame.url))

    patient.scans_the_code_of(scene["ward"])
    assert "You do not have to give your name" in patient.reads()
    assert "see what you send" in patient.reads()
    patient.tells("The night nurse sat with me until I slept. The ward was loud.", rating="Good")
    patient.would_like("Share a comment", reply="No").looks("anonymous-03-check")
    patient.presses("Send").looks("anonymous-04-done")

    assert patient.heading() == "We have your feedback"
    reference, code = patient.keeps_the_code()
    assert len(screens) == 4
    assert patient.page.context.cookies() == []
    the_code_can_be_downloaded(patient, reference, code)
    it_shows_where_it_stands_and_takes_a_message(patient, code)
    assert patient.page.context.cookies() == []


def the_code_can_be_downloaded(patient, reference, code):
    with patient.page.expect_download() as downloading:
        patient.presses("Download your code")
    kept = downloading.value.path().read_text()
    assert code in kept
    assert reference in kept


def it_shows_where_it_stands_and_takes_a_message(patient, code):
    patient.tracks(code).looks("anonymous-05-track")
    assert "You did not ask for a reply" in patient.reads() or "We are reading it" in patient.reads()

    patient.writes("What do you want to tell us?", "The doors have been oiled. It is quiet now, thank you.")
    patient.presses("Send your message").looks("anonymous-06-wrote-back")

    assert "We have your message" in patient.reads()
    assert "The doors have been oiled." in patient.reads()
    assert code.replace(" ", "") not in patient.page.url.replace("%20", "")
