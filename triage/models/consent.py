"""ConsentRequest: the patient was asked whether we may answer the one who speaks for them, and what they said."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from triage.models.case import Case
from triage.models.evidence import Evidence


class Answer(models.TextChoices):
    GIVEN = "given", "The patient agrees"
    REFUSED = "refused", "The patient does not agree"
    WITHDRAWN = "withdrawn", "The patient agreed before, and does not agree any more"
    WITHOUT = "without", "We decided to go on without their consent"


class Told(models.TextChoices):
    """How the patient let us know. NOTE is of the time before we asked: the words beside it say how."""

    FORM = "form", "a signed form or letter, kept with the files of this case"
    TELEPHONE = "telephone", "by telephone"
    IN_PERSON = "in_person", "in person"
    EMAIL = "email", "by e-mail"
    NOTE = "note", "as the note says"


class Ground(models.TextChoices):
    """Why another may be answered without the patient's consent.

    Source: regulation 5(2) and (3) of the 2009 complaints regulations; Mental Capacity Act 2005, sections 4, 9 and 16.
    NOTE is of the time before we asked.
    """

    DIED = "died", "The patient has died"
    CHILD = "child", "The patient is a child under 16 who does not understand enough to decide"
    CAPACITY = "capacity", "The patient lacks capacity to decide, and it is in their best interests"
    AUTHORITY = "authority", "The person has legal authority: a lasting power of attorney, or a deputy"
    LAW = "law", "A court order or another law lets us"
    NOTE = "note", "As the note says"


class ConsentRequestQuerySet(models.QuerySet):
    def open(self):
        return self.filter(answer="")

    def answered(self):
        return self.exclude(answer="")

    def to_chase(self, today):
        """Those whose patient should be asked again today or before."""
        return self.open().filter(chase_on__lte=today)


class ConsentRequest(models.Model):
    """One time of asking, from the day we asked to the answer. `chase_on` is when to ask again; None when no more.

    An answer names who kept it and how it came (`told`; a form is a file, `evidence`), or on what `ground` a named
    person decided to go on without it. The newest answer stands: see `triage.agreement`.
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
    answer = models.CharField(max_length=12, choices=Answer, blank=True)
    told = models.CharField(max_length=12, choices=Told, blank=True)
    ground = models.CharField(max_length=12, choices=Ground, blank=True)
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
            models.CheckConstraint(
                name="consent_given_says_how",
                condition=~Q(answer="given") | (~Q(told="") & (~Q(told="form") | Q(evidence__isnull=False))),
            ),
            models.CheckConstraint(
                name="consent_ground_of_going_on_without_it",
                condition=(Q(answer="without") & ~Q(ground="")) | (~Q(answer="without") & Q(ground="")),
            ),
            models.CheckConstraint(
                name="consent_answered_after_it_was_asked",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("asked_on")),
            ),
        ]
        indexes = [
            models.Index(fields=["chase_on"], name="consent_to_chase", condition=Q(chase_on__isnull=False))
        ]

    def __str__(self):
        return f"consent for case {self.case_id}"

    @property
    def stands(self) -> bool:
        """Whether this answer lets us reply: not so once its form was set aside or kept apart."""
        if self.answer not in (Answer.GIVEN, Answer.WITHOUT):
            return False
        form = self.evidence
        return form is None or (form.set_aside_at is None and form.clean is not False)
