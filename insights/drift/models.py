"""What is kept of drift: the figures of each week, and each movement until a named person has noted it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sentiment.models import ModelVersion


class WeeklyReading(models.Model):
    """What one model made of the comments received in one week, of all organisations (see `tally.counted`).

    By the day the feedback was received and not the day it was read: history that a new
    model reads again then gives it a past to be compared with. `week_on` is the Monday.
    """

    week_on = models.DateField()
    model = models.ForeignKey(ModelVersion, models.PROTECT, related_name="+")
    read = models.PositiveIntegerField()
    scored = models.PositiveIntegerField()
    not_english = models.PositiveIntegerField()
    not_scored = models.PositiveIntegerField()
    unsure = models.PositiveIntegerField()
    confidence = models.FloatField(null=True)
    spread = models.FloatField(null=True)
    feelings = models.JSONField(default=dict)
    themes = models.JSONField(default=dict)
    checked = models.PositiveIntegerField()
    wrong = models.PositiveIntegerField()
    feeling_off = models.PositiveIntegerField()
    theme_added = models.PositiveIntegerField()
    theme_removed = models.PositiveIntegerField()
    counted_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["week_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["week_on", "model"], name="one_weekly_reading_a_model"),
            models.CheckConstraint(
                name="weekly_reading_adds_up",
                condition=Q(read=models.F("scored") + models.F("not_english") + models.F("not_scored")),
            ),
        ]

    def __str__(self):
        return f"{self.model_id} in the week of {self.week_on}"


class DriftNoticeQuerySet(models.QuerySet):
    def open(self):
        """What nobody has noted yet, oldest first."""
        return self.filter(noted_at=None).order_by("id")


class DriftNotice(models.Model):
    """One movement, said once: shown to administrators until one of them notes it. `measure` as in `drift`."""

    week_on = models.DateField()
    model = models.ForeignKey(ModelVersion, models.PROTECT, related_name="+")
    measure = models.CharField(max_length=16)
    sentence = models.TextField()
    raised_at = models.DateTimeField(auto_now_add=True)
    # When administrators were written to; empty where no mail is set up, or it has not left yet.
    mailed_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)

    objects = DriftNoticeQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["week_on", "model", "measure"], name="one_drift_notice_a_week_and_measure"
            ),
            models.CheckConstraint(
                name="drift_noted_by_a_named_person_with_a_note",
                condition=Q(noted_at=None, noted_by=None, note="")
                | (Q(noted_at__isnull=False, noted_by__isnull=False) & ~Q(note="")),
            ),
        ]
        indexes = [models.Index(fields=["id"], name="drift_notice_open", condition=Q(noted_at=None))]

    def __str__(self):
        return f"{self.measure} in the week of {self.week_on}"
