"""Reads of patients' words outside the case pages, kept with those of the case pages."""

from django.dispatch import receiver

from sentiment.labelling.asking import comment_shown
from triage.models import Access


@receiver(comment_shown)
def keep(sender, *, comment, by, **kwargs):
    """Somebody read one comment on the labelling screen."""
    Access.objects.create(feedback_id=comment.feedback_id, what="labelling", by=by)
