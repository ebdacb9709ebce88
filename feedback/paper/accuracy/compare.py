"""How far what the machine read is from what a person read. Pure."""


def character_errors(machine: str, human: str) -> float:
    """The share of characters to change, take out or put in, from 0 to 1: the edit distance (Levenshtein 1966)
    over the length of what a person read. Spaces and line ends count as one space."""
    machine, human = " ".join(machine.split()), " ".join(human.split())
    return min(1.0, distance(machine, human) / max(len(human), 1))


def choice_errors(machine: str, human: str) -> float:
    """0 if both say the same, else 1."""
    return float(machine != human)


def distance(one: str, other: str) -> int:
    """The least number of single characters changed, taken out or put in that turns one into the other."""
    one, other = _without_same_ends(one, other)
    row = list(range(len(other) + 1))
    for above, letter in enumerate(one, 1):
        before, row[0] = row[0], above
        for at, facing in enumerate(other, 1):
            change = before + (letter != facing)
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, change)
    return row[-1]


def _without_same_ends(one, other):
    """People mend a letter here and there: what is the same at both ends costs nothing to leave out."""
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
