from dataclasses import replace
from random import Random

import pytest

from insights.emerging.grouping import find
from insights.emerging.told import FEWEST_PEOPLE
from insights.emerging.vectors import NO_THEME, telling, unexplained, weighted
from tests.insights.emerging.invented import ordinary, pigeons

BEFORE = ordinary(450, Random(1), first=5000)
NOISE = ordinary(150, Random(2))
STORY = pigeons(first=1000)


def test_a_planted_story_is_found_among_noise_and_nothing_else_is_new():
    found = find(NOISE + STORY, BEFORE)
    (group,) = [one for one in found.groups if one.people_before == 0]
    assert "pigeon" in " ".join(group.words)
    assert {comment for comment, _ in group.comments} == {one.comment for one in STORY}
    assert group.people == len(STORY)
    assert found.comments == len(NOISE + STORY) and found.comments_before == len(BEFORE)


def test_where_nothing_is_new_nothing_is_found():
    assert find(NOISE, BEFORE).groups == ()


@pytest.mark.parametrize("seed", range(4))
def test_the_same_comments_in_any_order_give_the_same_groups(seed):
    chosen = Random(seed)
    now, before = NOISE + STORY, list(BEFORE)
    expected = find(now, before)
    chosen.shuffle(now)
    chosen.shuffle(before)
    assert find(now, before) == expected


def test_words_that_thousands_use_are_counted_as_well():
    many, more = ordinary(1500, Random(5), first=20_000), ordinary(4500, Random(6), first=40_000)
    assert [group.people for group in find(many + STORY, more).groups] == [len(STORY)]


def test_fewer_than_five_people_are_no_group():
    assert find(NOISE + STORY[: FEWEST_PEOPLE - 1], BEFORE).groups == ()


def test_one_person_who_writes_seven_times_is_one_person():
    one_voice = [replace(told, feedback=1000) for told in STORY]
    assert find(NOISE + one_voice, BEFORE).groups == ()


def test_a_story_as_old_as_the_weeks_before_is_not_new():
    before = BEFORE + [
        replace(told, comment=9000 + 10 * turn + place, feedback=9000 + 10 * turn + place)
        for turn in range(3)
        for place, told in enumerate(STORY)
    ]
    assert find(NOISE + STORY, before).groups == ()


def test_a_story_that_grew_is_told_with_how_many_told_it_before():
    before = BEFORE + [replace(STORY[0], comment=9000, feedback=9000)]
    (group,) = find(NOISE + STORY, before).groups
    assert (group.people, group.people_before) == (7, 1)


def test_without_a_past_nothing_can_be_called_new():
    found = find(NOISE + STORY, [])
    assert not found.can_say_new
    assert any("pigeon" in " ".join(group.words) for group in found.groups)


@pytest.mark.parametrize(
    ("now", "before"), [([], []), (STORY[:1], []), ([], BEFORE), ([replace(STORY[0], text="")] * 9, [])]
)
def test_hardly_anything_is_no_reason_to_fail(now, before):
    assert find(now, before).groups == ()


def test_a_comment_is_unexplained_without_a_theme_unsure_or_far_from_its_themes_usual_words():
    usual = replace(NOISE[0], text="parking ticket machine barrier spaces", themes=("Parking",))
    now = [
        usual,
        replace(usual, themes=()),
        replace(usual, themes=(NO_THEME,)),
        replace(usual, sure=0.2),
        replace(usual, text="tea soup toast menu"),
        replace(usual, text="thank you"),
    ]
    matrix, _ = weighted(now + BEFORE)
    assert unexplained(now, BEFORE, matrix) == [1, 2, 3, 4]


def test_plurals_meet_and_everyones_words_tell_nothing():
    assert telling("The pigeons on the ramps were very helpful, thank you") == ["pigeon", "ramp"]
    assert telling("class") == ["class"]
