"""The same complaint twice becomes one case, and two again: nothing is lost on the way there or back."""

import datetime as dt
import uuid

import pytest
from django.utils import timezone

from feedback.models import Alert
from organisations.models import Role
from sentiment.classify import classify_batch
from tests.factories import (
    IcbFactory,
    OrganisationFactory,
    PracticeFactory,
    a_case,
    a_letter,
    a_member,
    an_issue,
    days_ago,
    received,
    signed_reply,
)
from triage import actions, clock
from triage.ledger.verify import walk
from triage.merging import Standing
from triage.models import Case, Merge
from triage.moves import NotAllowed
from triage.queue.figures import figures
from triage.track.writing_back import write_back

pytestmark = pytest.mark.django_db
WHY = "She wrote on the website, and then sent the same by post."


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


@pytest.fixture
def sam(trust):
    return a_member(trust)


@pytest.fixture
def letter(trust):
    """The one that came first."""
    return a_case(organisation=trust, received_on=days_ago(9))


@pytest.fixture
def web(trust):
    return a_case(organisation=trust, received_on=days_ago(2))


def merged(case, into, by, **given):
    done = actions.merge(case, into=into, by=by, **{"same_person": True, "why": WHY} | given)
    case.refresh_from_db()
    into.refresh_from_db()
    return done


def all_of(case):
    """Everything in the row of a case, but for how often it was changed."""
    case.refresh_from_db()
    return {name: value for name, value in vars(case).items() if name not in ("_state", "version")}


def test_the_one_that_stays_takes_the_earlier_dates(letter, web, sam):
    merged(letter, web, sam)
    started = clock.start(days_ago(9))
    assert Standing.of(web).received_on == days_ago(9)
    assert (web.acknowledge_by, web.respond_by, web.backstop_on) == (
        started.acknowledge_by, started.respond_by, started.backstop_on,
    )  # fmt: skip
    assert web.next_due_on == started.acknowledge_by
    assert (letter.status, letter.outcome, letter.is_open) == ("closed", "merged", False)
    assert web.events.last().detail == {"reference": letter.reference}
    assert letter.events.last().detail == {"reference": web.reference}


def test_it_keeps_its_own_dates_if_it_was_first(letter, web, sam):
    before = Standing.of(letter)
    merged(web, letter, sam)
    assert Standing.of(letter) == before


def test_undone_both_are_exactly_as_before(letter, web, sam):
    actions.take(web, by=sam)
    actions.acknowledge(letter, text="We have it.", by=sam)
    before = all_of(letter), all_of(web)
    done = merged(letter, web, sam)
    assert web.acknowledged_at == letter.acknowledged_at  # the same person was told
    actions.unmerge(done, why="Two different nights.", by=sam)
    assert (all_of(letter), all_of(web)) == before
    assert [one.kind for one in web.events.all()][-2:] == ["absorb", "let_go"]


def test_a_new_case_is_new_again(letter, web, sam):
    done = merged(letter, web, sam)
    actions.unmerge(done, why="Two nights.", by=sam)
    assert Case.objects.get(pk=letter.pk).status == "new"
    with pytest.raises(NotAllowed, match="split already"):
        actions.unmerge(done, why="Again.", by=sam)


def test_what_was_done_since_stays_with_the_one_that_stayed(letter, web, sam):
    done = merged(letter, web, sam)
    day = timezone.localdate() + dt.timedelta(30)
    actions.agree_date(web, agreed_on=day, how="letter", note="She wrote.", by=sam)
    actions.acknowledge(web, text="We have both.", by=sam)
    actions.correct_decision(web, priority="urgent", note="Frail.", by=sam)
    actions.unmerge(done, why="Two nights.", by=sam)
    web.refresh_from_db()
    letter.refresh_from_db()
    assert (web.received_on, web.agreed_on, web.priority) == (days_ago(2), day, 1)
    assert web.acknowledged_at
    assert (letter.agreed_on, letter.acknowledged_at, letter.priority) == (None, None, 2)
    assert letter.next_due_on == letter.acknowledge_by


