"""Scenario H: forty cases, three of them late, one morning, and only the keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.actors import Staff
from tests.journeys.looking import DESKTOP, SMALLEST
from tests.journeys.test_keyboard import keys_work_on, search, tab_to

LAY = "import json; from tests.journeys.desk_of_forty import lay; print(json.dumps(lay()))"
REASON = "Two of us were ill. We are sorry. You will hear from us by the end of next week."


@pytest.fixture(scope="module")
def desk(service):
    return service.ask(LAY)


@pytest.fixture
def officer(window, desk):
    return Staff(window(viewport=DESKTOP).new_page(), **desk["staff"]["officer"]).signs_in()


def references(page):
    return page.get_by_role("rowheader").get_by_role("link").all_inner_texts()


def test_a_morning_with_forty_cases_by_keyboard_alone(officer, desk):
    officer.goes_to("/queue/")
    keys_work_on(officer.page)
    risk_is_first_and_all_is_on_one_screen(officer, desk)
    each_date_explains_itself(officer)
    the_keys_can_be_turned_off_and_that_is_remembered(officer)
    many_are_given_at_once_and_given_back(officer, desk)
    many_are_told_at_once_and_it_is_taken_back(officer, desk)
    a_late_case_asks_for_a_written_reason(officer, desk)


def risk_is_first_and_all_is_on_one_screen(officer, desk):
    shown = references(officer.page)
    assert len(shown) == desk["count"] == 40
    assert shown[0] == desk["urgent"]
    assert shown[1:4] == desk["late"]
    for reference in desk["late"]:  # in words, not by a colour alone
        expect(officer.page.get_by_role("row", name=reference)).to_contain_text("days late")
    expect(officer.page.get_by_role("row", name=desk["urgent"])).to_contain_text("Urgent")
    officer.looks("officer-01-forty-cases")


def each_date_explains_itself(officer):
    page, press = officer.page, officer.page.keyboard.press
    press("j")
    press("j")
    press("Tab")
    press("Enter")
    row = page.get_by_role("row").nth(2)
    expect(row).to_contain_text(re.compile(r"3 working days after .*skipped .*Sun"))
    officer.looks("officer-02-why-that-date")


def the_keys_can_be_turned_off_and_that_is_remembered(officer):
    """The switch is at the end of the page: from the top, a few steps back."""
    page, press = officer.page, officer.page.keyboard.press
    page.reload()
    keys_work_on(page)
    tab_to(page, "Turn them off", "Shift+Tab")
    press("Enter")
    page.reload()
    expect(page.get_by_text("Keyboard shortcuts are off")).to_be_visible()
    press("t")
    assert page.get_by_role("checkbox", checked=True).count() == 0
    tab_to(page, "Turn them on", "Shift+Tab")
    press("Enter")
    keys_work_on(page)


def many_are_given_at_once_and_given_back(officer, desk):
    page, press = officer.page, officer.page.keyboard.press
    page.reload()
    keys_work_on(page)
    press("t")
    press("a")
    expect(page.get_by_role("status")).to_contain_text("40 cases given to you")
    keys_work_on(page)
    press("u")
    expect(page.get_by_role("status")).to_contain_text("Given back as before")
    keys_work_on(page)
    expect(page.get_by_role("row", name=desk["urgent"])).to_contain_text("Nobody yet")


def many_are_told_at_once_and_it_is_taken_back(officer, desk):
    page, press = officer.page, officer.page.keyboard.press
    for key in ("j", "x", "j", "x", "s"):
        press(key)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Saying that their words arrived: 2 of 2 people"
    )
    officer.looks("officer-03-told")
    page.set_viewport_size(SMALLEST)
    officer.looks("officer-03-told-320")
    page.set_viewport_size(DESKTOP)
    tab_to(page, "Back to the cases")
    press("Enter")
    keys_work_on(page)
    expect(page.get_by_role("status")).to_contain_text("You can take it back until")
    officer.looks("officer-04-way-back")
    press("u")
    expect(page.get_by_role("status")).to_contain_text("You took it back")
    expect(page.get_by_role("heading", name="Taken back: 2")).to_be_visible()
    officer.looks("officer-05-taken-back")
    officer.opens(desk["urgent"])
    assert "took that back before it left" in officer.reads()
    # Now in earnest: all on the page.
    officer.goes_to("/queue/")
    keys_work_on(page)
    press("t")
    press("s")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Saying that their words arrived: 40 of 40 people"
    )


def a_late_case_asks_for_a_written_reason(officer, desk):
    page = officer.page
    officer.goes_to("/queue/")
    keys_work_on(page)
    search(page, desk["late"][0])
    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Case {desk['late'][0]}")
    tab_to(page, "Say why a date was missed")
    page.keyboard.press("Enter")
    page.get_by_label("Why was it missed?").focus()
    page.keyboard.type(" ")
    tab_to(page, "Tell the person")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Write why the date was missed")
    officer.looks("officer-06-a-reason")
    page.get_by_label("Why was it missed?").focus()
    page.keyboard.type(REASON)
    tab_to(page, "Tell the person")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("The person can read the reason")


def test_the_pages_beside_the_queue_are_in_order_on_a_desk_and_a_phone(officer):
    for address in ("/queue/workload/", "/absence/"):
        officer.goes_to(address).looks(f"officer-{address.strip('/').replace('/', '-')}")
        officer.page.set_viewport_size(SMALLEST)
        officer.looks(f"officer-{address.strip('/').replace('/', '-')}-320")
        officer.page.set_viewport_size(DESKTOP)
