"""Access: who read what, and when. Every read of a case leaves one."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from feedback.models import Feedback
from triage.models.ledger import Chained


class Access(Chained):
    """`what` is the page or file that showed it: "case", "labelling", "told", "export"."""

    OF = "feedback_id"
    SAID = ("what", "at", "by_id")

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="accesses")
    what = models.CharField(max_length=24)
    at = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feedback", "place"], name="one_access_a_place_in_the_chain")
        ]
        indexes = [models.Index(fields=["feedback", "at"], name="access_by_feedback")]

    def __str__(self):
        return f"{self.what} {self.feedback_id} read by {self.by_id}"
