"""Evidence: a file kept with a case. Its bytes are hashed at the door and never changed."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from triage.models.case import Case


def kept_at(evidence, filename) -> str:
    """A path that says nothing: neither the person's file name nor the case stands in it."""
    return f"evidence/{uuid.uuid4().hex}"


class EvidenceQuerySet(models.QuerySet):
    def unscanned(self):
        """What no virus scanner has looked at yet, oldest first."""
        return self.filter(scanned_at=None).order_by("id")

    def stands(self):
        """What counts as evidence: neither set aside nor kept apart by the virus scanner."""
        return self.filter(set_aside_at=None).exclude(clean=False)


class Evidence(models.Model):
    """`sha256` is of the bytes as they arrived; `media` what they are by content, not by name.

    `scanned_at` and `clean` say what the virus scanner found; where none is configured they stay empty and
    the page says so. A file found unclean is kept apart and never handed out. `came_with` is the e-mail
    that it was attached to. Nothing is edited or deleted: a wrong file is set aside, with the reason.
    """

    class Kind(models.TextChoices):
        LETTER = "letter", "a letter"
        EMAIL = "email", "an e-mail"
        CONSENT = "consent", "a form of consent"
        STATEMENT = "statement", "a statement"
        RECORD = "record", "a health record"
        OTHER = "other", "something else"

    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=120)
    file = models.FileField(upload_to=kept_at, max_length=80)
    name = models.CharField(max_length=160)
    media = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    # The day it reached us: a letter's date stamp.
    received_on = models.DateField()
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    scanned_at = models.DateTimeField(null=True, blank=True)
    clean = models.BooleanField(null=True, blank=True)
    came_with = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="attached")
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    set_aside_why = models.TextField(blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "sha256"], name="one_file_once_in_a_case"),
            models.CheckConstraint(
                name="evidence_scanned_with_a_result",
                condition=Q(scanned_at=None, clean=None) | Q(scanned_at__isnull=False, clean__isnull=False),
            ),
            models.CheckConstraint(
                name="evidence_set_aside_by_somebody_with_a_reason",
                condition=Q(set_aside_at=None, set_aside_by=None, set_aside_why="")
                | (Q(set_aside_at__isnull=False, set_aside_by__isnull=False) & ~Q(set_aside_why="")),
            ),
        ]
        indexes = [models.Index(fields=["id"], name="evidence_unscanned", condition=Q(scanned_at=None))]

    def __str__(self):
        return f"{self.kind} {self.pk} of case {self.case_id}"
