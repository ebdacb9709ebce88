"""What can go wrong on the way out, in two kinds: the world is bad (an OSError: try again), or the row is."""


class WillNotLeave(Exception):
    """No further try will help: a person must look. The message says why, and never holds an address."""
