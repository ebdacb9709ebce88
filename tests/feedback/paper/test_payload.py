"""What the codes say, and that a code read wrongly is a code not read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.paper.payload import DIGITS, NotOurs, Payload, in_base_36, read

SAID = Payload("card", 1, "standard", "en", 1, "RX1", 87, 12345)
PAYLOADS = st.builds(
    Payload,
    form=st.sampled_from(["card", "complaint"]),
    version=st.integers(1, 99),
    variant=st.sampled_from(["standard", "large-print", "easy-read"]),
    language=st.sampled_from(["en", "cy", "ur"]),
    page=st.integers(1, 2),
    organisation=st.text(DIGITS, min_size=3, max_size=8),
    service=st.integers(0, 10**8),
    serial=st.integers(0, 99_999_999),
)


@given(PAYLOADS)
def test_what_was_written_is_read(payload):
    assert read(payload.text()) == payload


@given(PAYLOADS)
def test_an_address_that_ends_in_it_is_read_in_small_letters_too(payload):
    assert read(f"https://pv.example/p/{payload.text().lower()}") == payload


@given(PAYLOADS, st.data())
def test_one_wrong_letter_makes_it_not_ours(payload, data):
    text = payload.text()
    at = data.draw(st.integers(0, len(text) - 1))
    wrong = data.draw(st.sampled_from(DIGITS).filter(lambda letter: letter != text[at]))
    with pytest.raises(NotOurs):
        read(text[:at] + wrong + text[at + 1 :])


@pytest.mark.parametrize("text", ["", "PV", "https://elsewhere.example", SAID.text() + "0", SAID.text()[3:]])
def test_anything_else_is_not_ours(text):
    with pytest.raises(NotOurs):
        read(text)


def test_it_names_the_layout_it_was_printed_from():
    assert SAID.layout == "card-1-standard-en"
    assert SAID.text().startswith("PV-CARD-1-S-EN-1-RX1-2F-00012345-")


@given(st.integers(0, 10**12))
def test_base_36_is_what_python_reads(number):
    assert int(in_base_36(number), 36) == number
