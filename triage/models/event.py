"""Event: one thing that happened to a case. Written in the same transaction as the change, never altered."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from triage.models.case import Case


class Event(models.Model):
    """`kind` names what happened (see `triage.actions`); `clock` names the date a breach passed.

    `detail` holds ids, dates and choices, and a note where a member of staff wrote one.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=24)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    clock = models.CharField(max_length=16, blank=True)
    detail = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    # Whether the person sees it on their own timeline.
    public = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "clock"], condition=Q(kind="breach"), name="one_breach_a_case_and_clock"
            )
        ]

    def __str__(self):
        return f"{self.kind} of case {self.case_id}"
