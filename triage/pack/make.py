"""A pack made for somebody: checked against the rule, built, and kept in the history."""

from typing import BinaryIO

from triage import actions
from triage.models import Case
from triage.moves import NotAllowed
from triage.pack.build import Built, build


def make(case: Case, out: BinaryIO, *, today, by) -> Built:
    """Write the pack of `case` into `out` and leave an Event and an Access row. Raises NotAllowed, naming the rule."""
    if why := actions.pack_locked(case, today):
        raise NotAllowed(why)
    built = build(case, out)
    actions.keep_pack(case, sha256=built.sha256, size=built.size, today=today, by=by)
    return built
