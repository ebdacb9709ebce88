"""The table of moves: every legal one and every illegal one."""

import itertools

import pytest

from triage import moves
from triage.models import Status
from triage.moves import MOVES, NotAllowed

PAIRS = list(itertools.product(MOVES, Status.values))


def test_the_table_knows_every_status_and_no_other():
    used = {status for steps in MOVES.values() for pair in steps.items() for status in pair}
    assert used == set(Status.values)


@pytest.mark.parametrize("move,status", [(m, s) for m, s in PAIRS if s in MOVES[m]])
def test_a_legal_move_leads_to_its_status(move, status):
    assert moves.after(move, status) == MOVES[move][status]
    assert move in moves.possible(status)


@pytest.mark.parametrize("move,status", [(m, s) for m, s in PAIRS if s not in MOVES[m]])
def test_an_illegal_move_is_refused_in_a_sentence(move, status):
    with pytest.raises(NotAllowed, match=r"^You cannot .* a case that is .*\.$"):
        moves.after(move, status)
    assert move not in moves.possible(status)


def test_a_closed_case_can_only_be_opened_again_or_added_to_and_written_about():
    after_the_reply = {"improve", "go_to_ombudsman", "hear_ombudsman"}
    kept_with_it = {
        "hear", "attach", "set_aside", "keep_apart", "release_investigator", "receive_statement",
        "withdraw_statement", "chronicle", "decide_flag", "pack",
    }  # fmt: skip
    belongs_together = {"unmerge", "let_go", "link", "unlink", "answer_part", "withdraw_part"}
    assert set(moves.possible("closed")) - after_the_reply - kept_with_it - belongs_together == {
        "reopen",
        "note",
        "tell",
        "correct",
        "write_back",
        "find",
        "read",
        "explain",
        # A letter that is no answer, such as one about the Ombudsman, and one that is never sent.
        "draft",
        "write",
        "put_aside",
        "unsign",
        "send_back",
        # People stay right, the patient may still take their consent back, and what waits may have to stay.
        "add_party",
        "change_party",
        "answer_party",
        "remove_party",
        "record_consent",
        "call_back",
        "send_again",
    }


@pytest.mark.parametrize("outcome", ["upheld", "partly", "not_upheld"])
def test_a_finding_needs_a_reply_first(outcome):
    with pytest.raises(NotAllowed):
        moves.check_close(outcome=outcome, replied=False)
    moves.check_close(outcome=outcome, replied=True)


@pytest.mark.parametrize("outcome", ["settled", "withdrawn"])
def test_a_case_that_was_settled_or_withdrawn_may_end_without_a_reply(outcome):
    moves.check_close(outcome=outcome, replied=False)


@pytest.mark.parametrize("outcome", ["upheld", "settled", "withdrawn"])
def test_a_late_case_does_not_end_before_the_person_was_told_why(outcome):
    with pytest.raises(NotAllowed, match=r"Reply by Thu 30 Apr 2026\. The rule: regulation 14\(4\)"):
        moves.check_close(outcome=outcome, replied=True, unexplained=["Reply by Thu 30 Apr 2026"])


@pytest.mark.parametrize("consent", ["not_yet", "not_needed", "", "asked", "refused", "withdrawn", "fell"])
def test_no_reply_about_someone_else_without_their_consent(consent):
    with pytest.raises(NotAllowed, match="consent"):
        moves.check_reply(about="someone_else", consent=consent)
    moves.check_reply(about="someone_else", consent="given")
    moves.check_reply(about="someone_else", consent="without")
    moves.check_reply(about="self", consent=consent)
