"""Scenario C: somebody who complains may be about to end their life."""

import datetime as dt
import re

from playwright.sync_api import expect

from tests.running import wait_until

DESPAIR = (
    "They sent me home with nothing and nobody rang. I cannot go on like this and I may as well end it all."
)
MINUTE = 60  # seconds: scenario C wants the person on call to be told within one
STAFF_PAGES = ("/queue/", "/queue/to-check/", "/queue/alerts/", "/queue/?q=nothing-like-it")
HELP = ("999", "option 2", "116 123", "85258")


def test_words_of_danger_bring_help_on_the_very_next_page_and_an_alert_on_every_staff_page_until_taken(
    patient, staff, scene
):
    # When the words are written, help is on the next page and not only on the last.
    patient.scans_the_code_of(scene["ward"]).tells(DESPAIR, rating="Very poor").looks(
        "danger-01-very-next-page"
    )
    offers_help(patient)

    # They may still complain, and are shown help again before they are thanked.
    patient.would_like("Make a complaint").presses("Continue").asks_for_the_reply_here()
    patient.presses("Send").looks("danger-02-done")
    offers_help(patient)
    words = patient.reads()
    assert words.index("116 123") < words.index("Thank you")
    reference, code = patient.keeps_the_code()

    # Staff see the alert wherever they are, even when they look at another case.
    officer = staff("officer").sees_in_the_queue(reference)
    first = officer.page.get_by_role("row").nth(1)
    expect(first).to_contain_text(reference)
    expect(first).to_contain_text("Immediate")
    officer.looks("danger-03-queue")
    for address in (*STAFF_PAGES, f"/cases/{scene['routine'][0]}/", f"/cases/{scene['routine'][0]}/do/note/"):
        assert reference in officer.goes_to(address).alerts(), address

    # It stays until a named person takes it and says what they do.
    officer.follows(f"Take alert {reference}").looks("danger-04-take")
    officer.presses("Take this alert")
    assert "Say what you are doing about it" in officer.reads()
    officer.writes("What are you doing about it?", "Rang the crisis team at once; they call the person now.")
    officer.presses("Take this alert").looks("danger-05-taken")
    colleague = staff("colleague")
    for address in (*STAFF_PAGES, f"/cases/{reference}/"):
        assert officer.goes_to(address).alerts() == "", address
    assert officer.name in colleague.goes_to("/queue/alerts/").looks("danger-06-alerts").reads()

    # And it is a complaint like any other: owed an answer, with its dates.
    assert "Complaint about Rowan Ward" in officer.opens(reference).reads()
    patient.tracks(code).looks("danger-07-track")
    assert "We will answer by" in patient.reads()


def test_the_person_on_call_is_told_within_a_minute_and_the_page_says_that_alerting_is_alive(
    patient, staff, scene, service
):
    # The manager puts a colleague on call: until then everyone would be told.
    manager, officer = staff("manager"), staff("officer")
    manager.goes_to("/alerting/rota/").looks("on-call-01-nobody")
    assert "Nobody is on call now." in manager.reads()
    put_on_call(manager, officer.name)
    assert f"On call now: {officer.name}" in manager.looks("on-call-02-rota").reads()

    # What they write is with the person on call within a minute, without a word of it.
    reference, _ = patient.complains(scene["clinic"], DESPAIR)
    letters = wait_until(lambda: told_of(service, reference), "an e-mail about it", MINUTE)
    assert [letter["To"] for letter in letters] == [officer.email]
    text = letters[0].get_content()
    assert "Someone may be at risk" in text
    assert "end it all" not in text
    officer.goes_to(re.search(r"http\S+/queue/alerts/\d+/take/", text)[0]).looks("on-call-03-from-the-mail")
    assert DESPAIR in officer.reads()
    officer.writes("What are you doing about it?", "Rang the crisis team.").presses("Take this alert")

    # A drill goes the same way, and is answered by name.
    said = service.manage("alert_drill", "--organisation", scene["trust"])
    assert said.startswith(f"At once: {officer.name} by e-mail, written after")
    officer.goes_to(re.search(r"/alerting/drills/\d+/", said)[0]).looks("on-call-04-drill")
    officer.presses("It reached me")
    shown = manager.goes_to("/alerting/").looks("on-call-05-alive").reads()
    assert "Yes. When somebody may be at risk, people are told." in shown
    assert f"{officer.name} said after" in shown
    assert service.get("/healthy/alerting")["alive"]


def put_on_call(manager, name):
    """From midnight today until midnight tomorrow."""
    page, today = manager.page, dt.date.today()
    page.get_by_label("Who?").select_option(label=name)
    for legend, day in (("The turn begins on", today), ("The turn ends on", today + dt.timedelta(days=1))):
        group = page.get_by_role("group", name=legend)
        for part in ("day", "month", "year"):
            group.get_by_label(part.capitalize(), exact=True).fill(str(getattr(day, part)))
    manager.writes("At what time does it begin?", "00:00").writes("At what time does it end?", "23:59")
    manager.presses("Add this turn")


def told_of(service, reference):
    return [
        letter for letter in service.mail() if letter["Subject"] == f"Someone may be at risk: {reference}"
    ]


def offers_help(patient):
    shown = patient.page.get_by_role("alert").inner_text()
    assert all(number in shown for number in HELP)
    headings = patient.page.get_by_role("heading").all_inner_texts()
    assert headings[0].startswith("If you need help now")
