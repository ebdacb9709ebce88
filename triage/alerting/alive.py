"""The facts by which `signs` judges, from the rows."""

from django.conf import settings
from django.core.cache import cache
from django.db.models import Exists, OuterRef
from django.utils import timezone

from feedback.models import Alert, FilledForm
from triage import clock
from triage.alerting import KEY, heartbeats
from triage.alerting.signs import Facts, Sign, judge
from triage.models import Heartbeat, Notice

REMEMBERED = 15  # seconds: every staff page asks


def signs(now=None) -> list[Sign]:
    """Every sign of the alerting, judged now. Five queries."""
    now = now or timezone.now()
    return judge(_facts(), now, lambda moment: _at(moment, now))


def faults() -> list[str]:
    """What is wrong, in words, for the banner: none while the alerting is alive."""
    known = cache.get(KEY)
    if known is None:
        known = [one.words for one in signs() if one.bad]
        cache.set(KEY, known, REMEMBERED)
    return known


def _facts():
    beats = {one.name: one for one in Heartbeat.objects.all()}
    watch, mail, read = (
        beats.get(name, Heartbeat()) for name in ("escalate_waiting", heartbeats.MAIL, "classify_waiting")
    )
    return Facts(
        watched_at=watch.worked_at,
        watch_error=watch.error if watch.failed_at else "",
        mail_worked_at=mail.worked_at,
        mail_failed_at=mail.failed_at,
        mail_error=mail.error,
        mail_set_up=bool(settings.EMAIL_URL or settings.EMAIL_FOLDER),
        mail_to_folder=bool(settings.EMAIL_FOLDER) and not settings.EMAIL_URL,
        hosted=settings.HOSTED,
        untold_since=_untold_since(),
        unsent_since=Notice.objects.waiting().order_by("written_at").values_list("written_at", flat=True).first(),
        given_up=Notice.objects.failed().ringing().filter(drill=None).count(),
        read_at=read.worked_at,
        read_failed_at=read.failed_at,
        read_error=read.error,
    )  # fmt: skip


def _untold_since():
    """One person with two kinds of danger is told of once, so any alert of the same words will do."""
    told = Notice.objects.filter(alert__feedback=OuterRef("feedback"))
    alerts = Alert.objects.open().filter(~Exists(told)).values_list("raised_at", flat=True)
    forms = FilledForm.objects.unread_danger().filter(notices=None).values_list("read_at", flat=True)
    return min(filter(None, (alerts.first(), forms.first())), default=None)


def _at(moment, now):
    local = timezone.localtime(moment)
    day = "" if local.date() == timezone.localdate(now) else f" on {clock.in_words(local.date())}"
    return f"{local:%H:%M}{day}"
