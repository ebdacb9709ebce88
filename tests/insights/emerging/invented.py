"""Invented comments: ordinary ones of known themes, and a story nobody told before."""

from random import Random

from insights.emerging.told import Told

ORDINARY = {
    "Timeliness of care": "waiting queue hours delay late clinic board clock slow",
    "Food & drink provision & facilities": "tea lunch soup cold menu sandwich trolley breakfast toast",
    "Parking": "parking ticket machine barrier spaces fine coins meter bay",
    "Cleanliness, tidiness & infection control": "floor dirty bathroom bins dust mop smell curtain spotless",
    "Staff manner & personal attributes": "manner rude gentle patient smile abrupt humour dignity warm",
}
FILL = "the was and we in my there again today morning mother visit with for".split()
PIGEONS = [
    "There are pigeons nesting over the entrance and mess everywhere",
    "Pigeon droppings all over the bench by the entrance",
    "My wheelchair went through pigeon mess at the entrance",
    "Please do something about these pigeons, the entrance is a mess",
    "A pigeon flew in at the entrance and sat above the cafe",
    "The pigeons by the entrance are a disgrace, mess on the ramp",
    "Pigeon mess on the handrail of the entrance",
]


def ordinary(count: int, chosen: Random, first: int = 1) -> list[Told]:
    """Comments whose words fit their theme, and of which the model is sure."""
    rows = []
    for number in range(first, first + count):
        theme = chosen.choice(sorted(ORDINARY))
        words = chosen.sample(ORDINARY[theme].split(), 4) + chosen.sample(FILL, 5)
        chosen.shuffle(words)
        rows.append(Told(number, number, " ".join(words), (theme,), 0.9))
    return rows


def pigeons(first: int) -> list[Told]:
    """Seven people's new story; the model took it for a theme it knows, and was not sure."""
    return [
        Told(number, number, text, ("Cleanliness, tidiness & infection control",), 0.4)
        for number, text in enumerate(PIGEONS, first)
    ]
