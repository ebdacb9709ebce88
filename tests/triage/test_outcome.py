"""The outcome of a complaint, from what was found on each of its issues."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.moves import NotAllowed
from triage.outcome import FINDINGS, IN_WORDS, check_close, check_decided, derived

findings = st.lists(st.sampled_from([*FINDINGS, ""]), max_size=8)
decided = st.lists(st.sampled_from(list(FINDINGS)), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ([], ""),
        (["upheld"], "upheld"),
        (["partly"], "partly"),
        (["not"], "not_upheld"),
        (["upheld", "upheld"], "upheld"),
        (["not", "not", "not"], "not_upheld"),
        (["upheld", "not"], "partly"),
        (["not", "not", "upheld"], "partly"),
        (["upheld", "upheld", "partly"], "partly"),
        (["not", "partly"], "partly"),
        (["upheld", ""], ""),
        ([""], ""),
    ],
)
def test_all_upheld_is_upheld_none_is_not_upheld_and_anything_between_is_partly_upheld(found, outcome):
    assert derived(found) == outcome


@given(decided, st.randoms())
def test_the_order_of_issues_and_saying_them_twice_change_nothing(found, chance):
    mixed = found * 2
    chance.shuffle(mixed)
    assert derived(mixed) == derived(found)


@given(decided)
def test_one_partly_makes_the_whole_partly_upheld(found):
    assert derived([*found, "partly"]) == "partly"


@given(findings)
def test_no_outcome_follows_while_an_issue_has_no_finding(found):
    assert (derived(found) == "") == (not found or "" in found)


def refused(check, *given, **more):
    with pytest.raises(NotAllowed) as refusal:
        check(*given, **more)
    return str(refusal.value)


def test_a_complaint_has_at_least_one_issue_and_the_rule_is_named():
    assert "add at least one issue" in refused(check_decided, [], complaint=True)
    assert "KO41a" in refused(check_decided, [], complaint=True)
    check_decided([], complaint=False)


@pytest.mark.parametrize(
    ("found", "says"), [(["", "upheld"], "1 of 2 has"), (["", "", "not"], "2 of 3 have")]
)
@pytest.mark.parametrize("complaint", [True, False])
def test_every_issue_is_decided_first(found, says, complaint):
    assert says in refused(check_decided, found, complaint=complaint)


@given(findings, st.booleans())
def test_settled_and_withdrawn_need_no_finding(found, complaint):
    check_close("settled", found, complaint=complaint)
    check_close("withdrawn", found, complaint=complaint)


@given(decided, st.sampled_from(sorted(IN_WORDS)), st.booleans())
def test_a_case_ends_with_the_outcome_of_its_findings_and_no_other(found, outcome, complaint):
    if outcome == derived(found):
        check_close(outcome, found, complaint=complaint)
    else:
        assert IN_WORDS[derived(found)] in refused(check_close, outcome, found, complaint=complaint)


@pytest.mark.parametrize("outcome", sorted(IN_WORDS))
def test_a_concern_without_issues_ends_as_whoever_closes_it_says(outcome):
    check_close(outcome, [], complaint=False)
