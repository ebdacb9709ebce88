"""Two cases that belong together and stay two: linked with a word why, and unlinked again."""

from django.db import transaction
from django.utils import timezone

from triage.actions.changing import changing
from triage.actions.merging import in_order
from triage.models import Case, CaseLink
from triage.moves import NotAllowed


@transaction.atomic
def link(case: Case, *, with_case: Case, why: str, version=None, by) -> CaseLink:
    """Say on both that they belong together, and why. Refused for one that is linked with it already."""
    if not why.strip():
        raise NotAllowed("Say why they belong together.")
    if case.pk == with_case.pk:
        raise NotAllowed("That is this case itself. Choose another one.")
    both = in_order(case, with_case)
    first, second = (both[pk] for pk in sorted(both))
    if CaseLink.objects.standing().filter(first=first, second=second).exists():
        raise NotAllowed("These two are linked already.")
    _tell_both("link", both[case.pk], both[with_case.pk], note=why.strip(), version=version, by=by)
    return CaseLink.objects.create(first=first, second=second, why=why.strip(), by=by)


@transaction.atomic
def unlink(link: CaseLink, *, by) -> None:
    """They do not belong together after all. The history of both keeps that they were linked."""
    both = in_order(link.first, link.second)
    done = CaseLink.objects.standing().filter(pk=link.pk).update(undone_at=timezone.now(), undone_by=by)
    if not done:
        raise NotAllowed("That link was taken away already.")
    _tell_both("unlink", both[link.first_id], both[link.second_id], by=by)


def _tell_both(move, one, other, *, version=None, by, note=""):
    with changing(one, move, by=by, version=version, note=note, reference=other.reference):
        pass
    with changing(other, move, by=by, note=note, reference=one.reference):
        pass
