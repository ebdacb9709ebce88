"""An engine of plain word lists: no weights, the same answer for ever. For quick tests and as a floor.

Its answers are plausible, not good: the shipped model is `transformer`.
"""

import re
from collections.abc import Sequence

from feedback.signals import find
from sentiment import languages
from sentiment.engines import Reading
from sentiment.engines.cleaning import clean, has_words
from sentiment.engines.questions import kind_of
from sentiment.themes import NAMES

# A theme is there when a word begins with one of its stems.
STEMS = {
    "Positive experience & gratitude": "thank grateful excellent brilliant fantastic wonderful amazing great",
    "Organisation & efficiency": "organis disorganis chaotic efficient shambles muddle",
    "Funding & use of financial resources": "fund money budget cuts underfunded",
    "Feeling safe": "safe unsafe scared frighten",
    "Staff manner & personal attributes": "kind rude friendly caring polite manner attitude helpful dismissive",
    "Competence & training": "train professional competen incompeten knowledgeable skill inexperienced",
    "Staffing levels & responsiveness": "understaffed short-staffed staffing buzzer busy overworked",
    "Contacting services": "phone ring rang switchboard voicemail answerphone",
    "Appointment arrangements": "appointment cancel rebook booked reschedul",
    "Appointment method": "video online face-to-face zoom",
    "Timeliness of care": "wait waited delay hours late queue prompt quick slow",
    "Unspecified communication": "communicat",
    "Staff listening, understanding & involving patients": "listen ignored understood involve heard",
    "Information directly from staff during care": "explain explanation told",
    "Information provision & guidance": "leaflet letter information guidance advice",
    "Being kept informed, clarity & consistency of information": "informed update contradict unclear",
    "Interaction with family/ carers": "family carer relatives husband wife daughter son mother father",
    "Mental Health Act": "section sectioned detained tribunal",
    "Continuity of care": "referr continuity follow-up handover records",
    "Discharge": "discharg",
    "Supplying & understanding medication": "medicin medication tablet prescription pharmacy dose",
    "Pain management": "pain painkiller agony",
    "Activities & access to fresh air": "activit garden gym walks outside bored",
    "Electronic entertainment": "tv television wifi",
    "Cleanliness, tidiness & infection control": "clean dirty filthy hygiene infection",
    "Sensory experience": "noise noisy loud cold hot light smell",
    "Environment, facilities & equipment": "building equipment wheelchair toilet facilit chairs bed",
    "Food & drink provision & facilities": "food meal drink lunch tea canteen",
    "Service location": "location local nearer distance",
    "Transport to/ from services": "transport ambulance taxi bus lift",
    "Parking": "park parking",
}
GOOD = (
    "good great excellent kind caring helpful friendly polite brilliant fantastic wonderful amazing lovely "
    "thank thanks grateful happy pleased prompt quick clean safe listened best professional perfect superb"
)
BAD = (
    "bad poor rude awful terrible appalling disgusting dirty filthy late slow delay delays delayed ignored worst "
    "unsafe scared pain waited never nobody cancelled lost wrong useless dismissive neglected horrible shocking"
)
STRONG = re.compile(
    r"\b(very|so|extremely|absolutely|really|never|worst|best|excellent|appalling|disgusting)\b"
)
NOT = {"not", "no", "never", "isn't", "wasn't", "weren't", "don't", "didn't", "hardly"}
_THEMES = {
    name: re.compile(r"\b(?:" + "|".join(map(re.escape, stems.split())) + ")")
    for name, stems in STEMS.items()
}
_GOOD, _BAD = frozenset(GOOD.split()), frozenset(BAD.split())
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# Where the feeling starts before a word is read: the question itself leans.
_LEAN = {"what_good": 1, "could_improve": -1}


class KeywordEngine:
    """Reads by word lists. Fast, deterministic, and honest about being simple."""

    name = "keywords-1"

    @classmethod
    def load(cls) -> "KeywordEngine":
        """The engine; it has nothing to load."""
        return cls()

    def read(self, texts: Sequence[str], questions: Sequence[str]) -> list[Reading]:
        """One Reading a text, in order; see `sentiment.engines.Engine`."""
        cleaned = [clean(text) for text in texts]
        spoken = languages.of(cleaned)
        return [
            self._reading(words, kind_of(question), language, find(text))
            for words, question, language, text in zip(cleaned, questions, spoken, texts, strict=True)
        ]

    def _reading(self, text: str, question: str, language: str, signals: tuple) -> Reading:
        if not has_words(text) or not languages.is_read(language):
            return Reading(None, {}, {}, (), signals, language, self.name)
        text = text.casefold().replace("’", "'")
        label = _label(text, question)
        hits = {name: len(pattern.findall(text)) for name, pattern in _THEMES.items()}
        hits["Labelling not possible"] = int(not any(hits.values()))
        themes = {name: round(1 - 0.9 * 0.3 ** hits[name], 4) if hits[name] else 0.02 for name in NAMES}
        predicted = tuple(name for name in NAMES if hits[name])
        return Reading(label, _shares(label), themes, predicted, signals, language, self.name)


def _label(text: str, question: str) -> int:
    """1 to 5 from good words less bad ones; a "not" just before turns a word round."""
    words = _WORD.findall(text)
    score = _LEAN.get(question, 0)
    for at, word in enumerate(words):
        worth = (word in _GOOD) - (word in _BAD)
        score += -worth if NOT & set(words[max(0, at - 2) : at]) else worth
    strong = bool(STRONG.search(text))
    if score > 0:
        return 1 if score > 1 or strong else 2
    if score < 0:
        return 5 if score < -2 and strong else 4
    return 3


def _shares(label: int) -> dict[str, float]:
    """Probabilities that fall away with distance from the label and sum to one."""
    weights = {str(other): 0.25 ** abs(other - label) for other in range(1, 6)}
    total = sum(weights.values())
    return {name: round(weight / total, 4) for name, weight in weights.items()}
