"""What was found on each issue, as the reply says it."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import UserFactory, a_case, a_letter, a_signer_of, an_issue
from triage import actions
from triage.letter import KINDS, gaps, merge, missing_parts
from triage.letters.beginning import begin
from triage.letters.found import in_words
from triage.letters.page import letter_page, own_letter
from triage.markup import plain
from triage.moves import NotAllowed


def an(finding="upheld", reason="The log shows it.", learning="", sentence="Nobody came."):
    return SimpleNamespace(finding=finding, reason=reason, learning=learning, sentence=sentence)


@pytest.mark.parametrize(
    ("finding", "says"),
    [("upheld", "We uphold"), ("partly", "We partly uphold"), ("not", "We do not uphold")],
)
def test_each_issue_has_its_finding_its_reason_and_what_will_change(finding, says):
    words = in_words([an(finding, learning="The bell is mended.")])
    assert words.startswith("**1. Nobody came.**\n")
    for part in (says, "The log shows it.", "What will change: The bell is mended."):
        assert part in words


def test_issues_are_counted_from_one_whatever_their_numbers_in_the_case():
    words = in_words([an("not"), an("not", sentence="It was cold.")])
    assert "**1. Nobody came.**" in words and "**2. It was cold.**" in words


def test_what_is_undecided_or_unlearned_stays_a_gap_and_so_cannot_leave():
    text = merge("{issues}", {"issues": in_words([an("", reason=""), an("upheld"), an("not")])})
    assert [gap[:12] for gap in gaps(text)] == ["[Decide on t", "[Write here "]


def test_no_mark_in_an_issue_becomes_a_mark_of_the_letter():
    text = merge(
        "{issues}", {"issues": in_words([an("not", sentence="# A\n- b ** [c]", reason="1. one\n\n# two")])}
    )
    assert gaps(text) == []
    assert plain(text).startswith("1. # A - b (c)\n") and "1. one # two" in plain(text)


@given(st.text(), st.text())
def test_whatever_was_written_in_an_issue_opens_no_gap(sentence, reason):
    issue = an("not", sentence=f"\1{sentence}\2", reason=f"[{reason}]")
    assert gaps(merge("{issues}", {"issues": in_words([issue])})) == []


def test_what_no_template_and_no_issue_made_is_never_turned_into_a_gap():
    assert gaps(merge("\1a\2 {name}", {"name": "\1b\2"})) == []


@pytest.mark.django_db
def test_the_final_reply_begins_with_the_findings_and_other_letters_say_nothing_of_the_care():
    case, sam = a_case(), UserFactory()
    an_issue(case, "not", by=sam)
    final = begin(case, "final", sam).text
    assert "Nobody answered the bell." in final and "We do not uphold it." in final
    assert missing_parts(final) == []
    for kind in KINDS:
        if not KINDS[kind].answers:
            assert "bell" not in begin(case, kind, sam).text, kind


@pytest.mark.django_db
def test_a_final_reply_without_issues_begins_with_a_gap():
    assert "[each issue, what you found on it and what will change]" in begin(a_case(), "final", "Sam").text


@pytest.mark.django_db
def test_a_template_of_a_letter_that_leaves_without_consent_may_not_tell_of_the_care():
    case, sam = a_case(), UserFactory()
    with pytest.raises(NotAllowed, match=r"Take out \{issues\}.*regulation 5"):
        actions.keep_template(organisation=case.organisation, kind="holding", text="{issues}", seen=0, by=sam)
    actions.keep_template(organisation=case.organisation, kind="other", text="{issues}", seen=0, by=sam)


@pytest.mark.django_db
def test_the_page_of_a_letter_says_what_is_undecided_and_what_was_found_later():
    case, sam = a_case(), UserFactory()
    a_signer_of(case)
    issue = an_issue(case, "", by=sam)
    begun = actions.begin_letter(case, kind="final", text=a_letter(), by=sam)

    def page():
        return letter_page(own_letter(case, begun.pk), sam, "")

    assert [one for one in page()["problems"] if "1 of 1 has no finding" in one]
    assert not page()["found_later"]
    actions.decide_issue(issue, finding="not", reason="It was answered.", by=sam)
    assert page()["problems"] == [] and page()["found_later"]
    actions.save_letter(begun, text=a_letter("Other words."), shape="standard", seen=1, by=sam)
    assert not page()["found_later"]
