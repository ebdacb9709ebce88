"""What a complaint is about and what was found: suggested, said in an officer's words, decided, and read in the reply."""

import re

from tests.journeys import looking
from tests.journeys.looking import DESKTOP, SMALLEST

HAPPENED = "We waited nine hours in the corridor. Nobody told us what was going on. The ward was filthy."
WAITED, FILTHY = "You waited nine hours in a corridor.", "The ward was not clean."
BOARD = "A board shows how long the wait is."


def test_an_officer_says_what_the_issues_are_decides_them_and_reads_them_in_the_reply(patient, staff, scene):
    reference, _ = patient.complains(scene["ward"], HAPPENED)
    officer = staff("officer").sees_in_the_queue(reference).opens(reference)
    by_keyboard(officer, "link", "Say what the issues are")
    looks_at_both_widths(officer, "findings-01-suggested")

    # one that the words suggest, confirmed in the officer's own words; another dismissed
    suggested = officer.page.locator("section", has_text="nine hours").get_by_role(
        "link", name=re.compile("^Make this an issue")
    )
    suggested.first.focus()
    with officer.page.expect_navigation():
        officer.page.keyboard.press("Enter")
    assert "We waited nine hours in the corridor." in officer.reads()
    officer.presses("Add this issue")
    assert "Write what is complained about, in one sentence" in officer.reads()
    looks_at_both_widths(officer, "findings-02-refused")
    officer.writes("What is complained about?", WAITED)
    officer.page.get_by_label("Whose work is it about?").select_option(label="Medical")
    officer.presses("Add this issue")
    assert "1 issue, 0 with a finding" in officer.reads()
    officer.page.get_by_role("button", name=re.compile("^This is no issue")).first.click()
    officer.page.wait_for_load_state()
    assert "not suggested any more" in officer.reads()

    # a second one, by hand
    by_keyboard(officer, "button", "Add an issue")
    officer.writes("What is complained about?", FILTHY)
    officer.page.get_by_label("Which subject is it?").select_option(label="Facilities (services)")
    officer.page.get_by_label("Whose work is it about?").select_option(
        label="Estates, hotel and support staff"
    )
    officer.presses("Add this issue")

    # both are decided, and the outcome follows
    decides(officer, 1, "Upheld", "The log of the ward shows nine hours.", BOARD)
    decides(officer, 2, "Not upheld", "It was cleaned twice that day.", "")
    assert "2 issues, 2 with a finding. Outcome: partly upheld." in officer.reads()
    looks_at_both_widths(officer, "findings-04-decided")
    officer.page.get_by_role("link", name=re.compile("^Promise the change")).click()
    officer.looks("findings-05-promise").presses("Keep this promise")
    assert f"{officer.name}, by" in officer.reads()
    officer.opens(reference)
    assert "Outcome: partly upheld." in officer.reads()

    # the final reply begins with what was found
    officer.follows("Write the reply, or another letter")
    officer.chooses("Which letter do you want to write?", "Final reply").presses("Begin this letter")
    words = officer.written_in("Your letter")
    for said in (WAITED, "We uphold this part", BOARD, FILTHY, "We do not uphold it", "cleaned twice"):
        assert said in words, said
    looks_at_both_widths(officer, "findings-06-reply")


def decides(officer, number, finding, reason, learning):
    officer.page.get_by_role("link", name=f"Decide issue {number}", exact=True).focus()
    with officer.page.expect_navigation():
        officer.page.keyboard.press("Enter")
    officer.chooses("What did you find?", finding).writes("Why?", reason)
    officer.writes("What will change because of it?", learning).looks("findings-03-decide")
    officer.presses("Keep this finding")


def by_keyboard(officer, role, words):
    """Reaches a link or button and presses Enter, as somebody does who has no mouse."""
    officer.page.get_by_role(role, name=words, exact=True).first.focus()
    with officer.page.expect_navigation():
        officer.page.keyboard.press("Enter")


def looks_at_both_widths(officer, name):
    for viewport in (DESKTOP, SMALLEST):
        officer.page.set_viewport_size(viewport)
        looking.picture(officer.page, f"{name}-{viewport['width']}")
        looking.fits(officer.page)
        looking.axe(officer.page)
    officer.page.set_viewport_size(DESKTOP)


def test_issues_are_added_and_decided_where_no_script_runs(window, staff, scene, signed_in):
    staff("officer")
    page = window(java_script_enabled=False, storage_state=signed_in["officer"]).new_page()
    page.goto(f"/cases/{scene['routine'][1]}/issues/add/")
    page.get_by_label("What is complained about?").fill("Nobody knew the floor.")
    page.get_by_label("Which subject is it?").select_option("communications")
    page.get_by_label("Whose work is it about?").select_option("administrative")
    page.get_by_role("button", name="Add this issue").click()
    page.get_by_role("link", name="Decide issue 1", exact=True).click()
    page.get_by_label("Upheld", exact=True).check()
    page.get_by_label("Why?", exact=True).fill("The sign was missing.")
    page.get_by_role("button", name="Keep this finding").click()
    assert "1 issue, 1 with a finding" in page.locator("main").inner_text()
