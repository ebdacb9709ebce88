"""What a person's words suggest: the sentence that carried it, and nothing that was decided already."""

import pytest

from tests.factories import UserFactory, a_case, an_issue
from triage import actions
from triage.issues.suggesting import LONGEST, excerpt, suggestions

WORDS = "The wait was nine hours. Nobody told us why."


@pytest.mark.parametrize(
    ("text", "places", "says"),
    [
        ("One thing. The wait was long. The end.", [[15, 19]], "The wait was long."),
        ("One thing. The wait was long", [[15, 19]], "The wait was long"),
        ("The wait was long. The end.", [[0, 8]], "The wait was long."),
        ("Was it?\nThe wait\nwas long", [[8, 16]], "The wait"),
        ("The wait was long.", [], "The wait was long."),
        ("The wait was long.", [[400, 410]], "The wait was long."),
        ("\n\nThe wait was long. The end.", [], "The wait was long."),
        ("", [], ""),
    ],
)
def test_the_excerpt_is_the_sentence_that_carried_it(text, places, says):
    assert excerpt(text, places) == says


def test_a_long_sentence_is_cut_at_a_word():
    cut = excerpt("waiting " * 200, [[0, 7]])
    assert len(cut) <= LONGEST + 1 and cut.endswith("waiting…")


@pytest.mark.django_db
def test_each_subject_is_suggested_once_the_likeliest_first():
    found = suggestions(a_case(WORDS))
    assert [one.code for one in found] == list(dict.fromkeys(one.code for one in found))
    assert [one.share for one in found] == sorted((one.share for one in found), reverse=True)
    assert {one.excerpt for one in found} <= {"The wait was nine hours.", "Nobody told us why."}


@pytest.mark.django_db
def test_what_is_an_issue_was_dropped_or_dismissed_is_not_suggested_again():
    case, sam = a_case(WORDS), UserFactory()
    codes = [one.code for one in suggestions(case)]
    assert len(codes) >= 2
    issue = an_issue(case, "", by=sam, subject=codes[0])
    actions.drop_issue(issue, why="Not ours.", by=sam)
    actions.dismiss_subject(case, subject=codes[1], by=sam)
    assert not {codes[0], codes[1]} & {one.code for one in suggestions(case)}


@pytest.mark.django_db
def test_words_of_thanks_suggest_nothing():
    assert suggestions(a_case("Thank you. The nurses were very kind and helpful.")) == []
