"""Who is on call, whom an alert was sent to, and the signs that the sending is alive."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from feedback.models import Alert, FilledForm
from feedback.models.contact import EncryptedField
from organisations.models import Organisation
from triage.models.outgoing import Outgoing, OutgoingQuerySet


class OnCallQuerySet(models.QuerySet):
    def at(self, moment):
        """Turns that run at `moment`: a turn's end is the first moment it no longer runs."""
        return self.filter(from_at__lte=moment, to_at__gt=moment)

    def not_over(self, moment):
        """Turns that run or are still to come, the earliest first."""
        return self.filter(to_at__gt=moment).order_by("from_at", "id")


class OnCall(models.Model):
    """One turn of one person for one body and all below it. Turns may overlap: then both are told."""

    class Kind(models.TextChoices):
        ON_CALL = "on_call", "on call"
        SITE_MANAGER = "site_manager", "site manager"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="turns")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="turns")
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.ON_CALL)
    from_at = models.DateTimeField()
    to_at = models.DateTimeField()
    # For text messages, where they are set up: the number this person answers in this turn.
    telephone = EncryptedField(blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = OnCallQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="turn_ends_after_it_begins", condition=Q(to_at__gt=F("from_at")))
        ]
        indexes = [models.Index(fields=["organisation", "to_at"], name="turn_by_organisation")]

    def __str__(self):
        return f"{self.kind} at {self.organisation_id} from {self.from_at}"


class DrillQuerySet(models.QuerySet):
    def open(self, now):
        """Drills nobody has acknowledged that began within the hour: an older one has failed, and rings no more."""
        return self.filter(acknowledged_at=None, begun_at__gt=now - timezone.timedelta(hours=1))


class Drill(models.Model):
    """An alert that is none, sent the same way to the same people, to see that it arrives."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="drills")
    begun_at = models.DateTimeField(default=timezone.now)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = DrillQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="drill_acknowledged_by_a_named_person",
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
            )
        ]
        indexes = [models.Index(fields=["organisation", "begun_at"], name="drill_by_organisation")]

    def __str__(self):
        return f"drill {self.pk} at {self.organisation_id}"


class NoticeQuerySet(OutgoingQuerySet):
    def waiting(self):
        """Neither sent nor given up, and still of use: what somebody has taken on is not sent any more."""
        return super().waiting().ringing()

    def ringing(self):
        """Those whose alert nobody has taken, whose drill nobody has answered, whose form nobody has checked."""
        return self.filter(alert__taken_at=None, drill__acknowledged_at=None, form__settled_at=None)


class Notice(Outgoing):
    """One person told of one alert (drill, scanned form), at one step of `triage.escalation`, in one way, once.

    A scanned form in whose words danger was heard rings until it is checked: then it is feedback, with an alert.
    """

    alert = models.ForeignKey(Alert, models.CASCADE, null=True, blank=True, related_name="notices")
    drill = models.ForeignKey(Drill, models.CASCADE, null=True, blank=True, related_name="notices")
    form = models.ForeignKey(FilledForm, models.CASCADE, null=True, blank=True, related_name="notices")
    step = models.CharField(max_length=12)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices")
    # The turn whose number a text message goes to.
    turn = models.ForeignKey(OnCall, models.PROTECT, null=True, blank=True, related_name="notices")
    written_at = models.DateTimeField(default=timezone.now)

    objects = NoticeQuerySet.as_manager()

    class Meta(Outgoing.Meta):
        constraints = [
            *Outgoing.Meta.constraints,
            models.CheckConstraint(
                name="notice_of_one_thing",
                condition=Q(alert__isnull=False, drill=None, form=None)
                | Q(alert=None, drill__isnull=False, form=None)
                | Q(alert=None, drill=None, form__isnull=False),
            ),
            models.UniqueConstraint(fields=["alert", "step", "user", "way"], name="told_once_of_an_alert"),
            models.UniqueConstraint(fields=["drill", "step", "user", "way"], name="told_once_of_a_drill"),
            models.UniqueConstraint(fields=["form", "step", "user", "way"], name="told_once_of_a_form"),
        ]

    def __str__(self):
        return f"{self.step} {self.way} to {self.user_id}"


class Heartbeat(models.Model):
    """When one of the background sweeps, or the way to the mail server, last worked and last did not."""

    name = models.CharField(max_length=40, unique=True)
    worked_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    # The kind of error alone: its text might quote an address or a person's words.
    error = models.CharField(max_length=80, blank=True)

    def __str__(self):
        return self.name
