"""What a person's words suggest: the sentence that carried it, and nothing that was decided already."""

import pytest

from sentiment.models import Classification
from tests.factories import UserFactory, a_case, an_issue
from triage import actions
from triage.issues.suggesting import LONGEST, cut, sentence_at, suggestions

WORDS = "The wait was nine hours. Nobody told us why."


@pytest.mark.parametrize(
    ("text", "at", "says"),
    [
        ("One thing. The wait was long. The end.", 15, "The wait was long."),
        ("One thing. The wait was long", 15, "The wait was long"),
        ("The wait was long. The end.", 0, "The wait was long."),
        ("The wait was long. The end.", 17, "The wait was long."),
        ("Was it?\nThe wait\nwas long", 8, "The wait"),
        ("\n\nThe wait was long. The end.", 4, "The wait was long."),
    ],
)
def test_the_excerpt_is_the_sentence_that_carried_it(text, at, says):
    assert sentence_at(text, at) == says


def test_a_long_sentence_is_cut_at_a_word():
    words = cut("waiting " * 200)
    assert len(words) <= LONGEST + 1 and words.endswith("waiting…")


def marks(case, **why):
    Classification.objects.filter(comment__feedback=case.feedback).update(
        why={{"waited": "Timeliness of care", "told": "Being kept informed, clarity & consistency of information"}[name]: at
             for name, at in why.items()},
    )  # fmt: skip


@pytest.mark.django_db
def test_a_suggestion_quotes_the_sentence_that_the_model_marked():
    case = a_case("Nobody told us why. The wait was nine hours.")
    marks(case, waited=[[20, 43]])
    (waited,) = (one for one in suggestions(case) if one.code == "waiting_times")
    assert (waited.excerpt, waited.marked) == ("The wait was nine hours.", True)


@pytest.mark.django_db
def test_where_no_words_are_marked_no_sentence_is_picked_out():
    case = a_case(WORDS)
    marks(case)
    assert {(one.excerpt, one.marked) for one in suggestions(case)} == {(WORDS, False)}


@pytest.mark.django_db
def test_each_subject_is_suggested_once_the_likeliest_first():
    found = suggestions(a_case(WORDS))
    assert [one.code for one in found] == list(dict.fromkeys(one.code for one in found))
    assert [one.share for one in found] == sorted((one.share for one in found), reverse=True)


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
