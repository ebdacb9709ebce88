"""A form field becomes the right NHS component, and gives back what a person typed."""

import re

import pytest
from django import forms
from django.template import engines
from pytest_django.asserts import assertInHTML

from patientview.fields import error_list, nhs_field


class Everything(forms.Form):
    email = forms.EmailField(
        label="Your e-mail",
        help_text="Only for <b>this</b>",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}), required=False)
    happened = forms.CharField(widget=forms.Textarea(attrs={"rows": 7}), max_length=2000)
    short = forms.CharField(widget=forms.Textarea, max_length=100, required=False)
    intent = forms.ChoiceField(
        choices=[("thank", "Say thank you"), ("complain", "Complain")], widget=forms.RadioSelect
    )
    ways = forms.MultipleChoiceField(
        choices=[("e", "E-mail"), ("l", "Letter")], widget=forms.CheckboxSelectMultiple
    )
    agree = forms.BooleanField(label="I agree")
    service = forms.ChoiceField(choices=[("", "Choose"), ("w4", "Ward 4")])
    on = forms.DateField(widget=forms.SelectDateWidget)
    key = forms.CharField(widget=forms.HiddenInput)
    secret = forms.CharField(widget=forms.PasswordInput)


def render(source, **context):
    source = '{% from "components/fields.html" import field, all_fields, error_summary %}' + source
    return engines["jinja2"].from_string(source).render(context)


@pytest.mark.parametrize(
    ("name", "component"),
    [
        ("email", "input"),
        ("phone", "input"),
        ("happened", "textarea"),
        ("intent", "radios"),
        ("ways", "checkboxes"),
        ("agree", "checkboxes"),
        ("service", "select"),
        ("on", "date"),
        ("secret", "password"),
    ],
)
def test_the_widget_decides_the_component(name, component):
    assert nhs_field(Everything()[name])[0] == component


def test_a_keyword_that_does_not_fit_the_widget_is_refused():
    with pytest.raises(TypeError):
        nhs_field(Everything()["email"], inline=True)


def test_words_come_back_as_they_were_typed():
    words = "I waited.\n\n    Nobody <came> & I left.\n"
    page = render("{{ all_fields(form) }}", form=Everything({"happened": words}))
    shown = re.search(r'name="happened"[^>]*>(.*?)</textarea>', page, re.S)[1]
    assert shown == "I waited.\n\n    Nobody &lt;came&gt; &amp; I left.\n"


def test_a_browser_is_never_told_to_cut_long_words():
    page = render("{{ all_fields(form) }}", form=Everything())
    assert 'data-maxlength="2000"' in page
    assert "You can write up to 2,000 characters" in page
    assert not re.search(r"\smaxlength=", page)


def test_an_empty_form_says_none_of_pythons_words():
    assert "None" not in render("{{ all_fields(form) }}", form=Everything())


def test_a_hint_is_tied_to_its_box_and_escaped():
    page = render("{{ field(form.email) }}", form=Everything())
    assert 'aria-describedby="id_email-hint"' in page
    assert "Only for &lt;b&gt;this&lt;/b&gt;" in page
    assert 'autocomplete="email"' in page


def test_a_label_can_be_the_heading_of_the_page():
    assertInHTML(
        '<h1 class="nhsuk-label-wrapper"><label class="nhsuk-label nhsuk-label--l" for="id_email">Your e-mail</label></h1>',
        render("{{ field(form.email, heading=True) }}", form=Everything()),
    )


def test_choices_keep_their_hint_their_divider_and_what_they_reveal():
    page = render(
        """{{ field(form.intent, hints={"complain": "You get a reply"}, divider_before="complain",
                    reveals={"complain": field(form.email)}) }}""",
        form=Everything({"intent": "complain"}),
    )
    assert re.search(r'value="complain" checked data-aria-controls', page)
    assert "You get a reply" in page
    assertInHTML('<div class="nhsuk-radios__divider">or</div>', page)
    assert 'name="email"' in page


def test_a_date_that_is_no_date_is_shown_again():
    page = render(
        "{{ field(form.on) }}", form=Everything({"on_day": "31", "on_month": "June", "on_year": "26"})
    )
    for part, typed in (("day", "31"), ("month", "June"), ("year", "26")):
        assert re.search(rf'id="id_on-{part}" name="on_{part}" type="text" value="{typed}"', page)


def test_a_stored_date_fills_the_three_boxes():
    page = render("{{ field(form.on) }}", form=Everything(initial={"on": "2026-04-02"}))
    for part, stored in (("day", "2"), ("month", "4"), ("year", "2026")):
        assert f'name="on_{part}" type="text" value="{stored}"' in page


def test_a_password_is_never_sent_back():
    assert "hunter2" not in render("{{ field(form.secret) }}", form=Everything({"secret": "hunter2"}))


def test_each_error_leads_to_a_box_that_is_there():
    form = Everything({"email": "no", "on_day": "40"})
    page = render("{{ error_summary(form) }}{{ all_fields(form) }}", form=form)
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    links = [error["href"] for error in error_list(form) if "href" in error]
    assert {"#id_email", "#id_on-day", "#id_intent", "#id_ways", "#id_agree", "#id_service"} <= set(links)
    assert {link.removeprefix("#") for link in links} <= ids


def test_a_missing_answer_is_named():
    said = {error["text"] for error in error_list(Everything({}))}
    assert "Fill in: Your e-mail" in said
    assert "Choose an answer: Service" in said
    assert "This field is required." not in said


def test_a_form_without_errors_has_no_summary():
    assert render("{{ error_summary(form) }}", form=Everything()).strip() == ""
