"""The same complaint comes twice, and another body has a part in it: one case, one reply, either code shows it."""

from tests.factories import a_letter
from tests.journeys.actors import SECONDS_TO_SHOW
from tests.journeys.looking import DESKTOP, SMALLEST
from tests.running import wait_until

HAPPENED = "Nobody told the surgery of my new tablets, and I was given the old ones for a week."
ASKED = "When did our letter reach you, and who read it?"


def test_two_complaints_of_one_person_are_answered_once_with_the_part_of_the_surgery(patient, staff, scene):
    first, first_code = patient.complains(scene["ward"], HAPPENED)
    second, second_code = patient.complains(scene["ward"], f"{HAPPENED} I wrote before.")
    officer = staff("officer").sees_in_the_queue(second).opens(second)

    is_told_why_they_stay_two(officer, first)
    merges_them(officer, first)
    splits_and_merges_again(officer, first)
    links_another(officer, scene["routine"][0])
    asks_the_surgery(officer)
    the_surgery_answers(staff("practice"), second)
    officer.opens(second).follows("Together")
    assert "It came on Tuesday" in officer.page.locator("main").text_content()
    officer.puts_forward(second, a_letter("The letter was late. We are sorry."))
    staff("chief").signs(second)
    officer.sends_it(second)
    both_codes_show_the_reply(patient, first_code, second_code)


def looks_at_both_widths(person, name):
    person.looks(name)
    person.page.set_viewport_size(SMALLEST)
    person.looks(f"{name}-320")
    person.page.set_viewport_size(DESKTOP)


def is_told_why_they_stay_two(officer, first):
    officer.follows("Together").follows("Merge with another case")
    looks_at_both_widths(officer, "together-01-merge")
    officer.writes("Reference of the other case", first).chooses("Which case stays?", "This case")
    officer.chooses("Did the same person make both?", "No, or we are not sure")
    officer.writes("Why are these the same complaint?", "The same words.").presses("Merge them")
    assert "Link the two cases instead" in officer.reads()
    officer.looks("together-02-refused")


def merges_them(officer, first):
    officer.chooses("Did the same person make both?", "Yes").presses("Merge them")
    assert f"{first} is answered under this case" in officer.reads()
    looks_at_both_widths(officer, "together-03-merged")


def splits_and_merges_again(officer, first):
    officer.follows(f"Split off {first} again").looks("together-04-split")
    officer.writes("Why?", "I must ask first.").presses("Split them")
    assert "Nothing is merged with this case." in officer.reads()
    officer.follows("Merge with another case")
    officer.writes("Reference of the other case", first).chooses("Which case stays?", "This case")
    officer.chooses("Did the same person make both?", "Yes")
    officer.writes("Why are these the same complaint?", "She says so.").presses("Merge them")


def links_another(officer, reference):
    officer.follows("Link with another case").writes("Reference of the other case", reference)
    officer.writes("Why do they belong together?", "The same clinic.").looks("together-05-link").presses(
        "Link them"
    )
    assert "The same clinic." in officer.reads()


def asks_the_surgery(officer):
    officer.follows("Ask another body for its part")
    looks_at_both_widths(officer, "together-06-ask")
    officer.page.get_by_label("Which organisation do you ask?").select_option(label="Millbrook Surgery")
    officer.writes("What do you ask of them?", ASKED)
    officer.page.get_by_label("They may read what the person wrote").check()
    officer.writes("How and when did the person agree to that?", "On the telephone today.").presses(
        "Ask them"
    )
    assert "Awaited" in officer.reads()
    looks_at_both_widths(officer, "together-07-page")


def the_surgery_answers(surgery, reference):
    surgery.goes_to("/asked-of-us/").looks("together-08-list")
    surgery.follows(f"Elder Vale Hospitals NHS Trust: {reference}")
    assert ASKED in surgery.reads() and HAPPENED in surgery.reads()
    looks_at_both_widths(surgery, "together-09-part")
    surgery.writes("Your answer", "It came on Tuesday. Our clerk read it on Friday.").presses(
        "Send our answer"
    )
    assert "Answered on" in surgery.reads()
    surgery.looks("together-10-answered")


def both_codes_show_the_reply(patient, *codes):
    for number, code in enumerate(codes):

        def answered(code=code):
            patient.tracks(code)
            return "The letter was late. We are sorry." in patient.reads()

        wait_until(answered, "the reply under this code", SECONDS_TO_SHOW)
        patient.looks(f"together-11-code-{number}")
