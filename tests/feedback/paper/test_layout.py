"""Layouts: found by name, the same after a journey through a file, and none made up."""

import pytest

from feedback.paper.layout import Field, FieldKind, NoSuchLayout, from_json, load, names, newest


@pytest.mark.parametrize("name", names())
def test_a_layout_is_the_same_after_it_was_written_down(name):
    layout = load(name)
    assert layout.name == name
    assert from_json(layout.as_json()) == layout


@pytest.mark.parametrize("form", ["card", "complaint"])
@pytest.mark.parametrize("variant", ["standard", "large-print", "easy-read"])
def test_every_form_comes_in_every_variant(form, variant):
    assert newest(form, variant, "en").name.startswith(f"{form}-")


@pytest.mark.parametrize("name", ["", "card", "card-9-standard-en", "../secret", "card-1-standard-en.json"])
def test_a_name_that_was_never_printed_is_refused(name):
    with pytest.raises(NoSuchLayout):
        load(name)


def test_a_language_that_there_is_not_is_refused_in_words():
    with pytest.raises(NoSuchLayout, match="card, standard, xx"):
        newest("card", "standard", "xx")


def test_a_field_is_found_by_its_name_and_kept_to_its_page():
    layout = load("card-1-standard-en")
    assert layout.field("fft_answer").kind is FieldKind.CHOICE
    assert all(isinstance(field, Field) and field.page == 1 for field in layout.on_page(1))
    with pytest.raises(KeyError):
        layout.field("shoe_size")
