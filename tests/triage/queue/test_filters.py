"""Each filter, as a table: what is asked for in the address, and which cases answer."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from feedback.models import Alert
from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member, days_ago
from triage import actions
from triage.models import Case, Priority
from triage.queue.filters import Filters

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return OrganisationFactory(name="Elder Vale Hospital Trust")


@pytest.fixture
def officer(trust):
    return a_member(trust)


@pytest.fixture
def colleague(trust):
    return a_member(trust)


@pytest.fixture
def named(trust, officer, colleague):
    """Four cases that differ in everything a filter can ask for."""
    ward, clinic = ServiceFactory(organisation=trust, name="Heather Ward"), ServiceFactory(organisation=trust)
    late = a_case("The soup was cold.", service=ward, received_on=days_ago(30))
    fresh = a_case("Nobody rang me back.", service=clinic, intent="concern")
    taken = a_case("The lift was broken.", service=clinic, received_on=days_ago(10), reply_by="post",
                   contact={"address": "1 Hill Road"})  # fmt: skip
    actions.take(taken, by=colleague)
    actions.acknowledge(taken, text="We have it.", by=colleague)
    ended = a_case("The car park was full.", service=clinic, received_on=days_ago(20))
    actions.close(ended, outcome="withdrawn", by=officer)
    Case.objects.filter(pk=late.pk).update(priority=Priority.URGENT, needs_person=True)
    Alert.objects.create(feedback=fresh.feedback, kind="danger_now", raised_by="safety check")
    return {
        "late": late,
        "fresh": fresh,
        "taken": taken,
        "ended": ended,
        "ward": ward,
        "colleague": colleague,
    }


ASKED = [
    ("", {"late", "fresh", "taken"}),
    ("status=all", {"late", "fresh", "taken", "ended"}),
    ("status=closed", {"ended"}),
    ("status=new", {"late", "fresh"}),
    ("status=open", {"taken"}),
    ("due=late", {"late"}),
    ("due=week", {"fresh"}),
    ("handler=nobody", {"late", "fresh"}),
    ("handler=me", set()),
    ("handler={colleague}", {"taken"}),
    ("priority=1", {"late"}),
    ("intent=concern", {"fresh"}),
    ("team=complaints", {"late", "taken"}),
    ("team=pals", {"fresh"}),
    ("needs=person", {"late"}),
    ("needs=alert", {"fresh"}),
    ("needs=sending", {"taken"}),
    ("service={ward}", {"late"}),
    ("organisation={trust}", {"late", "fresh", "taken"}),
    ("received_from={week_ago}", {"fresh"}),
    ("received_to={week_ago}", {"late", "taken"}),
    ("q=PV-QQQQ-QQQQ", set()),
    ("intent=concern&team=complaints", set()),
]


@pytest.mark.parametrize(("asked", "expected"), ASKED)
def test_a_filter_finds(asked, expected, named, officer, trust):
    asked = asked.format(
        colleague=named["colleague"].pk,
        ward=named["ward"].pk,
        trust=trust.pk,
        week_ago=days_ago(7).isoformat(),
    )
    found = Filters(QueryDict(asked), user=officer).apply(Case.objects.visible_to(officer))
    assert {name for name in ("late", "fresh", "taken", "ended") if named[name] in found} == expected


@pytest.mark.parametrize("typed", ["{0}", "{1}", "pv {0}", " {2} "])
def test_a_reference_is_found_however_it_is_typed(typed, named, officer):
    letters = named["ended"].reference.removeprefix("PV-")
    ways = (letters, letters.lower().replace("-", ""), f"pv{letters.replace('-', ' ')}")
    asked = QueryDict(mutable=True)
    asked["q"] = typed.format(*ways)

    assert list(Filters(asked, user=officer).apply(Case.objects.visible_to(officer))) == [named["ended"]]


@pytest.mark.parametrize(
    "asked",
    [
        "due=soon",
        "handler=99999",
        "priority=x",
        "received_from=yesterday",
        "q=" + "a" * 300,
        "q=car+park",
        "look=no-such-search",
    ],
)
def test_a_filter_that_makes_no_sense_is_shown_with_its_error_and_narrows_nothing(asked, named, officer):
    filters = Filters(QueryDict(asked), user=officer)
    found = filters.apply(Case.objects.visible_to(officer).open())
    assert filters.errors
    assert {named["late"], named["fresh"], named["taken"]} <= set(found)


def test_due_today_is_not_late(named, officer):
    Case.objects.filter(pk=named["fresh"].pk).update(next_due_on=timezone.localdate())
    late = Filters(QueryDict("due=late"), user=officer).apply(Case.objects.visible_to(officer))
    assert named["fresh"] not in late
