"""The page of a case with the Ombudsman's pack, and the pack itself."""

import tempfile

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from organisations.permissions import may
from triage import actions
from triage.case.page import facts
from triage.case.views import own_case, reading
from triage.moves import NotAllowed
from triage.pack.make import make


@never_cache
@require_http_methods(["GET", "POST"])
def show(request, reference):
    """What the pack holds and whether it may be made (GET); the ZIP file (POST)."""
    case, today = own_case(request.user, reference), timezone.localdate()
    may_work = may(request.user, "work_cases")
    if request.method == "POST" and may_work:
        return _pack(request, case, today)
    reading(case, "case", request.user)
    context = {
        **facts(case, today, request.path),
        "may_work": may_work,
        "locked_because": actions.pack_locked(case, today),
        "made": list(case.events.filter(kind="pack").select_related("by").order_by("-id")),
    }
    return render(request, "triage/pack/show.html", context)


def _pack(request, case, today):
    out = tempfile.TemporaryFile(prefix="pack-")  # noqa: SIM115 the response closes it
    try:
        make(case, out, today=today, by=request.user)
    except NotAllowed as refusal:
        out.close()
        messages.error(request, str(refusal))
        return redirect("pack:show", case.reference)
    except BaseException:
        out.close()
        raise
    out.seek(0)
    name = f"ombudsman-{case.reference}.zip"
    return FileResponse(out, as_attachment=True, filename=name, content_type="application/zip")
