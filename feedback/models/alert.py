"""Alert: a person may be at risk. Loud until a named person takes it, with a note."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.models.feedback import Feedback
from feedback.nudge import nudge


class AlertQuerySet(models.QuerySet):
    def open(self):
        """Alerts nobody has taken yet, oldest first."""
        return self.filter(taken_at=None).order_by("raised_at", "id")

    def raise_for(self, feedback, signals, raised_by):
        """One alert a feedback and kind of signal; raising it twice changes nothing. People are told at once."""
        self.bulk_create(
            [
                self.model(feedback=feedback, kind=kind, words=words, raised_by=raised_by)
                for kind, words in {signal.kind: signal.words for signal in reversed(signals)}.items()
            ],
            ignore_conflicts=True,
        )
        nudge("escalate_waiting")


class Alert(models.Model):
    """One kind of danger in one person's words. `raised_by` is "safety check" (in the request) or a model's name."""

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="alerts")
    kind = models.CharField(max_length=24)
    words = models.TextField(blank=True)
    raised_by = models.CharField(max_length=60)
    raised_at = models.DateTimeField(auto_now_add=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="alerts_taken"
    )
    note = models.TextField(blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["feedback", "kind"], name="one_alert_a_feedback_and_kind"),
            models.CheckConstraint(
                name="alert_taken_by_a_named_person_with_a_note",
                condition=Q(taken_at=None, taken_by=None, note="")
                | (Q(taken_at__isnull=False, taken_by__isnull=False) & ~Q(note="")),
            ),
        ]
        indexes = [models.Index(fields=["raised_at", "id"], name="alert_open", condition=Q(taken_at=None))]

    def __str__(self):
        return f"{self.kind} in {self.feedback_id}"
