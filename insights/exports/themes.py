"""What comments were about: the classification in force for each, a person's correction before a model's."""

from collections import defaultdict

from feedback.models import Comment
from sentiment.models import Classification


def readings_by_feedback(feedback) -> dict[int, list[Classification]]:
    """{feedback id: the readings in force of its comments} for a queryset of feedback."""
    comments = Comment.objects.filter(feedback__in=feedback)
    latest = {}
    rows = Classification.objects.current().filter(comment__in=comments)
    for reading in rows.only("comment_id", "sentiment", "predicted_themes", "language").iterator():
        latest[reading.comment_id] = reading
    found = defaultdict(list)
    for comment_id, feedback_id in comments.values_list("id", "feedback_id").iterator():
        if comment_id in latest:
            found[feedback_id].append(latest[comment_id])
    return found


def themes_of(readings) -> list[str]:
    """The themes of one feedback's readings, each once, in order."""
    return sorted({theme for reading in readings for theme in reading.predicted_themes})
