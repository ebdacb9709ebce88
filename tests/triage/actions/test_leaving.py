"""Until words have left, they can be held and called back: consent and wishes are asked again at the last moment."""

import datetime as dt

import pytest
from django.core import mail
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import UserFactory, a_case, a_letter, a_party, days_ago, signed_reply
from triage import actions
from triage.actions.changing import unmet
from triage.delivery import HELD, printing
from triage.holding import why_held
from triage.models import BY_HAND, Case, Reply
from triage.moves import NotAllowed
from triage.tasks import deliver_waiting
from triage.track.paper import on_paper
from triage.track.timeline import timeline

pytestmark = pytest.mark.django_db
POSTED = {"reply_by": "post", "contact": {"name": "Ada", "address": "1 Mill Lane", "patient_name": "Mr B."}}
MAILED = {"reply_by": "email", "contact": {"name": "Ada", "email": "ada@patientview.example"}}


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT, settings.NOTIFY_API_KEY = tmp_path, ""


@pytest.fixture
def sam():
    return UserFactory(name="Sam Okoro")


def replied(sam, **given):
    """A reply about somebody else, signed and sent with consent; it has not left yet."""
    case = a_case(about="someone_else", relationship="daughter", consent="not_yet", **given)
    actions.record_consent(case, told="telephone", note="He rang.", by=sam)
    return signed_reply(case, a_letter("We found the coat."), by=sam)


def withdraw(reply, sam, answer="withdrawn"):
    case = Case.objects.get(pk=reply.case_id)
    actions.record_consent(case, answer=answer, note="He rang again.", by=sam)


def fresh(reply):
    return Reply.objects.select_related("case__feedback", "letter__to").get(pk=reply.pk)


@pytest.mark.parametrize("answer", ["withdrawn", "refused"])
def test_a_printed_letter_is_held_when_consent_is_gone_and_posted_when_it_is_back(answer, sam):
    reply = replied(sam, **POSTED)
    assert reply.way == "print"
    printing.kept(reply)
    withdraw(reply, sam, answer)
    assert "regulation 5" in why_held(fresh(reply))
    with pytest.raises(NotAllowed, match="Do not send it"):
        actions.mark_sent(fresh(reply), by=sam)
    actions.record_consent(reply.case, told="in_person", note="He came in and agreed.", by=sam)
    actions.mark_sent(fresh(reply), by=sam)
    assert (fresh(reply).reached, bool(fresh(reply).delivered_at)) == ("post", True)


def test_a_note_that_words_wait_is_held_too_and_sent_again_by_a_colleague(sam):
    reply = replied(sam, **MAILED)
    withdraw(reply, sam)
    deliver_waiting()
    assert (mail.outbox, fresh(reply).last_error) == ([], HELD)
    assert reply in Reply.objects.stuck()
    with pytest.raises(NotAllowed, match="regulation 5"):
        actions.send_again(fresh(reply), by=sam)
    actions.record_consent(reply.case, told="email", note="He wrote.", by=sam)
    actions.send_again(fresh(reply), by=sam)
    deliver_waiting()
    assert len(mail.outbox) == 1
    with pytest.raises(NotAllowed, match="does not wait to be sent again"):
        actions.send_again(fresh(reply), by=sam)


def test_what_is_held_is_not_shown_online_either(sam):
    reply = replied(sam, **POSTED)
    feedback = reply.case.feedback
    assert "We found the coat." in str(timeline(feedback)["events"]) and on_paper(feedback)
    withdraw(reply, sam)
    assert "We found the coat." not in str(timeline(feedback)["events"])
    assert on_paper(feedback) == []


def test_what_has_left_is_not_held(sam):
    reply = replied(sam)
    deliver_waiting()
    withdraw(reply, sam)
    assert why_held(fresh(reply)) == ""
    with pytest.raises(NotAllowed, match="has left already"):
        actions.call_back(fresh(reply), why="He does not agree.", by=sam)


def test_an_acknowledgement_is_never_held(sam):
    case = a_case(about="someone_else", relationship="daughter", consent="not_yet", **POSTED)
    assert why_held(actions.acknowledge(case, text="We have it.", by=sam)) == ""


def test_a_letter_called_back_is_owed_again_with_its_first_dates(sam):
    reply = replied(sam, **POSTED)
    case = Case.objects.get(pk=reply.case_id)
    actions.close(case, outcome="upheld", by=sam)
    withdraw(reply, sam)
    with pytest.raises(NotAllowed, match="Say why"):
        actions.call_back(fresh(reply), why=" ", by=sam)
    actions.call_back(fresh(reply), why="He does not agree.", by=sam)
    case.refresh_from_db()
    assert (case.status, case.replied_at, case.acknowledged_at, case.outcome) == ("open", None, None, "")
    assert set(unmet(case)) == {"acknowledge_by", "respond_by", "backstop_on"}
    assert case.next_due_on == case.acknowledge_by
    assert reply not in Reply.objects.stuck() and reply not in Reply.objects.to_print()
    assert timeline(case.feedback)["state"] == "open" and on_paper(case.feedback) == []
    for act in (
        lambda: actions.mark_sent(fresh(reply), by=sam),
        lambda: actions.call_back(fresh(reply), why="Again.", by=sam),
    ):
        with pytest.raises(NotAllowed):
            act()
    # Consent that comes later sends nothing by itself: another letter is written and signed.
    actions.record_consent(case, told="in_person", note="He came in.", by=sam)
    deliver_waiting()
    assert not fresh(reply).delivered_at
    assert signed_reply(case, by=sam).pk != reply.pk


