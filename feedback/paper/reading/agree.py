"""How alike two readings of the same words are. Pure."""


def distance(one: str, other: str) -> int:
    """Letters to change, add or take away to turn one text into the other (Levenshtein)."""
    if len(one) < len(other):
        one, other = other, one
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        last, row[0] = row[0], number
        for place, against in enumerate(other, start=1):
            last, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, last + (letter != against)),
            )
    return row[-1]


def agreement(one: str, other: str) -> float:
    """1 for the same words, 0 for nothing in common. Spaces and line ends count as one space."""
    one, other = " ".join(one.split()), " ".join(other.split())
    longest = max(len(one), len(other))
    return 1.0 if not longest else 1.0 - distance(one, other) / longest
