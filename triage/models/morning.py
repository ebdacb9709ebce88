"""What tells a handler in good time: warnings before a date, and the e-mail of each working morning."""

from django.conf import settings
from django.db import models

from triage.models.case import Case
from triage.models.outgoing import Outgoing, OutgoingQuerySet


class DueSoon(models.Model):
    """One warning before one date of one case, given once; the Event of the same transaction says it to people.

    `due_on` is part of what is unique: a date agreed anew is warned of anew.
    """

    class When(models.TextChoices):
        WEEK = "week", "a week before"
        DAY = "day", "on the last working day before"

    case = models.ForeignKey(Case, models.CASCADE, related_name="warnings")
    clock = models.CharField(max_length=16)
    due_on = models.DateField()
    when = models.CharField(max_length=4, choices=When)

    class Meta:
        verbose_name_plural = "due soon"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "clock", "due_on", "when"], name="one_warning_a_date_and_time"
            )
        ]

    def __str__(self):
        return f"{self.clock} of case {self.case_id} {self.when} before {self.due_on}"


class Morning(Outgoing):
    """What one person was told on one morning: {late, today, week, consent, statement, cover, nobody}, each a list of references.

    A morning with nothing to say has a row as well, whose way is "portal": we looked, and nothing leaves.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mornings")
    on = models.DateField()
    says = models.JSONField(default=dict)

    objects = OutgoingQuerySet.as_manager()

    class Meta(Outgoing.Meta):
        constraints = [
            *Outgoing.Meta.constraints,
            models.UniqueConstraint(fields=["user", "on"], name="one_morning_a_person_and_day"),
        ]

    def __str__(self):
        return f"{self.on} for {self.user_id}"


class NoMorning(models.Model):
    """This person wants no morning e-mail."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="no_morning")
    since = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return f"none for {self.user_id}"
