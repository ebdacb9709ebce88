import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from organisations import ods
from organisations.models import Kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("RX9", "acute_trust"),
        ("RX9", "ambulance_trust"),
        ("QZZ", "icb"),
        ("Z81234", "gp_practice"),
        ("V03999", "dental_practice"),
        ("FZZ99", "pharmacy"),
        ("VZZZZ", "care_home"),
        ("8ZZ03", "independent_hospital"),
        ("RX901", "site"),
        ("A1B2C", "site"),
        ("Z81003001", "site"),
        ("X26", "national_body"),
        ("X26", None),
    ],
)
def test_a_code_of_its_kinds_shape_is_valid(code, kind):
    assert ods.is_valid(code, kind)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("", None),
        ("rx9", None),
        ("RX9 ", None),
        ("RX9\n", None),
        ("RX-9", None),
        ("ABCDEFGHIJ", None),
        ("RX٩", None),
        ("RX901", "acute_trust"),
        ("QZZ", "acute_trust"),
        ("RX9", "icb"),
        ("RX9", "gp_practice"),
        ("Z8123", "gp_practice"),
        ("Z81234", "dental_practice"),
        ("Z81003001X", "site"),
    ],
)
def test_any_other_shape_is_not(code, kind):
    assert not ods.is_valid(code, kind)


def test_every_pattern_is_for_a_kind_there_is():
    assert set(ods.FORMATS) <= set(Kind.values)


@given(st.text(max_size=12), st.sampled_from([None, *Kind.values]))
def test_a_code_of_any_kind_is_an_ods_code(code, kind):
    if ods.is_valid(code, kind):
        ods.validate_any(code)


def test_the_validator_says_what_a_code_looks_like():
    with pytest.raises(ValidationError, match="such as RQ3"):
        ods.validate_any("not a code")
