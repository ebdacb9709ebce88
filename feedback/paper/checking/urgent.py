"""Scanned forms in whose words danger was heard, and that nobody has checked yet."""

from feedback.models import FilledForm, Question
from feedback.paper.checking import kinds
from feedback.paper.checking.lending import MAY, reach
from feedback.signals import KINDS
from organisations.permissions import may, within


def urgent_forms(user):
    """Urgent forms this person may check and that are not settled, the longest wait first.

    Once settled, the alert that intake raises takes over. None for who may not check forms.
    """
    forms = FilledForm.objects.filter(urgent=True, settled_at=None)
    if not user.is_authenticated or not may(user, MAY):
        return forms.none()
    return (
        forms.filter(within(user, MAY))
        .select_related("organisation", "service", "batch")
        .order_by("batch__sent_at", "id")
    )


def kinds_heard(form: FilledForm) -> list[str]:
    """What was heard, in plain words."""
    return [KINDS[kind].means for kind in form.kinds if kind in KINDS]


def words_read(user, form: FilledForm) -> list[dict]:
    """The person's words as they were read so far: [{field, question, words, checked}], for who may read them."""
    fields = reach(user).filter(form=form, name__in=Question.values).select_related("scan")
    rows = sorted(fields, key=lambda one: kinds.rank(one.name))
    return [
        {"field": one, "question": kinds.called(one.name), "words": one.value, "checked": one.checked_at}
        for one in rows
    ]
