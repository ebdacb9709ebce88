"""What an investigation keeps: who looks into it, who is asked, what happened when, and what must be decided."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from feedback.models.contact import EncryptedField
from organisations.models import Service
from triage.models.case import Case
from triage.models.evidence import Evidence


def a_person(**given):
    """Who did something: never lost with the account, never asked for the other way round."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", **given)


class InvestigatorQuerySet(models.QuerySet):
    def current(self):
        return self.filter(released_at=None)


class Investigator(models.Model):
    """A named person who looks into a case: one of the staff (`user`), or another by name. `lead` leads."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="investigators")
    user = a_person(null=True, blank=True)
    name = EncryptedField(blank=True)
    role = models.CharField(max_length=60, blank=True)
    lead = models.BooleanField(default=False)
    named_at = models.DateTimeField(auto_now_add=True)
    named_by = a_person()
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = a_person(null=True, blank=True)

    objects = InvestigatorQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="investigator_is_of_the_staff_or_has_a_name",
                condition=(Q(user__isnull=False, name="")) | (Q(user=None) & ~Q(name="")),
            ),
            models.CheckConstraint(
                name="investigator_released_by_somebody",
                condition=Q(released_at=None, released_by=None)
                | Q(released_at__isnull=False, released_by__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(lead=True, released_at=None),
                name="one_lead_investigator_a_case",
            ),
            models.UniqueConstraint(
                fields=["case", "user"],
                condition=Q(released_at=None, user__isnull=False),
                name="one_investigator_once_in_a_case",
            ),
        ]

    def __str__(self):
        return f"investigator {self.pk} of case {self.case_id}"

    @property
    def called(self):
        return str(self.user) if self.user_id else self.name


class StatementQuerySet(models.QuerySet):
    def waiting(self):
        """Asked for, and neither received nor withdrawn."""
        return self.filter(received_on=None, withdrawn_at=None)

    def late(self, today):
        return self.waiting().filter(due_on__lt=today)


class StatementRequest(models.Model):
    """What was asked of a service or a person, with a date of its own.

    It ends as received (with words, a file or both) or as withdrawn. Lateness is computed, never stored.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="statements")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    of_whom = EncryptedField(blank=True)
    what = EncryptedField()
    asked_on = models.DateField()
    asked_by = a_person()
    due_on = models.DateField()
    received_on = models.DateField(null=True, blank=True)
    received_by = a_person(null=True, blank=True)
    words = EncryptedField(blank=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, blank=True, related_name="statements")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = a_person(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="statement_is_asked_of_somebody",
                condition=Q(service__isnull=False) | ~Q(of_whom=""),
            ),
            models.CheckConstraint(name="statement_due_after_asking", condition=Q(due_on__gt=F("asked_on"))),
            models.CheckConstraint(
                name="statement_received_with_words_or_a_file",
                condition=Q(received_on=None, received_by=None, words="", evidence=None)
                | (
                    Q(received_on__isnull=False, received_by__isnull=False)
                    & (~Q(words="") | Q(evidence__isnull=False))
                ),
            ),
            models.CheckConstraint(
                name="statement_withdrawn_by_somebody_with_a_reason",
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, received_on=None)
                    & ~Q(withdrawn_why="")
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on", "case"],
                name="statement_waiting",
                condition=Q(received_on=None, withdrawn_at=None),
            )
        ]

    def __str__(self):
        return f"statement {self.pk} for case {self.case_id}"

    @property
    def asked_of(self):
        """The service, the person, or both: "Rowan Ward, Sister A. Field"."""
        return ", ".join(filter(None, (self.service.name if self.service else "", self.of_whom)))

    @property
    def is_waiting(self):
        return self.received_on is None and self.withdrawn_at is None


class Chaser(models.Model):
    """Somebody asked again for a statement."""

    statement = models.ForeignKey(StatementRequest, models.CASCADE, related_name="chasers")
    at = models.DateTimeField(auto_now_add=True)
    by = a_person()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"chaser {self.pk} of statement {self.statement_id}"


class ChronologyQuerySet(models.QuerySet):
    def in_order(self):
        """By the day and the hour it happened; what has no hour comes first on its day."""
        return self.order_by("on", F("at_time").asc(nulls_first=True), "id")

    def stands(self):
        """What was not corrected by a later entry."""
        return self.filter(corrected_by=None)


class ChronologyEntry(models.Model):
    """One thing that happened, and where we know it from. Never edited: a correction is one more entry."""

    class Source(models.TextChoices):
        COMPLAINT = "complaint", "the complaint"
        EVIDENCE = "evidence", "a file"
        STATEMENT = "statement", "a statement"
        OTHER = "other", "something else"

    case = models.ForeignKey(Case, models.CASCADE, related_name="chronology")
    on = models.DateField()
    at_time = models.TimeField(null=True, blank=True)
    # The day or the hour is not certain: shown with "about".
    about = models.BooleanField(default=False)
    what = EncryptedField()
    source = models.CharField(max_length=12, choices=Source)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, blank=True, related_name="+")
    statement = models.ForeignKey(StatementRequest, models.PROTECT, null=True, blank=True, related_name="+")
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = a_person()

    objects = ChronologyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "chronology entries"
        constraints = [
            models.CheckConstraint(
                name="chronology_source_is_what_it_names",
                condition=Q(source="evidence", evidence__isnull=False, statement=None)
                | Q(source="statement", statement__isnull=False, evidence=None)
                | Q(source__in=("complaint", "other"), evidence=None, statement=None),
            )
        ]
        indexes = [models.Index(fields=["case", "on"], name="chronology_of_a_case")]

    def __str__(self):
        return f"chronology entry {self.pk} of case {self.case_id}"


class FlagQuerySet(models.QuerySet):
    def current(self):
        """The decision in force for each kind: the latest."""
        later = Flag.objects.filter(
            case=models.OuterRef("case"), kind=models.OuterRef("kind"), id__gt=models.OuterRef("id")
        )
        return self.filter(~models.Exists(later))


class Flag(models.Model):
    """One decision that the law asks for, by a named person. Rows are added, never changed: the latest stands.

    `follows` is what follows from it; `reference` the number of the event in LFPSE (patient safety alone).
    """

    class Kind(models.TextChoices):
        CANDOUR = "candour", "duty of candour"
        SAFETY = "safety", "patient safety event"
        SAFEGUARDING = "safeguarding", "safeguarding"
        CLAIM = "claim", "legal claim"

    class Answer(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        NOT_YET = "not_yet", "Not yet decided"

    case = models.ForeignKey(Case, models.CASCADE, related_name="flags")
    kind = models.CharField(max_length=16, choices=Kind)
    answer = models.CharField(max_length=8, choices=Answer)
    reason = models.TextField()
    follows = models.TextField(blank=True)
    reference = models.CharField(max_length=40, blank=True)
    decided_at = models.DateTimeField(auto_now_add=True)
    decided_by = a_person()

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="flag_decided_with_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="flag_reference_is_of_a_patient_safety_event",
                condition=Q(reference="") | Q(kind="safety", answer="yes"),
            ),
        ]
        indexes = [models.Index(fields=["case", "kind", "-id"], name="flag_in_force")]

    def __str__(self):
        return f"{self.kind} of case {self.case_id}"
