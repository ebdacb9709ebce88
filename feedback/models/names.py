"""NameToken: by which a person is found, without their name being readable in the database."""

from django.db import models

from feedback.models.feedback import Feedback


class NameToken(models.Model):
    """One part of a name that belongs to a feedback, as a keyed hash: see `feedback.search.names`.

    `of` says where the name stands: in the contact details, or with a party of the case.
    """

    class Of(models.TextChoices):
        CONTACT = "contact", "the contact details"
        PARTY = "party", "a party of the case"

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="name_tokens")
    token = models.BinaryField(max_length=16)
    of = models.CharField(max_length=8, choices=Of)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token", "feedback", "of"], name="one_name_token_a_feedback"),
        ]

    def __str__(self):
        return f"part of a name in {self.feedback_id}"
