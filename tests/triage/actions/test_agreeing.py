"""A date agreed: how, when and by whom it was asked; never after it ran out. And what follows a missed date."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories import (
    IcbFactory,
    OrganisationFactory,
    PracticeFactory,
    a_case,
    a_member,
    days_ago,
    signed_reply,
)
from triage import actions, clock
from triage.actions.changing import unmet
from triage.models import Case, PassedOn
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
WHY = "The notes of the other hospital came late."


def sam_of(case):
    return a_member(case.organisation)


def in_days(days):
    return timezone.localdate() + dt.timedelta(days)


def agreed(case, by, days=40, **given):
    said = {"agreed_on": in_days(days), "note": "She would rather wait.", "how": "telephone"} | given
    actions.agree_date(case, **said, by=by)


def test_how_when_and_by_whom_is_kept():
    case = a_case(received_on=days_ago(5))
    sam, ana = sam_of(case), a_member(case.organisation)
    agreed(case, sam, how="email", said_on=days_ago(2), asked_by=ana)
    row = case.dates_agreed.get()
    assert (row.how, row.said_on, row.asked_by, row.kept_by) == ("email", days_ago(2), ana, sam)
    assert case.agreed_on == row.agreed_on == in_days(40)


def test_every_date_agreed_stays_to_be_read():
    case = a_case()
    sam = sam_of(case)
    agreed(case, sam, 40)
    agreed(case, sam, 60)
    assert [row.agreed_on for row in case.dates_agreed.all()] == [in_days(40), in_days(60)]


def test_an_agreed_date_stops_neither_the_four_weeks_nor_the_six_months():
    case = a_case()
    before = case.respond_by, case.backstop_on
    agreed(case, sam_of(case), 400, how="letter", reason=WHY)
    assert (case.respond_by, case.backstop_on) == before
    assert {"respond_by", "backstop_on", "agreed_on"} <= set(unmet(case))
    assert case.next_due_on == case.acknowledge_by


def test_a_date_that_has_passed_is_explained_not_put_off():
    case = a_case(received_on=days_ago(60))
    sam = sam_of(case)
    Case.objects.filter(pk=case.pk).update(agreed_on=days_ago(3))
    case.refresh_from_db()
    with pytest.raises(NotAllowed, match="Say why a date was missed"):
        agreed(case, sam)
    actions.explain(case, reason=WHY, by=sam)
    with pytest.raises(NotAllowed, match="has passed"):
        agreed(case, sam)
    assert case.agreed_on == days_ago(3)


def test_after_the_four_weeks_the_reason_comes_first():
    case = a_case(received_on=days_ago(30))
    sam = sam_of(case)
    with pytest.raises(NotAllowed, match="First tell the person why"):
        agreed(case, sam)
    actions.explain(case, reason=WHY, by=sam)
    agreed(case, sam)
    assert "respond_by" in unmet(case)


@pytest.mark.parametrize(("given", "words"), [
    ({"said_on": dt.date(2026, 1, 1)}, "day of receipt"), ({"note": " "}, "how and when"), ({"how": "dream"}, "Choose how"),
])  # fmt: skip
def test_an_agreement_needs_a_real_day_words_and_a_way(given, words):
    case = a_case()
    with pytest.raises(NotAllowed, match=words):
        agreed(case, sam_of(case), **given)


def test_a_longer_time_agreed_before_the_six_months_owes_no_notice_for_them():
    case = a_case()
    sam = sam_of(case)
    agreed(case, sam, 300, how="letter", reason=WHY)
    missed = actions.unexplained(case, case.backstop_on + dt.timedelta(5))
    assert "backstop_on" not in missed and "respond_by" in missed


def test_the_reason_begins_a_letter_that_says_it():
    case = a_case(received_on=days_ago(30))
    sam = sam_of(case)
    letter = actions.explain(case, reason=f"{WHY} [Two of them.]", by=sam)
    said = letter.versions.get().text
    assert letter.kind == "holding" and f"{WHY} (Two of them.)" in said
    assert "[Write here what you are waiting for" not in said


def test_one_letter_waits_at_a_time():
    case = a_case(received_on=days_ago(20))
    sam = sam_of(case)
    assert actions.explain(case, reason=WHY, by=sam)
    Case.objects.filter(pk=case.pk).update(respond_by=days_ago(1))
    case.refresh_from_db()
    assert actions.explain(case, reason=WHY, by=sam) is None


def test_who_was_answered_needs_no_letter_about_waiting():
    case = a_case(received_on=days_ago(40))
    sam = sam_of(case)
    signed_reply(case, by=sam)
    assert actions.explain(case, reason=WHY, by=sam) is None


def test_the_own_words_of_an_organisation_hold_the_reason_as_well():
    case = a_case(received_on=days_ago(40))
    sam = sam_of(case)
    actions.keep_template(
        organisation=case.organisation, kind="holding", text="Dear {name}, soon.", seen=0, by=sam
    )
    assert WHY in actions.explain(case, reason=WHY, by=sam).versions.get().text


# Passed on.


def test_another_body_has_a_clock_of_its_own_and_ours_goes_on():
    trust = OrganisationFactory(parent=IcbFactory())
    case = a_case(organisation=trust, received_on=days_ago(10))
    before = {name: getattr(case, name) for name in clock.CLOCKS}
    actions.refer(case, team="complaints", organisation=trust.parent, note="They chose.", agreed="By telephone.",
                  by=a_member(trust))  # fmt: skip
    row = PassedOn.objects.get()
    assert (row.before, row.to, row.received_on) == (trust, trust.parent, timezone.localdate())
    assert {name: getattr(case, name) for name in clock.CLOCKS} == before


def test_the_person_is_asked_before_their_words_go_elsewhere():
    trust = OrganisationFactory(parent=IcbFactory())
    case = a_case(organisation=trust)
    with pytest.raises(NotAllowed, match="Ask the person first"):
        actions.refer(case, team="complaints", organisation=trust.parent, note="Theirs.", by=a_member(trust))
    actions.refer(case, team="pals", organisation=trust, note="They know it.", by=a_member(trust))
    assert not PassedOn.objects.exists()


@pytest.mark.parametrize("first", ["provider", "icb"])
def test_what_the_practice_or_the_icb_has_answered_does_not_go_to_the_other(first):
    practice = PracticeFactory(parent=IcbFactory())
    case = a_case(organisation=practice, resolver_choice=first)
    sam = sam_of(case)
    Case.objects.filter(pk=case.pk).update(team="complaints")
    case.refresh_from_db()
    signed_reply(case, by=sam)
    other = practice.parent if case.organisation == practice else practice
    with pytest.raises(NotAllowed, match="never by both.*regulations 7 and 8"):
        actions.refer(
            case, team="complaints", organisation=other, note="Not content.", agreed="By post.", by=sam
        )
