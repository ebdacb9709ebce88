"""What a careful person would see on a page: is it in order for everyone, does it fit, does it keep to itself."""

import os
from pathlib import Path
from urllib.parse import urlsplit

AXE = Path(__file__).with_name("axe.min.js").read_text()
# The NHS layout keeps the way back outside its landmarks, so that "Skip to main content" passes it by.
KNOWN = """axe.configure({rules: [{id: "region", selector: "body *:not(.nhsuk-back-link)"}]})"""
CHECK = """() => axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(
    one => `${one.id}: ${one.help} (${one.nodes.map(node => node.target.join(" ")).slice(0, 4).join(", ")})`))"""
PHONE = {"width": 375, "height": 740}
SMALLEST = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
SETTLED, A_MOMENT = 5_000, 100  # milliseconds
# A page that is just being replaced by the next has no root for a moment: null.
WIDTHS = """() => document.documentElement
    && [document.documentElement.scrollWidth, window.innerWidth]"""
SHOTS = os.environ.get("SHOTS")


def axe(page):
    """Nothing that axe-core knows of keeps anybody from using this page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE};{KNOWN};0")
    found = page.evaluate(CHECK)
    assert not found, f"{page.url}: " + "; ".join(found)


def axe_without_scripts(page, twin):
    """The same of a page whose window runs no scripts: axe needs them, so it reads a copy in `twin`, which does."""
    copy = page.content()
    twin.route(
        page.url, lambda route: route.fulfill(body=copy, content_type="text/html; charset=utf-8"), times=1
    )
    twin.goto(page.url)
    axe(twin)


def fits(page):
    """Nobody has to scroll sideways (WCAG 1.4.10).

    When a window changes, the NHS header's script moves links into its menu a moment later: until then they stick out.
    """
    widths = None
    for _ in range(SETTLED // A_MOMENT):
        widths = page.evaluate(WIDTHS)
        if widths and widths[0] <= widths[1]:
            return
        page.wait_for_timeout(A_MOMENT)
    raise AssertionError(f"{page.url}: (wide, window) {widths} in pixels")


def picture(page, name):
    """Keep a picture of this step if SHOTS names a folder."""
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


class Watch:
    """Listens to all pages of one browser window and remembers what should never happen."""

    def __init__(self, context, host):
        self.host = host
        self.wrong = []
        context.on("request", self.request)
        context.on("response", self.response)
        context.on("console", self.console)
        context.on("weberror", lambda error: self.wrong.append(f"script error: {error.error}"))

    def request(self, request):
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.netloc != self.host:
            self.wrong.append(f"asked another host: {request.url}")

    def response(self, response):
        # A page may refuse (422, 409, 429) with words for its reader; what it is made of may not be missing.
        if response.status >= 500 or (
            response.status >= 400 and not response.request.is_navigation_request()
        ):
            self.wrong.append(f"{response.status} for {response.url}")

    def console(self, message):
        # Chromium repeats every refusal of a page here; `response` has judged those already.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.wrong.append(f"console: {message.text}")
