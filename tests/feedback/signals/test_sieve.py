from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.signals.context import IDIOMS, MENTIONS
from feedback.signals.frame import Frame
from feedback.signals.normalise import read
from feedback.signals.phrase import Phrase
from feedback.signals.phrasebook import FAMILIES
from feedback.signals.sieve import Sieve
from tests.feedback.signals.tables import rows

PHRASES = (*(phrase for family in FAMILIES for phrase in family.phrases), *IDIOMS, *MENTIONS)
SIEVE = Sieve(PHRASES)
SENTENCES = [row["text"] for row in rows("danger") + rows("harmless")]


def passes(line, words):
    return Sieve([line]).passing(words.split()) == [line]


def test_a_phrase_passes_only_where_each_of_its_parts_has_a_word():
    phrase = Phrase("carer|nurse really? ..2 hit|struck_out my mum")
    assert passes(phrase, "my mum was hit by a carer .")
    assert passes(phrase, "nurse struck my mum")
    assert not passes(phrase, "my mum was hit")
    assert not passes(phrase, "a carer hit my dad")


def test_an_ending_is_met_by_any_word_that_begins_so():
    assert passes(Phrase("suicid* thoughts"), "thoughts of suicidal kind")
    assert passes(Phrase("suicid* thoughts"), "suicid thoughts")
    assert not passes(Phrase("suicid* thoughts"), "thoughts of suici")


def test_joined_words_of_a_frame_are_met_only_together():
    frame = Frame("8 no_one|nobody came|come_back -later")
    assert passes(frame, "no one came")
    assert passes(frame, "nobody came later")
    assert passes(frame, "nobody will come back")
    assert not passes(frame, "no nurse and one doctor came")
    assert not passes(frame, "nobody will come and go back")


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(SENTENCES))
def test_no_phrase_that_matches_is_kept_back(text):
    plain = read(text)
    tried = {
        (phrase, found.span())
        for begin, end, words in plain.sentences
        for phrase in SIEVE.passing(words)
        for found in phrase.pattern.finditer(plain.words, begin, end)
    }
    assert tried == {
        (phrase, found.span()) for phrase in PHRASES for found in phrase.pattern.finditer(plain.words)
    }


def test_a_full_stop_comes_only_last_in_a_phrase_so_none_reaches_into_the_next_sentence():
    for phrase in PHRASES:
        assert all("." not in part.split("|") for part in phrase.line.split()[:-1])
