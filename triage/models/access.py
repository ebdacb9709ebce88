"""Access: who read what, and when. Every read of a case leaves one."""

from django.conf import settings
from django.db import models

from feedback.models import Feedback


class Access(models.Model):
    """`what` is the page or file that showed it: "case", "labelling", "told", "export"."""

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="accesses")
    what = models.CharField(max_length=24)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["feedback", "at"], name="access_by_feedback")]

    def __str__(self):
        return f"{self.what} {self.feedback_id} read by {self.by_id}"
