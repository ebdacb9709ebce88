"""Case: a complaint or concern being worked."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from feedback.models import Feedback, Intent
from organisations.models import Organisation, Service
from organisations.permissions import within


class Status(models.TextChoices):
    NEW = "new", "New"
    OPEN = "open", "Being looked into"
    REPLIED = "replied", "Replied"
    CLOSED = "closed", "Closed"


class Team(models.TextChoices):
    """Which team owes the reply. In primary care the practice itself ("service") answers."""

    PALS = "pals", "PALS"
    COMPLAINTS = "complaints", "Complaints"
    SERVICE = "service", "The service itself"


class Priority(models.IntegerChoices):
    """Risk first: the queue sorts by this number before any date."""

    IMMEDIATE = 0, "Immediate"
    URGENT = 1, "Urgent"
    STANDARD = 2, "Standard"


class Outcome(models.TextChoices):
    """How it ended. The first three are the findings of the KO41a return."""

    UPHELD = "upheld", "Upheld"
    PARTLY = "partly", "Partly upheld"
    NOT_UPHELD = "not_upheld", "Not upheld"
    SETTLED = "settled", "Settled without a finding"
    WITHDRAWN = "withdrawn", "Withdrawn by the person"
    # Not an end of its own: see docs/adr/0013-merged-cases.md.
    MERGED = "merged", "Answered under another case"


# The orders of the queue: docs/adr/0006-severity-in-the-queue.md says why.
BY_DATE = ("priority", "next_due_on", "-severity", "id")
BY_SEVERITY = ("priority", "-severity", "next_due_on", "id")


class CaseQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(status=Status.CLOSED)

    def counted(self):
        """Every matter once: a case that was merged into another is counted there."""
        return self.exclude(outcome=Outcome.MERGED)

    def overdue(self, today):
        return self.open().filter(next_due_on__lt=today)

    def in_order(self):
        """Risk first, then the nearest unmet clock, then the words most critical of care, then the older."""
        return self.order_by(*BY_DATE)

    def visible_to(self, user):
        """Cases of the person's own organisations, or of their own ward where they manage one."""
        return self.filter(within(user, "read_cases"))


class Case(models.Model):
    """One feedback that someone must answer, from receipt to its end.

    The dates are stored when the clock starts (see `triage.clock`); lateness is
    computed, never stored. `next_due_on` is the nearest date not yet met, or a
    far day when none is left: it is there so that the queue can be sorted by an index.
    `severity` is how critical of care the worst of its comments is, 0 to 1 (see `triage.severity`).
    `version` counts changes: two people who act on the same page are told apart by it.
    """

    feedback = models.OneToOneField(Feedback, models.PROTECT, related_name="case")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="cases")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="cases")
    intent = models.CharField(max_length=12, choices=Intent)
    team = models.CharField(max_length=12, choices=Team)
    status = models.CharField(max_length=12, choices=Status, default=Status.NEW)
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.STANDARD)
    severity = models.FloatField(default=0)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="cases"
    )
    needs_person = models.BooleanField(default=False)

    received_on = models.DateField()
    acknowledge_by = models.DateField()
    agreed_on = models.DateField(null=True, blank=True)
    respond_by = models.DateField()
    backstop_on = models.DateField()
    # Answered once and worked again: by when we look again. The four clocks are not started anew.
    look_again_on = models.DateField(null=True, blank=True)
    next_due_on = models.DateField()

    opened_at = models.DateTimeField(auto_now_add=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="case_closed_with_a_moment_and_an_outcome",
                condition=(Q(status="closed", closed_at__isnull=False) & ~Q(outcome=""))
                | (~Q(status="closed") & Q(closed_at=None, outcome="")),
            ),
            models.CheckConstraint(
                name="case_clocks_run_forward",
                condition=Q(acknowledge_by__gt=F("received_on"), respond_by__gt=F("received_on")),
            ),
            models.CheckConstraint(
                name="case_severity_is_a_share", condition=Q(severity__gte=0, severity__lte=1)
            ),
        ]
        indexes = [
            *(
                models.Index(fields=[*scope, *order], name=name, condition=~Q(status="closed"))
                for name, scope, order in (
                    ("case_queue", ["organisation"], BY_DATE),
                    ("case_queue_all", [], BY_DATE),
                    ("case_severe", ["organisation"], BY_SEVERITY),
                    ("case_severe_all", [], BY_SEVERITY),
                )
            ),
            # Closed ones as well: whoever asks for them gets the same order.
            models.Index(fields=BY_DATE, name="case_every"),
            # Searches look through closed cases as well, in the same order.
            models.Index(fields=["organisation", *BY_DATE], name="case_any"),
            models.Index(fields=[*BY_DATE], name="case_any_all"),
            models.Index(fields=["organisation", "received_on"], name="case_by_organisation"),
            models.Index(fields=["handler", "status"], name="case_by_handler"),
        ]

    def __str__(self):
        return self.feedback.reference

    @property
    def reference(self):
        return self.feedback.reference

    @property
    def is_merged(self):
        return self.outcome == Outcome.MERGED

    @property
    def is_open(self):
        return self.status != Status.CLOSED
