"""Referral: feedback told to another body, which then should know. The one who answers stays the same."""

from django.conf import settings
from django.db import models

from feedback.models import Feedback
from organisations.models import Organisation
from organisations.permissions import organisations_for
from triage.models.outgoing import Outgoing, OutgoingQuerySet


class ReferralQuerySet(OutgoingQuerySet):
    def visible_to(self, user):
        """What the person's own body was told."""
        return self.filter(organisation__in=organisations_for(user, "read_told"))


class Referral(Outgoing):
    """One body told of one feedback, once. `body` is the rules' word ("cqc"); `organisation` who that was on the day."""

    feedback = models.ForeignKey(Feedback, models.PROTECT, related_name="referrals")
    body = models.CharField(max_length=32)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="referrals")
    reason = models.TextField()
    told_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ReferralQuerySet.as_manager()

    class Meta(Outgoing.Meta):
        constraints = [
            *Outgoing.Meta.constraints,
            models.UniqueConstraint(fields=["feedback", "body"], name="a_body_is_told_once"),
        ]
        indexes = [
            *Outgoing.Meta.indexes,
            models.Index(fields=["organisation", "told_at"], name="referral_by_organisation"),
        ]

    def __str__(self):
        return f"{self.body} told of {self.feedback_id}"
