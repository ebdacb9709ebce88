"""What the demo's wards changed because of what people said, and how people found the handling of their case."""

from datetime import timedelta

from django.utils import timezone

from organisations.models import Service, User
from triage import actions
from triage.models import Case, Improvement

WARD_MANAGER = "ward@patientview.example"
# Slug of the ward, theme, what people said, what was promised, what was done, days ago promised and done.
CHANGES = (
    ("bramble-ward", "Environment, facilities & equipment", "The nights are loud and it is hard to sleep.",
     "Bins that close softly, and trolleys only after seven.", "All bins close softly now, and trolleys wait until seven.", 70, 45),
    ("bramble-ward", "Food & drink provision & facilities", "Food is cold when it reaches the end bays.",
     "Start the trolley at the far end every second day.", "The trolley starts at the far end every second day.", 50, 30),
    ("bramble-ward", "Being kept informed, clarity & consistency of information", "Families do not know whom to ring.",
     "A card by each bed with the ward's number and the best hours.", "", 20, None),
    ("eye-clinic", "Timeliness of care", "Nobody says how long the wait will be.",
     "A board at the desk, changed every half hour.", "", 45, None),
)  # fmt: skip
DAYS_TO_DO_IT = 30
PUBLISH_AFTER = timedelta(days=1)


def lay_out(then, now) -> None:
    """Hand every change to `then(moment, happens, *args)`; `now` is the demo's last moment."""
    by = User.objects.get(email=WARD_MANAGER)
    for slug, theme, said, plan, did, promised, done in CHANGES:
        begun = now - timedelta(days=promised)
        due_on = timezone.localdate(begun) + timedelta(days=DAYS_TO_DO_IT)
        then(begun, promise, slug, theme, said, plan, due_on, by)
        if done is not None:
            ended = now - timedelta(days=done)
            then(ended, finish, said, did, by)
            then(ended + PUBLISH_AFTER, publish, said, by)


def promise(slug, theme, said, plan, due_on, by) -> None:
    service = Service.objects.select_related("organisation").get(slug=slug)
    actions.improve(
        organisation=service.organisation, service=service, said=said, plan=plan, theme=theme, owner=by,
        due_on=due_on, by=by,
    )  # fmt: skip


def finish(said, did, by) -> None:
    actions.finish(Improvement.objects.get(said=said), did=did, by=by)


def publish(said, by) -> None:
    actions.publish(Improvement.objects.get(said=said), by=by)


def judge(case: Case, rng) -> None:
    """Somebody whose case was answered says how it was handled: mostly content, and never all the same."""
    if case.replied_at is None or hasattr(case, "handling"):
        return
    leaning = rng.choice((1, 2, 2, 2, 3, 4, 5))
    names = ("confident", "simple", "listened", "difference", "again")
    answers = {name: min(max(leaning + rng.choice((-1, 0, 0, 1)), 1), 5) for name in names}
    actions.tell_how_handled(case, answers=answers)
