import datetime as dt

import pytest
from django.utils import timezone

from tests.factories import OrganisationFactory, ServiceFactory, a_case, a_member
from triage import actions
from triage.models import Improvement
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward():
    return ServiceFactory(name="Rowan Ward")


@pytest.fixture
def manager(ward):
    return a_member(ward.organisation)


@pytest.fixture
def promise(ward, manager):
    def make(**given):
        values = {
            "organisation": ward.organisation, "service": ward, "said": "The nights are loud.",
            "plan": "Soft-closing bins by the beds.", "owner": manager,
            "due_on": timezone.localdate() + dt.timedelta(days=9), "by": manager,
        }  # fmt: skip
        return actions.improve(**values | given)

    return make


@pytest.mark.parametrize(
    "given,says",
    [
        ({"said": "  "}, "both lines"),
        ({"plan": ""}, "both lines"),
        ({"due_on": dt.date(2020, 1, 1)}, "today or later"),
        ({"theme": "The weather"}, "theme from the list"),
    ],
)
def test_a_promise_without_its_parts_is_refused(promise, given, says):
    with pytest.raises(NotAllowed, match=says):
        promise(**given)
    assert not Improvement.objects.exists()


def test_a_promise_stays_inside_its_own_organisation(promise):
    with pytest.raises(NotAllowed, match="does not belong"):
        promise(organisation=OrganisationFactory())


def test_a_promise_from_a_case_stands_in_its_history(promise, ward, manager):
    case = a_case(service=ward)
    row = promise(case=case)
    assert case.events.get(kind="improve").detail["improvement"] == row.pk


def test_a_promise_is_done_once_and_then_neither_done_again_nor_dropped(promise, manager):
    row = promise()
    actions.finish(row, did="Six new bins since March.", by=manager)
    assert (row.done_on, row.done_by) == (timezone.localdate(), manager)
    for again in (
        lambda: actions.finish(row, did="Seven.", by=manager),
        lambda: actions.drop(row, why="No money.", by=manager),
    ):
        with pytest.raises(NotAllowed, match="quicker"):
            again()
    assert row.did == "Six new bins since March."


def test_only_what_is_done_is_shown_to_the_public_and_can_be_taken_down(promise, manager):
    row = promise()
    with pytest.raises(NotAllowed, match="Only what is done"):
        actions.publish(row, by=manager)
    actions.finish(row, did="Six new bins.", by=manager)
    actions.publish(row, by=manager)
    assert list(Improvement.objects.published()) == [row]
    actions.take_down(row, by=manager)
    assert not Improvement.objects.published().exists()


def test_late_is_what_is_neither_done_nor_dropped_after_its_day(promise, manager):
    late, done, dropped, in_time = (promise(said=f"Line {n}.") for n in range(4))
    Improvement.objects.exclude(pk=in_time.pk).update(due_on=dt.date(2026, 1, 5))
    actions.finish(done, did="Done.", by=manager)
    actions.drop(dropped, why="The ward moves.", by=manager)
    assert list(Improvement.objects.late(timezone.localdate())) == [late]
