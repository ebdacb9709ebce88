from hypothesis import given
from hypothesis import strategies as st

from feedback.signals import KINDS, find
from feedback.signals.context import IDIOMS, MENTIONS, QUIET
from feedback.signals.normalise import plain_word, read
from feedback.signals.phrasebook import FAMILIES
from tests.feedback.signals.tables import rows

SENTENCES = [row["text"] for row in rows("danger") + rows("harmless")]
WORDS = sorted({word for text in SENTENCES for word in text.split()})
jumbled = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@given(st.one_of(st.text(), jumbled))
def test_never_raises_and_every_signal_slices_the_text(text):
    signals = find(text)
    assert all(text[signal.start : signal.end] == signal.words for signal in signals)
    assert all(signal.words and signal.kind in KINDS for signal in signals)
    assert list(signals) == sorted(signals, key=lambda signal: (signal.start, signal.end, signal.kind))


@given(st.sampled_from(SENTENCES))
def test_capitals_change_nothing(text):
    def places(written):
        return [(signal.kind, signal.start, signal.end) for signal in find(written)]

    assert places(text.upper()) == places(text.lower()) == places(text)


@given(st.sampled_from(SENTENCES), st.sampled_from(["  ", "\t", " \n ", "\u00a0 "]))
def test_white_space_changes_nothing(text, space):
    spaced = f"  {text.replace(' ', space)}  "
    assert [s.kind for s in find(spaced)] == [s.kind for s in find(text)]


def test_odd_input_is_taken():
    for text in (
        "",
        "\x00",
        "\x00kill myself\x00",
        "😀" * 50,
        "\ud800",
        "'" * 1000,
        "a " * 50_000,
        "no " * 30_000,
    ):
        find(text)


def test_a_very_long_text_is_read_to_its_end():
    text = "the tea was cold and the nurse was busy " * 2_500 + "i want to kill myself"
    assert len(text) > 100_000
    assert [(signal.kind, signal.end) for signal in find(text)] == [("self_harm", len(text))]


def test_the_same_words_twice_are_two_signals_and_overlaps_are_one():
    text = "A carer hit my mother. Later a carer hit my mother."
    assert [signal.kind for signal in find(text) if signal.kind == "abuse_adult"] == ["abuse_adult"] * 2


def test_signals_come_back_in_the_persons_own_spelling():
    (signal,) = [signal for signal in find("please, i wana die!!") if signal.kind == "self_harm"]
    assert signal.words == "i wana die"


def test_every_phrase_can_be_read_and_every_rule_named_exists():
    for family in FAMILIES:
        assert family.kind in KINDS
        assert family.quiet_when <= set(QUIET)
        assert family.because
        assert all(phrase.pattern and phrase.anchors for phrase in family.phrases)
    assert all(phrase.pattern and phrase.anchors for phrase in (*IDIOMS, *MENTIONS))
    assert {family.kind for family in FAMILIES} == set(KINDS)


def test_words_are_made_plain():
    assert read("He's NOT eaten. Dr. Smith").words == "he is not eaten . doctor smith "
    assert plain_word("suiiicide") == "suicide"
    assert plain_word("safegaurding") == "safeguarding"
    assert plain_word("mother’s") == "mother"
    assert plain_word("attached") == "attached"
