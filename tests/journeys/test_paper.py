"""Scenario G: a volunteer scans 200 cards in one pile, and by keyboard alone they become feedback.

The pile is the generator's. Reading 200 pages takes minutes, so here a stand-in says of most of them
what the generator knows (`tests.journeys.pile`); five pages, among them the sheet that was scanned
twice, are drawn, damaged and read in earnest. The worker's part is done between the person's steps, so
that no other worker reads the pages first.
"""

import re
import sys

import pytest
from playwright.sync_api import expect

from tests.journeys import looking
from tests.journeys.conftest import LAY
from tests.journeys.looking import SMALLEST
from tests.running import Service

LAY_PILE = """
import json, os; from pathlib import Path; from organisations.models import Service; from tests.journeys import pile
ward = Service.objects.select_related("organisation").get(slug="rowan-ward")
print(json.dumps(pile.make(Path(os.environ["PILE"]), organisation=ward.organisation, service=ward)))
"""
SPLIT = """
import json; from feedback.models import ScanFile; from feedback.paper.batches.actions import claim_file, split
from tests.journeys import pile
while file := claim_file(): split(file)

pile.know(ScanFile.objects.get()); print(json.dumps(ScanFile.objects.get().pages))
"""
READ = """
import json; from feedback.paper.crew import read_waiting
print(json.dumps(sum(1 for _ in read_waiting(reader="tests.journeys.pile:read_page", processes=1))))
"""
SETTLE = """
import json; from datetime import timedelta; from feedback.models import FormField
from feedback.paper.settle import settle_ready
while settle_ready(grace=timedelta(0)): pass

print(json.dumps(FormField.objects.doubtful().filter(form__settled_at=None).count()))
"""
TRIAGE = """
import json; from sentiment.classify import classify_batch; from triage.actions import decide_batch
from triage.models import Case
while classify_batch(): pass

while decide_batch(): pass

print(json.dumps(list(Case.objects.filter(feedback__channel="paper").values_list("feedback__reference", flat=True))))
"""
COUNT = """
import json; from django.db.models import Count; from feedback.models import Feedback, FilledForm, Scan
print(json.dumps({
    "pages": dict(Scan.objects.values_list("outcome").annotate(count=Count("pk"))),
    "forms": FilledForm.objects.count(),
    "set_aside": list(FilledForm.objects.exclude(set_aside="").values_list("set_aside", flat=True)),
    "feedback": Feedback.objects.filter(channel="paper").count(),
    "unscored": Feedback.objects.filter(channel="paper", fft_answer=None).count(),
}))
"""
NOTHING_LEFT, AFRESH = "Nothing is left to check.", "read it afresh"
MOST = 400  # fields: a pile never has as many to check


class Website(Service):
    """The website alone: what workers do is done by the test, step by step."""

    def commands(self):
        return {
            "web": [
                sys.executable, "-m", "gunicorn", "patientview.wsgi", "--bind", f"127.0.0.1:{self.port}",
                "--workers", "1", "--threads", "4", "--no-control-socket", "--log-level", "warning",
            ]
        }  # fmt: skip


