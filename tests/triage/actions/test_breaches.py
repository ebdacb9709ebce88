"""A date that passed is noted by the clock and explained by a person, once."""

import pytest
from django.utils import timezone

from tests.factories import UserFactory, a_case, days_ago, signed_reply
from triage import actions
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
WHY = "We are sorry. The records came late."


@pytest.fixture
def sam():
    return UserFactory()


@pytest.fixture
def late():
    return a_case(received_on=days_ago(40))


def waiting(case):
    return set(actions.unexplained(case, timezone.localdate()))


def test_a_case_in_time_has_nothing_to_explain(sam):
    case = a_case()
    assert waiting(case) == set()
    with pytest.raises(NotAllowed, match="No missed date"):
        actions.explain(case, reason=WHY, by=sam)


def test_one_reason_stands_for_every_date_missed_by_now(late, sam):
    assert waiting(late) == {"acknowledge_by", "respond_by"}
    actions.explain(late, reason=f" {WHY} ", by=sam)
    told, begun = late.events.order_by("-id")[1], late.events.last()
    assert begun.kind == "draft"
    assert (told.kind, told.by, told.note, told.public) == ("explain", sam, WHY, True)
    assert waiting(late) == set()


def test_a_date_missed_after_the_reason_was_given_asks_again(sam):
    case = a_case(received_on=days_ago(20))
    actions.explain(case, reason=WHY, by=sam)
    assert set(actions.unexplained(case, case.respond_by)) == set()
    assert set(actions.unexplained(case, case.backstop_on)) == {"respond_by"}


def test_a_date_met_late_still_asks_why(late, sam):
    signed_reply(late, by=sam)
    assert waiting(late) == {"acknowledge_by", "respond_by"}


def test_a_reason_needs_words(late, sam):
    with pytest.raises(NotAllowed, match="Write why"):
        actions.explain(late, reason=" ", by=sam)


def test_the_second_of_two_reasons_is_told(late, sam):
    seen = late.version
    actions.take(late, by=sam)
    with pytest.raises(actions.ChangedMeanwhile):
        actions.explain(late, reason=WHY, version=seen, by=UserFactory())


@pytest.mark.parametrize("outcome", ["upheld", "withdrawn"])
def test_a_late_reply_is_explained_before_the_case_ends(outcome, late, sam):
    signed_reply(late, by=sam)
    with pytest.raises(NotAllowed, match=r"Reply by .* regulation 14\(4\)") as refusal:
        actions.close(late, outcome=outcome, by=sam)
    assert "Acknowledge" not in str(refusal.value)
    actions.explain(late, reason=WHY, by=sam)
    actions.close(late, outcome=outcome, by=sam)
    assert late.status == "closed"


def test_a_late_acknowledgement_alone_does_not_hold_up_the_end(sam):
    case = a_case(received_on=days_ago(20))
    assert waiting(case) == {"acknowledge_by"}
    actions.close(case, outcome="withdrawn", by=sam)
    assert case.status == "closed"
