"""Which screens an answer calls for, and what the answers add up to."""

import datetime as dt

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from feedback.submission import tidy
from feedback.web import steps
from feedback.web.places import Place

BASE = {"what_happened": "Warm tea", "intent": "comment", "about": "self", "reply_wanted": "no"}


@pytest.mark.parametrize(
    ("answers", "extra"),
    [
        ({}, []),
        ({"about": "someone_else"}, ["someone"]),
        ({"reply_wanted": "yes"}, ["reply"]),
        ({"reply_wanted": "yes", "reply_by": "code"}, ["reply"]),
        ({"reply_wanted": "yes", "reply_by": "email"}, ["reply", "contact"]),
        ({"intent": "complaint"}, ["complaint"]),
        ({"intent": "complaint", "reply_wanted": ""}, ["complaint", "reply", "contact"]),
        ({"intent": "complaint", "reply_wanted": "yes", "about": "someone_else"},
         ["someone", "complaint", "reply", "contact"]),
        ({"reply_by": "email"}, []),
    ],
)  # fmt: skip
def test_only_the_screens_an_answer_calls_for_are_shown(answers, extra):
    assert steps.needed(BASE | answers) == ["experience", "about", *extra]


@pytest.mark.parametrize("step", ["experience", "about", "someone", "complaint", "reply", "contact", "check"])
def test_back_undoes_continue(step):
    answers = BASE | {"intent": "complaint", "reply_wanted": "yes", "about": "someone_else"}
    order = [*steps.needed(answers), "check"]
    at = order.index(step)
    assert steps.before(step, steps.Draft(answers, "")) == (order[at - 1] if at else None)


def test_no_input_name_is_used_by_two_screens():
    names = [name for step in steps.FORMS for names in steps.inputs_of(step) for name in names]
    assert len(names) == len(set(names))
    assert not {"at", "go", "form_id", "checking"} & set(names)


@given(st.fixed_dictionaries({name: st.text(max_size=60) for name in ("what_happened", "address", "intent")}))
def test_answers_survive_any_number_of_pages(answers):
    """What one page carried in hidden inputs is what the next one reads."""
    post = QueryDict(mutable=True)
    post.update(answers)
    draft = steps.Draft.from_post(post)
    carried = QueryDict(mutable=True)
    for name, value in draft.hidden():
        carried.appendlist(name, value)
    again = steps.Draft.from_post(carried)
    assert again == draft
    assert all(again.answers[name] == tidy(value) for name, value in answers.items())


def test_inputs_we_never_made_are_dropped():
    post = QueryDict("is_staff=1&what_happened=Tea&formats=bsl&formats=braille")
    draft = steps.Draft.from_post(post)
    assert "is_staff" not in draft.answers
    assert draft.answers["formats"] == ["bsl", "braille"]


@pytest.mark.django_db
def test_the_check_shows_answers_in_words_and_leaves_out_what_was_not_given(ward):
    place = Place(ward.organisation, ward)
    draft = steps.Draft(
        BASE
        | {
            "fft_answer": "2",
            "experience_on_day": "3",
            "experience_on_month": "2",
            "experience_on_year": "2026",
        },
        "",
    )
    forms = steps.forms_for(draft, place)
    assert steps.unfinished(forms) is None
    shown = {row["key"]: row["value"] for _, rows in steps.sections(forms) for row in rows}
    assert shown == {
        "Overall, how was your experience of our service?": "Good",
        "What happened?": "Warm tea",
        "When did this happen?": "3 February 2026",
        "What would you like to do?": "Share a comment",
        "Whose care is this about?": "Mine",
        "Do you want a reply?": "No",
    }
    assert steps.submission(forms, draft, place).experience_on == dt.date(2026, 2, 3)
