"""What the queue can be narrowed to, and its order. All of it lives in the address, so a view can be kept and sent on."""

from datetime import timedelta
from urllib.parse import urlencode

from django import forms
from django.db.models import Exists, OuterRef
from django.utils import timezone

from feedback.models import Alert
from organisations.models import Service, User
from organisations.permissions import organisations_for
from triage.absence.covers import covers_today
from triage.agreement import waiting_for_consent
from triage.models import (
    Case,
    ConsentRequest,
    JointPart,
    Letter,
    Priority,
    Reply,
    State,
    StatementRequest,
    Status,
    Team,
)
from triage.queue.reach import colleagues_of
from triage.queue.searching import AMONG, as_reference, found, search_of

WEEK = timedelta(days=7)


def _any(words, choices):
    return [("", words), *choices]


class Choices:
    """Whom and what a person can choose from, read once for all the filters of a page. Three queries."""

    def __init__(self, user):
        self.colleagues = list(colleagues_of(user))
        self.organisations = list(organisations_for(user, "read_cases").order_by("name", "id"))
        self.services = list(
            Service.objects.filter(organisation__in=[one.pk for one in self.organisations]).order_by(
                "name", "id"
            )
        )


class Filters(forms.Form):
    """The filters of one page. `apply` uses those that make sense; the others are shown with their error.

    What was searched for is not among them: a reference (`q`) has no meaning to a stranger, and of words the
    address holds a token (`look`) alone. docs/adr/0012-search.md says why.
    """

    q = forms.CharField(label="Reference", max_length=20, required=False, widget=forms.HiddenInput)
    look = forms.CharField(label="Search", max_length=24, required=False, widget=forms.HiddenInput)
    among = forms.ChoiceField(
        label="Where to search", choices=AMONG, required=False, widget=forms.HiddenInput
    )
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
                                  ("statement", "A statement that is late"), ("agreement", "The patient's consent"),
                                  ("consent", "Consent to be asked for again"),
                                  ("part", "Another body's part that is late")]),
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

    FIRST = ("due", "handler", "status")
    SEARCH = ("q", "look", "among")

    def __init__(self, asked, *, user, choices=None):
        asked = asked.copy()
        # Whoever looks for a case wants it found, also if it has ended.
        if (asked.get("q") or asked.get("look")) and "status" not in asked:
            asked["status"] = "all"
        super().__init__(asked)
        self.user = user
        self.choices = choices or Choices(user)
        self.colleagues = self.choices.colleagues
        self.fields["handler"].choices = [
            ("", "Anyone"), ("me", "Me, and those I cover"), ("nobody", "Nobody yet"),
            *((str(one.pk), str(one)) for one in self.colleagues if one != user),
        ]  # fmt: skip
        self._add_who_left(asked.get("handler", ""))
        self.fields["organisation"].choices = _any(
            "Any", [(str(one.pk), one.name) for one in self.choices.organisations]
        )
        self.fields["service"].choices = _any(
            "Any", [(str(one.pk), one.name) for one in self.choices.services]
        )
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = f"{field.label}: choose from the list"

    def clean_q(self):
        """Words in an address end up in logs and histories: only a reference may stand there."""
        typed = self.cleaned_data["q"]
        if typed and not as_reference(typed):
            raise forms.ValidationError(
                "Write a reference like PV-7KD4-QM3X. Search for other words with the box."
            )
        return as_reference(typed)

    def clean_look(self):
        """The search behind the token, or None."""
        token = self.cleaned_data["look"]
        if token and not (search := search_of(token, self.user)):
            raise forms.ValidationError("That search has ended. Search again.")
        return search if token else None

    def _add_who_left(self, asked):
        """Somebody who works here no more may still have cases: the page of the workload leads to them."""
        if not asked.isdecimal() or len(asked) > 18 or asked in dict(self.fields["handler"].choices):
            return
        theirs = Case.objects.visible_to(self.user).filter(handler=OuterRef("pk"))
        if gone := User.objects.filter(Exists(theirs), pk=int(asked)).first():
            self.fields["handler"].choices = [*self.fields["handler"].choices, (asked, str(gone))]

    def apply(self, cases):
        """`cases` narrowed to what was asked for."""
        cases = self.without_search(cases)
        return found(cases, self.searched.words, self.place, self.user) if self.searched else cases

    def without_search(self, cases):
        """`cases` narrowed to all that was asked for but the words searched for."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
        if "status" not in asked:
            cases = cases.open()
        for name, value in asked.items():
            if name in NARROW:
                cases = NARROW[name](cases, value, self.user)
        return cases

    @property
    def searched(self):
        """The Search this page shows what was found for, or None."""
        self.is_valid()
        return self.cleaned_data.get("look")

    @property
    def place(self) -> str:
        """Where was searched: a key of AMONG."""
        self.is_valid()
        return self.cleaned_data.get("among") or AMONG[0][0]

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
        return any(name not in (*self.FIRST, *self.SEARCH) for name in self.in_use)

    def query(self):
        """What was asked for, as (name, value) pairs for an address."""
        return [(name, self.data[name]) for name in self.fields if self.data.get(name)]

    def to_keep(self) -> str:
        """What a saved view holds: the filters and the order, as an address has them, without any search."""
        if self.data.get("q") or self.data.get("look"):
            # These were searched among open and closed cases alike, which nobody chose.
            pairs = [(name, value) for name, value in self.query() if (name, value) != ("status", "all")]
        else:
            pairs = self.query()
        return urlencode([(name, value) for name, value in pairs if name not in self.SEARCH])


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
    if what == "agreement":
        return waiting_for_consent(cases.filter(replied_at=None))
    if what == "statement":
        late = StatementRequest.objects.late(timezone.localdate())
        return cases.filter(Exists(late.filter(case=OuterRef("pk"))))
    if what == "part":
        late = JointPart.objects.late(timezone.localdate())
        return cases.filter(Exists(late.filter(case=OuterRef("pk"))))
    if what == "signing":
        return cases.filter(Exists(Letter.objects.filter(case=OuterRef("pk"), state=State.TO_SIGN)))
    return cases.filter(Exists(Reply.objects.stuck().filter(case=OuterRef("pk"))))


def _same(field):
    return lambda cases, value, user: cases.filter(**{field: value})


NARROW = {
    "q": lambda cases, reference, user: cases.filter(feedback__reference=reference),
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
