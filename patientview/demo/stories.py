"""The demo's stories: invented words in `words/*.toml`, told so that no two come out the same."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from feedback.models import Question

WORDS = Path(__file__).parent / "words"
FILES = ("hospital", "mind", "nearby", "danger", "other_languages", "anywhere")
SLOT = re.compile(r"\{(\w+)\}")
ENDS = 0.4  # the share of long stories that end with a sentence of their own
TRIES = 40
# Who speaks for whom, by the word they use.
SPEAKS_FOR = {
    "mum": "daughter", "mother": "son", "nan": "granddaughter", "wife": "husband", "sister": "brother",
    "gran": "grandson", "aunt": "niece", "dad": "daughter", "father": "son", "husband": "wife",
    "grandad": "grandson", "brother": "sister", "uncle": "nephew",
}  # fmt: skip


@dataclass(frozen=True)
class Story:
    """One thing that could be said. `where` names kinds of place; `comments` are (question, words with slots).

    `about` names the slot of the person it is about, if not oneself; `danger` the kind of alert it
    must raise; `harm` and `mha` mark harm and Mental Health Act powers; `before`, a second complaint.
    """

    where: tuple[str, ...]
    intents: tuple[str, ...]
    fft: int
    comments: tuple[tuple[str, str], ...]
    about: str = ""
    danger: str = ""
    language: str = ""
    needs: str = ""
    harm: bool = False
    mha: bool = False
    before: bool = False

    @property
    def ordinary(self) -> bool:
        return not (self.danger or self.language or self.harm or self.mha)

    @property
    def often(self) -> int:
        """How often it is told beside others: most answers of the Friends and Family Test are a line."""
        return 4 if self.is_a_line else 1

    @property
    def is_a_line(self) -> bool:
        """One of the many short ones, good for any number of tellings."""
        return self.comments[0][1].startswith("{one_line")


def read_words(name) -> dict:
    """The words of one file: slots or letters."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text("utf-8"))


def read_stories() -> list[Story]:
    """All stories, in the order of the files."""
    return [_story(row) for name in FILES for row in read_words(name)["story"]]


def _story(row):
    comments = tuple((kind, row.pop(kind)) for kind in Question.values if kind in row)
    return Story(where=tuple(row.pop("where")), intents=tuple(row.pop("intents")), comments=comments, **row)


class Teller:
    """Fills slots. Remembers what was told, so that nobody says the same words as another."""

    def __init__(self, rng):
        self.rng = rng
        self.slots = read_words("slots")
        self.told = set()

    def tell(self, story, place) -> tuple[tuple, str] | None:
        """(comments, relationship) of one telling at `place` (a name), or None if all ways were told."""
        for _ in range(TRIES):
            picked = {"place": place}
            comments = tuple((kind, self.fill(words, picked)) for kind, words in story.comments)
            if not story.language and not story.is_a_line and self.rng.random() < ENDS:
                comments = self._with_an_end(comments, story, picked)
            words = " ".join(text for _, text in comments)
            if words not in self.told:
                self.told.add(words)
                parent = "parent" if story.about else ""
                return comments, SPEAKS_FOR.get(picked.get(story.about), parent)
        return None

    def another(self, sayings) -> str:
        """One of `sayings`, filled in a way that nobody has told yet."""
        for _ in range(TRIES):
            words = self.fill(self.rng.choice(sayings), {})
            if words not in self.told:
                self.told.add(words)
                return words
        raise LookupError("All ways to say it were told.")

    def fill(self, words, picked) -> str:
        """`words` with its slots filled; `picked` holds, and keeps, what each slot stands for."""
        return SLOT.sub(lambda found: self._pick(found[1], picked), words)

    def _pick(self, slot, picked):
        if slot.endswith("_cap"):
            words = self._pick(slot.removesuffix("_cap"), picked)
            return words[0].upper() + words[1:]
        if slot not in picked:
            # "weekday_2" is another of the same kind.
            kind = slot.removesuffix("_2")
            others = [one for one in self.slots[kind] if one != picked.get(kind)]
            picked[slot] = self.fill(self.rng.choice(others), picked)
        return picked[slot]

    def _with_an_end(self, comments, story, picked):
        endings = self.slots["ending_good" if story.fft <= 2 else "ending_bad"]
        kind, words = comments[0]
        return ((kind, f"{words} {self.fill(self.rng.choice(endings), picked)}"), *comments[1:])
