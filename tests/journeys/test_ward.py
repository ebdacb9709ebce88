"""Scenario K: a ward manager reads thirty days, promises a change, keeps it, and the wall and the public hear of it."""

import re

from tests.running import wait_until

SAID = "Waiting is long, and nobody says why."


def test_a_ward_manager_turns_what_was_said_into_what_was_done(staff, desktop):
    manager = staff("ward_manager").goes_to("/wards/")
    page = manager.page
    # Nine at least: what was said on the ward to others is read here as well.
    wait_until(lambda: comments_read(manager.goes_to("/wards/larch-ward/")) >= 9, "nine comments to be read")
    manager.looks("ward-01")

    # each count opens to its comments
    page.locator("section", has=page.get_by_role("heading", name="To fix")).get_by_role("link").first.click()
    assert "The wait was far too long" in manager.reads()
    manager.looks("ward-02")
    manager.follows("Larch Ward")

    # two lines are enough; one missing keeps the other
    manager.presses("Promise a change")
    manager.writes("You said", SAID).presses("Keep this promise")
    assert manager.written_in("You said") == SAID
    manager.looks("ward-03")
    manager.writes("We will", "A board by the desk says how long.").presses("Keep this promise")
    manager.writes("We did", "A board by the desk says how long the wait is.").presses("It is done")
    manager.presses("Show it to the public")
    manager.looks("ward-04")

    # the public reads it without a cookie, and the poster is a PDF
    desktop.goto("/what-changed/larch-ward/")
    assert "A board by the desk says how long the wait is." in desktop.locator("main").inner_text()
    assert desktop.context.cookies() == []
    with page.expect_download() as poster:
        page.get_by_role("link", name="A3 (PDF)").click()
    assert poster.value.suggested_filename == "you-said-we-did-larch-ward-a3.pdf"


def comments_read(manager):
    found = re.search(r"we read (\d+) comments", manager.reads())
    return int(found.group(1)) if found else 0