@pytest.fixture(scope="module")
def service(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pile")
    running = Website(tmp_path_factory.mktemp("paper"))
    running.env["PILE"] = str(folder)
    try:
        running.scene = running.ask(LAY) | {"pdf": str(folder / "pile.pdf")}
        running.scene["pile"] = running.ask(LAY_PILE)
        yield running.start()
    finally:
        running.stop()


@pytest.fixture(scope="module")
def scene(service):
    return service.scene


@pytest.fixture(scope="module")
def signed_in():
    return {}


def test_a_pile_of_cards_becomes_feedback_by_keyboard(staff, scene, service):
    officer = staff("officer")
    sends(officer, scene["pdf"])
    assert service.ask(SPLIT) == 200
    officer.page.reload()
    expect(officer.page.locator("main")).to_contain_text("Pages read: 0 of 200")
    assert service.ask(READ) == 200

    # the page follows by itself: every page is counted, the sheet scanned twice is found
    expect(officer.page.locator(".pv-adds-up")).to_contain_text("= 200 pages")
    numbers = [int(one) for one in re.findall(r"\d+", officer.page.locator(".pv-adds-up").inner_text())]
    assert sum(numbers[:-1]) == numbers[-1] == 200
    expect(officer.page.get_by_role("link", name=re.compile("^1 seen before"))).to_be_visible()
    officer.looks("paper-02-batch")

    # words that sound like danger come first, before anybody has checked them
    expect(officer.page.get_by_role("alert").first).to_contain_text("may be at risk")
    officer.goes_to("/paper/checking/urgent/").looks("paper-03-urgent")
    officer.page.get_by_role("link", name=re.compile("Read form .* now")).first.click()
    officer.looks("paper-04-urgent-form")

    # every doubtful field, by keyboard; what they bring up is asked as well
    checks(officer, slip=True)
    for _ in range(4):
        if not service.ask(SETTLE):
            break
        checks(officer)
    officer.goes_to("/paper/checking/")
    expect(officer.page.get_by_text(NOTHING_LEFT)).to_be_visible()
    # what passed unseen is now and then read afresh
    expect(officer.page.get_by_text(AFRESH)).to_be_visible()
    officer.looks("paper-07-afresh")

    # counts in = stored + set aside with reasons
    count = service.ask(COUNT)
    assert sum(count["pages"].values()) == 200
    assert count["pages"]["seen_before"] == 1
    assert count["forms"] == 199 == count["feedback"] + len(count["set_aside"])
    assert count["set_aside"].count("Nothing is written on it") >= 5
    assert count["unscored"] >= 3  # two ticks void the score and keep the words

    # and it is worked like any other feedback
    references = service.ask(TRIAGE)
    assert references
    officer.goes_to(f"/queue/?q={references[-1]}")
    expect(officer.page.get_by_role("link", name=references[-1], exact=True)).to_be_visible()
    assert "at risk" in officer.alerts()
    for name, address in (("aside", "/paper/checking/aside/"), ("accuracy", "/paper/checking/accuracy/")):
        officer.goes_to(address).looks(f"paper-08-{name}")


def sends(officer, pdf):
    """Sends the pile from the browser, and stays on the page of its batch."""
    page = officer.goes_to("/paper/send/").page
    page.locator("input[type=file]").set_input_files(pdf)
    officer.writes("Scanner (optional)", "Front office")
    # Not for axe: the button of NHS.UK frontend's file upload is named by more than it shows.
    looking.picture(page, "paper-01-send")
    looking.fits(page)
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_url("**/paper/batches/*/")


def checks(officer, slip=False):
    """Checks all there is without a hand on the mouse. With `slip`, takes one answer back on the way."""
    page = officer.goes_to("/paper/checking/").page
    expect(page.get_by_text("Keyboard shortcuts are on")).to_be_visible()
    seen = set()
    for _ in range(MOST):
        kind = page.evaluate("document.querySelector('[data-check]')?.dataset.check ?? ''")
        if not kind or AFRESH in words(page) and NOTHING_LEFT in words(page):
            return
        if kind not in seen and slip:
            seen.add(kind)
            looks_at_both_sizes(officer, f"paper-05-{kind}")
        key = key_for(page, kind)
        if slip and kind == "choice":
            slip = False
            first = address(page)
            comes(page, "x")
            # the last answer is undone, and the same field is back
            comes(page, "u")
            assert address(page) == first
        comes(page, key)
        if page.locator(".nhsuk-error-summary").count():  # a date the machine made up
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.press("Delete")
            comes(page, "Enter")
    raise AssertionError("There is no end of fields to check.")


def key_for(page, kind):
    """What a person would press: what they see is what the machine guessed, or two ticks, or none."""
    if AFRESH in words(page):
        if kind != "choice":
            page.keyboard.press("Escape")  # out of the box, so that letters are keys
        return "s"
    if kind != "choice" or page.locator("[data-answer] input:checked").count():
        return "Enter"
    return "x" if "Two boxes are ticked" in page.locator("[data-check]").inner_text() else "0"


def words(page):
    return page.locator("main").inner_text()


def comes(page, key):
    """Presses a key and waits for what it brings."""
    page.evaluate("document.querySelector('main').dataset.before = 'yes'")
    page.keyboard.press(key)
    expect(page.locator("main[data-before]")).to_have_count(0)


def address(page):
    return page.locator("[data-answer]").get_attribute("action")


def looks_at_both_sizes(officer, name):
    officer.looks(name)
    desktop = officer.page.viewport_size
    officer.page.set_viewport_size(SMALLEST)
    looking.fits(officer.page)
    looking.axe(officer.page)
    officer.page.set_viewport_size(desktop)
