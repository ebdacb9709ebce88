"""Improvement: something we do because of what people said, with an owner and a day. "You said, we did"."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from organisations.models import Organisation, Service
from organisations.permissions import within
from triage.models.case import Case


class ImprovementQuerySet(models.QuerySet):
    def open(self):
        """What is still to be done, the nearest day first."""
        return self.filter(done_on=None, dropped_at=None).order_by("due_on", "id")

    def late(self, today):
        return self.open().filter(due_on__lt=today)

    def published(self):
        """What the public may read, the newest first."""
        return self.filter(published_at__isnull=False).order_by("-done_on", "-id")

    def visible_to(self, user):
        """Those of the person's own organisations, or of their own ward where they manage one."""
        return self.filter(within(user, "read_improvements"))


class Improvement(models.Model):
    """`said` and `plan` are two lines of staff's own, never a patient's words; `did` is what came of it.

    `theme` is one of `sentiment.themes`, where the improvement means to change how often people name it:
    the ward's page then shows whether they do. It is published only when done, and by a named person.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="improvements")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="improvements")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="improvements")
    theme = models.CharField(max_length=60, blank=True)
    said = models.CharField(max_length=200)
    plan = models.CharField(max_length=200)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="improvements")
    due_on = models.DateField()
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    did = models.CharField(max_length=200, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    dropped_why = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ImprovementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="improvement_done_by_somebody_who_says_what",
                condition=Q(done_on=None, done_by=None, did="")
                | (Q(done_on__isnull=False, done_by__isnull=False) & ~Q(did="")),
            ),
            models.CheckConstraint(
                name="improvement_dropped_by_somebody_who_says_why",
                condition=Q(dropped_at=None, dropped_by=None, dropped_why="")
                | (Q(dropped_at__isnull=False, dropped_by__isnull=False) & ~Q(dropped_why="")),
            ),
            models.CheckConstraint(
                name="improvement_done_or_dropped_not_both", condition=Q(done_on=None) | Q(dropped_at=None)
            ),
            models.CheckConstraint(
                name="improvement_published_when_done_and_by_somebody",
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False, done_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due_on"],
                name="improvement_open",
                condition=Q(done_on=None, dropped_at=None),
            ),
            models.Index(
                fields=["service", "-done_on"],
                name="improvement_published",
                condition=Q(published_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"improvement {self.pk}"

    @property
    def place(self):
        """Where it happens, by name."""
        return self.service.name if self.service_id else self.organisation.name
