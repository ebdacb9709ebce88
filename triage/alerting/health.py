"""`/healthy/alerting`, for a machine that watches: says nothing about anybody."""

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from triage.alerting.alive import signs


@never_cache
@login_not_required
@require_safe
def healthy_alerting(request):
    """200 while alerts reach people; 503, with the reasons in words, while they may not."""
    judged = signs()
    bad = [one for one in judged if one.bad]
    return JsonResponse(
        {"alive": not bad, "signs": {one.name: {"bad": one.bad, "says": one.words} for one in judged}},
        status=503 if bad else 200,
    )
