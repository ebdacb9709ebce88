"""Event: one thing that happened to a case. Written in the same transaction as the change, never altered."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from triage.models.case import Case
from triage.models.ledger import Chained


class Event(Chained):
    """`kind` names what happened (see `triage.actions`); `clock` names the date a breach passed.

    `detail` holds ids, dates and choices, and a note where a member of staff wrote one.
    """

    OF = "case_id"
    SAID = ("kind", "at", "by_id", "clock", "detail", "note", "public")

    case = models.ForeignKey(Case, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=24)
    # Not `auto_now_add`: the link is made of the moment, before the row is stored.
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    clock = models.CharField(max_length=16, blank=True)
    detail = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    # Whether the person sees it on their own timeline.
    public = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "place"], name="one_event_a_place_in_the_chain"),
            models.UniqueConstraint(
                fields=["case", "clock"], condition=Q(kind="breach"), name="one_breach_a_case_and_clock"
            ),
        ]

    def __str__(self):
        return f"{self.kind} of case {self.case_id}"
