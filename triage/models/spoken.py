"""Spoken: a complaint said to a member of staff, from the moment it was written down until it is settled or a case."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.models import Feedback


class SpokenQuerySet(models.QuerySet):
    def open(self):
        """Neither settled nor a complaint yet."""
        return self.filter(settled_at=None, complaint_at=None)

    def passed(self, today):
        """Those whose time to be settled has run out."""
        return self.open().filter(settle_by__lt=today)


class Spoken(models.Model):
    """`settle_by` is the last day on which settling it keeps it outside the regulations.

    Source: regulation 8(1)(c) of the 2009 complaints regulations. It ends once, as one of two things: settled
    (by whom, what was done, and the person agreed) or a complaint (`complaint_by` is empty where the time ran out).
    """

    feedback = models.OneToOneField(Feedback, models.PROTECT, related_name="spoken")
    settle_by = models.DateField()
    settled_on = models.DateField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    done = models.TextField(blank=True)
    complaint_at = models.DateTimeField(null=True, blank=True)
    complaint_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SpokenQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "spoken"
        constraints = [
            models.CheckConstraint(
                name="spoken_settled_by_somebody_who_says_how",
                condition=Q(settled_at=None, settled_by=None, settled_on=None, done="")
                | (
                    Q(settled_at__isnull=False, settled_by__isnull=False, settled_on__isnull=False)
                    & ~Q(done="")
                ),
            ),
            models.CheckConstraint(
                name="spoken_ends_as_one_thing", condition=Q(settled_at=None) | Q(complaint_at=None)
            ),
            models.CheckConstraint(
                name="spoken_settled_in_time",
                condition=Q(settled_on=None) | Q(settled_on__lte=models.F("settle_by")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["settle_by", "id"],
                name="spoken_open",
                condition=Q(settled_at=None, complaint_at=None),
            )
        ]

    def __str__(self):
        return f"spoken {self.feedback_id}"

    @property
    def is_open(self):
        return self.settled_at is None and self.complaint_at is None
