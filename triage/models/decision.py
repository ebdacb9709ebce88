"""Decision: where feedback should go, and why. Rows are added, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.models import Feedback


class DecisionQuerySet(models.QuerySet):
    def current(self):
        """The decision in force for each feedback: the latest, so a person's correction stands."""
        newest = (
            Decision.objects.filter(feedback=models.OuterRef("feedback")).order_by("-id").values("id")[:1]
        )
        return self.filter(id=models.Subquery(newest))


class Decision(models.Model):
    """One outcome of the routing rules, or of a named person who knew better.

    `rules` is a list of {id, reason, evidence}; `told` and `signposted` are lists of
    body names; `rules_version` says which set of rules decided.
    """

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="decisions")
    rules_version = models.CharField(max_length=24, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    resolver = models.CharField(max_length=12)
    resolver_body = models.CharField(max_length=12)
    priority = models.CharField(max_length=12)
    clock = models.BooleanField()
    # Decided on the words alone: no model had read all of them yet. When one has, its reading is taken in.
    unread = models.BooleanField(default=False)
    needs_person = models.BooleanField(default=False)
    told = models.JSONField(default=list)
    signposted = models.JSONField(default=list)
    rules = models.JSONField(default=list)
    note = models.TextField(blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["feedback"], condition=Q(by=None), name="one_decision_by_rule_a_feedback"
            )
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(needs_person=True), name="decision_to_check_first"),
            models.Index(fields=["id"], condition=Q(unread=True), name="decision_to_catch_up"),
        ]

    def __str__(self):
        return f"{self.resolver} for {self.feedback_id}"
