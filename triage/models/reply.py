"""Reply: our words to the person."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from feedback.models.contact import EncryptedField
from triage.models.case import Case
from triage.models.letter import Letter
from triage.models.outgoing import Outgoing, OutgoingQuerySet

# Ways that wait for a colleague's hand: nothing sends them by itself.
BY_HAND, PRINT = "by_hand", "print"


class Reached(models.TextChoices):
    """How words that waited for a colleague's hand came to the person."""

    TELEPHONE = "telephone", "I read them out by telephone"
    IN_PERSON = "in_person", "I gave or read them in person"
    POST = "post", "I posted them, or what was ordered"
    EMAIL = "email", "I sent what was ordered by e-mail"


def _past_taking_back():
    """A first try that is still to come holds a reply back; later ones are tries again."""
    tried = Q(attempts__gt=0) | Q(delivered_at__isnull=False) | Q(failed_at__isnull=False)
    return tried | Q(next_try_at__lte=timezone.now())


def kept_at(reply, filename) -> str:
    """A path that says nothing: neither the person nor the case stands in it."""
    return f"letters/{uuid.uuid4().hex}"


class ReplyQuerySet(OutgoingQuerySet):
    def stuck(self):
        """What has not left and a person should know of: given up, tried in vain, to be posted or done by hand."""
        known = Q(failed_at__isnull=False) | Q(way__in=(BY_HAND, PRINT)) | ~Q(last_error="")
        return self.filter(known, delivered_at=None, called_back_at=None)

    def waiting(self):
        """What has neither left nor been given up nor called back."""
        return super().waiting().filter(called_back_at=None)

    def standing(self):
        """What has left or is still to leave: all but what was called back."""
        return self.filter(called_back_at=None)

    def to_print(self):
        """What waits to be printed and posted and may leave now, oldest first."""
        return self.waiting().filter(_past_taking_back(), way=PRINT).order_by("id")

    def may_be_taken_back(self):
        """What was written and may still be taken back: its moment to leave has not come."""
        return self.waiting().filter(~_past_taking_back())

    def past_taking_back(self):
        """What has left or may leave: all that the person may read."""
        return self.filter(_past_taking_back())


class Reply(Outgoing):
    """An acknowledgement, a reply or another letter, as it reads without marks.

    `way`: "portal" (the return code), "email" (a note that words wait), "print", "notify" (GOV.UK Notify
    prints and posts it) or "by_hand". `letter` is the one it left as, where it was written as one.
    `readable`: who holds the return code may read it; not so what was written to somebody else.
    `pdf` is the very file that was printed or handed over, encrypted, and the hash of the PDF. `reached` is how
    what waited for a hand reached the person. What was called back before it left will never leave.
    """

    class Kind(models.TextChoices):
        ACKNOWLEDGEMENT = "acknowledgement", "acknowledgement"
        REPLY = "reply", "reply"
        LETTER = "letter", "letter"

    case = models.ForeignKey(Case, models.PROTECT, related_name="replies")
    kind = models.CharField(max_length=16, choices=Kind)
    # Encrypted, as a letter names people.
    text = EncryptedField()
    letter = models.OneToOneField(Letter, models.PROTECT, null=True, blank=True, related_name="reply")
    readable = models.BooleanField(default=True)
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    pdf = models.FileField(upload_to=kept_at, max_length=80, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    reached = models.CharField(max_length=12, choices=Reached, blank=True)
    called_back_at = models.DateTimeField(null=True, blank=True)
    called_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ReplyQuerySet.as_manager()

    class Meta(Outgoing.Meta):
        ordering = ["id"]
        constraints = [
            *Outgoing.Meta.constraints,
            models.CheckConstraint(
                name="reply_pdf_kept_with_its_hash",
                condition=Q(pdf="", pdf_sha256="") | (~Q(pdf="") & ~Q(pdf_sha256="")),
            ),
            models.CheckConstraint(
                name="reply_called_back_by_somebody_before_it_left",
                condition=Q(called_back_at=None, called_back_by=None)
                | Q(called_back_at__isnull=False, called_back_by__isnull=False, delivered_at=None),
            ),
        ]
        indexes = [
            *Outgoing.Meta.indexes,
            models.Index(fields=["case"], name="reply_unsent", condition=Q(delivered_at=None)),
        ]

    def __str__(self):
        return f"{self.kind} of case {self.case_id}"

    @property
    def is_held(self):
        """Whether it may still be taken back."""
        tried = self.attempts or self.delivered_at or self.failed_at
        return not tried and self.next_try_at > timezone.now()
