"""Scenario C: somebody who complains may be about to end their life."""

from playwright.sync_api import expect

DESPAIR = (
    "They sent me home with nothing and nobody rang. I cannot go on like this and I may as well end it all."
)
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


def offers_help(patient):
    shown = patient.page.get_by_role("alert").inner_text()
    assert all(number in shown for number in HELP)
    headings = patient.page.get_by_role("heading").all_inner_texts()
    assert headings[0].startswith("If you need help now")
