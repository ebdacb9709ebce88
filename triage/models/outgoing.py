"""What every row that leaves the building has in common: how often we tried, and when to try again."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class OutgoingQuerySet(models.QuerySet):
    def undelivered(self):
        """What still waits to leave and may be tried now, oldest first."""
        return self.waiting().filter(next_try_at__lte=timezone.now()).order_by("id")

    def waiting(self):
        """What has neither left nor been given up."""
        return self.filter(delivered_at=None, failed_at=None)

    def failed(self):
        return self.exclude(failed_at=None)


class Outgoing(models.Model):
    """`way` is the module of `triage.delivery` that sends it. After the last attempt `failed_at` puts it before a person."""

    way = models.CharField(max_length=12)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    delivered_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=200, blank=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_left_or_failed_not_both", condition=Q(delivered_at=None) | Q(failed_at=None)
            )
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="%(class)s_undelivered",
                condition=Q(delivered_at=None, failed_at=None),
            )
        ]
