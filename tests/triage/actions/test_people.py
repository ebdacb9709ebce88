"""The people of a case: there from the first, changed by staff, and never spelled out in the history."""

import importlib
import json

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from feedback.search.names import named
from sentiment.classify import classify_batch
from tests.factories import OrganisationFactory, UserFactory, a_case, a_party, received
from triage import actions
from triage.addressee import addressee
from triage.models import Case, Event, Party
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
CONTACT = {"name": "Ada Invented", "email": "ada@patientview.example", "patient_name": "Mr B. Sample"}


@pytest.fixture
def sam():
    return UserFactory(name="Sam Okoro")


@pytest.fixture
def case():
    return a_case(contact={"name": "Ada Invented"})


def for_another(**given):
    return a_case(
        **{"about": "someone_else", "relationship": "daughter", "consent": "not_yet", "contact": CONTACT}
        | given
    )


def parts(case):
    return {party.part: party for party in case.parties.all()}


def test_a_case_opens_with_its_people():
    people = parts(for_another())
    assert set(people) == {"patient", "representative"}
    assert (people["representative"].name, people["representative"].relationship) == (
        "Ada Invented",
        "daughter",
    )
    assert (people["patient"].name, people["patient"].email) == ("Mr B. Sample", "")
    assert set(parts(a_case())) == {"complainant"}


def test_needs_follow_from_the_form_into_every_letter():
    contact = {"needs": "British Sign Language (BSL); please never ring me"}
    who = addressee(a_case(contact=contact))
    assert (who.shape, who.ruled_out, bool(who.to_order)) == ("bsl", ("telephone",), True)


def test_a_person_without_name_or_address_still_holds_their_code():
    assert addressee(for_another(contact={})).holds_code


def test_the_people_of_many_cases_cost_one_statement():
    trust = OrganisationFactory()

    def arrive(count):
        for _ in range(count):
            received(
                intent="complaint", reply_wanted=True, reply_by="code", organisation=trust, contact=CONTACT
            )
        while classify_batch():
            pass
        with CaptureQueriesContext(connection) as done:
            actions.decide_batch()
        sql = [one["sql"] for one in done.captured_queries]
        return [
            sum(words in one for one in sql) for words in ('INTO "triage_party"', 'FROM "feedback_contact"')
        ]

    assert arrive(1) == arrive(4) == [1, 0]
    assert Party.objects.count() == 5


def test_a_person_is_added_once_a_part(case, sam):
    mp = actions.add_party(case, part="mp", name="The Rt Hon. A. Sample", office="House of Commons", by=sam)
    assert (mp.added_by, mp.told_us, mp.answered) == (sam, False, False)
    with pytest.raises(NotAllowed, match="has the MP's office already"):
        actions.add_party(case, part="mp", by=sam)
    with pytest.raises(NotAllowed, match="what part"):
        actions.add_party(case, part="neighbour", by=sam)


@pytest.mark.parametrize(("given", "why"), [
    ({"shape": "marble"}, "how we should write"), ({"prefers": "pigeon"}, "from the list"), ({"ruled_out": ["pigeon"]}, "from the list"),
    ({"prefers": "post", "ruled_out": ["post"]}, "DCB1605"),
])  # fmt: skip
def test_what_cannot_be_true_of_a_person_is_refused(given, why, case, sam):
    with pytest.raises(NotAllowed, match=why):
        actions.change_party(case.parties.get(), **given, by=sam)
    with pytest.raises(NotAllowed, match=why):
        actions.add_party(case, part="mp", **given, by=sam)
    assert case.events.count() == 1


def test_the_history_names_parts_and_fields_and_never_what_stands_in_them(case, sam):
    person = case.parties.get()
    changed = actions.change_party(
        person, name="Ada Newname", telephone="01632 960222", ruled_out=["post"], by=sam
    )
    actions.add_party(case, part="patient", name="Mr Secret", address="9 Hidden Row", by=sam)
    assert changed == ["name", "telephone", "ruled_out"]
    assert case.parties.get(part="complainant").name == "Ada Newname"
    said = json.dumps(list(Event.objects.filter(case=case).values("kind", "note", "detail")))
    assert '"fields": ["name", "telephone", "ruled_out"]' in said
    for value in ("Ada", "Newname", "960222", "Secret", "Hidden"):
        assert value not in said


def test_what_stays_the_same_is_no_event(case, sam):
    assert actions.change_party(case.parties.get(), name="Ada Invented", by=sam) == []
    assert not case.events.filter(kind="change_party").exists()


def test_the_second_of_two_is_told_and_overwrites_nothing(case, sam):
    seen = case.version
    actions.change_party(case.parties.get(), name="First", by=sam)
    with pytest.raises(actions.ChangedMeanwhile):
        actions.change_party(case.parties.get(), name="Second", version=seen, by=sam)
    assert case.parties.get().name == "First"


def test_the_reply_goes_to_one_person(sam):
    case = for_another()
    mp = actions.add_party(case, part="mp", office="House of Commons", by=sam)
    actions.answer_party(mp, by=sam)
    assert case.parties.get(answered=True) == mp
    assert addressee(Case.objects.get(pk=case.pk)).office == "House of Commons"
    with pytest.raises(NotAllowed, match="already"):
        actions.answer_party(mp, by=sam)


def test_only_who_was_added_by_mistake_is_taken_out(case, sam):
    patient = actions.add_party(case, part="patient", by=sam)
    actions.answer_party(patient, by=sam)
    with pytest.raises(NotAllowed, match="Choose first"):
        actions.remove_party(patient, by=sam)
    actions.answer_party(case.parties.get(told_us=True), by=sam)
    actions.remove_party(patient, by=sam)
    assert set(parts(case)) == {"complainant"}
    with pytest.raises(NotAllowed, match="what was told to us"):
        actions.remove_party(case.parties.get(), by=sam)
    with pytest.raises(NotAllowed, match="what was told to us"):
        actions.remove_party(parts(for_another())["patient"], by=sam)


def test_whom_we_wrote_to_stays(case, sam):
    mp = actions.add_party(case, part="mp", by=sam)
    actions.begin_letter(case, kind="covering", text="For you.", to=mp, by=sam)
    with pytest.raises(NotAllowed, match="a letter to this person"):
        actions.remove_party(mp, by=sam)


def test_names_and_addresses_lie_encrypted(case, sam):
    actions.change_party(case.parties.get(), address="9 Hidden Row", by=sam)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, address FROM triage_party")
        assert "Hidden" not in str(cursor.fetchall())


def test_cases_of_the_past_are_given_their_people_once():
    migration = importlib.import_module("triage.migrations.0011_people")
    case, other = for_another(), a_case()
    a_party(other, name="Kept as it is")
    case.parties.all().delete()

    class Editor:
        connection = connection

    for _ in range(2):
        migration.introduce_the_past(apps, Editor)
    people = parts(case)
    assert (people["representative"].email, people["patient"].name) == (CONTACT["email"], "Mr B. Sample")
    assert other.parties.get().name == "Kept as it is"


def found_by(name):
    cases = Case.objects.all()
    for feedback in named(name):
        cases = cases.filter(feedback__in=feedback)
    return list(cases)


def test_a_case_is_found_by_the_names_its_people_have_now(case, sam):
    mp = actions.add_party(case, part="mp", name="Ida Brook", by=sam)
    assert found_by("Brook") == [case]
    actions.change_party(mp, name="Ivor Stone", by=sam)
    assert (found_by("Brook"), found_by("ivor stone")) == ([], [case])
    actions.remove_party(mp, by=sam)
    assert found_by("Stone") == []
