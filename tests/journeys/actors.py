"""The people of the journeys, and what each of them does: in the words and buttons that they see."""

import re

from tests.journeys import looking
from tests.journeys.scene import PASSWORD
from tests.running import wait_until

# From the last press of a patient to the officer's screen. It takes two or three; a machine that runs
# other tests may take many more, and how fast it is belongs in the benchmarks.
SECONDS_TO_SHOW = 60
REFERENCE = re.compile(r"PV-[A-Z0-9]{4}-[A-Z0-9]{4}")
CODE = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")


class Person:
    """Somebody at a screen."""

    def __init__(self, page):
        self.page = page

    def goes_to(self, address):
        self.page.goto(address)
        return self

    def presses(self, words):
        self.page.get_by_role("button", name=words, exact=True).click()
        return self._arrives()

    def follows(self, words):
        self.page.get_by_role("link", name=words, exact=True).first.click()
        return self._arrives()

    def _arrives(self):
        """A click ends when the next page begins: wait until all of it is there."""
        self.page.wait_for_load_state()
        return self

    def chooses(self, question, answer):
        self.page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()
        return self

    def writes(self, label, words):
        self.page.get_by_label(label, exact=True).fill(words)
        return self

    def written_in(self, label):
        return self.page.get_by_label(label, exact=True).input_value()

    def heading(self):
        return self.page.get_by_role("heading", level=1).inner_text()

    def reads(self):
        """All the words on the page."""
        return self.page.locator("main").inner_text()

    def looks(self, name):
        """Stop at this step: it fits, it is in order for everyone, and a picture of it is kept when asked for."""
        self._arrives()
        looking.picture(self.page, name)
        looking.fits(self.page)
        looking.axe(self.page)
        return self


class Patient(Person):
    """Somebody with a phone that runs no scripts; `twin` is a phone like it that does."""

    def __init__(self, page, twin):
        super().__init__(page)
        self.twin = twin

    def looks(self, name):
        self._arrives()
        looking.picture(self.page, name)
        looking.fits(self.page)
        looking.axe_without_scripts(self.page, self.twin)
        return self

    def scans_the_code_of(self, ward):
        return self.goes_to(f"/give-feedback/{ward}/")

    def tells(self, what_happened="", *, rating=None):
        if rating:
            self.chooses("Overall, how was your experience of our service?", rating)
        self.writes("What happened?", what_happened)
        return self.presses("Continue")

    def would_like(self, to_do, *, about="Mine", reply="Yes"):
        self.chooses("What would you like to do?", to_do)
        self.chooses("Whose care is this about?", about)
        self.chooses("Do you want a reply?", reply)
        return self.presses("Continue")

    def asks_for_the_reply_here(self):
        """By the return code, with no name given."""
        self.chooses("How should we reply?", "On this website, with a code")
        self.presses("Continue")
        return self.presses("Continue")  # their name, which they may leave empty

    def keeps_the_code(self):
        """-> (reference, return code) as the last page shows them."""
        shown = self.reads()
        return REFERENCE.search(shown)[0], CODE.search(shown)[0]

    def complains(self, ward, words):
        """The whole form in one go, where the form is not the subject -> (reference, return code)."""
        self.scans_the_code_of(ward).tells(words).would_like("Make a complaint")
        self.presses("Continue").asks_for_the_reply_here().presses("Send")
        return self.keeps_the_code()

    def tracks(self, code):
        return self.goes_to("/track/").writes("Return code", code).presses("Continue")


class Staff(Person):
    """Somebody at a desk, with an account."""

    def __init__(self, page, email, name):
        super().__init__(page)
        self.email, self.name = email, name

    def signs_in(self):
        self.goes_to("/account/login/")
        self.page.get_by_label(re.compile("e-?mail", re.IGNORECASE)).fill(self.email)
        self.page.get_by_label("Password", exact=False).first.fill(PASSWORD)
        return self.presses("Sign in")

    def sees_in_the_queue(self, reference):
        """Reloads the queue until the case is there: it must be within seconds."""

        def shown():
            self.goes_to("/queue/")
            return self.page.get_by_role("link", name=reference, exact=True).count()

        wait_until(shown, f"{reference} in the queue", SECONDS_TO_SHOW)
        return self

    def opens(self, reference):
        return self.goes_to(f"/cases/{reference}/")

    def writes_the_final_reply(self, reference, words):
        """Begins it from the case, with these words; not saved yet."""
        self.opens(reference).follows("Write the reply, or another letter")
        self.chooses("Which letter do you want to write?", "Final reply").presses("Begin this letter")
        return self.writes("Your letter", words)

    def finds(self, reference, finding="Upheld"):
        """Says in one issue what the complaint is about, and what was found."""
        self.goes_to(f"/cases/{reference}/issues/add/")
        self.writes("What is complained about?", "It was not done as it should be.")
        self.page.get_by_label("Which subject is it?").select_option(label="Communications")
        self.page.get_by_label("Whose work is it about?").select_option(label="Nursing")
        self.presses("Add this issue").follows("Decide issue 1")
        self.chooses("What did you find?", finding).writes("Why?", "The records show it.")
        return self.presses("Keep this finding")

    def puts_forward(self, reference, words):
        """The final reply with these words, once it is said what was found."""
        self.finds(reference)
        return self.writes_the_final_reply(reference, words).presses("Save and put forward")

    def signs(self, reference):
        """The letter of that case, from the list of those that wait."""
        self.goes_to("/letters/to-sign/").follows(f"Final reply for {reference}")
        return self.presses("Sign this letter")

    def sends_it(self, reference):
        """The final reply of that case, once it is signed."""
        self.opens(reference).follows("Letters").follows("Final reply").presses("Go on to send it")
        return self.presses("Send this letter")

    def alerts(self):
        """The words of the alert on top of the page, or nothing."""
        shown = self.page.get_by_role("alert").filter(has_text="may be at risk")
        return shown.inner_text() if shown.count() else ""
