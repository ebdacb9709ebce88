"""A person filling in the form: reads the inputs of each page as a browser would, and presses its buttons."""

import re
from html.parser import HTMLParser

import pytest

from feedback.signals import Signal
from tests.factories import IcbFactory, OrganisationFactory, PracticeFactory, ServiceFactory


class Inputs(HTMLParser):
    """What a browser would send with the page's feedback form: {name: [values]}."""

    def __init__(self, page):
        super().__init__()
        self.sent, self.textarea = {}, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "textarea":
            self.textarea = attrs["name"]
            self.sent[self.textarea] = [""]
        kind = attrs.get("type", "text")
        chosen = kind not in ("radio", "checkbox") or "checked" in attrs
        if tag == "input" and attrs.get("name") and chosen:
            self.sent.setdefault(attrs["name"], []).append(attrs.get("value", ""))

    def handle_data(self, data):
        if self.textarea:
            self.sent[self.textarea][0] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.textarea = None


class Person:
    """Walks the form at `url`. `page` is the last page's HTML, `response` all of it."""

    def __init__(self, client, url):
        self.client, self.url = client, url
        self.took(client.get(url))

    def took(self, response):
        self.response, self.page = response, response.content.decode()
        return self

    @property
    def heading(self):
        return re.sub(r"<[^>]+>", "", re.search(r"<h1>(.*?)</h1>", self.page, re.S)[1]).strip()

    def inputs(self):
        return Inputs(self.page).sent

    def press(self, go=None, **typed):
        """Press Continue, or the button whose value is `go`, after typing."""
        sent = self.inputs() | {name: value for name, value in typed.items() if value is not None}
        return self.took(self.client.post(self.url, sent | ({"go": go} if go else {})))


@pytest.fixture
def ward(db):
    trust = OrganisationFactory(ods_code="REV", name="Elder Vale Hospitals NHS Trust", town="Elderby")
    return ServiceFactory(organisation=trust, name="Bramble Ward", slug="bramble-ward")


@pytest.fixture
def practice(db):
    icb = IcbFactory(name="NHS Vale and Moor ICB")
    surgery = PracticeFactory(name="Millbrook Surgery", parent=icb)
    return ServiceFactory(organisation=surgery, name="Reception", slug="millbrook-surgery")


@pytest.fixture
def person(client):
    """`person(service)`: somebody at the first screen of its form."""
    return lambda service: Person(client, f"/give-feedback/{service.slug}/")


@pytest.fixture
def at_check(person):
    """`at_check(service)`: somebody who has answered all of an anonymous comment."""

    def walk(service, words="The tea was warm.", **answers):
        someone = person(service).press(what_happened=words, fft_answer="1")
        return someone.press(**({"intent": "comment", "about": "self", "reply_wanted": "no"} | answers))

    return walk


@pytest.fixture
def danger_word(monkeypatch):
    """The safety check finds danger in "PERIL" alone: which words mean danger is tested with the signals."""

    def find(text):
        return (Signal("self_harm", "PERIL"),) if "PERIL" in text else ()

    monkeypatch.setattr("feedback.web.giving.hear", find)
    monkeypatch.setattr("feedback.intake.hear", find)
    return "PERIL"
