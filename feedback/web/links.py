"""The links and QR codes of one's own services, for the people who print and hang them."""

from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from organisations.models import Service
from organisations.permissions import allowed, within

PAGE = 50


@require_GET
@allowed("print_links")
def links(request):
    """Open services of the person's own organisations by name, a page at a time; `q` narrows them."""
    asked = request.GET.get("q", "").strip()[:80]
    after = request.GET.get("after", "")
    services = (
        Service.objects.open_on(timezone.localdate())
        .filter(within(request.user, "print_links", ward="pk"))
        .filter(Q(name__icontains=asked) | Q(organisation__name__icontains=asked))
        .select_related("organisation")
        .order_by("slug")
    )
    rows = list(services.filter(slug__gt=after)[: PAGE + 1])
    return render(
        request,
        "feedback/links/list.html",
        {
            "q": asked,
            "rows": rows[:PAGE],
            "next": rows[PAGE - 1].slug if len(rows) > PAGE else "",
            "first": not after,
        },
    )
