"""SavedView: a list of cases that somebody looks at often, kept under a name; and which one a person begins with."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from organisations.models import Organisation
from organisations.permissions import MAY, current_memberships


class SavedViewQuerySet(models.QuerySet):
    def kept(self):
        """Those that were not taken away."""
        return self.filter(removed_at=None)

    def visible_to(self, user):
        """The person's own, and those that colleagues share with an organisation they work in."""
        own = [one.organisation_id for one in current_memberships(user) if one.role in MAY["read_cases"]]
        return self.kept().filter(Q(owner=user) | Q(organisation__in=own))


class SavedView(models.Model):
    """`query` holds known filters as an address has them, and never words that were searched for.

    Its owner alone changes it. With an `organisation`, colleagues who read cases there use it as well.
    Taken away, it stays for a day, so that a slip can be undone.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="saved_views")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="shared_views"
    )
    position = models.PositiveSmallIntegerField(default=0)
    kept_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"], condition=Q(removed_at=None), name="one_view_a_name_and_owner"
            )
        ]
        indexes = [
            models.Index(
                fields=["organisation"], condition=Q(removed_at=None), name="views_of_an_organisation"
            )
        ]

    def __str__(self):
        return self.name


class OpeningView(models.Model):
    """The view a person begins with."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="opening_view")
    view = models.ForeignKey(SavedView, models.CASCADE, related_name="begun_with_by")

    def __str__(self):
        return f"{self.view_id} for {self.user_id}"
