"""Reclassification: one order to read comments again, and how far it has come."""

from django.db import models

from organisations.models import Organisation


class ReclassificationQuerySet(models.QuerySet):
    def waiting(self):
        """Orders not done yet, the oldest first."""
        return self.filter(finished_at=None).order_by("id")


class Reclassification(models.Model):
    """Comments up to `last_comment` (an id) are done, of those up to `until_comment`.

    Comments that arrive later are read by the model in force anyway. `organisation` takes in
    all below it; `since_on` is a day of receipt. `by` is whoever gave the order, by the name they
    gave; `stopped` says why it ended before its end.
    """

    model = models.ForeignKey("sentiment.ModelVersion", models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    since_on = models.DateField(null=True, blank=True)
    until_comment = models.BigIntegerField()
    last_comment = models.BigIntegerField(default=0)
    comments_read = models.PositiveIntegerField(default=0)
    dangers_found = models.PositiveIntegerField(default=0)
    by = models.CharField(max_length=120)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    stopped = models.CharField(max_length=200, blank=True)

    objects = ReclassificationQuerySet.as_manager()

    def __str__(self):
        return f"reading again with {self.model_id}"
