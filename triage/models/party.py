"""Party: a person or office with a part in a case. Names and addresses are encrypted, apart from the words."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.models import ReplyBy
from feedback.models.contact import EncryptedField
from triage.models.case import Case


class Party(models.Model):
    """Who they are in the case, how to reach them, and how they need to be written to.

    `shape` and `needs` are the Accessible Information Standard's (DCB1605): they follow every letter.
    `ruled_out` lists the ways (values of ReplyBy) by which this person must never be contacted.
    `answered` marks the one whom the reply is addressed to; `told_us` the one who gave the feedback, who has its
    return code.
    """

    class Part(models.TextChoices):
        COMPLAINANT = "complainant", "the person who complains"
        PATIENT = "patient", "the patient"
        REPRESENTATIVE = "representative", "who speaks for the patient"
        MP = "mp", "the MP's office"

    class Shape(models.TextChoices):
        STANDARD = "standard", "standard print"
        LARGE_PRINT = "large_print", "large print"
        EASY_READ = "easy_read", "easy read"
        BRAILLE = "braille", "braille"
        AUDIO = "audio", "audio"
        BSL = "bsl", "a video in British Sign Language"

    case = models.ForeignKey(Case, models.CASCADE, related_name="parties")
    part = models.CharField(max_length=16, choices=Part)
    name = EncryptedField(blank=True)
    # The MP's office or the advocacy service they write for.
    office = models.CharField(max_length=120, blank=True)
    relationship = models.CharField(max_length=60, blank=True)
    email = EncryptedField(blank=True)
    telephone = EncryptedField(blank=True)
    address = EncryptedField(blank=True)
    needs = EncryptedField(blank=True)
    shape = models.CharField(max_length=12, choices=Shape, default=Shape.STANDARD)
    language = models.CharField(max_length=40, blank=True)
    prefers = models.CharField(max_length=12, choices=ReplyBy, blank=True)
    ruled_out = models.JSONField(default=list, blank=True)
    # Regulation 15: electronic communication only with consent in writing or electronically, not withdrawn.
    email_agreed_on = models.DateField(null=True, blank=True)
    answered = models.BooleanField(default=False)
    told_us = models.BooleanField(default=False)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "parties"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "part"], name="one_party_a_case_and_part"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(answered=True), name="one_party_is_answered"
            ),
            models.UniqueConstraint(fields=["case"], condition=Q(told_us=True), name="one_party_told_us"),
        ]

    def __str__(self):
        return f"{self.part} of case {self.case_id}"
