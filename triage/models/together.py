"""What belongs together: cases merged or linked, a part asked of another body, and what was agreed or passed on."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from feedback.models.contact import EncryptedField
from organisations.models import Organisation
from organisations.permissions import MAY, current_memberships
from triage.models.case import Case, Outcome, Status
from triage.models.evidence import Evidence


def a_person(**more):
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", **more)


def both_or_neither(*names):
    """Q for rows in which all of these fields are set or none is."""
    none, each = Q(), Q()
    for name in names:
        none &= Q(**{name: None})
        each &= Q(**{f"{name}__isnull": False})
    return none | each


class Ended(models.QuerySet):
    def standing(self):
        """Those that nobody has undone."""
        return self.filter(undone_at=None)


class Merge(models.Model):
    """The same complaint came twice: `merged` ended, `kept` goes on and answers for both.

    `kept_before` is what the merge changed in `kept`, as it was, and `was` the status of `merged`: the way back.
    `after_event` is the last thing that had happened to `kept`: what came later stays when this is undone.
    """

    kept = models.ForeignKey(Case, models.PROTECT, related_name="took_in")
    merged = models.ForeignKey(Case, models.PROTECT, related_name="merges")
    why = models.TextField()
    kept_before = models.JSONField()
    was = models.CharField(max_length=12, choices=Status)
    after_event = models.BigIntegerField()
    at = models.DateTimeField()
    by = a_person()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = a_person(null=True, blank=True)
    undone_why = models.TextField(blank=True)

    objects = Ended.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["merged"], condition=Q(undone_at=None), name="a_case_is_merged_into_one"
            ),
            models.CheckConstraint(name="merge_of_two_cases", condition=~Q(kept=F("merged"))),
            models.CheckConstraint(
                name="merge_undone_by_somebody", condition=both_or_neither("undone_at", "undone_by")
            ),
        ]

    def __str__(self):
        return f"case {self.merged_id} into {self.kept_id}"


def staying(case: Case) -> Case:
    """The case that answers for `case`: itself, or the one it was merged into. No query unless it was merged."""
    if case.outcome != Outcome.MERGED:
        return case
    return Merge.objects.standing().select_related("kept__feedback").get(merged=case).kept


class CaseLink(models.Model):
    """Two cases that belong together and stay two, with the reason. `first` has the lower id: one row a pair."""

    first = models.ForeignKey(Case, models.PROTECT, related_name="links_first")
    second = models.ForeignKey(Case, models.PROTECT, related_name="links_second")
    why = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    by = a_person()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = a_person(null=True, blank=True)

    objects = Ended.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], condition=Q(undone_at=None), name="two_cases_are_linked_once"
            ),
            models.CheckConstraint(name="link_in_the_order_of_ids", condition=Q(first__lt=F("second"))),
            models.CheckConstraint(
                name="link_undone_by_somebody", condition=both_or_neither("undone_at", "undone_by")
            ),
        ]

    def __str__(self):
        return f"cases {self.first_id} and {self.second_id}"

    def other(self, case: Case) -> Case:
        return self.second if self.first_id == case.pk else self.first


class JointPartQuerySet(models.QuerySet):
    def waiting(self):
        """Asked, and neither answered nor withdrawn."""
        return self.filter(answered_on=None, withdrawn_at=None)

    def late(self, today):
        return self.waiting().filter(due_on__lt=today)

    def visible_to(self, user):
        """What the person's own body was asked. A role in one ward alone does not speak for the body."""
        own = Q(pk__in=[])
        for one in current_memberships(user):
            if one.role in MAY["read_cases"] and not one.service_id:
                own |= Q(organisation__lineage__startswith=one.organisation.lineage)
        return self.filter(own)


class JointPart(models.Model):
    """One part of a joint case, asked of another body by the body that leads (regulation 9).

    The other body works here (`organisation`), or is known by name alone (`outside`) and its dates are kept by
    hand. `words_agreed` says how and when the person agreed that they see the words; empty: they do not.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="parts")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="parts_asked"
    )
    outside = models.CharField(max_length=120, blank=True)
    asked = EncryptedField()
    asked_on = models.DateField()
    asked_by = a_person()
    days = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    words_agreed = models.TextField(blank=True)
    answer = EncryptedField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = a_person(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = a_person(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)

    objects = JointPartQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="part_of_one_body",
                condition=Q(organisation__isnull=False, outside="") | (Q(organisation=None) & ~Q(outside="")),
            ),
            models.CheckConstraint(
                name="part_answered_by_somebody", condition=both_or_neither("answered_on", "answered_by")
            ),
            models.CheckConstraint(
                name="part_withdrawn_by_somebody", condition=both_or_neither("withdrawn_at", "withdrawn_by")
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "due_on"],
                name="part_waiting",
                condition=Q(answered_on=None, withdrawn_at=None),
            )
        ]

    def __str__(self):
        return f"part of case {self.case_id}"

    @property
    def whose(self):
        return self.organisation.name if self.organisation else self.outside

    @property
    def is_waiting(self):
        return self.answered_on is None and self.withdrawn_at is None

    @property
    def shares_words(self):
        """Whether the person agreed that the other body reads their words, and its part is not taken back."""
        return bool(self.words_agreed) and self.withdrawn_at is None


class PassedOn(models.Model):
    """A case went to another body. Its clocks go on; theirs begins on the day they have it (regulation 6)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="passed_on")
    before = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    to = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    received_on = models.DateField()
    agreed = models.TextField()
    by = a_person()

    class Meta:
        verbose_name_plural = "passed on"
        ordering = ["id"]

    def __str__(self):
        return f"case {self.case_id} to {self.to_id}"


class DateAgreed(models.Model):
    """One date that the person agreed to: how, when, who asked, and why we need longer. Rows are only added."""

    class How(models.TextChoices):
        LETTER = "letter", "by letter"
        EMAIL = "email", "by e-mail"
        RECORDED = "recorded", "on a call that was recorded, or that we confirmed in writing"
        TELEPHONE = "telephone", "on the telephone"
        IN_PERSON = "in_person", "face to face"

    case = models.ForeignKey(Case, models.PROTECT, related_name="dates_agreed")
    agreed_on = models.DateField()
    how = models.CharField(max_length=12, choices=How)
    said_on = models.DateField()
    asked_by = a_person()
    reason = models.TextField(blank=True)
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, blank=True, related_name="+")
    kept_at = models.DateTimeField(auto_now_add=True)
    kept_by = a_person()

    class Meta:
        verbose_name_plural = "dates agreed"
        ordering = ["id"]

    def __str__(self):
        return f"{self.agreed_on} for case {self.case_id}"
