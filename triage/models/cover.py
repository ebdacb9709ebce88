"""Absence: who is away, from which day to which, and who stands in for them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class AbsenceQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody has called off."""
        return self.filter(ended_at=None)

    def on(self, day):
        """Those that hold on `day`: the first and the last day are days away."""
        return self.standing().filter(from_on__lte=day, to_on__gte=day)

    def not_over(self, day):
        """Those that hold or are still to come, the earliest first."""
        return self.standing().filter(to_on__gte=day).order_by("from_on", "id")


class Absence(models.Model):
    """One time away of one person. It ends by itself; called off, it is kept with who did that.

    Nothing about a case changes by it: the handler stays who they are, and who covers is worked out on the day
    (see `triage.cover`).
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="absences")
    cover = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="covers")
    from_on = models.DateField()
    to_on = models.DateField()
    said_at = models.DateTimeField(auto_now_add=True)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="absence_ends_after_it_begins", condition=Q(to_on__gte=F("from_on"))),
            models.CheckConstraint(name="absence_is_covered_by_another", condition=~Q(user=F("cover"))),
            models.CheckConstraint(
                name="absence_called_off_by_somebody",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["to_on", "from_on"], name="absence_standing", condition=Q(ended_at=None))
        ]

    def __str__(self):
        return f"{self.user_id} away from {self.from_on} to {self.to_on}"
