"""ConsentRequest: the patient was asked whether we may answer the one who speaks for them, and what they said."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from triage.models.case import Case
from triage.models.evidence import Evidence


class Answer(models.TextChoices):
    GIVEN = "given", "The patient agrees"
    REFUSED = "refused", "The patient does not agree"
    WITHOUT = "without", "We decided to go on without their consent"


class ConsentRequestQuerySet(models.QuerySet):
    def open(self):
        return self.filter(answer="")

    def to_chase(self, today):
        """Those whose patient should be asked again today or before."""
        return self.open().filter(chase_on__lte=today)


class ConsentRequest(models.Model):
    """One time of asking, from the day we asked to the answer. `chase_on` is when to ask again; None when no more.

    An answer names who kept it, and on what ground: a form that came (`evidence`), a call, a named person's decision.
    """

    class How(models.TextChoices):
        POST = "post", "a form by post"
        EMAIL = "email", "e-mail"
        TELEPHONE = "telephone", "telephone"
        IN_PERSON = "in_person", "in person"

    case = models.ForeignKey(Case, models.PROTECT, related_name="consent_requests")
    asked_how = models.CharField(max_length=12, choices=How, blank=True)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    chased = models.PositiveSmallIntegerField(default=0)
    chase_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=8, choices=Answer, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ConsentRequestQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(answer=""), name="one_open_question_a_case"),
            models.CheckConstraint(
                name="consent_answered_by_somebody_who_says_how",
                condition=Q(answer="", answered_on=None, answered_by=None)
                | (
                    ~Q(answer="")
                    & ~Q(note="")
                    & Q(answered_on__isnull=False, answered_by__isnull=False, chase_on=None)
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["chase_on"], name="consent_to_chase", condition=Q(chase_on__isnull=False))
        ]

    def __str__(self):
        return f"consent for case {self.case_id}"
