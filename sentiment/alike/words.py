"""When two texts tell the same story, by their words alone. Pure.

Texts are compared by shingles, runs of neighbouring words (Broder 1997, "On the
resemblance and containment of documents"): a typo breaks a run and not the rest,
a greeting in front or a lost ending leaves the runs of the shorter text whole.
"""

import re
import unicodedata

MOST_WORDS = 500  # of one text: a story told twice shows it long before
STORY_WORDS = 8  # fewer are a stock answer
TELLING = 5  # words that are not stock: in a story, and shared by two
RUN = 3  # words in a row that count as the same words
SAME = 0.6  # share of the shorter text's words in such runs, from which two are perhaps one story
MOST_TIMES_LONGER = 4  # a sentence out of a long letter is not that letter

WORD = re.compile(r"[^\W_]+")

# Everyone's words: small ones, and those of thanks and praise. "The person I spoke to was very
# helpful" comes in every week from people who never met.
STOCK = frozenset(
    """
    a about all also am an and any anything are as at be because been being but by can cant could couldnt did didnt
    do does dont done for from get given go got had has have he her him his how i if im in into is it its ive just
    like made make me more most much my never no not nothing of off on once one only or our out over really she so
    some than that the their them then there they this those through time to too up us very was way we well went were
    what when where which while who will with would wouldnt you your
    amazing always answer attentive best better brilliant care caring cared comfortable ease efficient everyone
    everything excellent experience fantastic feel felt friendly good great happy help helped helpful hospital
    improve improved kind listened looked lovely nice nurse nurses person pleasant polite professional score service
    spoke staff support supportive thank thanks think treated treatment understanding ward welcoming wonderful
    """.split()
)


def words_of(text: str) -> list[str]:
    """The first words of a text, lower case, without accents and apostrophes: "Couldn't wait" -> [couldnt, wait]."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’‘`]", "", text.casefold()))
    return WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))[:MOST_WORDS]


def tells_a_story(words: list[str]) -> bool:
    """False for a stock answer ("nothing", "very good, thank you all so much for everything")."""
    return len(words) >= STORY_WORDS and len(set(words) - STOCK) >= TELLING


def runs(words: list[str], length: int) -> list[tuple]:
    """Shingles: every run of `length` neighbouring words, in order."""
    return list(zip(*(words[start:] for start in range(length)), strict=False))


def share(one: list[str], other: list[str]) -> float:
    """The share, 0 to 1, of the shorter text's words that stand in a run which the longer has as well.

    0 where what they share tells nothing, or where the longer is another kind of text altogether.
    """
    shorter, longer = sorted((one, other), key=lambda words: (len(words), words))
    if not shorter or len(longer) > MOST_TIMES_LONGER * len(shorter):
        return 0.0
    known = set(runs(longer, RUN))
    shared = {
        start + step for start, run in enumerate(runs(shorter, RUN)) if run in known for step in range(RUN)
    }
    if len({shorter[place] for place in shared} - STOCK) < TELLING:
        return 0.0
    return len(shared) / len(shorter)
