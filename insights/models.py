"""What we told others, one row an export; and what was found to be new in what people write."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from feedback.models import Comment
from organisations.models import Organisation, Service
from organisations.permissions import within


class Export(models.Model):
    """One file for one body for one period. `sha256` is of its manifest, which names the hash of each part."""

    body = models.CharField(max_length=24)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="exports")
    from_on = models.DateField()
    to_on = models.DateField()
    schema_version = models.CharField(max_length=12)
    rows = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return f"{self.body} {self.from_on} to {self.to_on}"


class EmergingLookQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Looks at the person's own organisations, or at their own ward where they manage one."""
        return self.filter(within(user, "read_emerging"))

    def waiting(self):
        return self.filter(found_at=None).order_by("id")


class EmergingLook(models.Model):
    """One look at what people wrote of a place from `from_on` to `to_on`, for themes the list does not explain.

    `found_at` is empty while a worker has still to look. `comments` and `comments_before` were
    compared, and `unexplained` of the former did not fit the theme list.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField()
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    found_at = models.DateTimeField(null=True, blank=True)
    comments = models.PositiveIntegerField(default=0)
    comments_before = models.PositiveIntegerField(default=0)
    unexplained = models.PositiveIntegerField(default=0)

    objects = EmergingLookQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "from_on", "to_on"],
                condition=Q(service=None),
                name="one_look_an_organisation_and_period",
            ),
            models.UniqueConstraint(
                fields=["service", "from_on", "to_on"],
                condition=Q(service__isnull=False),
                name="one_look_a_service_and_period",
            ),
            models.CheckConstraint(name="look_ends_after_it_begins", condition=Q(to_on__gte=F("from_on"))),
        ]
        indexes = [
            models.Index(fields=["id"], name="look_waiting", condition=Q(found_at=None)),
            models.Index(fields=["organisation", "to_on"], name="look_by_organisation"),
        ]

    def __str__(self):
        return f"look at {self.organisation_id}, {self.from_on} to {self.to_on}"

    @property
    def place(self):
        """What was looked at, by name."""
        return str(self.service or self.organisation.name)

    @property
    def weeks(self):
        return ((self.to_on - self.from_on).days + 1) // 7


class EmergingTheme(models.Model):
    """A group of comments one look found: `people` share its `words` now, `people_before` in the weeks before."""

    look = models.ForeignKey(EmergingLook, models.CASCADE, related_name="themes")
    words = models.JSONField()
    people = models.PositiveIntegerField()
    people_before = models.PositiveIntegerField()
    is_new = models.BooleanField()

    class Meta:
        ordering = ["id"]  # as they were found: new ones first, then the largest

    def __str__(self):
        return f"emerging theme {self.pk} of look {self.look_id}"


class EmergingComment(models.Model):
    """A comment of an emerging theme, and how near (0 to 1) it is to the middle of it."""

    theme = models.ForeignKey(EmergingTheme, models.CASCADE, related_name="members")
    comment = models.ForeignKey(Comment, models.CASCADE, related_name="+")
    nearness = models.FloatField()

    class Meta:
        ordering = ["-nearness", "comment_id"]
        constraints = [
            models.UniqueConstraint(fields=["theme", "comment"], name="comment_once_in_an_emerging_theme")
        ]

    def __str__(self):
        return f"comment {self.comment_id} of emerging theme {self.theme_id}"


from insights.drift.models import DriftNotice, WeeklyReading  # noqa: E402, F401  (Django finds models through this module)