def test_what_stands_keeps_its_date_met_when_another_is_called_back(sam):
    case = a_case(about="someone_else", relationship="son", consent="given", **POSTED)
    actions.acknowledge(case, text="We have it.", by=sam)
    met = case.acknowledged_at
    reply = signed_reply(case, by=sam)
    actions.call_back(fresh(reply), why="A page is missing.", by=sam)
    case.refresh_from_db()
    assert (case.acknowledged_at, case.replied_at) == (met, None)


@pytest.mark.parametrize("way", ["telephone", "post", "email"])
def test_no_colleague_marks_a_way_that_the_person_ruled_out(way, sam):
    case = a_case(intent="concern", reply_by="telephone", contact={"telephone": "01632 960110"})
    reply = actions.reply(case, text=a_letter(), by=sam)
    assert reply.way == BY_HAND
    a_party(case, prefers="", ruled_out=[way])
    with pytest.raises(NotAllowed, match="ruled out .*DCB1605"):
        actions.mark_sent(fresh(reply), reached=way, by=sam)
    actions.mark_sent(fresh(reply), reached="in_person", by=sam)


@pytest.mark.parametrize(("prefers", "contact"), [("telephone", {"telephone": "01632 960110"}),
                                                  ("email", {"email": "ada@patientview.example"}),
                                                  ("post", {"address": "1 Mill Lane"})])  # fmt: skip
def test_no_other_way_is_chosen_in_silence(prefers, contact, sam):
    case = a_case(intent="concern", reply_by=prefers, contact=contact)
    a_party(case, ruled_out=[prefers])
    for act in (actions.acknowledge, actions.reply):
        with pytest.raises(NotAllowed, match=r"ruled it out as well.*DCB1605"):
            act(case, text="We have it.", by=sam)
    assert not Reply.objects.exists()


SAID = {
    "given": {"told": "in_person"},
    "refused": {"answer": "refused"},
    "withdrawn": {"answer": "withdrawn"},
    "without": {"answer": "without", "ground": "died"},
}
STEPS = st.sampled_from([*SAID, "ask", "sweep", "print", "sent", "again", "back", "write", "due"])


@settings(
    max_examples=30, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.sampled_from(["post", "email", "telephone"]), st.lists(STEPS, min_size=4, max_size=14))
def test_no_order_of_steps_lets_words_about_another_leave_without_consent_or_a_ground(sam, way, steps):
    from django.db import transaction

    contact = {"email": "ada@patientview.example", "address": "1 Mill Lane", "telephone": "01632 960110"}
    with transaction.atomic():
        case = a_case(
            intent="concern", about="someone_else", relationship="son", consent="not_yet", reply_by=way,
            contact=contact, received_on=days_ago(3),
        )  # fmt: skip
        lets = False
        for step in steps:
            before = set(Reply.objects.exclude(delivered_at=None).values_list("pk", flat=True))
            lets = _does(step, Case.objects.get(pk=case.pk), sam, lets)
            left = Reply.objects.exclude(delivered_at=None).exclude(pk__in=before)
            assert lets or not left.filter(kind="reply").exists(), steps
            assert lets or "We found" not in str(timeline(case.feedback)["events"]) or before
        transaction.set_rollback(True)


def _does(step, case, by, lets) -> bool:
    """One step by staff or a worker -> whether the patient's last word, or a ground, lets us reply after it."""
    reply = case.replies.select_related("letter__to").last()
    acts = {
        "ask": lambda: actions.ask_consent(case, how="in_person", by=by),
        "sweep": deliver_waiting,
        "due": lambda: Reply.objects.update(next_try_at=case.opened_at - dt.timedelta(days=1)),
        "write": lambda: actions.reply(case, text="We found it.", by=by),
        "print": lambda: reply and reply.way == "print" and printing.kept(reply),
        "sent": lambda: reply and actions.mark_sent(reply, reached="telephone", by=by),
        "again": lambda: reply and actions.send_again(reply, by=by),
        "back": lambda: reply and actions.call_back(reply, why="Not now.", by=by),
    }
    try:
        if step in SAID:
            actions.record_consent(case, **SAID[step], note="Said so.", by=by)
            return step in ("given", "without")
        acts[step]()
    except NotAllowed:
        pass
    return lets
