"""Pairs of invented texts: the same story told twice in some way, and different stories of the same place."""

from random import Random

WHO = [
    "my mother",
    "my husband",
    "our daughter",
    "my neighbour",
    "my grandad",
    "the lad I care for",
    "my sister",
    "I",
]
WHERE = ["on the stroke ward", "in the fracture clinic", "at the blood test desk", "in the eye clinic", "on bay four",
         "in the day surgery lounge", "at the pharmacy hatch", "in the scanner waiting room"]  # fmt: skip
WHAT = [
    "was given a letter with the wrong date and turned up a week early",
    "sat in a corridor from breakfast until the lights were dimmed",
    "had a blanket taken away because another bed needed it",
    "was promised a call about the biopsy that never came",
    "was moved three times in one night with all the bags",
    "waited for a porter while the scanner stood empty",
    "was sent home with somebody else's tablets in the bag",
    "had to repeat the whole history to five different doctors",
]
THEN = [
    "Nobody at the desk could say who was in charge that afternoon.",
    "A cleaner in the end found us a chair and some water.",
    "The sister apologised and wrote the complaint number on a card.",
    "We missed the last bus and paid forty pounds for a taxi.",
    "The screen kept showing a queue number that was never called.",
    "It took two further visits before the scan was reported.",
    "The discharge papers named a consultant we have never met.",
    "We still do not know whether the sample was lost or thrown away.",
]
ALSO = [
    "The parking machine swallowed my card as well.",
    "Please look at how the rota is made over bank holidays.",
    "Other families around us said much the same thing.",
    "I would like somebody to ring me on a weekday morning.",
    "The tea trolley passed our bay twice without stopping.",
    "A student nurse stayed late to sort it out and deserves a mention.",
]
GREETINGS = [
    "Hello, hope you are well.",
    "Dear Sir or Madam, I am writing again as I heard nothing.",
    "Good morning.",
]


def story(chosen: Random) -> str:
    """One of some forty thousand."""
    return _told(*_event(chosen), chosen.sample(THEN, 2), chosen.choice(ALSO))


def story_and_another_of_the_same_event(chosen: Random) -> tuple[str, str]:
    """Two people's stories: the same ward, and the same thing went wrong; what came of it differs."""
    event, then, also = _event(chosen), chosen.sample(THEN, 4), chosen.sample(ALSO, 2)
    return _told(*event, then[:2], also[0]), _told(*event, then[2:], also[1])


def _event(chosen):
    return [chosen.choice(part) for part in (WHO, WHERE, WHAT)]


def _told(who, where, what, then, also):
    return f"{f'{who} {where} {what}'.capitalize()}. {' '.join(then)} {also}"


def with_typos(text: str, chosen: Random, share: float) -> str:
    """Some words of at least four letters with two neighbouring letters changed over, or one lost."""
    words = text.split()
    for place, word in enumerate(words):
        if len(word) > 3 and chosen.random() < share:
            at = chosen.randrange(1, len(word) - 2)
            swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            words[place] = swapped if swapped != word else word[:at] + word[at + 1 :]
    return " ".join(words)


def cut(text: str, keep: float) -> str:
    words = text.split()
    return " ".join(words[: round(len(words) * keep)])


RETOLD = {
    "word for word": lambda text, chosen: text,
    "shouted, no stops": lambda text, chosen: text.upper().replace(".", "").replace(",", ""),
    "typos in 1 word of 10": lambda text, chosen: with_typos(text, chosen, 0.1),
    "typos in 1 word of 5": lambda text, chosen: with_typos(text, chosen, 0.2),
    "a greeting added": lambda text, chosen: f"{chosen.choice(GREETINGS)} {text}",
    "cut to two thirds": lambda text, chosen: cut(text, 0.66),
    "cut to half": lambda text, chosen: cut(text, 0.5),
    "cut to half, typos in 1 of 10": lambda text, chosen: with_typos(cut(text, 0.5), chosen, 0.1),
    "greeting, typos, cut": lambda text, chosen: with_typos(
        cut(f"{chosen.choice(GREETINGS)} {text}", 0.7), chosen, 0.1
    ),
}
