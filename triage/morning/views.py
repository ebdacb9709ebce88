"""What this morning's e-mail says or would say, now; and the switch by which a person stops it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from organisations.permissions import allowed
from triage.models import NoMorning
from triage.morning.gather import PARTS, told

LISTED = 100  # references of one part, the nearest dates first; the queue has the rest


@never_cache
@require_http_methods(["GET", "POST"])
@allowed("work_cases")
def morning(request):
    """The parts with their references as links, and the switch."""
    off = NoMorning.objects.filter(user=request.user)
    if request.method == "POST":
        if request.POST.get("wanted") == "yes":
            off.delete()
            messages.success(request, "You will have the e-mail from the next working day.")
        else:
            NoMorning.objects.get_or_create(user=request.user)
            messages.success(request, "You will not have the e-mail any more.")
        return redirect("morning:show")
    says = told(request.user, timezone.localdate())
    parts = [(PARTS[part], len(says[part]), says[part][:LISTED]) for part in PARTS if part in says]
    return render(request, "triage/morning/show.html", {"parts": parts, "wanted": not off.exists()})
