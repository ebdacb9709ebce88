"""What the queue can be narrowed to, and its order. All of it lives in the address, so a view can be kept and sent on."""

import re
from datetime import timedelta

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from feedback.models import Alert, Comment
from organisations.models import Service, User
from organisations.permissions import organisations_for
from triage.absence.covers import covers_today
from triage.models import Case, ConsentRequest, Letter, Priority, Reply, State, StatementRequest, Status, Team
from triage.queue.reach import colleagues_of

WEEK = timedelta(days=7)
REFERENCE = re.compile(r"^(?:PV)?[^A-Z0-9]*([A-Z0-9]{4})[^A-Z0-9]*([A-Z0-9]{4})$")


def _any(words, choices):
    return [("", words), *choices]


class Filters(forms.Form):
    """The filters of one page. `apply` uses those that make sense; the others are shown with their error."""

    q = forms.CharField(
        label="Search", max_length=200, required=False,
        help_text="A reference, a service or their words",
    )  # fmt: skip
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=_any("All open", [*Status.choices, ("all", "Open and closed")]),
    )
    due = forms.ChoiceField(
        label="Next date", required=False,
        choices=_any("Any", [("late", "Late"), ("week", "Due in the next 7 days")]),
    )  # fmt: skip
    handler = forms.ChoiceField(label="Who has it", required=False)
    priority = forms.ChoiceField(label="Priority", required=False, choices=_any("Any", Priority.choices))
    intent = forms.ChoiceField(
        label="Kind", required=False,
        choices=_any("Any", [("complaint", "Complaint"), ("concern", "Concern"), ("comment", "Comment"),
                             ("compliment", "Compliment")]),
    )  # fmt: skip
    team = forms.ChoiceField(label="Team", required=False, choices=_any("Any", Team.choices))
    needs = forms.ChoiceField(
        label="Needs", required=False,
        choices=_any("Anything", [("alert", "An alert to be taken"), ("person", "A person to look at it"), ("acknowledging", "To be told that it arrived"),
                                  ("signing", "A letter to be signed"), ("sending", "A reply that has not left"),
                                  ("statement", "A statement that is late"), ("consent", "Consent to be asked for again")]),
    )  # fmt: skip
    organisation = forms.ChoiceField(label="Organisation", required=False)
    service = forms.ChoiceField(label="Service", required=False)
    received_from = forms.DateField(
        label="Received from", required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "Received from must be a date, like 2026-04-02"},
    )  # fmt: skip
    received_to = forms.DateField(
        label="Received to", required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "Received to must be a date, like 2026-04-30"},
    )  # fmt: skip

    order = forms.ChoiceField(
        label="Order", required=False,
        choices=_any("Nearest date first", [("severity", "Most critical of care first")]),
    )  # fmt: skip

    FIRST = ("q", "due", "handler", "status")

    def __init__(self, asked, *, user):
        asked = asked.copy()
        # Whoever looks for a reference wants it found, also if that case has ended.
        if asked.get("q") and "status" not in asked:
            asked["status"] = "all"
        super().__init__(asked)
        self.user = user
        self.colleagues = list(colleagues_of(user))
        organisations = list(organisations_for(user, "read_cases").order_by("name", "id"))
        services = Service.objects.filter(organisation__in=[one.pk for one in organisations]).order_by(
            "name", "id"
        )
        self.fields["handler"].choices = [
            ("", "Anyone"), ("me", "Me, and those I cover"), ("nobody", "Nobody yet"),
            *((str(one.pk), str(one)) for one in self.colleagues if one != user),
        ]  # fmt: skip
        self._add_who_left(asked.get("handler", ""))
        self.fields["organisation"].choices = _any("Any", [(str(one.pk), one.name) for one in organisations])
        self.fields["service"].choices = _any("Any", [(str(one.pk), one.name) for one in services])
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = f"{field.label}: choose from the list"

    def _add_who_left(self, asked):
        """Somebody who works here no more may still have cases: the page of the workload leads to them."""
        if not asked.isdecimal() or len(asked) > 18 or asked in dict(self.fields["handler"].choices):
            return
        theirs = Case.objects.visible_to(self.user).filter(handler=OuterRef("pk"))
        if gone := User.objects.filter(Exists(theirs), pk=int(asked)).first():
            self.fields["handler"].choices = [*self.fields["handler"].choices, (asked, str(gone))]

    def apply(self, cases):
        """`cases` narrowed to what was asked for."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
        if "status" not in asked:
            cases = cases.open()
        asked.pop("order", None)
        for name, value in asked.items():
            cases = NARROW[name](cases, value, self.user)
        return cases

    @property
    def severest_first(self) -> bool:
        """Whether each priority begins with the words most critical of care, not with the nearest date."""
        self.is_valid()
        return self.cleaned_data.get("order") == "severity"

    @property
    def in_use(self):
        """Names of the filters that narrow the page now."""
        return [name for name, _ in self.query() if name != "order"]

    @property
    def more_in_use(self):
        return any(name not in self.FIRST for name in self.in_use)

    def query(self):
        """What was asked for, as (name, value) pairs for an address."""
        return [(name, self.data[name]) for name in self.fields if self.data.get(name)]


def with_words(cases, words, user):
    """Cases whose reference, service or own words hold `words`, in any letter case."""
    found = Q(feedback__reference__icontains=words) | Q(service__name__icontains=words)
    if spoken := REFERENCE.match(words.strip().upper()):
        found |= Q(feedback__reference="PV-{}-{}".format(*spoken.groups()))
    wrote = Comment.objects.filter(feedback=OuterRef("feedback"), text__icontains=words)
    return cases.filter(found | Exists(wrote))


def due(cases, when, user):
    today = timezone.localdate()
    if when == "late":
        return cases.overdue(today)
    return cases.open().filter(next_due_on__range=(today, today + WEEK))


def handled_by(cases, who, user):
    """ "me" is the person and those they cover for today."""
    if who == "nobody":
        return cases.filter(handler=None)
    if who == "me":
        return cases.filter(handler__in=[user.pk, *covers_today(user).covered_by(user.pk)])
    return cases.filter(handler=int(who))


def in_need_of(cases, what, user):
    if what == "person":
        return cases.filter(needs_person=True)
    if what == "acknowledging":
        return cases.open().filter(acknowledged_at=None, replied_at=None)
    if what == "alert":
        return cases.filter(Exists(Alert.objects.open().filter(feedback=OuterRef("feedback"))))
    if what == "consent":
        due = ConsentRequest.objects.to_chase(timezone.localdate())
        return cases.filter(Exists(due.filter(case=OuterRef("pk"))))
    if what == "statement":
        late = StatementRequest.objects.late(timezone.localdate())
        return cases.filter(Exists(late.filter(case=OuterRef("pk"))))
    if what == "signing":
        return cases.filter(Exists(Letter.objects.filter(case=OuterRef("pk"), state=State.TO_SIGN)))
    return cases.filter(Exists(Reply.objects.stuck().filter(case=OuterRef("pk"))))


def _same(field):
    return lambda cases, value, user: cases.filter(**{field: value})


NARROW = {
    "q": with_words,
    "status": lambda cases, value, user: cases if value == "all" else cases.filter(status=value),
    "due": due,
    "handler": handled_by,
    "priority": _same("priority"),
    "intent": _same("intent"),
    "team": _same("team"),
    "needs": in_need_of,
    "organisation": _same("organisation"),
    "service": _same("service"),
    "received_from": _same("received_on__gte"),
    "received_to": _same("received_on__lte"),
}
