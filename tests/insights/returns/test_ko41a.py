"""The KO41a figures: each complaint once for each distinct subject and profession, and nothing a model suggests."""

import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from insights.returns.aspects import rows, without_issues
from insights.returns.ko41a import drawn_up
from sentiment.coding import PROFESSIONS, SUBJECTS
from tests.factories import OrganisationFactory, a_case, a_member, an_issue, signed_reply
from triage import actions
from triage.models import Case

MOST_QUERIES = 3
issues = st.lists(
    st.tuples(st.sampled_from(sorted(SUBJECTS)), st.sampled_from(sorted(PROFESSIONS))), max_size=5
)
complaints = st.dictionaries(st.text("ABC123", min_size=3, max_size=5), issues, max_size=6)


def figures(made, section):
    return {row.code: row.count for row in made if row.section == section and row.count}


@pytest.mark.parametrize(
    ("told", "subjects", "divided", "professions"),
    [
        ({"A": []}, {}, {}, {}),
        ({"A": [("communications", "nursing")]}, {"communications": 1}, {}, {"nursing": 1}),
        ({"A": [("communications", "nursing")] * 2}, {"communications": 1}, {}, {"nursing": 1}),
        ({"A": [("transport", "ambulance")], "B": [("transport", "medical")]}, {"transport": 2}, {}, {"ambulance": 1, "medical": 1}),
        ({"A": [("ct_ae", "medical")]}, {"clinical_treatment": 1}, {"ct_ae": 1}, {"medical": 1}),
        ({"A": [("ct_ae", "medical"), ("clinical_treatment", "medical")]}, {"clinical_treatment": 1}, {"ct_ae": 1}, {"medical": 1}),
    ],
)  # fmt: skip
def test_a_complaint_counts_once_for_each_distinct_subject_and_profession(
    told, subjects, divided, professions
):
    made = rows(told)
    assert (figures(made, 7), figures(made, 6), figures(made, 8)) == (subjects, divided, professions)


@given(complaints)
def test_no_figure_is_above_the_number_of_complaints_and_each_with_issues_is_in_each_section(told):
    made = rows(told)
    with_issues = len(told) - len(without_issues(told))
    for section in (7, 8):
        assert all(count <= len(told) for count in figures(made, section).values())
        assert sum(figures(made, section).values()) >= with_issues


@given(complaints)
def test_every_field_is_there_even_if_nobody_complained_of_it(told):
    assert len(rows(told)) == len(SUBJECTS) + len(PROFESSIONS)


def in_year(case, year=2026):
    Case.objects.filter(pk=case.pk).update(received_on=dt.date(year, 4, 1))
    case.refresh_from_db()
    return case


@pytest.fixture
def trust(db):
    return OrganisationFactory()


def test_only_new_complaints_of_this_body_are_counted_and_those_without_an_issue_are_named(trust):
    one, bare, concern = (
        in_year(a_case(organisation=trust, intent=wish)) for wish in ("complaint", "complaint", "concern")
    )
    other, older = in_year(a_case()), in_year(a_case(organisation=trust), 2025)
    for case in (one, concern, other, older):
        an_issue(case)
    dropped = an_issue(one, "", subject="transport")
    actions.drop_issue(dropped, why="Not ours.", by=dropped.raised_by)
    made = drawn_up(trust, 2026)
    assert figures(made.rows, 7) == {"communications": 1}
    assert figures(made.rows, 2)["new"] == 2
    assert made.without_issues == [bare.reference]


def test_what_was_resolved_is_what_was_found(trust):
    for finding, outcome in (("upheld", "upheld"), ("partly", "partly"), ("upheld", "upheld")):
        case = a_case(organisation=trust)
        signed_reply(case, finding=finding)
        actions.close(case, outcome=outcome, by=case.handler)
    actions.close(settled := a_case(organisation=trust), outcome="settled", by=case.handler)
    day = settled.closed_at
    year = day.year if day.month > 3 else day.year - 1
    said = figures(drawn_up(trust, year).rows, 2)
    assert {name: said[name] for name in ("upheld", "partly", "resolved")} == {
        "upheld": 2,
        "partly": 1,
        "resolved": 3,
    }


def test_it_costs_the_same_however_many_complaints_there_are(trust, django_assert_max_num_queries):
    for _ in range(3):
        an_issue(in_year(a_case(organisation=trust)))
    with django_assert_max_num_queries(MOST_QUERIES):
        drawn_up(trust, 2026)


def test_the_command_writes_the_figures_once_and_names_who_has_no_issue(trust, tmp_path):
    case, out, said = in_year(a_case(organisation=trust)), tmp_path / "ko41a.csv", io.StringIO()
    call_command("ko41a", organisation=trust.ods_code, year=2026, out=out, stdout=said)
    assert case.reference in said.getvalue()
    assert "7,communications,Communications,0" in out.read_text("utf-8-sig")
    with pytest.raises(CommandError, match="there already"):
        call_command("ko41a", organisation=trust.ods_code, year=2026, out=out)
    with pytest.raises(CommandError, match="No organisation"):
        call_command("ko41a", organisation="ZZ9", year=2026, out=tmp_path / "other.csv")


@pytest.mark.django_db
def test_a_complaint_that_came_twice_is_one():
    trust = OrganisationFactory()
    first, again = (a_case(words, organisation=trust) for words in ("Nobody came.", "Nobody came, I said."))
    year = first.received_on.year - (first.received_on.month < 4)
    sam = a_member(trust)
    actions.merge(again, into=first, same_person=True, why="The same, by post.", by=sam)
    assert figures(drawn_up(trust, year).rows, 2)["new"] == 1
