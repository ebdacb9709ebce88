"""Reads of patients' words outside the case pages, kept with those of the case pages."""

from django.dispatch import receiver

from feedback.paper.batches.showing import page_shown
from sentiment.labelling.asking import comment_shown
from triage.models import Access


@receiver(comment_shown)
def keep(sender, *, comment, by, **kwargs):
    """Somebody read one comment on the labelling screen."""
    Access.objects.create(feedback_id=comment.feedback_id, what="labelling", by=by)


@receiver(page_shown)
def keep_page(sender, *, scan, by, **kwargs):
    """Somebody looked at a scanned page, or saved its file, whose words are feedback already."""
    feedback_id = scan.became_id or (scan.form and scan.form.feedback_id)
    if feedback_id:
        Access.objects.create(feedback_id=feedback_id, what="scan", by=by)
