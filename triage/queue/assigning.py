"""Many cases given to one person at once, and taken back again if that was a slip."""

from dataclasses import dataclass, field

from django.core import signing

from organisations.models import User
from triage import actions
from triage.models import Case, Status
from triage.moves import NotAllowed

SALT = "triage.queue.assigning"
UNDO_WITHIN = 15 * 60  # seconds


@dataclass
class Assigned:
    """What became of one press: references done, {reference: why not}, and the signed way back."""

    done: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    undo: str = ""


def assign_many(cases, *, handler: User, by: User) -> Assigned:
    """Give each case to `handler`, one transaction each: what cannot be given does not hold up the rest."""
    result, before = Assigned(), []  # before: [case, its handler, was it new, its version now]
    may_see = set(
        Case.objects.visible_to(handler)
        .filter(pk__in=[case.pk for case in cases])
        .values_list("pk", flat=True)
    )
    for case in cases:
        had, was_new = case.handler_id, case.status == Status.NEW
        if case.pk not in may_see:
            result.refused[case.reference] = f"{handler} does not work where this case is."
            continue
        try:
            actions.assign(case, handler=handler, by=by)
        except NotAllowed as refusal:
            result.refused[case.reference] = str(refusal)
        else:
            result.done.append(case.reference)
            before.append([case.pk, had, was_new, case.version])
    if before:
        result.undo = signing.dumps({"by": by.pk, "before": before}, salt=SALT)
    return result


def undo(token: str, *, by: User) -> Assigned:
    """Give the cases back to whoever had them and make new ones new, but for those somebody has changed since.

    Raises signing.BadSignature if the token is not this person's, is not ours, or is too old.
    """
    said = signing.loads(token, salt=SALT, max_age=UNDO_WITHIN)
    if said["by"] != by.pk:
        raise signing.BadSignature("This is another person's way back.")
    cases = Case.objects.visible_to(by).select_related("feedback").in_bulk([pk for pk, *_ in said["before"]])
    people = User.objects.in_bulk({had for _, had, *_ in said["before"] if had})
    result = Assigned()
    for pk, had, was_new, version in said["before"]:
        if pk not in cases:
            continue
        case = cases[pk]
        try:
            if was_new:
                actions.put_back(case, version=version, by=by)
            else:
                actions.assign(case, handler=people.get(had), version=version, by=by)
        except NotAllowed as refusal:
            result.refused[case.reference] = str(refusal)
        except actions.ChangedMeanwhile:
            result.refused[case.reference] = "Somebody has changed it since."
        else:
            result.done.append(case.reference)
    return result
