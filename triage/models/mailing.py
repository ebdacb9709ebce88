"""Mailing: one press by which many people are told that their words arrived, and what became of each."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from triage.models.case import Case
from triage.models.reply import Reply


class Mailing(models.Model):
    """Who pressed, and when. Its rows say what happened to each case; `taken_back_at` when it was undone."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="mailings")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return f"mailing {self.pk}"


class MailingCaseQuerySet(models.QuerySet):
    def waiting(self):
        """Those that nothing was done about yet, in the order they were chosen."""
        return self.filter(outcome="").order_by("id")


class MailingCase(models.Model):
    """One case of a mailing. `seen` is the version of the case that the person saw when they chose it.

    `why` says why it was left out or could not be taken back: our words, never a patient's. `was_new` and
    `had_nobody` are how the case stood before, which undoing gives back; `version` is the one right after.
    """

    class Outcome(models.TextChoices):
        DONE = "done", "Written"
        LEFT_OUT = "left_out", "Left out"
        TAKEN_BACK = "taken_back", "Taken back"

    mailing = models.ForeignKey(Mailing, models.CASCADE, related_name="rows")
    case = models.ForeignKey(Case, models.CASCADE, related_name="mailed")
    seen = models.PositiveIntegerField()
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    why = models.CharField(max_length=400, blank=True)
    reply = models.OneToOneField(Reply, models.SET_NULL, null=True, blank=True, related_name="mailed")
    was_new = models.BooleanField(default=False)
    had_nobody = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)

    objects = MailingCaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mailing", "case"], name="a_case_once_in_a_mailing"),
        ]
        indexes = [models.Index(fields=["id"], name="mailing_waiting", condition=Q(outcome=""))]

    def __str__(self):
        return f"case {self.case_id} of mailing {self.mailing_id}"
