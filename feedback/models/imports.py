"""What was imported, from whom, and what became of every row."""

from django.db import models
from django.db.models import F, Q

from organisations.models import Organisation


class ColumnMap(models.Model):
    """How one source's columns are called, kept from the last import: {our field: their column}."""

    source = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="column_maps")
    columns = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "organisation"], name="one_column_map_a_source")
        ]

    def __str__(self):
        return f"{self.source} for {self.organisation_id}"


class ImportBatch(models.Model):
    """One run over one file. It adds up: rows = stored + refused + seen before."""

    source = models.CharField(max_length=40)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="import_batches")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField(default=0)
    stored = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    seen_before = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="import_adds_up_when_finished",
                condition=Q(finished_at=None) | Q(rows=F("stored") + F("refused") + F("seen_before")),
            )
        ]

    def __str__(self):
        return f"{self.file_name}: {self.stored} stored"
