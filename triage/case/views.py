"""Reading a case: the page, and the contact details that open on their own. Every read leaves a row."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from organisations.permissions import may
from triage import agreement
from triage.case.forms import NoteForm
from triage.case.page import case_page, facts
from triage.case.presence import arrive, others
from triage.issues.summing import summary
from triage.models import Access, Case
from triage.queue.alerts import TakeAlertForm


def own_case(user, reference: str) -> Case:
    """The case of that reference among the person's own. Raises Http404: another's case is not there at all."""
    cases = Case.objects.visible_to(user).select_related(
        "feedback__organisation__parent", "feedback__service", "feedback__follows",
        "organisation", "service__organisation", "handler",
    )  # fmt: skip
    return get_object_or_404(cases.prefetch_related(*agreement.READS), feedback__reference=reference.upper())


def reading(case: Case, what: str, by) -> None:
    """Leave a row that says who read what."""
    Access.objects.create(feedback=case.feedback, what=what, by=by)


@never_cache
@require_GET
def show(request, reference):
    """Everything about one case, and what can be done with it now."""
    case = own_case(request.user, reference)
    reading(case, "case", request.user)
    arrive(case, request.user)
    return render(
        request,
        "triage/case/show.html",
        {
            "others": others(case, request.user),
            **case_page(case, request.user, timezone.localdate(), request.path),
            "issues": summary(case),
            "may_work": may(request.user, "work_cases"),
            "may_contacts": may(request.user, "read_contacts"),
            "note_form": NoteForm(case=case, user=request.user),
            "alert_form": TakeAlertForm(),
        },
    )


@never_cache
@require_POST
def here(request, reference):
    """A page of this case says that it is still open, and is told who else is there. Nothing is read, so no row."""
    case = own_case(request.user, reference)
    arrive(case, request.user)
    return render(request, "triage/case/others.html", {"others": others(case, request.user)})


@never_cache
@require_POST
def show_contact(request, reference):
    """Name, address, telephone: shown on request, never in passing, and the request is kept."""
    case = own_case(request.user, reference)
    if not may(request.user, "read_contacts"):
        raise PermissionDenied
    reading(case, "contact", request.user)
    return render(
        request,
        "triage/case/contact.html",
        {**facts(case, timezone.localdate()), "contact": getattr(case.feedback, "contact", None)},
    )
