"""Files people send, taken apart into pages where they can do no harm.

    kinds        what a file is, by its content; what it must not be besides
    limits       how much of anything a file may ask for
    apart        `take_apart(path)`: the pages of a file, from a process of its own
    child        that process: no network of ours, no database, hard limits, killed when it is slow
    pages_of     what it does, kind by kind: `pdf`, `dangers` (what a PDF must not hold), `pictures`, `bare`

Everything after `child` handles hostile bytes and is never imported by a web process.
"""


class Refused(Exception):
    """A file that is not taken. The text says why in plain words, and what to do."""
