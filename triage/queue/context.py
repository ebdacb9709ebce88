"""What every staff page is given: where to go, and who may be at risk. Read only if the page asks."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.timesince import timesince

from feedback.paper.checking.urgent import kinds_heard, urgent_forms
from organisations.permissions import may
from triage.case.words import kind_means
from triage.queue.reach import alerts_of

# (what the role must be able to do, where, in words)
NAV = (
    ("read_cases", "/queue/", "Cases"),
    ("read_cases", "/queue/to-check/", "To check"),
    ("log_spoken", "/desk/", "New complaint"),
    ("take_alerts", "/queue/alerts/", "Alerts"),
    ("read_cases", "/asked-of-us/", "Asked of us"),
    ("sign_replies", "/letters/to-sign/", "Letters to sign"),
    ("work_cases", "/letters/to-print/", "Letters to print"),
    ("keep_rota", "/alerting/", "On call"),
    ("label_comments", "/labelling/", "Labelling"),
    ("scan_paper", "/paper/", "Paper"),
    ("read_wards", "/wards/", "Wards"),
    ("read_improvements", "/improvements/", "You said, we did"),
    ("read_handling", "/insights/handling/", "Handled well?"),
    ("read_emerging", "/insights/emerging/", "New themes"),
    ("read_told", "/told/", "What you were told"),
    ("print_links", "/links/", "Links"),
    ("keep_letters", "/letters/templates/", "Letter templates"),
    ("read_models", "/models/", "Models"),
    ("read_drift", "/insights/drift/", "Drift"),
)
IN_BANNER = 5  # people named on top of every page; the rest are counted there and listed on their own page
KNOWN = (
    "id", "kind", "raised_at", "feedback_id", "feedback__reference", "feedback__service__name",
    "feedback__organisation__name",
)  # fmt: skip


def staff(request):
    """Context processor: `staff_nav`, `open_alerts` (the longest waits) and `more_alerts`, in three queries at most."""
    return {
        "staff_nav": SimpleLazyObject(lambda: nav(request)),
        "open_alerts": SimpleLazyObject(lambda: in_banner(request)[:IN_BANNER]),
        "more_alerts": SimpleLazyObject(lambda: max(len(in_banner(request)) - IN_BANNER, 0)),
    }


def in_banner(request) -> list[dict]:
    """Who may be at risk: alerts nobody has taken, and scanned forms nobody has read. Read once a request.

    A form's own alert is raised when its words are checked and become feedback: until then the form itself is loud.
    """
    if not hasattr(request, "in_banner"):
        user = _person(request)
        request.in_banner = [entry(one) for one in people_at_risk(request)]
        if user and may(user, "check_paper"):
            request.in_banner += [form_entry(form) for form in urgent_forms(user)]
    return request.in_banner


def nav(request) -> list[dict]:
    """The pages this person's roles open: [{text, href, current}]."""
    user = _person(request)
    if user is None:
        return []
    return [
        {"text": text, "href": href, "current": request.path == href}
        for action, href, text in NAV
        if may(user, action)
    ]


def people_at_risk(request) -> list[list[dict]]:
    """The open alerts this person may take, the longest wait first: one list of rows a feedback.

    Read once a request: the queue, its figures and the banner all ask.
    """
    if not hasattr(request, "people_at_risk"):
        user = _person(request)
        rows = alerts_of(user).open().values(*KNOWN) if user and may(user, "take_alerts") else []
        people = {}
        for row in rows:
            people.setdefault(row["feedback_id"], []).append(row)
        request.people_at_risk = list(people.values())
    return request.people_at_risk


def entry(rows: list[dict]) -> dict:
    """One person at risk as pages show them: {reference, service, waiting, url, kinds}."""
    first = rows[0]
    return {
        "reference": first["feedback__reference"],
        "service": first["feedback__service__name"] or first["feedback__organisation__name"],
        "waiting": waiting(first["raised_at"]),
        "url": reverse("queue:take_alert", args=[first["id"]]),
        "kinds": [kind_means(row["kind"]) for row in rows],
    }


def form_entry(form) -> dict:
    """A scanned form as `entry` shows a person."""
    return {
        "action": "Read scanned form",
        "reference": f"{form.serial:08d}",
        "service": form.service.name if form.service else form.organisation.name,
        "waiting": waiting(form.read_at or form.batch.sent_at),
        "url": reverse("checking:urgent_form", args=[form.pk]),
        "kinds": kinds_heard(form),
    }


def waiting(since) -> str:
    """How long ago, in one step: "12 minutes", "3 hours", "2 days"."""
    now = timezone.now()
    return "less than a minute" if (now - since).total_seconds() < 60 else timesince(since, now, depth=1)


def _person(request):
    user = getattr(request, "user", None)
    return user if user and user.is_authenticated else None
