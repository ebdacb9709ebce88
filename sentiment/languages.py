"""Which language a comment is in. Sure or silent: odd English must never be called Welsh.

The answer decides whether a model that reads English alone may score the words, so being
wrong about English costs a person's voice, and being unsure costs little. Two witnesses must
agree that a text is not English: the letters' statistics and the absence of plain English words.
A text whose language nobody can name, but in which next to no word is in the reading model's own
English vocabulary (Urdu in English letters, for one), is UNKNOWN_LANGUAGE: not English, so not scored.
"""

import json
import re
from collections.abc import Sequence
from functools import cache

from lingua import ConfidenceValue, Language, LanguageDetector, LanguageDetectorBuilder

from sentiment.engines import UNKNOWN_LANGUAGE, minilm

# English, the main languages of homes in England (Census 2021) that the library knows, and Welsh.
KNOWN = tuple(
    getattr(Language, name)
    for name in (
        "ENGLISH ARABIC BENGALI CHINESE FRENCH GERMAN GUJARATI ITALIAN LITHUANIAN PERSIAN POLISH "
        "PORTUGUESE PUNJABI ROMANIAN RUSSIAN SOMALI SPANISH TAMIL TURKISH UKRAINIAN URDU WELSH"
    ).split()
)
# Common in English and in none of the other languages that share its letters.
PLAIN_ENGLISH = frozenset(
    "the and with they this that these those there their them your you have had been very when what which "
    "would could should were who why how just from about after before because for of at if our out his she it "
    "be got can did does don't didn't being more better good great nice then than too only any some every other "
    "make made into over down off use week times kind staff nurse nurses doctor doctors phone call time wait "
    "waiting waited help helpful ward thank thanks bed food home pain told asked work people clean friendly "
    "lovely hours never always".split()
)
# In Latin letters fewer words than these say too little about the language.
FEWEST_WORDS = 5
# At most this chance of English, and at most this share of plain English words, in what is not English.
ENGLISH_CHANCE = 0.01
ENGLISH_SHARE = 0.08
# How sure we must be which other language it is, before we name it.
SURE = 0.8
# At most this share of words in the vocabulary, of at least so many words of three letters or more. Of 13,318
# real comments, all English, six fell below: mostly letters typed at random.
KNOWN_SHARE = 0.4
FEWEST_LONGER_WORDS = 3
# The start of a text says its language as well as the whole.
ENOUGH_CHARACTERS = 400
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def of(texts: Sequence[str]) -> list[str]:
    """The ISO 639-1 code of each text's language, UNKNOWN_LANGUAGE if it is not English, "" when too short or unsure to tell."""
    starts = [text[:ENOUGH_CHARACTERS] for text in texts]
    telling = [row for row, text in enumerate(starts) if _says_enough(text)]
    found = [""] * len(starts)
    if telling:
        chances = _detector().compute_language_confidence_values_in_parallel([starts[row] for row in telling])
        for row, values in zip(telling, chances, strict=True):
            found[row] = _decided(starts[row], values)
    return [
        code if code not in ("", "en") or not _strange(text) else UNKNOWN_LANGUAGE
        for code, text in zip(found, starts, strict=True)
    ]


def is_read(language: str) -> bool:
    """Whether the shipped engines read it: English, and what we cannot tell from English."""
    return language in ("en", "")


def _says_enough(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    foreign = sum(character > "\u024f" for character in letters)
    # Another alphabet tells in a word or two.
    return len(_WORD.findall(text)) >= FEWEST_WORDS or foreign * 2 > len(letters) > 3


def _decided(text: str, chances: list[ConfidenceValue]) -> str:
    best = chances[0]
    if best.language == Language.ENGLISH:
        return "en"
    english = next(chance.value for chance in chances if chance.language == Language.ENGLISH)
    if english > ENGLISH_CHANCE or _plain_share(text) > ENGLISH_SHARE or best.value < SURE:
        return ""
    return best.language.iso_code_639_1.name.lower()


def _plain_share(text: str) -> float:
    words = _WORD.findall(text.casefold().replace("’", "'"))
    return sum(word in PLAIN_ENGLISH for word in words) / max(len(words), 1)


def _strange(text: str) -> bool:
    """Whether next to none of its words are English, not even the plainest, which the worst speller gets right."""
    if _plain_share(text) > ENGLISH_SHARE:
        return False
    longer = [
        word.split("'")[0] for word in _WORD.findall(text.casefold().replace("’", "'")) if len(word) > 2
    ]
    known = sum(word in _vocabulary() for word in longer)
    return len(longer) >= FEWEST_LONGER_WORDS and known <= KNOWN_SHARE * len(longer)


@cache
def _vocabulary() -> frozenset[str]:
    """The words that the model's tokenizer knows whole: some 21,000 common in English."""
    tokenizer = json.loads((minilm.folder() / "tokenizer.json").read_text(encoding="utf-8"))
    return frozenset(word for word in tokenizer["model"]["vocab"] if word.isalpha())


@cache
def _detector() -> LanguageDetector:
    # Low accuracy takes 30 MB where high takes 400, and ten times less time; the plain words make up for it.
    return LanguageDetectorBuilder.from_languages(*KNOWN).with_low_accuracy_mode().build()
