"""What staff take in: a case at once, by the same way as all doors, with everyone in it named."""

import pytest

from feedback.intake import SameIdOtherContent
from feedback.models import Alert
from tests.factories import (
    IcbFactory,
    OrganisationFactory,
    PracticeFactory,
    a_member,
    a_party,
    a_submission,
    days_ago,
)
from triage import actions
from triage.addressee import addressee, answered_party, refused_ways
from triage.models import Case, Party

pytestmark = pytest.mark.django_db
WORDS = "My mother's clinic letter went to her old address twice."
MP = actions.Mp(
    name="Ida Brook MP", office="Vale constituency office", address="1 High Street, Elderby EV1 1AA"
)


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def officer(trust):
    return a_member(trust)


def taken_in(trust, officer, **given):
    more = {name: given.pop(name) for name in ("wishes", "mp") if name in given}
    given = {
        "channel": "letter", "source": "desk", "intent": "complaint", "reply_wanted": True, "written_by": officer,
        "with_return_code": False, "contact": {"name": "Ada Field", "address": "2 Mill Lane, Elderby"},
    } | given  # fmt: skip
    return actions.take_in(a_submission(WORDS, organisation=trust, **given), **more, by=officer)


def part(case, name):
    return case.parties.get(part=name)


def test_a_letter_is_a_case_at_once_and_its_clocks_run_from_its_own_day(trust, officer):
    received, case = taken_in(trust, officer, received_on=days_ago(3))
    assert received.created
    assert (case.received_on, case.team, case.organisation) == (days_ago(3), "complaints", trust)
    event = case.events.last()
    assert (event.kind, event.by, event.detail) == ("take_in", officer, {"door": "letter"})
    assert case.feedback.written_by == officer


def test_the_same_twice_is_one_case_with_one_event(trust, officer):
    first = taken_in(trust, officer, external_id="once")
    again = taken_in(trust, officer, external_id="once")
    assert (first[1], first[0].created, again[0].created) == (again[1], True, False)
    assert first[1].events.filter(kind="take_in").count() == 1
    assert Party.objects.count() == 1


def test_what_the_person_ruled_out_and_needs_follows_every_letter(trust, officer):
    wishes = actions.Wishes(shape="large_print", ruled_out=("telephone", "post"))
    _, case = taken_in(trust, officer, wishes=wishes)
    who = addressee(case)
    assert (who.name, who.shape, who.ruled_out) == ("Ada Field", "large_print", ("telephone", "post"))
    assert "ruled out post" in refused_ways(who)["print"]


def test_the_patient_is_named_where_somebody_else_speaks(trust, officer):
    _, case = taken_in(
        trust, officer, about="someone_else", consent="not_yet", relationship="daughter",
        contact={"name": "Ada Field", "patient_name": "Vera Field"},
    )  # fmt: skip
    assert part(case, "patient").name == "Vera Field"
    assert (part(case, "representative").name, part(case, "representative").relationship) == (
        "Ada Field",
        "daughter",
    )


def test_an_mps_letter_has_three_parties_and_is_answered_to_the_mp(trust, officer):
    _, case = taken_in(
        trust, officer, mp=MP, about="someone_else", consent="not_yet", relationship="daughter",
        contact={"name": "Ada Field", "patient_name": "Vera Field"},
    )  # fmt: skip
    assert {one.part for one in case.parties.all()} == {"mp", "representative", "patient"}
    assert answered_party(case).name == "Ida Brook MP"
    assert addressee(case).office == "Vale constituency office"
    assert case.feedback.consent == "not_yet"


def test_a_constituent_who_is_the_patient_needs_no_other_consent(trust, officer):
    _, case = taken_in(trust, officer, mp=MP)
    assert (case.feedback.about, case.feedback.consent) == ("self", "not_needed")
    assert not case.parties.filter(part="patient").exists()


def test_parties_who_are_there_already_are_completed_and_not_doubled(trust, officer, monkeypatch):
    decide = actions.taking_in.decide_now

    def with_a_party(feedback):
        case = decide(feedback)
        a_party(case, "complainant", name="Ada Field", email="ada@patientview.example", answered=True)
        return case

    monkeypatch.setattr("triage.actions.taking_in.decide_now", with_a_party)
    _, case = taken_in(trust, officer, mp=MP, wishes=actions.Wishes(shape="easy_read"))
    assert case.parties.count() == 2
    teller = part(case, "complainant")
    assert (teller.email, teller.shape, teller.answered) == ("ada@patientview.example", "easy_read", False)
    assert part(case, "mp").answered


def test_a_practices_complaint_goes_to_the_icb_where_the_person_chose_it(officer):
    icb = IcbFactory()
    practice = PracticeFactory(parent=icb)
    _, case = taken_in(practice, officer, resolver_choice="icb")
    assert (case.organisation, case.team) == (icb, "complaints")


def test_danger_in_the_words_is_an_alert_in_the_same_moment(trust, officer):
    received, case = actions.take_in(
        a_submission("I want to end my life.", organisation=trust, intent="complaint", channel="letter"),
        by=officer,
    )
    assert received.someone_at_risk
    assert Alert.objects.open().filter(feedback=case.feedback).exists()
    assert case.priority == 0


def test_what_is_refused_leaves_no_case(trust, officer):
    taken_in(trust, officer, external_id="once")
    with pytest.raises(SameIdOtherContent):
        taken_in(trust, officer, external_id="once", intent="concern")
    assert Case.objects.count() == 1
