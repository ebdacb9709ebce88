import datetime as dt

import pytest
from django.utils import timezone

from feedback.models import Alert
from tests.factories import UserFactory, a_case, a_letter, an_issue
from triage import actions
from triage.models import Agreed, Handling, Referred
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def a_replied_case(officer):
    case = a_case("My operation was put off three times.")
    an_issue(case, "partly", by=officer)
    type(case).objects.filter(pk=case.pk).update(replied_at=timezone.now(), status="replied")
    case.refresh_from_db()
    return case


@pytest.fixture
def officer():
    return UserFactory()


def test_the_ombudsmans_stage_is_locked_before_the_reply(officer):
    case = a_case()
    with pytest.raises(NotAllowed, match="final reply has not gone yet"):
        actions.go_to_ombudsman(case, told_us_on=TODAY(), by=officer)
    assert not Referred.objects.exists() and not case.events.filter(kind="go_to_ombudsman").exists()


def test_the_ombudsmans_stage_opens_once_after_the_reply(officer):
    case = a_replied_case(officer)
    actions.go_to_ombudsman(case, told_us_on=TODAY(), their_reference=" C-2026-11 ", by=officer)
    assert Referred.objects.get().their_reference == "C-2026-11"
    assert case.status == "replied"
    with pytest.raises(NotAllowed, match="open already"):
        actions.go_to_ombudsman(case, told_us_on=TODAY(), by=officer)


def test_a_case_that_is_worked_again_locks_the_stage_until_it_is_answered(officer):
    case = a_replied_case(officer)
    actions.reopen(case, note="They sent us a new letter.", by=officer)
    with pytest.raises(NotAllowed, match="looking at this again"):
        actions.go_to_ombudsman(case, told_us_on=TODAY(), by=officer)


def test_a_case_is_opened_again_once_and_then_the_ombudsman_is_named(officer):
    case = a_replied_case(officer)
    actions.reopen(case, note="They are not content.", by=officer)
    actions.close(case, outcome="partly", by=officer)
    with pytest.raises(NotAllowed, match="once already.*Ombudsman"):
        actions.reopen(case, note="Still not content.", by=officer)
    assert case.status == "closed"


@pytest.mark.parametrize(
    "given,says",
    [
        ({"decision": "maybe"}, "Choose what"),
        ({"decided_on": TODAY() + dt.timedelta(days=1)}, "today or in the past"),
        ({"decided_on": TODAY() - dt.timedelta(days=9)}, "older than the day they told us"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(officer, given, says):
    case = a_replied_case(officer)
    actions.go_to_ombudsman(case, told_us_on=TODAY() - dt.timedelta(days=3), by=officer)
    with pytest.raises(NotAllowed, match=says):
        actions.hear_ombudsman(case, **{"decision": "upheld", "decided_on": TODAY()} | given, by=officer)
    assert Referred.objects.get().decision == ""


def test_the_ombudsmans_decision_is_kept_once_with_who_kept_it(officer):
    case = a_replied_case(officer)
    with pytest.raises(NotAllowed, match="not open"):
        actions.hear_ombudsman(case, decision="partly", decided_on=TODAY(), by=officer)
    actions.go_to_ombudsman(case, told_us_on=TODAY(), by=officer)
    actions.hear_ombudsman(case, decision="partly", decided_on=TODAY(), by=officer)
    stage = Referred.objects.get()
    assert (stage.decision, stage.decided_by) == ("partly", officer)
    with pytest.raises(NotAllowed, match="partly upheld"):
        actions.hear_ombudsman(case, decision="upheld", decided_on=TODAY(), by=officer)


def test_what_the_person_thinks_of_our_handling_is_kept_once(officer):
    case = a_replied_case(officer)
    actions.tell_how_handled(case, answers={"listened": Agreed.AGREE}, words=" Thank you. ")
    given = Handling.objects.get()
    assert (given.listened, given.simple, given.words) == (Agreed.AGREE, None, "Thank you.")
    with pytest.raises(NotAllowed, match="already"):
        actions.tell_how_handled(case, answers={"listened": Agreed.DISAGREE})
    assert Handling.objects.get().listened == Agreed.AGREE


def test_nobody_is_asked_before_the_reply_and_an_empty_form_is_no_answer(officer):
    with pytest.raises(NotAllowed, match="when we have replied"):
        actions.tell_how_handled(a_case(), answers={"again": Agreed.AGREE})
    with pytest.raises(NotAllowed, match="at least one"):
        actions.tell_how_handled(a_replied_case(officer), answers={}, words="  ")


def test_danger_in_the_words_about_our_handling_raises_an_alert(officer):
    case = a_replied_case(officer)
    actions.tell_how_handled(case, answers={}, words="I cannot go on and I want to end my life.")
    assert Alert.objects.open().filter(feedback=case.feedback).exists()


def test_a_reply_in_full_still_opens_the_stage(officer):
    case = a_case(intent="concern")
    actions.take(case, by=officer)
    actions.reply(case, text=a_letter(), by=officer)
    with pytest.raises(NotAllowed, match="This is a concern"):
        actions.go_to_ombudsman(case, told_us_on=TODAY(), by=officer)
