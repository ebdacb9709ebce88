"""Scenario H: a morning's queue, and never a hand on the mouse."""

import re

from playwright.sync_api import expect

ENOUGH = 80  # presses of Tab: more than any page of ours needs


def test_the_queue_can_be_worked_by_keyboard_alone(staff, scene):
    officer = staff("officer").goes_to("/queue/")
    page, press = officer.page, officer.page.keyboard.press
    keys_work_on(page)

    # ? tells all the keys, and Escape puts them away
    press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next case")
    officer.looks("keyboard-01-keys")
    press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()

    # / searches
    search(page, "clinic")
    expect(page.get_by_role("row")).to_have_count(1 + len(scene["routine"]))
    cases = page.get_by_role("rowheader").get_by_role("link").all_inner_texts()
    assert sorted(cases) == sorted(scene["routine"])

    # j and k walk the cases, o opens one
    for key, case in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        press(key)
        expect(page.get_by_role("link", name=cases[case])).to_be_focused()
    officer.looks("keyboard-02-second-case")
    press("o")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Case {cases[1]}")
    tab_to(page, "Back to the cases")
    press("Enter")
    keys_work_on(page)

    # a takes the case it stands on
    search(page, "clinic")
    press("j")
    press("a")
    expect(page.get_by_role("status")).to_contain_text("1 case given to you")
    keys_work_on(page)
    expect(page.get_by_role("row", name=cases[0])).to_contain_text(officer.name)

    # x ticks two more, a takes both at once, and a slip is undone
    for key in ("j", "j", "x", "j", "x"):
        press(key)
    officer.looks("keyboard-03-ticked")
    press("a")
    expect(page.get_by_role("status")).to_contain_text("2 cases given to you")
    expect(page.get_by_role("row", name=cases[2])).to_contain_text(officer.name)
    officer.looks("keyboard-04-given")
    tab_to(page, "Undo")
    press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Given back as before")
    expect(page.get_by_role("row", name=cases[1])).to_contain_text("Nobody yet")
    expect(page.get_by_role("row", name=cases[2])).to_contain_text("Nobody yet")
    expect(page.get_by_role("row", name=cases[0])).to_contain_text(officer.name)


def keys_work_on(page):
    """The page says so itself once it listens."""
    expect(page.get_by_text("Keyboard shortcuts are on")).to_be_visible()


def search(page, words):
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url(
        re.compile(r"/queue/\?(look|q)=")
    )  # only a reference may stand in an address, no other words
    keys_work_on(page)


def tab_to(page, words, key="Tab"):
    """Tab on (or back, with Shift+Tab) until the link or button of that name has the focus."""
    for _ in range(ENOUGH):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement.innerText?.trim()") == words:
            return
    raise AssertionError(f"{words} cannot be reached with {key}.")
