"""Reply: our words to the person."""

from django.conf import settings
from django.db import models

from triage.models.case import Case
from triage.models.outgoing import Outgoing, OutgoingQuerySet


class Reply(Outgoing):
    """An acknowledgement or a reply, as the person reads it. `way` is "portal" (the return code) or "email"."""

    class Kind(models.TextChoices):
        ACKNOWLEDGEMENT = "acknowledgement", "acknowledgement"
        REPLY = "reply", "reply"

    case = models.ForeignKey(Case, models.PROTECT, related_name="replies")
    kind = models.CharField(max_length=16, choices=Kind)
    text = models.TextField()
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = OutgoingQuerySet.as_manager()

    class Meta(Outgoing.Meta):
        ordering = ["id"]

    def __str__(self):
        return f"{self.kind} of case {self.case_id}"
