"""What every template can count on: filters, globals, and None that prints as nothing."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines

from patientview import jinja


def render(source, **context):
    return engines["jinja2"].from_string(source).render(context)


@pytest.mark.parametrize(
    ("source", "value", "shown"),
    [
        ("{{ v | uk_date }}", date(2026, 4, 2), "2 April 2026"),
        ("{{ v | uk_date }}", None, ""),
        ("{{ v | uk_day }}", date(2026, 4, 2), "Thu 2 Apr"),
        # 23:30 in Greenwich is half past midnight, the day after, on a summer's clock.
        ("{{ v | uk_date }}", datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026"),
        ("{{ v | uk_time }}", datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "12:30am"),
        ("{{ v | uk_time }}", datetime(2026, 1, 5, 9, 0, tzinfo=UTC), "9am"),
        ("{{ v | uk_time }}", datetime(2026, 1, 5, 14, 5, tzinfo=UTC), "2:05pm"),
        ("{{ v | uk_time }}", datetime(2026, 1, 5, 12, 0, tzinfo=UTC), "midday"),
        ("{{ v | uk_time }}", datetime(2026, 1, 5, 0, 0, tzinfo=UTC), "midnight"),
        ("{{ v | number }}", 1234567, "1,234,567"),
        ("{{ v | number }}", 0, "0"),
        ("{{ v | percent }}", 0.756, "76%"),
        ("{{ v | percent(1) }}", 0.756, "75.6%"),
        ("{{ v | percent }}", None, ""),
        ("{{ v | plural('case') }}", 1, "1 case"),
        ("{{ v | plural('case') }}", 0, "0 cases"),
        ("{{ v | plural('reply', 'replies') }}", 2000, "2,000 replies"),
        ("{{ v | code4 }}", "1234567890123452", "1234 5678 9012 3452"),
        ("{{ v | code4 }}", None, ""),
    ],
)
def test_a_filter_writes_as_the_nhs_does(source, value, shown):
    assert render(source, v=value) == shown


def test_none_never_becomes_a_word_on_a_page():
    assert render("<textarea>{{ v }}</textarea>", v=None) == "<textarea></textarea>"


def test_words_are_escaped():
    assert render("{{ v }}", v="<script>") == "&lt;script&gt;"


def test_every_page_gets_the_nonce_as_words(rf):
    request = rf.get("/")
    request.csp_nonce, request.user = "a-nonce", AnonymousUser()
    given = jinja.every_page(request)
    assert given["csp_nonce"] == "a-nonce"
    assert not given["signed_in"]


def test_a_request_refused_before_sign_in_was_looked_at_still_has_a_page(rf):
    given = jinja.every_page(rf.get("/"))
    assert given["csp_nonce"] == ""
    assert not given["signed_in"]


def test_an_nhs_macro_does_not_indent_a_persons_words():
    page = render(
        """{% from "nhsuk/components/summary-list/macro.jinja" import summaryList %}
        {{ summaryList({"rows": [{"key": {"text": "What happened"}, "value": {"text": v}}]}) }}""",
        v="one\ntwo",
    )
    assert "one\ntwo" in page
