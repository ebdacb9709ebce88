"""What changed from one version of a letter to the next, line by line. Pure."""

from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "gone", "new"


def changes(before: str, after: str) -> list[tuple[str, str]]:
    """[(same, gone or new, line)] in order: what is gone stands before what came in its place."""
    old, new = before.splitlines(), after.splitlines()
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [(SAME, line) for line in old[a:b]]
        else:
            found += [(GONE, line) for line in old[a:b]] + [(NEW, line) for line in new[c:d]]
    return [(kind, line) for kind, line in found if line.strip()]
