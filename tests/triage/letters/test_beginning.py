"""The words a letter begins with."""

import datetime as dt

import pytest

from tests.factories import OrganisationFactory, UserFactory, a_case, a_party, received
from triage import clock
from triage.actions import keep_template
from triage.letter import KINDS, NOT_HAPPY, PARTS, check_fields, check_gaps, check_parts, gaps, missing_parts
from triage.letters.beginning import begin, shipped
from triage.letters.invented import filled
from triage.markup import blocks
from triage.models import Case

pytestmark = pytest.mark.django_db
RECEIVED = dt.date(2026, 4, 2)
IN_TIME, TOO_LATE = dt.date(2026, 4, 30), dt.date(2026, 5, 1)


def a_case_of(agreed_on=None, **given):
    """A case received on 2 April 2026."""
    case, dates = a_case(**given), clock.start(RECEIVED)
    Case.objects.filter(pk=case.pk).update(
        received_on=RECEIVED, acknowledge_by=dates.acknowledge_by, respond_by=dates.respond_by,
        backstop_on=dates.backstop_on, agreed_on=agreed_on,
    )  # fmt: skip
    return Case.objects.get(pk=case.pk)


def words(case, kind="acknowledgement", today=IN_TIME):
    return begin(case, kind, "Sam Okoro", today).text


def test_an_acknowledgement_says_by_when_we_plan_to_reply():
    assert "We plan to reply by 30 April 2026." in words(a_case_of())


def test_an_acknowledgement_never_promises_a_day_that_has_passed():
    said = words(a_case_of(), today=TOO_LATE)
    assert "We plan to reply" not in said
    assert "We should have replied by 30 April 2026. We are sorry." in said


def test_an_agreed_date_is_the_one_promised():
    assert "We plan to reply by 1 June 2026." in words(
        a_case_of(agreed_on=dt.date(2026, 6, 1)), today=TOO_LATE
    )


@pytest.mark.parametrize(("intent", "offered"), [("complaint", True), ("concern", False)])
def test_free_help_to_complain_is_offered_to_those_who_complain(intent, offered):
    said = words(a_case_of(intent=intent))
    assert ("complaints advocacy" in said) is offered
    assert "\n\n\n" not in said and "\0" not in said


def test_a_person_is_greeted_by_name_if_they_gave_one():
    assert words(a_case_of(contact={"name": "Ada Invented"}, reply_by="code")).startswith(
        "Dear Ada Invented,"
    )
    assert words(a_case_of()).startswith("Hello,")


def test_who_has_no_code_is_not_sent_to_the_website():
    case = a_case_of(reply_by="post", contact={"address": "1 Mill Lane"})
    assert "return code" in words(case)
    type(case.feedback).objects.update(return_code_hash=None)
    assert "return code" not in words(Case.objects.get(pk=case.pk))


def test_a_letter_to_the_patient_greets_the_patient():
    case = a_case_of(about="someone_else", relationship="son", consent="not_yet", contact={"name": "Ada"})
    a_party(case, "patient", name="Mr B. Invented")
    said = words(case, "consent")
    assert said.startswith("Dear Mr B. Invented,") and "Ada" not in said
    assert "care given to Mr B. Invented" in said


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_shipped_ask_for_fields_there_are_and_fill_all_of_them(kind):
    check_fields(shipped(kind))
    case = a_case_of(contact={"name": "Ada", "patient_name": "Mr B."}, about="someone_else", consent="not_yet",
                     relationship="son")  # fmt: skip
    assert "{" not in words(case, kind)
    assert all(block.lines for block in blocks(words(case, kind)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_reads_well_with_the_invented_case(kind):
    said = filled(shipped(kind), "Elder Vale Trust", "Sam Okoro")
    assert "{" not in said and "Sam Okoro" in said
    # What is left open is for the officer to write, never a field.
    assert all(gap.startswith(("[Write", "[write")) for gap in gaps(said))


def test_the_final_reply_has_every_part_that_the_regulations_ask_for_and_cannot_go_as_it_is():
    said = words(a_case_of(), "final")
    assert missing_parts(said) == []
    check_parts(said)
    with pytest.raises(Exception, match="square brackets"):
        check_gaps(said)


@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_the_final_reply_is_a_heading(part):
    headings = [block.lines[0][0][0] for block in blocks(shipped("final")) if block.kind == "heading"]
    assert part in headings
    assert "Ombudsman" in shipped("final").split(NOT_HAPPY)[1]


def test_an_organisation_begins_with_its_own_words_and_others_do_not():
    case, sam = a_case_of(), UserFactory()
    own = keep_template(
        organisation=case.organisation, kind="holding", text="Dear {name}, soon.", seen=0, by=sam
    )
    begun = begin(case, "holding", sam)
    assert (begun.text, begun.template) == ("Dear [the name of the person the letter goes to], soon.", own)
    other = received(
        organisation=OrganisationFactory(), intent="complaint", reply_wanted=True, reply_by="code"
    )
    assert other.organisation != case.organisation
    assert begin(a_case_of(), "holding", sam).template is None


def test_sentences_are_short_enough_to_be_read_at_nine():
    import re

    for kind in KINDS:
        for sentence in re.split(r"(?<=[.?!:])\s+|\n", shipped(kind)):
            assert len(sentence.split()) <= 30, (kind, sentence)
