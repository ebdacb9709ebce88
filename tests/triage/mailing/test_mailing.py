"""Many people told at once that their words arrived, and taken back before it leaves."""

import datetime as dt
import re

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from organisations.models import Role
from tests.factories import OrganisationFactory, a_case, a_member, a_party
from triage import actions
from triage.delivery import deliver_batch
from triage.mailing import telling
from triage.models import Case, Mailing, MailingCase, Reply
from triage.track.timeline import timeline

pytestmark = pytest.mark.django_db
SAY = "/queue/acknowledge/"
NOON = dt.datetime(2026, 6, 10, 12, tzinfo=dt.UTC)


@pytest.fixture
def moment():
    with time_machine.travel(NOON, tick=False) as moment:
        yield moment


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def officer(trust):
    return a_member(trust)


def say(client, *cases, **more):
    return client.post(SAY, {"case": [case.pk for case in cases], **more}, follow=True).text


def undo(client):
    return client.post(f"{SAY}{Mailing.objects.last().pk}/undo/", follow=True).text


def outcomes():
    return {row.case_id: (row.outcome, row.why) for row in MailingCase.objects.all()}


def again(case):
    return Case.objects.select_related("feedback").get(pk=case.pk)


def test_everyone_chosen_is_told_each_by_their_own_way(moment, trust, officer, signed_in):
    online = a_case(organisation=trust)
    emailed = a_case(organisation=trust, reply_by="email", contact={"email": "ada@home.example"})
    posted = a_case(organisation=trust, reply_by="post", contact={"address": "1 Hill Road"})

    page = say(signed_in(officer), online, emailed, posted)

    assert "Saying that their words arrived: 3 of 3 people" in page
    assert {one.case_id: one.way for one in Reply.objects.all()} == {
        online.pk: "portal", emailed.pk: "email", posted.pk: "print",
    }  # fmt: skip
    for case in (online, emailed, posted):
        assert again(case).acknowledged_at == NOON
        assert again(case).handler == officer
        assert case.events.last().kind == "acknowledge"


def test_nothing_leaves_and_nobody_reads_it_before_five_minutes_have_passed(
    moment, trust, officer, signed_in
):
    emailed = a_case(organisation=trust, reply_by="email", contact={"email": "ada@home.example"})
    posted = a_case(organisation=trust, reply_by="post", contact={"address": "1 Hill Road"})
    say(signed_in(officer), emailed, posted)

    moment.shift(dt.timedelta(minutes=4, seconds=59))
    deliver_batch()
    assert mail.outbox == []
    assert list(Reply.objects.to_print()) == []
    assert "We told you that we have this" not in str(timeline(emailed.feedback)["events"])

    moment.shift(dt.timedelta(seconds=1))
    deliver_batch()
    assert [message.to for message in mail.outbox] == [["ada@home.example"]]
    assert [one.case_id for one in Reply.objects.to_print()] == [posted.pk]
    assert "We told you that we have this" in str(timeline(emailed.feedback)["events"])


def test_undo_takes_back_exactly_what_has_not_left(moment, trust, officer, signed_in):
    new, open_one, gone = (a_case(organisation=trust) for _ in range(3))
    actions.assign(open_one, handler=None, by=officer)
    client = signed_in(officer)
    say(client, new, open_one, gone)
    Reply.objects.filter(case=gone).update(attempts=1, delivered_at=timezone.now())

    page = undo(client)

    assert {one.case_id for one in Reply.objects.all()} == {gone.pk}
    assert (again(new).status, again(new).handler, again(new).acknowledged_at) == ("new", None, None)
    assert (again(open_one).status, again(open_one).handler) == ("open", None)
    assert again(new).next_due_on == new.acknowledge_by, "the date to meet runs again"
    assert again(gone).acknowledged_at
    assert [one.kind for one in new.events.all()] == ["open", "acknowledge", "take_back", "put_back"]
    assert [one.kind for one in open_one.events.all()][-2:] == ["acknowledge", "take_back"]
    assert "It has left already" in page
    assert "Taken back: 2" in page


