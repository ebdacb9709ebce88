"""What we told others: one row an export, so that every file that left can be named."""

from django.conf import settings
from django.db import models

from organisations.models import Organisation


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
