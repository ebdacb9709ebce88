"""The process that opens what people send: `python -m feedback.paper.files.child FILE AFTER`.

It sets its own limits before it looks at the file, and only writes messages (see `wire`) to its
standard output. Whatever a hostile file makes of it, there is nothing here to take.
"""

import contextlib
import os
import resource
import sys

from feedback.paper import wire
from feedback.paper.files import Refused, limits


def main(path: str, after: int) -> None:
    """Say how many pages there are, then each after `after`; or why the file is refused."""
    confine()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints goes nowhere

    def say(plain, *blobs):
        out.write(wire.packed(plain, *blobs))
        out.flush()

    # The rest is imported under the limits: it brings the libraries that open files.
    from feedback.paper.files.pages_of import pages_of

    try:
        for number, of, picture, why in pages_of(path, after):
            if number:
                say({"number": number, "why": why}, picture)
            else:
                say({"pages": of})
        say({"done": True})
    except Refused as problem:
        say({"refused": str(problem)})
    except MemoryError:
        os._exit(1)
    except BrokenPipeError:
        os._exit(0)


def confine() -> None:
    """No core dumps, no files written, bounded memory and processor time."""
    bounds = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 64,
        resource.RLIMIT_CPU: limits.SECONDS_OF_CPU,
        resource.RLIMIT_DATA: limits.MEMORY,
        resource.RLIMIT_AS: limits.ADDRESSES,
    }
    for what, most in bounds.items():
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):  # a system that lacks one keeps the others
            resource.setrlimit(what, (bound, bound))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
