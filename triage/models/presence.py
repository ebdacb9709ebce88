"""Presence: who has a case open now. It is no history: rows are written over, and swept away."""

from datetime import timedelta

from django.conf import settings
from django.db import models

from triage.models.case import Case

LASTS = timedelta(minutes=2)


class PresenceQuerySet(models.QuerySet):
    def now(self, moment):
        """Those seen within the last two minutes before `moment`."""
        return self.filter(seen_at__gt=moment - LASTS)


class Presence(models.Model):
    """One person with one case open, `since` when, and when their page last said so."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "user"], name="one_presence_a_case_and_person")
        ]

    def __str__(self):
        return f"{self.user_id} at case {self.case_id}"
