"""The Ombudsman's pack of a case: whether it may be made today, and that it was."""

from triage.actions.afterwards import ombudsman_locked
from triage.actions.changing import changing
from triage.models import Access, Case, Reply
from triage.moves import NotAllowed

RULE = (
    "The rule: section 4(5) of the Health Service Commissioners Act 1993. The Ombudsman looks at a complaint "
    "after a final reply, or when six months have passed without one."
)


def pack_locked(case: Case, today) -> str:
    """Why the pack of `case` cannot be made today, in sentences that name the rule; "" where it can."""
    if why := ombudsman_locked(case, today):
        return f"{why} {RULE}"
    left = case.replies.filter(kind=Reply.Kind.REPLY).exclude(delivered_at=None)
    if today <= case.backstop_on and not left.exists():
        return f"Our final reply is written and has not left yet. {RULE}"
    return ""


def keep_pack(case: Case, *, sha256: str, size: int, today, by) -> None:
    """Leave what says that a pack was made, by whom, and which. Raises NotAllowed where it may not be."""
    with changing(case, "pack", by=by, sha256=sha256, size=size) as locked:
        if why := pack_locked(locked, today):
            raise NotAllowed(why)
        Access.objects.create(feedback_id=locked.feedback_id, what="pack", by=by)
