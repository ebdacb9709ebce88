"""The page of a case that says what followed our reply."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from organisations.permissions import may
from triage import actions
from triage.case.page import facts
from triage.case.steps import offered
from triage.case.views import own_case, reading
from triage.models import Case, Handling, Improvement, Referred
from triage.track.handling import QUESTIONS

STEPS_HERE = ("reopen", "go-to-ombudsman", "hear-ombudsman", "improve")


@never_cache
@require_GET
def afterwards(request, reference):
    """The Ombudsman's stage and why it is locked, what changed because of this case, how it was handled."""
    case = own_case(request.user, reference)
    reading(case, "afterwards", request.user)
    today = timezone.localdate()
    return render(
        request,
        "triage/afterwards/show.html",
        {
            **facts(case, today, request.path),
            "stage": Referred.objects.filter(case=case).select_related("opened_by", "decided_by").first(),
            "locked_because": actions.ombudsman_locked(case, today),
            "improvements": list(Improvement.objects.filter(case=case).select_related("owner", "service", "organisation")),
            "handled": handled(case),
            "again_already": case.events.filter(kind="reopen").exists(),
            "steps": [one for one in offered(case) if one.slug in STEPS_HERE] if may(request.user, "work_cases") else [],
        },
    )  # fmt: skip


def handled(case: Case) -> dict | None:
    """What the person thinks of our handling: {answers: [(sentence, answer)], words}, or None."""
    given = Handling.objects.filter(case=case).first()
    if given is None:
        return None
    answers = [(said, getattr(given, f"get_{name}_display")()) for name, said in QUESTIONS.items()]
    return {"answers": [(said, answer or "Not answered") for said, answer in answers], "words": given.words}
