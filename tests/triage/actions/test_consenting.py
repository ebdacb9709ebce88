import datetime as dt

import pytest

from feedback.models import Consent
from tests.factories import UserFactory, a_case, a_letter
from triage import actions
from triage.models import ConsentRequest
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return UserFactory(name="Sam Okoro")


@pytest.fixture
def case():
    return a_case(intent="concern", about="someone_else", relationship="daughter", consent="not_yet")


def replies(case, by):
    case.feedback.refresh_from_db()
    actions.reply(case, text=a_letter(), by=by)


def test_asking_sets_the_day_to_ask_again_and_stops_no_clock(case, sam, time_machine):
    time_machine.move_to(dt.datetime(2026, 4, 2, 10, tzinfo=dt.UTC))
    before = case.next_due_on
    asked = actions.ask_consent(case, how="post", by=sam)
    assert (asked.asked_on, asked.chase_on) == (dt.date(2026, 4, 2), dt.date(2026, 4, 13))
    assert case.next_due_on == before


def test_the_patient_is_asked_once_at_a_time_and_again_twice(case, sam):
    with pytest.raises(NotAllowed, match="Ask them first"):
        actions.chase_consent(case, by=sam)
    actions.ask_consent(case, how="email", by=sam)
    with pytest.raises(NotAllowed, match="asked already"):
        actions.ask_consent(case, how="post", by=sam)
    first = ConsentRequest.objects.get().chase_on
    actions.chase_consent(case, by=sam)
    second = ConsentRequest.objects.get().chase_on
    actions.chase_consent(case, by=sam)
    assert first < second and ConsentRequest.objects.get().chase_on is None


def test_what_is_due_to_be_asked_again_is_found_until_it_is_answered(case, sam):
    asked = actions.ask_consent(case, how="post", by=sam)
    day_before = asked.chase_on - dt.timedelta(days=1)
    assert not ConsentRequest.objects.to_chase(day_before)
    assert ConsentRequest.objects.to_chase(asked.chase_on).get() == asked
    actions.record_consent(case, note="Signed form.", by=sam)
    assert not ConsentRequest.objects.to_chase(asked.chase_on)


@pytest.mark.parametrize("answer", ["given", "without"])
def test_with_consent_or_a_named_persons_decision_the_reply_may_go(case, sam, answer):
    actions.record_consent(case, answer=answer, note="Dr Sedge and the family agreed.", by=sam)
    kept = ConsentRequest.objects.get()
    assert (kept.answer, kept.answered_by) == (answer, sam)
    replies(case, sam)
    assert case.status == "replied"


def test_a_refusal_keeps_the_reply_back_even_after_consent_was_given(case, sam):
    actions.record_consent(case, note="She agreed on the telephone.", by=sam)
    actions.record_consent(case, answer="refused", note="She rang: she does not want it.", by=sam)
    case.feedback.refresh_from_db()
    assert case.feedback.consent == Consent.NOT_YET
    with pytest.raises(NotAllowed, match="their consent is not recorded"):
        replies(case, sam)


def test_a_person_who_speaks_for_themselves_is_never_asked(sam):
    for act in (
        lambda case: actions.ask_consent(case, how="post", by=sam),
        lambda case: actions.record_consent(case, note="By letter.", by=sam),
    ):
        with pytest.raises(NotAllowed, match="no consent is needed"):
            act(a_case())


@pytest.mark.parametrize("given", [{"note": " "}, {"note": "By letter.", "answer": "perhaps"}])
def test_an_answer_says_what_and_how(case, sam, given):
    with pytest.raises(NotAllowed):
        actions.record_consent(case, **given, by=sam)
    assert not ConsentRequest.objects.exists()
