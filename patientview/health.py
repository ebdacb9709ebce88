"""Is the service alive? For load balancers and container health checks: says nothing about anybody."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import JsonResponse


@login_not_required
def healthy(request):
    """200 when this process can reach the database; the error itself when it cannot."""
    connection.ensure_connection()
    return JsonResponse({"healthy": True})
