"""Promotion: a model came into force, or the one before it came back. Rows are added, never changed."""

from django.db import models


class Promotion(models.Model):
    """`name` and `weights_sha256` are the model's; its folder is found by both (see `shelf`).

    `rollback` takes the last promotion back: the row then names the model that reads again,
    with an empty hash for the one that ships with the code. `figures` is {"new": .., "old": ..}
    as measured. `by` is whoever gave the command, by the name they gave.
    """

    name = models.CharField(max_length=60)
    weights_sha256 = models.CharField(max_length=64, blank=True)
    rollback = models.BooleanField(default=False)
    forced = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=120)
    figures = models.JSONField(default=dict)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="forced_promotion_has_a_reason",
                condition=models.Q(forced=False) | ~models.Q(reason=""),
            )
        ]

    def __str__(self):
        return self.name
