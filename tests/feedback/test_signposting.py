"""Help that is there now: said in one place, so that pages and apps never differ."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from feedback.api.signposting import SIGNPOSTING
from feedback.signposting import HELP_NOW


@pytest.mark.parametrize("help_now", HELP_NOW, ids=lambda one: one.name)
def test_the_page_and_the_app_say_the_same(help_now):
    page = render_to_string("components/signposting.html").replace("&amp;", "&")
    (told,) = [one for one in SIGNPOSTING if one["name"] == help_now.name]
    assert told["for"] == help_now.when
    assert help_now.when in page
    for way in help_now.ways:
        assert way.words in told["how"]
        assert way.words in page
        assert way.href in page


@pytest.mark.parametrize("number", ["116 123", "85258", "18000"])
def test_a_number_to_call_stands_in_one_place(number):
    root = Path(settings.BASE_DIR)
    sources = [*root.glob("feedback/**/*.py"), *root.glob("templates/**/*.html")]
    holding = [path.relative_to(root).as_posix() for path in sources if number in path.read_text()]
    assert holding == ["feedback/signposting.py"]