def test_after_five_minutes_nothing_is_taken_back(moment, trust, officer, signed_in):
    case = a_case(organisation=trust)
    client = signed_in(officer)
    assert "Until 1:05pm" in say(client, case)  # summer time
    moment.shift(dt.timedelta(minutes=5))

    page = undo(client)

    assert again(case).acknowledged_at
    assert Reply.objects.get().case == case
    assert "Taken back:" not in page


def test_a_case_that_a_colleague_took_meanwhile_stays_theirs_when_it_is_taken_back(
    moment, trust, officer, signed_in
):
    case, colleague = a_case(organisation=trust), a_member(trust)
    client = signed_in(officer)
    say(client, case)
    actions.take(again(case), by=colleague)

    undo(client)

    assert (again(case).handler, again(case).status, again(case).acknowledged_at) == (colleague, "open", None)


def test_an_answer_sent_meanwhile_is_not_undone(moment, trust, officer, signed_in):
    case = a_case(organisation=trust, intent="concern")
    client = signed_in(officer)
    say(client, case)
    actions.reply(again(case), text="The lift is mended.", by=officer)

    page = undo(client)

    assert again(case).acknowledged_at
    assert "You cannot take back the acknowledgement of a case that is replied." in page


@pytest.fixture
def unfit(trust, officer):
    """Cases that one letter for many does not suit, and the words that say why."""
    known, ended = a_case(organisation=trust), a_case(organisation=trust)
    actions.acknowledge(known, text="We have it.", by=officer)
    actions.close(ended, outcome="withdrawn", by=officer)
    to_ring = a_case(organisation=trust, reply_by="telephone", contact={"telephone": "0300 000 0000"})
    braille = a_case(organisation=trust)
    a_party(braille, name="Ada Field", shape="braille")
    return {
        known: "They were told before that it arrived.",
        ended: "You cannot acknowledge a case that is closed.",
        to_ring: "Nothing of ours can reach them by itself.",
        braille: "Order the letter in braille",
        a_case("I want to end my life.", organisation=trust): "Somebody may be at risk.",
    }


def test_what_does_not_suit_is_left_out_with_the_reason_and_the_rest_is_done(
    trust, officer, unfit, signed_in
):
    fit = a_case(organisation=trust)

    page = say(signed_in(officer), *unfit, fit)

    assert "1 of 6 people" in page
    for case, why in unfit.items():
        outcome, said = outcomes()[case.pk]
        assert outcome == "left_out"
        assert why in said
        assert why in page
    assert outcomes()[fit.pk] == ("done", "")


def test_a_case_that_was_changed_since_the_page_was_opened_is_left_out(trust, officer, signed_in):
    case, colleague = a_case(organisation=trust), a_member(trust)
    seen = f"{case.pk}:{case.version}"
    actions.take(case, by=colleague)

    page = say(signed_in(officer), case, seen=seen)

    assert f"Changed meanwhile: {colleague} took this case." in page
    assert again(case).acknowledged_at is None


def test_the_words_say_nothing_about_anybodys_health_nor_the_patients_words(trust, officer, signed_in):
    case = a_case("The cancer scan was lost twice.", organisation=trust)
    say(signed_in(officer), case)
    text = Reply.objects.get().text
    assert case.reference in text
    assert "cancer" not in text
    assert "scan" not in text


