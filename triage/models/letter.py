"""Letter: what we write to a person, from its first words to the day it leaves. Versions are added, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.models.contact import EncryptedField
from organisations.models import Organisation
from triage.letter import KINDS
from triage.models.case import Case
from triage.models.party import Party

KIND_CHOICES = [(name, kind.title) for name, kind in KINDS.items()]


class LetterTemplate(models.Model):
    """The words one kind of letter begins with in one organisation. The newest stands; a used one never changes."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="letter_templates")
    kind = models.CharField(max_length=16, choices=KIND_CHOICES)
    number = models.PositiveIntegerField()
    text = models.TextField()
    kept_at = models.DateTimeField(auto_now_add=True)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["kind", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "number"], name="template_versions_are_counted"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.number} of {self.organisation_id}"


class LetterQuerySet(models.QuerySet):
    def unsent(self):
        """What is still being written, signed, or waits to be sent."""
        return self.exclude(state__in=(State.SENT, State.ASIDE))

    def to_sign(self, organisations):
        """What waits to be signed for these bodies (ids: see `triage.signing`), the longest wait first."""
        return self.filter(case__organisation__in=organisations, state=State.TO_SIGN).order_by(
            "put_forward_at", "id"
        )


class State(models.TextChoices):
    DRAFT = "draft", "Being written"
    TO_SIGN = "to_sign", "To be signed"
    SIGNED = "signed", "Signed, not sent"
    SENT = "sent", "Sent"
    ASIDE = "aside", "Put aside"


class Letter(models.Model):
    """One letter of one case.

    `to` is the party it goes to; without one, the person who gave the feedback. `template` is the
    organisation's own it began with; without one, the words the service ships. `signed_sha256` is the
    hash of the version that was signed, `signed_for` the body it was signed for: only those words may leave, and
    only from there.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=16, choices=KIND_CHOICES)
    to = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="letters")
    template = models.ForeignKey(LetterTemplate, models.PROTECT, null=True, blank=True, related_name="+")
    shape = models.CharField(max_length=12, choices=Party.Shape, default=Party.Shape.STANDARD)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    begun_at = models.DateTimeField(auto_now_add=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    put_forward_at = models.DateTimeField(null=True, blank=True)
    put_forward_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_for = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    signed_sha256 = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            *(
                models.CheckConstraint(
                    name=f"letter_{done}_at_and_by",
                    condition=Q(**{f"{done}_at": None, f"{done}_by": None})
                    | Q(**{f"{done}_at__isnull": False, f"{done}_by__isnull": False}),
                )
                for done in ("put_forward", "signed", "sent")
            ),
            models.CheckConstraint(
                name="letter_signed_with_its_hash",
                condition=Q(signed_at=None, signed_for=None, signed_sha256="")
                | (Q(signed_at__isnull=False, signed_for__isnull=False) & ~Q(signed_sha256="")),
            ),
            models.CheckConstraint(
                name="letter_states_have_their_moments",
                condition=Q(state__in=("draft", "aside"), put_forward_at=None, signed_at=None, sent_at=None)
                | Q(state="to_sign", put_forward_at__isnull=False, signed_at=None, sent_at=None)
                | Q(state="signed", signed_at__isnull=False, sent_at=None)
                | Q(state="sent", sent_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["case"],
                name="one_final_reply_at_a_time",
                condition=Q(kind="final", state__in=("draft", "to_sign", "signed")),
            ),
        ]
        indexes = [
            models.Index(fields=["put_forward_at"], name="letter_to_sign", condition=Q(state="to_sign"))
        ]

    def __str__(self):
        return f"{self.kind} {self.pk} of case {self.case_id}"

    @property
    def is_open(self):
        return self.state not in (State.SENT, State.ASIDE)


class LetterVersion(models.Model):
    """The words of a letter at one moment. `sha256` is of their UTF-8 bytes."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    # Encrypted, as a letter names people.
    text = EncryptedField()
    sha256 = models.CharField(max_length=64)
    saved_at = models.DateTimeField(auto_now_add=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "number"], name="letter_versions_are_counted")
        ]

    def __str__(self):
        return f"version {self.number} of letter {self.letter_id}"
