"""Staff print forms for their own services, and see what was printed."""

from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from feedback.models import FilledForm, PrintRun
from feedback.paper.form.forms import PrintForm
from feedback.paper.form.printing import CannotPrint, print_run
from organisations.models import Service
from organisations.permissions import allowed, within

MAY = "print_links"
PAGE = 20
REFUSED = 422


@never_cache
@require_GET
@allowed(MAY)
def choose(request):
    """One's own open services, a page at a time (`q` narrows them), and what was printed last."""
    asked = request.GET.get("q", "").replace("\0", "").strip()[:80]
    after = request.GET.get("after", "").replace("\0", "")
    named = Q(name__icontains=asked) | Q(organisation__name__icontains=asked)
    rows = list(_services(request.user).filter(named, slug__gt=after).order_by("slug")[: PAGE + 1])
    context = {
        "q": asked,
        "rows": rows[:PAGE],
        "next": rows[PAGE - 1].slug if len(rows) > PAGE else "",
        "first": not after,
        "runs": _runs(request.user),
    }
    return render(request, "feedback/paper/form/choose.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@allowed(MAY)
def print_for(request, slug):
    """Which form and how many; the answer to the POST is the PDF itself."""
    service = get_object_or_404(_services(request.user), slug=slug)
    form = PrintForm(request.POST or None)
    if form.is_valid():
        try:
            run, pdf = print_run(
                service=service,
                count=form.cleaned_data["count"],
                layout=form.cleaned_data["layout"],
                by=request.user,
            )
        except CannotPrint as problem:
            form.add_error(None, str(problem))
        else:
            name = f"{slug}-{run.layout}-{run.first:08d}.pdf"
            return HttpResponse(
                pdf,
                content_type="application/pdf",
                headers={"Content-Disposition": f'attachment; filename="{name}"'},
            )
    context = {"service": service, "form": form}
    return render(request, "feedback/paper/form/print.html", context, status=REFUSED if form.errors else 200)


def _services(user):
    own = within(user, MAY, ward="pk")
    return Service.objects.open_on(timezone.localdate()).filter(own).select_related("organisation")


def _runs(user):
    """The last print runs of one's own services, with how many of those forms came back."""
    last = F("first") + F("count") - 1
    back = (
        FilledForm.objects.filter(
            organisation=OuterRef("service__organisation"),
            serial__gte=OuterRef("first"),
            serial__lte=OuterRef("last"),
        )
        .order_by()
        .values("organisation")
        .annotate(back=Count("pk"))
        .values("back")
    )
    return (
        PrintRun.objects.filter(within(user, MAY, path="service__", ward="pk"))
        .select_related("service__organisation", "printed_by")
        .annotate(last=last)
        .annotate(back=Coalesce(Subquery(back, output_field=IntegerField()), 0))
        .order_by("-id")[:PAGE]
    )
