"""Labelling: one comment put before one person, and what they said of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from feedback.models import Comment


class Answer(models.TextChoices):
    KEPT = "kept", "you kept the model's guess"
    CHANGED = "changed", "you gave an answer of your own"
    SKIPPED = "skipped", "you skipped it"


class LabellingQuerySet(models.QuerySet):
    def waiting(self):
        """Shown, and not answered yet."""
        return self.filter(answered_at=None)

    def labelled(self):
        """Answered with a label: skipped ones are not."""
        return self.filter(answer__in=[Answer.KEPT, Answer.CHANGED])


class Labelling(models.Model):
    """One person's turn with one comment. Taking an answer back empties it; the turn stays.

    `seconds` is the colleague's reading that a second person, who never saw it, is compared
    with: such an answer is kept here alone and changes nothing that is in force. A first
    answer makes a `classification`. `sentiment` and `themes` are what the person said. The number
    of one first answer in twenty comes up: a second person is asked about it (`to_second`).
    """

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="labellings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    shown_at = models.DateTimeField(default=timezone.now)
    seconds = models.ForeignKey(
        "sentiment.Classification", models.CASCADE, null=True, blank=True, related_name="seconded"
    )
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    sentiment = models.PositiveSmallIntegerField(null=True, blank=True)
    themes = models.JSONField(default=list)
    to_second = models.BooleanField(default=False, editable=False)
    classification = models.OneToOneField(
        "sentiment.Classification", models.CASCADE, null=True, blank=True, related_name="labelling"
    )

    objects = LabellingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "by"], name="one_labelling_a_comment_and_person"),
            models.CheckConstraint(
                name="labelling_answered_with_a_moment",
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["by", "answered_at"], name="labelling_by_person"),
            models.Index(fields=["answered_at"], name="labelling_to_second", condition=Q(to_second=True)),
        ]

    def __str__(self):
        return f"labelling of comment {self.comment_id} by {self.by_id}"
