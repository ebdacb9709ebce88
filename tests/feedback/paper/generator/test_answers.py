"""What invented people answer: it fits together, and all of it is invented."""

import re
from collections import Counter

import pytest

from feedback.paper.generator import words
from feedback.paper.generator.answers import BLANK, MARKS, Person, double, fill
from feedback.paper.generator.chance import chance
from feedback.paper.layout import Box, Choice, Field, FieldKind, Layout


def choice(name, *values):
    box = Box(0, 0, 6, 6)
    return Field(name, FieldKind.CHOICE, 1, box, name, choices=tuple(Choice(one, one, box) for one in values))


FIELDS = (
    choice("fft_answer", *"123456"),
    choice("about", "self", "someone_else"),
    choice("consent", "given", "not_yet"),
    choice("reply_wanted", "yes", "no"),
    choice("reply_by", "email", "post", "telephone"),
    *(
        Field(name, FieldKind.TEXT, 1, Box(0, 0, 80, 10), name)
        for name in ("name", "email", "address", "patient_name")
    ),
    Field("telephone", FieldKind.COMB, 1, Box(0, 0, 66, 8), "", cells=(Box(0, 0, 6, 8),) * 11),
    Field("stamp", FieldKind.DATE, 1, Box(0, 0, 48, 8), "", cells=(Box(0, 0, 6, 8),) * 8),
)
FORM = Layout("card", 1, "standard", "en", "ltr", "", 210, 297, 1, (), FIELDS, ())


def filled(count=300, person=None):
    for number in range(count):
        source = chance("answers", number)
        yield fill(FORM, source, person or Person.drawn(source))


def ticked(answer):
    return [value for value, kind in answer.marks.items() if kind not in ("", "solid")]


def test_every_field_is_answered_or_left_blank_and_a_tick_stands_where_it_is_meant():
    for given in filled():
        assert set(given) == {field.name for field in FIELDS}
        for answer in given.values():
            if answer.marks:
                assert answer.doubtful == (len(ticked(answer)) != 1)
                assert answer.value == ("" if answer.doubtful else ticked(answer)[0])


def test_two_ticks_wrong_boxes_filled_in_and_blanks_all_happen():
    answers = [given["fft_answer"] for given in filled()]
    counted = Counter(len(ticked(answer)) for answer in answers)
    assert counted[2] and counted[0] and counted[1] > 250
    assert any("solid" in answer.marks.values() for answer in answers)
    assert {kind for answer in answers for kind in answer.marks.values()} >= set(MARKS)


def test_whoever_speaks_for_themselves_names_no_patient_and_whoever_wants_no_reply_no_address():
    for given in filled():
        if given["about"].value == "self":
            assert not given["patient_name"].value and not ticked(given["consent"])
        if given["reply_wanted"].value == "no":
            assert not given["email"].value and not given["telephone"].value and not ticked(given["reply_by"])


def test_an_empty_form_has_nothing_on_it():
    for given in filled(5, BLANK):
        assert not any(answer.value or ticked(answer) for answer in given.values())


def test_two_ticks_leave_no_value_and_need_a_person():
    answer = double(FIELDS[0], chance("double"), Person())
    assert (len(ticked(answer)), answer.value, answer.doubtful) == (2, "", True)


@pytest.mark.parametrize("number", range(30))
def test_people_and_how_to_reach_them_are_nobodys(number):
    source = chance("people", number)
    assert re.fullmatch(r"02079460\d{3}|07700900\d{3}", words.telephone(source))
    assert re.fullmatch(r"[\w.-]+@[\w.]*example(\.(com|org|net))?", words.email(source, words.person(source)))
    assert re.search(r" (ZX|QJ|XV)\d", words.address(source))


def test_sentences_vary_and_have_all_their_parts():
    source = chance("words")
    pools = (words.PRAISE, words.WISHES, words.STORIES)
    assert sum(map(len, pools)) >= 60
    said = [words.sentence(source, pool) for pool in pools for _ in range(200)]
    assert len(set(said)) > 150
    assert not any("{" in one for one in said)
