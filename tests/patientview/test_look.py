"""The layouts, the pieces, the error pages, and the files they need."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.template import engines
from django.template.loader import get_template
from django.utils import timezone

TEMPLATES = Path(settings.BASE_DIR) / "templates"
STATIC = TEMPLATES / "static"
PAGES = sorted(path for path in TEMPLATES.rglob("*.html"))
# Files of the Ombudsman's pack are opened from a folder: no server of ours is there to send a policy or a stylesheet.
STANDS_ALONE = {TEMPLATES / "triage" / "pack" / "sheet.html"}


def render(source, request=None, **context):
    return engines["jinja2"].from_string(source).render(context, request)


@pytest.fixture
def request_(rf):
    request = rf.get("/")
    request.csp_nonce, request.user = "a-nonce", AnonymousUser()
    request._messages = CookieStorage(request)
    return request


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_a_template_reads_and_keeps_the_content_security_policy(page):
    get_template(str(page.relative_to(TEMPLATES)))
    source = page.read_text()
    own_style = "" if page in STANDS_ALONE else "|<style"
    assert not re.search(rf"\sstyle={own_style}|\son[a-z]+=[\"']", source)
    assert not re.search(r"<script(?![^>]*(src=|nonce=))", source)


def test_a_public_page_has_a_title_a_way_past_the_header_and_the_footer(request_):
    page = render(
        '{% extends "layouts/public.html" %}{% block title %}Hello{% endblock %}{% block page %}<h1>Hi</h1>{% endblock %}',
        request_,
    )
    assert "<title>Hello - NHS Patient View</title>" in page
    assert 'lang="en-GB"' in page
    assert 'href="#maincontent"' in page
    assert 'nonce="a-nonce"' in page
    for address in ("/what-happens/", "/privacy/", "/accessibility/", "/contact/"):
        assert f'href="{address}"' in page
    assert "116 123" not in page


def test_signposting_comes_before_anything_else_in_the_page(request_):
    page = render(
        '{% extends "layouts/public.html" %}{% block page %}<h1>Thank you</h1>{% endblock %}',
        request_,
        show_signposting=True,
    )
    for help_now in ("tel:999", "Call 111, then choose option 2", "116 123", "85258", "18000", "999 BSL"):
        assert page.index(help_now) < page.index("Thank you")


def test_a_visitor_of_a_staff_layout_sees_no_search_and_can_sign_in(request_):
    page = render('{% extends "layouts/staff.html" %}', request_)
    assert "search-field" not in page
    assert "Sign in" in page


def test_alerts_stand_on_top_of_a_staff_page(request_):
    row = {
        "id": 1,
        "kind": "danger_now",
        "raised_at": timezone.now(),
        "feedback_id": 1,
        "feedback__reference": "PV-1",
        "feedback__service__name": "Ward 4",
        "feedback__organisation__name": "Elder Vale",
    }
    request_.people_at_risk = [[row]]
    page = render('{% extends "layouts/staff.html" %}{% block page %}<h1>Queue</h1>{% endblock %}', request_)
    assert "1 person may be at risk" in page
    assert page.index('href="/queue/alerts/1/take/"') < page.index("<h1>Queue")


def test_an_error_message_interrupts_and_a_success_does_not(request_):
    messages.success(request_, "Saved")
    messages.error(request_, "Someone else changed this")
    page = render('{% extends "layouts/public.html" %}', request_)
    assert re.search(r'role="status">\s*<p>Saved', page)
    assert re.search(r'role="alert">\s*<p><strong>Please note:</strong> Someone else', page)


def test_words_are_shown_as_written_and_escaped():
    page = render('{% from "components/words.html" import words %}{{ words(t) }}', t="One\n  two <b>")
    assert '<div class="pv-words__text">One\n  two &lt;b&gt;</div>' in page


def test_a_row_without_an_answer_says_so():
    page = render(
        '{% from "components/words.html" import summary_list %}{{ summary_list(rows) }}',
        rows=[{"key": "Name", "value": None}, {"key": "Age", "value": 0, "change_url": "/age/"}],
    )
    assert "Not given" in page
    assert ">0</dd>" in page
    assert 'Change<span class="nhsuk-u-visually-hidden"> age</span>' in page


def test_a_return_code_is_read_in_fours():
    page = render(
        '{% from "components/words.html" import return_code %}{{ return_code("1234567890123452") }}'
    )
    assert "1234 5678 9012 3452" in page


@pytest.mark.parametrize(
    ("days", "said"), [(-1, "1 day late"), (0, "due today"), (1, "1 day left"), (18, "18 days left")]
)
def test_lateness_is_said_in_words(days, said):
    assert said in render('{% from "components/tags.html" import due_tag %}{{ due_tag(d) }}', d=days)


@pytest.mark.parametrize("priority", ["standard", "urgent", "immediate"])
def test_priority_is_said_in_words(priority):
    page = render('{% from "components/tags.html" import priority_tag %}{{ priority_tag(p) }}', p=priority)
    assert priority in page.lower().replace("nhsuk", "")


def test_a_timeline_tells_what_when_and_who():
    event = {
        "at": datetime(2026, 4, 2, 13, 5, tzinfo=UTC),
        "title": "We replied",
        "by": "Patient advice",
        "timed": True,
    }
    page = render('{% from "components/timeline.html" import timeline %}{{ timeline([e]) }}', e=event)
    assert "2 April 2026, 2:05pm" in page
    assert "Patient advice" in page


def test_a_pager_with_nowhere_to_go_is_not_there():
    source = '{% from "components/pager.html" import pager %}{{ pager(n, o) }}'
    assert render(source).strip() == ""
    assert "Newer" not in render(source, o="/older/")


def test_the_page_for_our_own_mistakes_needs_nothing():
    page = get_template("500.html").render()
    assert "Sorry, something went wrong" in page
    named = re.findall(rf'{settings.STATIC_URL}([^"]+)', page)
    assert named
    assert all((STATIC / name).is_file() for name in named)


@pytest.mark.parametrize("name", ["400.html", "404.html", "403.html", "403_csrf.html", "429.html"])
def test_an_error_page_says_what_to_do_with_and_without_a_request(name, request_):
    for page in (get_template(name).render(), get_template(name).render(request=request_)):
        heading = re.search(r"<h1>(.+?)</h1>", page)[1]
        assert f"<title>{heading} - NHS Patient View</title>" in page


@pytest.mark.django_db
def test_an_address_that_is_nowhere_gets_our_page(client):
    answer = client.get("/no/such/page/")
    assert answer.status_code == 404
    assert b"We cannot find this page" in answer.content


@pytest.mark.django_db
def test_staff_sign_in_has_the_house_look(client):
    answer = client.get("/account/login/")
    assert answer.status_code == 200
    assert b"Staff sign in" in answer.content
    assert b'autocomplete="current-password"' in answer.content


def test_every_file_a_stylesheet_names_is_there():
    sheets = list(STATIC.rglob("*.css"))
    named = [(sheet, name) for sheet in sheets for name in re.findall(r"url\(([^)]+)\)", sheet.read_text())]
    assert named
    assert [(str(sheet), name) for sheet, name in named if not (sheet.parent / name).is_file()] == []


def test_every_icon_of_the_manifest_is_there():
    icons = json.loads((STATIC / "nhsuk" / "manifest.json").read_text())["icons"]
    assert all((STATIC / "nhsuk" / icon["src"]).is_file() for icon in icons)


def test_no_file_sends_a_browser_elsewhere():
    for path in [*STATIC.rglob("*.css"), *STATIC.rglob("*.js")]:
        source = path.read_text()
        assert "@font-face" not in source
        assert "sourceMappingURL" not in source
        assert not re.search(r"url\(\s*[\"']?(https?:)?//", source)
