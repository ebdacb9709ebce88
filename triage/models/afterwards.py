"""What follows a reply: how the person found our handling, and the Ombudsman."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from triage.models.case import Case


class Agreed(models.IntegerChoices):
    """How far the person agrees with one sentence about how we handled their complaint."""

    STRONGLY = 1, "Strongly agree"
    AGREE = 2, "Agree"
    NEITHER = 3, "Neither agree nor disagree"
    DISAGREE = 4, "Disagree"
    STRONGLY_NOT = 5, "Strongly disagree"


class Handling(models.Model):
    """Was it handled well? The five sentences of "My expectations for raising concerns and complaints".

    One a case, answered with the return code and never changed; a sentence left out is None.
    Source: Parliamentary and Health Service Ombudsman, Local Government Ombudsman, Healthwatch England (2014).
    """

    case = models.OneToOneField(Case, models.CASCADE, related_name="handling")
    confident = models.PositiveSmallIntegerField(choices=Agreed, null=True, blank=True)
    simple = models.PositiveSmallIntegerField(choices=Agreed, null=True, blank=True)
    listened = models.PositiveSmallIntegerField(choices=Agreed, null=True, blank=True)
    difference = models.PositiveSmallIntegerField(choices=Agreed, null=True, blank=True)
    again = models.PositiveSmallIntegerField(choices=Agreed, null=True, blank=True)
    words = models.TextField(blank=True)
    answered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "handling"
        indexes = [models.Index(fields=["answered_at"], name="handling_by_day")]

    def __str__(self):
        return f"handling of case {self.case_id}"


class Referred(models.Model):
    """The Ombudsman looks at a case: from the day they told us to the day they decided."""

    class Decision(models.TextChoices):
        UPHELD = "upheld", "Upheld"
        PARTLY = "partly", "Partly upheld"
        NOT_UPHELD = "not_upheld", "Not upheld"
        NOT_TAKEN = "not_taken", "They did not take it on"

    case = models.OneToOneField(Case, models.PROTECT, related_name="referred")
    told_us_on = models.DateField()
    their_reference = models.CharField(max_length=40, blank=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decision = models.CharField(max_length=12, choices=Decision, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    asked_of_us = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "case with the Ombudsman"
        verbose_name_plural = "cases with the Ombudsman"
        constraints = [
            models.CheckConstraint(
                name="ombudsman_decision_with_its_day_and_who_kept_it",
                condition=Q(decision="", decided_on=None, decided_by=None)
                | (~Q(decision="") & Q(decided_on__isnull=False, decided_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="ombudsman_decides_after_telling_us",
                condition=Q(decided_on=None) | Q(decided_on__gte=F("told_us_on")),
            ),
        ]

    def __str__(self):
        return f"case {self.case_id} with the Ombudsman"