def test_the_last_merge_is_undone_first(trust, letter, web, sam):
    third = a_case(organisation=trust, received_on=days_ago(20))
    before = all_of(web)
    first, second = merged(letter, web, sam), merged(third, web, sam)
    assert web.received_on == days_ago(20)
    with pytest.raises(NotAllowed, match=f"Split {third.reference} first"):
        actions.unmerge(first, why="Two nights.", by=sam)
    actions.unmerge(second, why="Two nights.", by=sam)
    actions.unmerge(first, why="Two nights.", by=sam)
    assert all_of(web) == before


def test_it_can_be_merged_again(letter, web, sam):
    actions.unmerge(merged(letter, web, sam), why="A slip.", by=sam)
    merged(web, letter, sam)
    assert Merge.objects.standing().get().kept == letter


def test_nothing_is_done_on_the_one_that_ended(letter, web, sam):
    merged(letter, web, sam)
    for act in (
        lambda: actions.reopen(letter, note="Again", by=sam),
        lambda: actions.begin_letter(letter, kind="other", text="Hello", by=sam),
        lambda: actions.improve(
            organisation=letter.organisation, service=None, case=letter, said="x", plan="y",
            due_on=days_ago(-9), theme="", owner=sam, by=sam,
        ),
        lambda: actions.tell(letter, body="icb", reason="x", by=sam),
    ):  # fmt: skip
        with pytest.raises(NotAllowed, match=f"merged into {web.reference}"):
            act()
    actions.note(letter, text="A word for colleagues.", by=sam)


def test_a_case_is_not_closed_as_merged_by_hand(web, sam):
    with pytest.raises(NotAllowed, match="Choose how it ended"):
        actions.close(web, outcome="merged", by=sam)


def test_it_is_not_counted_twice(letter, web, sam):
    assert figures(sam, timezone.localdate())["open"] == 2
    merged(letter, web, sam)
    assert figures(sam, timezone.localdate())["open"] == Case.objects.counted().count() == 1


def test_what_the_person_writes_later_is_heard_where_both_are_answered(letter, web, sam):
    done = merged(letter, web, sam)
    told = write_back(letter.feedback, text="Is there any news?", form_id=uuid.uuid4())
    sweep()
    web.refresh_from_db()
    letter.refresh_from_db()
    assert web.needs_person
    assert web.events.last().detail == {"feedback": told.feedback.pk}
    assert not letter.is_open
    actions.unmerge(done, why="Two nights.", by=sam)
    letter.refresh_from_db()
    assert letter.needs_person  # those words are about this one: somebody reads them here as well


def sweep():
    classify_batch()
    actions.decide_batch()


# What would be lost, and the word that says so.


def test_an_alert_nobody_took_is_not_hidden(trust, web, sam):
    danger = a_case("I want to end my life and nobody rings me back.", organisation=trust)
    with pytest.raises(NotAllowed, match="nobody has taken the alert"):
        merged(danger, web, sam)
    for alert in Alert.objects.open():
        actions.take_alert(alert, note="Rang them.", by=sam)
    merged(danger, web, sam)
    assert web.priority == danger.priority


def test_an_alert_in_what_they_wrote_back_counts_as_well(letter, web, sam):
    more = received("I want to end my life.", organisation=letter.organisation, follows=letter.feedback)
    assert Alert.objects.open().filter(feedback=more).exists()
    with pytest.raises(NotAllowed, match="nobody has taken the alert"):
        merged(letter, web, sam)


def test_two_people_each_have_a_reply(letter, web, sam):
    with pytest.raises(NotAllowed, match="Link the two cases instead"):
        merged(letter, web, sam, same_person=False)


