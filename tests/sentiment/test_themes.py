import csv
from pathlib import Path

import pytest

from sentiment.themes import BY_NAME, NAMES, THEMES

LIST = Path(__file__).parents[3] / "shared" / "domain" / "themes_qdc_v7.csv"


def test_there_are_32_themes_each_with_its_own_name_and_words():
    assert len(THEMES) == len(set(NAMES)) == len({theme.in_words for theme in THEMES}) == 32
    assert BY_NAME["Parking"].group == "Service location, travel & transport"


def test_the_words_for_the_public_are_short_and_plain():
    for theme in THEMES:
        assert len(theme.in_words) <= 45
        assert "&" not in theme.in_words and "/" not in theme.in_words


def test_names_and_groups_are_the_framework_s_own():
    if not LIST.exists():
        pytest.skip("the published list of themes is not on this machine")
    with LIST.open(encoding="utf-8") as file:
        published = [(row["minor"], row["major"]) for row in csv.DictReader(file)]
    assert [(theme.name, theme.group) for theme in THEMES] == published
