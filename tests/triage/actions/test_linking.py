"""Two cases that belong together and stay two."""

import pytest

from tests.factories import a_case, a_member
from triage import actions
from triage.models import CaseLink
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
WHY = "Both are about the night of the storm."


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def other(case):
    return a_case("The bell did not work.", organisation=case.organisation)


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


def test_both_say_so_and_keep_their_own_dates(case, other, sam):
    before = case.next_due_on, other.next_due_on
    actions.link(other, with_case=case, why=f" {WHY} ", by=sam)
    for one, beside in ((case, other), (other, case)):
        told = one.events.last()
        assert (told.kind, told.note, told.detail, told.public) == (
            "link", WHY, {"reference": beside.reference}, False,
        )  # fmt: skip
    case.refresh_from_db()
    other.refresh_from_db()
    assert (case.next_due_on, other.next_due_on) == before
    assert CaseLink.objects.get().other(case) == other


def test_a_link_is_taken_away_and_can_be_made_again(case, other, sam):
    link = actions.link(case, with_case=other, why=WHY, by=sam)
    actions.unlink(link, by=sam)
    assert not CaseLink.objects.standing().exists()
    assert [one.kind for one in other.events.all()][-2:] == ["link", "unlink"]
    with pytest.raises(NotAllowed, match="taken away already"):
        actions.unlink(link, by=sam)
    actions.link(case, with_case=other, why=WHY, by=sam)


@pytest.mark.parametrize("turned", [False, True])
def test_two_are_linked_once(case, other, sam, turned):
    actions.link(case, with_case=other, why=WHY, by=sam)
    one, beside = (other, case) if turned else (case, other)
    with pytest.raises(NotAllowed, match="linked already"):
        actions.link(one, with_case=beside, why=WHY, by=sam)


def test_a_link_needs_a_word_why_and_another_case(case, other, sam):
    with pytest.raises(NotAllowed, match="Say why"):
        actions.link(case, with_case=other, why=" ", by=sam)
    with pytest.raises(NotAllowed, match="itself"):
        actions.link(case, with_case=case, why=WHY, by=sam)
