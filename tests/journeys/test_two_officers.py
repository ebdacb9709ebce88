"""Two colleagues, one case, one minute: nothing is overwritten and nobody's words are lost."""

FIRST = "We are sorry. The clinic now sends its letters within a week."
SECOND = "Thank you for telling us. I have asked the clinic what went wrong with the letter."


def test_two_officers_on_one_case_the_second_is_told(patient, staff, scene):
    reference, code = a_concern(patient, scene["clinic"])
    officer, colleague = staff("officer").sees_in_the_queue(reference), staff("colleague")
    for one in (officer, colleague):
        one.opens(reference).follows("Reply to the person")

    officer.writes("Your reply", FIRST).presses("Send this reply")
    colleague.writes("Your reply", SECOND).presses("Send this reply").looks("two-01-second-is-told")

    assert officer.name in colleague.reads()
    assert colleague.written_in("Your reply") == SECOND
    seen = patient.tracks(code).reads()
    assert FIRST in seen
    assert SECOND not in seen

    # Having read what was said, the colleague decides that it is still worth sending.
    colleague.presses("Send this reply")
    assert SECOND in patient.tracks(code).reads()


def a_concern(patient, ward):
    """-> (reference, return code). It is answered in short words: the answer to a complaint is signed first."""
    patient.scans_the_code_of(ward).tells("The scan was done twice because the first one was mislaid.")
    patient.would_like("Raise a concern")
    patient.chooses("How should we reply?", "On this website, with a code").presses("Continue").presses(
        "Send"
    )
    return patient.keeps_the_code()
