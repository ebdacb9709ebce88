"""A person who knows better. Each correction is one more row; the machine's own row stays for learning."""

from django.db import transaction

from sentiment.classify import correct
from triage.actions.changing import changing
from triage.actions.deciding import open_case
from triage.actions.people import introduce
from triage.models import Case, Decision, Priority
from triage.moves import NotAllowed


def correct_classification(
    case: Case, *, classification, sentiment, themes, note="", version=None, by
) -> None:
    """Say what a comment of this case is really about. Signals stay: what bears on safety is never corrected away."""
    with changing(
        case, "correct", by=by, version=version, what="classification", comment=classification.comment_id
    ):
        correct(classification, sentiment=sentiment, themes=themes, note=note, by=by)


def correct_decision(case: Case, *, priority: str, note: str, version=None, by) -> None:
    """Give the case another priority, with the reason. Also says that a person has looked.

    Lowering it is a person's to do, never a model's; an open alert is not touched by it.
    """
    if not note.strip():
        raise NotAllowed("Say why.")
    if priority.upper() not in Priority.names:
        raise NotAllowed("Choose a priority.")
    with changing(
        case, "correct", by=by, version=version, note=note.strip(), what="decision", priority=priority
    ) as locked:
        before = locked.feedback.decisions.latest("id")
        _by_person(before, priority=priority, note=note, by=by)
        locked.priority, locked.needs_person = Priority[priority.upper()], False


@transaction.atomic
def settle_check(decision: Decision, *, open_a_case: bool, resolver: str = "", note: str, by) -> Case | None:
    """A person has looked at feedback the rules were unsure of: it needs an answer, or nothing more.

    Returns the case opened, if one was. Raises NotAllowed if a colleague was quicker or no reason is given.
    """
    if not note.strip():
        raise NotAllowed("Say what you found.")
    feedback = type(decision.feedback).objects.select_for_update().get(pk=decision.feedback_id)
    if feedback.decisions.latest("id") != decision:
        raise NotAllowed("A colleague has already looked at this one.")
    settled = _by_person(
        decision, priority=decision.priority, note=note, by=by, clock=open_a_case,
        resolver=resolver or decision.resolver,
    )  # fmt: skip
    if not open_a_case:
        return None
    if settled.resolver == "none":
        raise NotAllowed("Choose the team that should answer.")
    case = open_case(feedback, settled)
    introduce([case])
    return case


def _by_person(before, *, priority, note, by, **changed):
    same = ("resolver", "resolver_body", "clock", "told", "signposted", "rules", "rules_version")
    values = {name: getattr(before, name) for name in same} | changed
    return Decision.objects.create(
        feedback=before.feedback, by=by, priority=priority, note=note.strip(), needs_person=False, **values
    )
