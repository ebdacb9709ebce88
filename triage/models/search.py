"""Search: what a member of staff looked for. ListTaken: a list of cases that left as a file. Both say who and when."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from feedback.models.contact import EncryptedField


def new_token() -> str:
    return secrets.token_urlsafe(12)


class Search(models.Model):
    """The words, encrypted, behind a `token` that stands in the address in their place.

    The token is of use to `by` alone, for one long shift. The words are emptied after `KEPT_DAYS`
    (see `triage.queue.forgetting`); who searched, when, and whether among names, stays.
    """

    token = models.CharField(max_length=24, unique=True, default=new_token, editable=False)
    words = EncryptedField(blank=True)
    among_names = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    class Meta:
        verbose_name_plural = "searches"

    def __str__(self):
        return f"search {self.pk} by {self.by_id}"


class ListTaken(models.Model):
    """Who took a list of cases away, when, how many rows, and the names of the filters that made it."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    filters = models.JSONField(default=list)
    rows = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "lists taken"

    def __str__(self):
        return f"{self.rows} cases taken by {self.by_id}"
