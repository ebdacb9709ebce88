"""Scenario I: ten quiet minutes of labelling, by keyboard."""

from playwright.sync_api import expect


def test_comments_are_labelled_by_keyboard_and_a_slip_is_undone(staff):
    officer = staff("officer").goes_to("/labelling/")
    page, press = officer.page, officer.page.keyboard.press
    words = page.locator("blockquote > div")
    feeling = page.get_by_role("group", name="How does the person feel?")
    expect(page.get_by_text("Keyboard shortcuts are on.")).to_be_visible()
    first = words.text_content()
    officer.looks("labelling-01")

    # a number chooses the feeling, Enter keeps what is on the screen
    press("4")
    expect(feeling.get_by_role("radio", name="4. Negative", exact=True)).to_be_checked()
    press("Enter")
    expect(page.get_by_role("status").first).to_have_text("You have labelled 1 today.")
    expect(words).not_to_have_text(first)

    # s skips, and the last answer can be taken back
    second = words.text_content()
    press("s")
    expect(page.get_by_text("Last comment: you skipped it")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(words).to_have_text(second)

    # the model had it right, in one press
    page.get_by_role("button", name="The model had it right").click()
    expect(page.get_by_role("status").first).to_have_text("You have labelled 2 today.")
    officer.looks("labelling-02")

    # turned off, the keys do nothing
    page.get_by_role("button", name="Turn them off").click()
    third = words.text_content()
    page.locator("h1").click()
    press("s")
    expect(words).to_have_text(third)
