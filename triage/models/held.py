"""HeldFile: a file sent with a form that is not saved yet. An error on the form never costs anybody a file."""

import uuid

from django.conf import settings
from django.db import models


def held_at(held, filename) -> str:
    """A path that says nothing of whose file it is."""
    return f"held/{uuid.uuid4().hex}"


class HeldFile(models.Model):
    """One file of one draft, seen by the one who sent it alone. Saving the form moves it to the case."""

    draft = models.UUIDField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="held_files")
    file = models.FileField(upload_to=held_at, max_length=80)
    name = models.CharField(max_length=160)
    media = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["by", "draft", "sha256"], name="one_held_file_once_in_a_draft")
        ]
        indexes = [models.Index(fields=["sent_at"], name="held_by_age")]

    def __str__(self):
        return f"held file {self.pk}"
