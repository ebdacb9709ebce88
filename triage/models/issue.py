"""Issue: one thing that a complaint is about, what we found on it, and what will change."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.models.contact import EncryptedField
from organisations.models import Service
from sentiment.coding import PROFESSIONS, SUBJECTS
from triage.models.case import Case
from triage.models.improvement import Improvement


class IssueQuerySet(models.QuerySet):
    def stands(self):
        """What counts: those that were not dropped."""
        return self.filter(dropped_at=None)

    def findings(self):
        """What was found on each that stands, in order; "" where nobody has decided. See `triage.outcome`."""
        return list(self.stands().values_list("finding", flat=True))


class Issue(models.Model):
    """One issue of a case, in staff's own words. Nothing is deleted: a wrong one is dropped, with the reason.

    `number` is its place in the case and never another's. `subject` and `profession` are codes of the KO41a return
    (`sentiment.coding`). `reason` says why we found what we found, `learning` what will change; the person may
    read both in our reply. `improvement` is the change that was promised from it.
    """

    class Finding(models.TextChoices):
        UPHELD = "upheld", "Upheld"
        PARTLY = "partly", "Partly upheld"
        NOT = "not", "Not upheld"

    case = models.ForeignKey(Case, models.PROTECT, related_name="issues")
    number = models.PositiveSmallIntegerField()
    # Encrypted, as they tell of somebody's care.
    sentence = EncryptedField()
    subject = models.CharField(max_length=40)
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="issues")
    profession = models.CharField(max_length=40)
    raised_at = models.DateTimeField(auto_now_add=True)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    finding = models.CharField(max_length=8, choices=Finding, blank=True)
    reason = EncryptedField(blank=True)
    learning = EncryptedField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    improvement = models.ForeignKey(Improvement, models.PROTECT, null=True, blank=True, related_name="issues")
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    dropped_why = models.TextField(blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_issue_a_number_in_a_case"),
            models.CheckConstraint(
                name="issue_says_what_and_its_subject",
                condition=~Q(sentence="") & ~Q(subject="") & ~Q(profession=""),
            ),
            models.CheckConstraint(
                name="issue_found_by_somebody_who_says_why",
                condition=Q(finding="", reason="", learning="", decided_at=None, decided_by=None)
                | (
                    Q(
                        finding__in=("upheld", "partly", "not"),
                        decided_at__isnull=False,
                        decided_by__isnull=False,
                    )
                    & ~Q(reason="")
                ),
            ),
            models.CheckConstraint(
                name="issue_dropped_by_somebody_who_says_why",
                condition=Q(dropped_at=None, dropped_by=None, dropped_why="")
                | (Q(dropped_at__isnull=False, dropped_by__isnull=False, finding="") & ~Q(dropped_why="")),
            ),
        ]

    def __str__(self):
        return f"issue {self.number} of case {self.case_id}"

    @property
    def subject_name(self):
        """Such as "Communications", or "Clinical treatment: Radiology group"."""
        return subject_words(self.subject)

    @property
    def profession_name(self):
        return PROFESSIONS[self.profession].name if self.profession in PROFESSIONS else self.profession


def subject_words(code: str) -> str:
    """A subject with the one it divides, if it does; one of an older list as it is."""
    subject = SUBJECTS.get(code)
    if subject is None:
        return code
    return f"{SUBJECTS[subject.parent].name}: {subject.name}" if subject.parent else subject.name
