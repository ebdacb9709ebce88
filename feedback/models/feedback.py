"""Feedback: what one person told us once, never edited. Comment: one answer in it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from organisations.models import Organisation, Service


class Channel(models.TextChoices):
    WEB = "web", "website"
    APP = "app", "app"
    PAPER = "paper", "paper"
    IMPORT = "import", "import"
    SPOKEN = "spoken", "spoken to staff"
    TELEPHONE = "telephone", "telephone"
    LETTER = "letter", "letter"
    EMAIL = "email", "e-mail"


class Intent(models.TextChoices):
    """The four Cs of the NHS: what the person asks for."""

    COMPLIMENT = "compliment", "to say thank you"
    COMMENT = "comment", "to share a comment"
    CONCERN = "concern", "to raise a concern"
    COMPLAINT = "complaint", "to make a complaint"


class FftAnswer(models.IntegerChoices):
    """The six answers of the Friends and Family Test, by their national codes."""

    VERY_GOOD = 1, "Very good"
    GOOD = 2, "Good"
    NEITHER = 3, "Neither good nor poor"
    POOR = 4, "Poor"
    VERY_POOR = 5, "Very poor"
    DONT_KNOW = 6, "Don't know"


class About(models.TextChoices):
    SELF = "self", "me"
    SOMEONE_ELSE = "someone_else", "someone else"


class Consent(models.TextChoices):
    """Whether the patient agrees, where another person speaks for them."""

    NOT_NEEDED = "not_needed", "not needed"
    GIVEN = "given", "given"
    NOT_YET = "not_yet", "not yet asked"


class ReplyBy(models.TextChoices):
    CODE = "code", "online, with the return code"
    EMAIL = "email", "e-mail"
    POST = "post", "letter"
    TELEPHONE = "telephone", "telephone"


class Question(models.TextChoices):
    """The kind of question a comment answers."""

    WHAT_HAPPENED = "what_happened", "What happened?"
    WHAT_GOOD = "what_good", "What was good?"
    COULD_IMPROVE = "could_improve", "What could be better?"
    NONSPECIFIC = "nonspecific", "Tell us about it"


class FeedbackQuerySet(models.QuerySet):
    def undecided(self):
        """What has no outcome yet, oldest first."""
        return self.filter(decided_at=None).order_by("id")

    def read_by_model(self):
        """Feedback none of whose comments still waits to be read."""
        return self.exclude(comments__in=Comment.objects.unread())


class Feedback(models.Model):
    """One person's words, once. `source` and `external_id` say where from, and make receiving it twice harmless.

    `fingerprint` is a SHA-256 of what was sent: the same id with other content is a conflict,
    not a repeat. `return_code_hash` is a keyed hash: the code itself is never stored.
    """

    reference = models.CharField(max_length=12, unique=True)
    channel = models.CharField(max_length=12, choices=Channel)
    source = models.CharField(max_length=40)
    external_id = models.CharField(max_length=120)
    fingerprint = models.CharField(max_length=64)
    return_code_hash = models.CharField(max_length=64, null=True, blank=True, unique=True)

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="feedback")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="feedback")
    # A person who writes back follows what they said before.
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")

    intent = models.CharField(max_length=12, choices=Intent)
    fft_answer = models.PositiveSmallIntegerField(choices=FftAnswer, null=True, blank=True)
    fft_mode = models.CharField(max_length=24, blank=True)
    about = models.CharField(max_length=12, choices=About, default=About.SELF)
    relationship = models.CharField(max_length=60, blank=True)
    consent = models.CharField(max_length=12, choices=Consent, default=Consent.NOT_NEEDED)
    reply_wanted = models.BooleanField(default=False)
    reply_by = models.CharField(max_length=12, choices=ReplyBy, blank=True)
    already_complained = models.BooleanField(default=False)
    # In primary care the person chooses who looks into a complaint: the practice or the ICB.
    resolver_choice = models.CharField(
        max_length=8, choices=[("provider", "the practice"), ("icb", "the ICB")], blank=True
    )
    experience_on = models.DateField(null=True, blank=True)

    # The day the words reached the organisation (a card's date stamp, a letter's): every clock starts here.
    received_on = models.DateField()
    received_at = models.DateTimeField(auto_now_add=True)
    # The member of staff who wrote the person's words down; empty where the person sent them.
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # When triage reached an outcome; empty means it still waits and is counted beside the queue.
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "feedback"
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="feedback_received_once"),
            models.CheckConstraint(
                name="feedback_reply_way_only_if_wanted", condition=Q(reply_wanted=True) | Q(reply_by="")
            ),
            models.CheckConstraint(
                name="feedback_consent_only_for_someone_else",
                condition=Q(about="someone_else") | Q(consent="not_needed"),
            ),
        ]
        indexes = [
            models.Index(fields=["id"], name="feedback_undecided", condition=Q(decided_at=None)),
            models.Index(fields=["organisation", "received_on"], name="feedback_by_organisation"),
            models.Index(fields=["service", "received_on"], name="feedback_by_service"),
            models.Index(fields=["received_on"], name="feedback_by_day"),
        ]

    def __str__(self):
        return self.reference


class CommentQuerySet(models.QuerySet):
    def unread(self):
        """Comments no model (and no person) has read yet, oldest first."""
        return self.filter(read_at=None).order_by("id")


class Comment(models.Model):
    """One answer in a person's feedback, in their own words, as they wrote them."""

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="comments")
    question = models.CharField(max_length=16, choices=Question)
    text = models.TextField()
    read_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["id"], name="comment_unread", condition=Q(read_at=None))]

    def __str__(self):
        return f"comment {self.pk} of {self.feedback_id}"