def test_a_reason_is_needed_and_another_case(letter, web, sam):
    with pytest.raises(NotAllowed, match="Say why"):
        merged(letter, web, sam, why=" ")
    with pytest.raises(NotAllowed, match="itself"):
        merged(letter, letter, sam)


def test_different_organisations_stay_apart(letter, sam):
    with pytest.raises(NotAllowed, match="different organisations"):
        merged(letter, a_case(), sam)


def test_primary_care_has_one_door(sam):
    practice = PracticeFactory(parent=IcbFactory())
    theirs = a_case(organisation=practice, resolver_choice="provider")
    ours = a_case(organisation=practice, resolver_choice="icb")
    assert theirs.organisation != ours.organisation
    with pytest.raises(NotAllowed, match="never by both"):
        merged(theirs, ours, sam)


def test_what_was_answered_is_linked_not_merged(letter, web, sam):
    signed_reply(letter, by=sam)
    for one, other in ((letter, web), (web, letter)):
        with pytest.raises(NotAllowed, match="was answered or has ended"):
            merged(one, other, sam)


def test_a_complaint_does_not_end_in_a_concern(trust, letter, sam):
    concern = a_case(organisation=trust, intent="concern")
    with pytest.raises(NotAllowed, match="Let the complaint stay"):
        merged(letter, concern, sam)
    merged(concern, letter, sam)


def test_what_holds_another_stays(trust, letter, web, sam):
    merged(letter, web, sam)
    third = a_case(organisation=trust)
    with pytest.raises(NotAllowed, match="Let this one stay"):
        merged(web, third, sam)


SPOKEN_FOR = {"about": "someone_else", "relationship": "Daughter", "consent": "not_yet"}


def test_consent_that_is_missing_is_not_lost(trust, web, sam):
    hers = a_case(organisation=trust, **SPOKEN_FOR)
    with pytest.raises(NotAllowed, match="two patients"):
        merged(hers, web, sam)
    agreed = a_case(organisation=trust, **SPOKEN_FOR | {"consent": "given"})
    with pytest.raises(NotAllowed, match="consent is not recorded"):
        merged(hers, agreed, sam)
    merged(agreed, hers, sam)
    with pytest.raises(NotAllowed, match="consent is not recorded"):
        signed_reply(hers, by=sam)


@pytest.mark.parametrize(
    ("begin", "words"),
    [
        (lambda case, by: actions.ask_consent(case, how="post", by=by), "asked for consent"),
        (lambda case, by: actions.ask_statement(case, what="What?", days=5, of_whom="Sister", by=by), "A statement"),
        (lambda case, by: actions.ask_part(case, outside="Vale Council", asked="What?", days=5, by=by), "its part"),
    ],
)  # fmt: skip
def test_what_is_awaited_is_finished_first(trust, sam, begin, words):
    case, other = (a_case(organisation=trust, **SPOKEN_FOR) for _ in range(2))
    begin(case, sam)
    with pytest.raises(NotAllowed, match=words):
        merged(case, other, sam)


def test_a_letter_that_was_put_forward_is_put_aside_first(trust, letter, web, sam):
    a_member(trust, Role.RESPONSIBLE_PERSON)
    an_issue(letter, "upheld", by=sam)
    begun = actions.begin_letter(letter, kind="final", text=a_letter(), by=sam)
    actions.put_forward(begun, seen=1, by=sam)
    with pytest.raises(NotAllowed, match="put forward or signed"):
        merged(letter, web, sam)


def test_a_colleague_who_was_quicker_is_told_of(letter, web, sam):
    seen = web.version
    actions.take(web, by=sam)
    with pytest.raises(actions.ChangedMeanwhile):
        merged(letter, web, sam, into_version=seen)
    letter.refresh_from_db()
    assert letter.is_open and not Merge.objects.exists()


def test_the_history_stays_whole(letter, web, sam):
    actions.unmerge(merged(letter, web, sam), why="A slip.", by=sam)
    assert not [fault for _, _, fault in walk() if fault]
