"""A whole running service and a real browser, for people's tasks from beginning to end."""

import os
import shutil
from urllib.parse import urlsplit

import pytest

from tests.journeys import looking
from tests.journeys.actors import Patient, Staff
from tests.journeys.looking import DESKTOP, PHONE
from tests.running import Service

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 45_000  # milliseconds: a journey says what happens, not how fast on a busy machine
LAY = "import json; from tests.journeys.scene import lay; print(json.dumps(lay()))"


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.xdist_group("journeys"))


# Package and not session: while Playwright runs, Django takes its loop for an async view and refuses the database.
@pytest.fixture(scope="package")
def browser():
    if CHROMIUM is None:
        missing = pytest.fail if os.environ.get("NOTHING_MAY_SKIP") else pytest.skip
        missing("There is no chromium here: install Debian's package to run the journeys.")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def service(browser, tmp_path_factory):
    running = Service(tmp_path_factory.mktemp("journeys"))
    # Every person here has the same address: the limit of one person's hour is not their subject.
    running.env["GIVE_PER_HOUR"] = "100000"
    try:
        running.scene = running.ask(LAY)
        yield running.start()
    finally:
        running.stop()


@pytest.fixture(scope="package")
def scene(service):
    """Who and what there is: see `tests.journeys.scene`."""
    return service.scene


@pytest.fixture
def window(browser, service):
    """`window(**options)`: a browser of one's own. At the end nothing may have gone wrong in any of them."""
    opened = []

    def open_one(**options):
        context = browser.new_context(base_url=service.url, locale="en-GB", **options)
        context.set_default_timeout(PATIENCE)
        opened.append((context, looking.Watch(context, urlsplit(service.url).netloc)))
        return context

    yield open_one
    wrong = [one for context, watch in opened for one in watch.wrong]
    for context, _ in opened:
        context.close()
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def phone(window):
    """A small phone on which no script ever runs."""
    return window(viewport=PHONE, java_script_enabled=False).new_page()


@pytest.fixture
def desktop(window):
    return window(viewport=DESKTOP).new_page()


@pytest.fixture
def patient(phone, window):
    return Patient(phone, twin=window(viewport=PHONE).new_page())


@pytest.fixture(scope="package")
def signed_in():
    """Cookies of those who have signed in already: doing it again would teach nothing."""
    return {}


@pytest.fixture
def staff(window, scene, signed_in):
    """`staff("officer")`: that member of staff at a desk of their own, signed in."""

    def at_a_desk(role):
        person = Staff(
            window(viewport=DESKTOP, storage_state=signed_in.get(role)).new_page(), **scene["staff"][role]
        )
        if role not in signed_in:
            person.signs_in()
            signed_in[role] = person.page.context.storage_state()
        return person

    return at_a_desk
