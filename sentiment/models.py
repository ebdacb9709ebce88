"""What a model, or a person correcting it, made of a comment. Rows are added, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.lookups import IsNull

from feedback.models import Comment
from organisations.models import Organisation
from sentiment.labelling.models import Labelling
from sentiment.promotion.models import Promotion
from sentiment.reclassifying.models import Reclassification

__all__ = ["Classification", "Labelling", "ModelVersion", "Promotion", "Reclassification"]


class ModelVersion(models.Model):
    """One engine with one set of weights: named on every classification it made."""

    name = models.CharField(max_length=60, unique=True)
    first_used_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.name


class ClassificationQuerySet(models.QuerySet):
    def by_machine(self):
        return self.filter(by=None)

    def by_people(self):
        """What people said, but for what they took back."""
        return self.filter(by__isnull=False, withdrawn_at=None)

    def current(self):
        """The classification in force for each comment: the latest by a person, or else by a model.

        A model that reads the comment again later does not overrule the person.
        """
        newest = (
            Classification.objects.filter(comment=models.OuterRef("comment"), withdrawn_at=None)
            .order_by(IsNull(models.F("by"), True), "-id")
            .values("id")[:1]
        )
        return self.filter(id=models.Subquery(newest))

    def with_unheeded_danger(self):
        """Readings that found danger no reading of the same words had found, until a person was told."""
        return self.filter(danger_waits=True).order_by("id")


class Classification(models.Model):
    """One reading of one comment, by a model version or by a named person.

    `sentiment` runs from 1 (very positive) to 5 (very negative), and is empty where
    nothing could be scored: `error` or `language` then says why. `probabilities` has
    keys "1" to "5"; `themes` maps each theme to its probability; `signals` is a list
    of {kind, words}. `severity` is how critical of care the words are, 0 to 1. `why` maps
    "sentiment" and each predicted theme to the [start, end] of the words that carried it.
    `uncertainty` is how unsure the model was (see `sentiment.uncertainty`); `organisation` is the
    feedback's, here again so that one index finds the least certain of an organisation. A person
    may take back what they said (`withdrawn_at`): the row stays and is no longer in force.
    """

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="classifications")
    model = models.ForeignKey(ModelVersion, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    sentiment = models.PositiveSmallIntegerField(null=True, blank=True)
    probabilities = models.JSONField(default=dict)
    themes = models.JSONField(default=dict)
    predicted_themes = models.JSONField(default=list)
    signals = models.JSONField(default=list)
    severity = models.FloatField(null=True, blank=True)
    why = models.JSONField(default=dict)
    uncertainty = models.FloatField(null=True, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    danger_waits = models.BooleanField(default=False, editable=False)
    language = models.CharField(max_length=8, blank=True)
    error = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    objects = ClassificationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "model"], name="one_classification_a_comment_and_model"
            ),
            models.CheckConstraint(
                name="classified_by_a_model_or_a_person",
                condition=Q(model=None, by__isnull=False) | Q(model__isnull=False, by=None),
            ),
            models.CheckConstraint(
                name="sentiment_is_one_to_five",
                condition=Q(sentiment=None) | Q(sentiment__gte=1, sentiment__lte=5),
            ),
            models.CheckConstraint(
                name="severity_is_a_share",
                condition=Q(severity=None) | Q(severity__gte=0, severity__lte=1),
            ),
            models.CheckConstraint(
                name="uncertainty_is_a_models_share",
                condition=Q(uncertainty=None) | Q(by=None, uncertainty__gte=0, uncertainty__lte=1),
            ),
            models.CheckConstraint(
                name="only_a_persons_reading_is_taken_back",
                condition=Q(withdrawn_at=None) | Q(by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "-uncertainty", "id"],
                name="classification_least_certain",
                condition=Q(uncertainty__isnull=False),
            ),
            models.Index(fields=["id"], name="classification_danger_waits", condition=Q(danger_waits=True)),
        ]

    def __str__(self):
        return f"reading {self.pk} of comment {self.comment_id}"


from sentiment.alike.models import Band, Signature  # noqa: E402, F401  (Django finds models through this module)
