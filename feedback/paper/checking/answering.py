"""What a person says stands in a field, and taking it back. The machine's own value is never written over."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from feedback.models import FilledForm, FormField, Question
from feedback.paper.accuracy.compare import character_errors, choice_errors
from feedback.paper.checking import kinds
from feedback.paper.checking.lending import LENT, reach
from feedback.paper.layout import FieldKind
from feedback.paper.settle import ASKS_COMPLAINT
from feedback.signals import TIER_0, hear

# How far back a person can take answers back.
LAST = 20


class NotTaken(Exception):
    """The answer was not kept, and why, in plain words for the person who gave it."""


class NotUndone(Exception):
    """The answer stays, and why, in plain words."""


@dataclass(frozen=True)
class Answered:
    """One of a person's last answers: the field, what they said, and whether it can be taken back."""

    field: FormField
    said: str
    can_undo: bool


@transaction.atomic
def answer(field: FormField, *, value: str, by) -> FormField:
    """Keep what a person read in a field they were lent. Pressing twice changes nothing.

    `value` is a choice's value, words, a day as YYYY-MM-DD, "" for blank or CANNOT_TELL. Danger in
    the words makes the form urgent at once. Raises NotTaken if a colleague was quicker.
    """
    form = FilledForm.objects.select_for_update().get(pk=field.form_id)
    field = FormField.objects.select_for_update().get(pk=field.pk)
    now = timezone.now()
    if field.checked_at:
        if field.checked_by_id == by.pk:
            return field
        raise NotTaken(
            "A colleague has checked this one meanwhile. Their answer stands. Thank you all the same."
        )
    if field.lent_to_id not in (None, by.pk) and field.lent_at > now - LENT:
        raise NotTaken("This one waited for more than 10 minutes, so a colleague is checking it now.")
    if form.settled_at and not field.trusted:
        raise NotTaken("That form was settled meanwhile. Nothing was changed.")
    field.human_value, field.checked_by, field.checked_at = value, by, now
    field.errors = errors_of(field)
    field.lent_to = field.lent_at = None
    field.save()
    _heed(form, field)
    return field


def give_back(field: FormField, *, by) -> None:
    """The person leaves the field to somebody else."""
    FormField.objects.filter(pk=field.pk, lent_to=by, checked_at=None).update(lent_to=None, lent_at=None)


def errors_of(field: FormField) -> float | None:
    """The share of characters (or the one choice) the machine had wrong; None where the machine said nothing of it."""
    if field.human_value == kinds.CANNOT_TELL or field.kind == kinds.PAGE or field.why == ASKS_COMPLAINT:
        return None
    if field.kind == FieldKind.TEXT:
        return character_errors(field.machine_value, field.human_value)
    if field.kind == FieldKind.CHOICE:
        return choice_errors(field.machine_value, field.human_value)
    return character_errors(field.machine_value.replace(" ", ""), field.human_value.replace(" ", ""))


@transaction.atomic
def take_back(field: FormField | None, *, by) -> FormField:
    """Undo one of the person's last answers, by default the very last: it is put before them again.

    Raises NotUndone if there is none, or if its form is feedback already.
    """
    recent = list(_recent(by)[:LAST])
    found = next((one for one in recent if field is None or one.pk == field.pk), None)
    if found is None:
        raise NotUndone("There is no answer to take back.")
    form = FilledForm.objects.select_for_update().get(pk=found.form_id)
    found = FormField.objects.select_for_update().get(pk=found.pk)
    if found.checked_by_id != by.pk:
        raise NotUndone("There is no answer to take back.")
    if form.settled_at and not found.trusted:
        raise NotUndone("That form is settled, so your answer stays. Tell whoever works on it what is wrong.")
    found.human_value, found.checked_by, found.checked_at, found.errors = "", None, None, None
    found.lent_to, found.lent_at = by, timezone.now()
    found.save()
    return found


def last_answers(user) -> list[Answered]:
    """The person's last answers, the newest first."""
    return [
        Answered(
            field=one,
            said=kinds.in_words(one.form.layout, one.name, one.human_value),
            can_undo=one.trusted or not one.form.settled_at,
        )
        for one in _recent(user)[:LAST]
    ]


def answered_today(user) -> int:
    """How many fields the person checked since midnight."""
    return FormField.objects.filter(checked_by=user, checked_at__gte=midnight()).count()


def midnight():
    """The last one, here."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def _recent(user):
    """Newest first. Within one's own reach: who moved to another ward leaves what they saw there behind."""
    return reach(user).filter(checked_by=user).select_related("form", "scan").order_by("-checked_at", "-id")


def _heed(form, field):
    """The first tier of the safety check hears a person's own reading too; it only ever adds."""
    if field.name not in Question.values:
        return
    heard = {signal.kind for signal in hear(field.human_value)} & TIER_0
    if heard - set(form.kinds):
        form.urgent, form.kinds = True, sorted(heard | set(form.kinds))
        form.save(update_fields=["urgent", "kinds"])
