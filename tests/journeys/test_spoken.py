"""Something said to a nurse: written down on the smallest phone, settled the same day, or a complaint of that day."""

from tests.journeys.looking import SMALLEST

COLD = "The toast was cold again and nobody came for the tray."
DARK = "He says he cannot go on and wants to end his life tonight."


def test_a_ward_manager_writes_down_what_was_said_on_a_phone(staff):
    manager = staff("ward_manager")
    manager.page.set_viewport_size(SMALLEST)
    manager.goes_to("/desk/").looks("spoken-01-doors")
    manager.presses("Write down what they said").looks("spoken-02-form")
    assert manager.page.get_by_label("Where is it about?").input_value(), "their own ward is chosen already"

    one_slip_loses_nothing(manager)
    settled_at_once(manager)
    not_settled_and_settled_later(manager)
    not_settled_and_a_complaint(manager)
    danger_is_said_at_once(manager)


def one_slip_loses_nothing(manager):
    manager.writes("What did the person say?", COLD).chooses("Is it settled?", "Yes, and the person says so")
    manager.presses("Keep it").looks("spoken-03-refused")
    assert "Say what was done" in manager.reads()
    assert manager.written_in("What did the person say?") == COLD


def settled_at_once(manager):
    manager.writes("What was done?", "Brought fresh toast and said sorry.")
    manager.page.get_by_label("The person says that it is settled", exact=True).check()
    manager.presses("Keep it").looks("spoken-04-settled")
    assert "No complaint is open" in manager.reads()


def says(manager, words):
    manager.goes_to("/desk/spoken/").writes("What did the person say?", words)
    manager.writes("Their phone number (optional)", "01632 960001")
    manager.chooses("Is it settled?", "Not yet").presses("Keep it")
    return manager.page.url.rstrip("/").rpartition("/")[2]


def not_settled_and_settled_later(manager):
    reference = says(manager, "Nobody told my sister when the clinic is.")
    assert "1 working day after" in manager.looks("spoken-05-timer").reads()
    manager.goes_to("/desk/spoken/open/").looks("spoken-06-open")
    manager.follows(reference).writes("What was done?", "Rang the clinic and told her the day.")
    manager.page.get_by_label("The person says that it is settled", exact=True).check()
    manager.presses("It is settled")
    assert "No complaint is open" in manager.reads()
    assert reference not in manager.goes_to("/desk/spoken/open/").reads()


def not_settled_and_a_complaint(manager):
    reference = says(manager, "The light in the bay has been broken for a week.")
    manager.goes_to("/queue/")
    assert "spoken, not settled yet" in manager.reads()
    manager.goes_to(f"/desk/spoken/{reference}/").presses("Make it a complaint")
    assert manager.page.url.endswith(f"/cases/{reference}/")
    assert "It is a complaint now" in manager.reads()
    manager.goes_to("/desk/spoken/all/").looks("spoken-07-all")
    assert "Became a complaint" in manager.reads()


def danger_is_said_at_once(manager):
    says(manager, DARK)
    assert "Somebody may be in danger" in manager.looks("spoken-08-danger").reads()
    manager.page.get_by_role("link", name="Take the alert").first.click()
    manager.page.get_by_role("textbox").last.fill("Sat with him and called the crisis team.")
    manager.page.get_by_role("button", name="Take").click()
    manager.page.wait_for_load_state()
    assert not manager.alerts()
