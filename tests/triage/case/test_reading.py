"""What a page of a case says of a reading: which words carried it, how critical they are, suggested codes."""

import re

import pytest

from sentiment.models import Classification
from tests.factories import OrganisationFactory, a_case, a_member
from triage import actions
from triage.models import Case

pytestmark = pytest.mark.django_db
WORDS = "We waited three hours <in> the corridor and the car park was full."


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def page(trust, signed_in):
    """`page(why, ...)`: the page of a case whose one comment was read so, with tags and spaces made plain."""
    client = signed_in(a_member(trust))

    def shown(why, then=None, **read):
        case = a_case(WORDS, organisation=trust)
        read = {"sentiment": 5, "predicted_themes": ["Timeliness of care", "Parking"]} | read
        Classification.objects.filter(comment__feedback=case.feedback).update(why=why, **read)
        if then:
            then(case)
        return re.sub(r"\s+", " ", client.get(f"/cases/{case.reference}/").text)

    return shown


def at(words):
    start = WORDS.index(words)
    return [start, start + len(words)]


WHY = {
    "sentiment": [at("waited three")],
    "Timeliness of care": [at("three hours"), at("<in> the corridor")],
    "Parking": [at("car park")],
}


def test_the_words_that_carried_it_are_marked_and_said_again_in_a_sentence_a_label(page):
    shown = page(WHY)
    assert (
        "We <mark>waited three hours</mark> <mark>&lt;in&gt; the corridor</mark> and the "
        "<mark>car park</mark> was full." in shown
    )
    assert "<li>Feeling very negative: because of “waited three”</li>" in shown
    assert "<li>Waiting times: because of “three hours”, “&lt;in&gt; the corridor”</li>" in shown
    assert "<li>Parking: because of “car park”</li>" in shown


def test_a_reading_without_reasons_is_shown_as_before(page):
    shown = page({})
    assert "<mark>" not in shown
    assert "because of" not in shown
    assert "We waited three hours &lt;in&gt; the corridor" in shown


def test_the_words_of_what_a_person_corrected_away_are_no_longer_marked(page, trust):
    def correct(case):
        (read,) = Classification.objects.filter(comment__feedback=case.feedback)
        actions.correct_classification(
            case, classification=read, sentiment=3, themes=["Parking"], by=a_member(trust)
        )

    shown = page(WHY, then=correct)
    assert re.findall("<mark>(.*?)</mark>", shown) == ["car park"]
    assert "Waiting times: because" not in shown
    assert "Feeling neutral" not in shown


def test_both_further_coded_views_are_shown_as_suggestions_with_the_crosswalk_and_a_reason(page):
    shown = page({}, themes={"Timeliness of care": 0.9, "Parking": 0.5})
    assert "These codes are suggestions" in shown
    assert "crosswalk-1" in shown
    assert '<th scope="row">Waiting times</th><td class="pv-number" data-label="Share">72%</td>' in shown
    assert '<th scope="row">Equity in access (Responsive)</th>' in shown
    assert "Waiting times. Care when it is needed is part of access." in shown


def test_praise_suggests_statements_and_no_subject_of_complaints(page):
    shown = page({}, sentiment=1, predicted_themes=["Parking"], themes={"Parking": 0.9})
    assert "Suggested quality statements" in shown
    assert "Suggested subjects" not in shown


def test_nothing_is_suggested_where_nothing_was_read(page):
    assert "These codes are suggestions" not in page({}, sentiment=None, predicted_themes=[])


@pytest.mark.parametrize(
    ("severity", "words"),
    [
        (0.9, "The words are very critical of care."),
        (0.1, "The words are not critical of care."),
        (None, None),
    ],
)
def test_how_critical_a_comment_is_is_said_in_words(severity, words, page):
    shown = page({}, severity=severity)
    assert words in shown if words else "critical of care" not in shown


def test_the_severity_of_the_case_stands_on_top_in_words(page):
    shown = page({}, then=lambda case: Case.objects.filter(pk=case.pk).update(severity=0.85))
    assert "Very critical of care</strong>" in shown