def test_all_in_the_view_are_told_the_page_at_once_and_the_rest_by_the_sweep(
    trust, officer, signed_in, monkeypatch
):
    monkeypatch.setattr("triage.queue.views.PAGE", 2)
    monkeypatch.setattr("triage.mailing.telling.AT_ONCE", 2)
    wanted = [a_case(organisation=trust, intent="concern") for _ in range(3)]
    other = a_case(organisation=trust)
    client = signed_in(officer)
    assert "All 3 cases of this view" in client.get("/queue/?intent=concern").text

    page = say(client, all="yes", here="/queue/?intent=concern")

    assert "1 case still to be done" in page
    assert sum(1 for case in wanted if again(case).acknowledged_at) == 2
    while telling.go_on():
        pass
    assert all(again(case).acknowledged_at for case in wanted)
    assert again(other).acknowledged_at is None


def test_undo_stops_what_was_not_written_yet(trust, officer, signed_in, monkeypatch):
    monkeypatch.setattr("triage.mailing.telling.AT_ONCE", 1)
    cases = [a_case(organisation=trust) for _ in range(2)]
    client = signed_in(officer)
    say(client, *cases)

    page = undo(client)

    assert telling.go_on() == 0
    assert not Reply.objects.exists()
    assert "You took it back before it was written." in page
    assert "That was taken back already" in undo(client)


def test_the_queries_grow_by_a_small_number_for_each_case(trust, officer):
    def queries(count):
        cases = [
            a_case(organisation=trust, reply_by="post", contact={"address": "1 Hill Road"})
            for _ in range(count)
        ]
        mailing = telling.begin([(case.pk, case.version) for case in cases], by=officer)
        with CaptureQueriesContext(connection) as asked:
            telling.go_on(mailing)
        assert MailingCase.objects.filter(mailing=mailing, outcome="done").count() == count
        return len(asked)

    one, nine = queries(1), queries(9)
    assert (nine - one) / 8 <= 24, (one, nine)


def test_the_page_costs_the_same_few_queries_whatever_is_on_it(
    trust, officer, signed_in, django_assert_max_num_queries
):
    client = signed_in(officer)
    for count in (3, 9):
        say(client, *(a_case(organisation=trust) for _ in range(count)))
        with django_assert_max_num_queries(9):
            client.get(f"{SAY}{Mailing.objects.last().pk}/")


def test_the_queue_offers_the_way_back_while_there_is_one(moment, trust, officer, signed_in):
    case, client = a_case(organisation=trust), signed_in(officer)
    say(client, case)
    page = client.get("/queue/").text
    assert "1 person is to be told that their words arrived" in page
    assert re.search(rf'action="{SAY}\d+/undo/"', page)
    moment.shift(dt.timedelta(minutes=6))
    assert "to be told that their words arrived" not in client.get("/queue/").text


def test_nothing_ticked_writes_to_nobody(trust, officer, signed_in):
    a_case(organisation=trust)
    assert "Nobody was written to" in say(signed_in(officer))
    assert "Nobody was written to" in say(signed_in(officer), seen="x:y 1:", case="99999999999999999999")
    assert not Mailing.objects.exists()


def test_a_case_of_another_organisation_is_not_touched_and_anothers_mailing_is_not_there(
    trust, officer, signed_in
):
    elsewhere, own = a_case(), a_case(organisation=trust)
    say(signed_in(officer), elsewhere, own)
    assert again(elsewhere).acknowledged_at is None
    address = f"{SAY}{Mailing.objects.get().pk}/"
    for other in (a_member(trust), a_member(OrganisationFactory())):
        assert signed_in(other).get(address).status_code == 404
        assert signed_in(other).post(f"{address}undo/").status_code == 404
    assert signed_in(a_member(trust, Role.REGULATOR)).post(SAY).status_code == 403
    assert again(own).acknowledged_at


def test_a_mailing_that_two_sweeps_meet_writes_once(trust, officer):
    case = a_case(organisation=trust)
    telling.begin([(case.pk, case.version)], by=officer)
    rows = list(MailingCase.objects.select_related("mailing__by", "case__feedback", "case__organisation"))
    for row in (*rows, *rows):
        telling._tell(row, set())
    assert Reply.objects.count() == 1
    assert outcomes()[case.pk] == ("done", "")
