"""What is kept of a comment so that its twin is found by an index: numbers, no words."""

from django.db import models

from feedback.models import Comment


class Signature(models.Model):
    """Says that a comment was looked at, whether or not it had enough words to be found by."""

    comment = models.OneToOneField(Comment, models.CASCADE, primary_key=True, related_name="signature")

    def __str__(self):
        return f"signature of comment {self.comment_id}"


class Band(models.Model):
    """One value under which a comment is kept (see `sentiment.alike.signature`); the place is part of it."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="bands")
    value = models.BigIntegerField()
    received_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["value", "received_on"], name="band_by_value")]

    def __str__(self):
        return f"band of comment {self.comment_id}"
