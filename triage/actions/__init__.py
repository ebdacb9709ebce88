"""Every change to a case. The only writer of Case, Event, Referral, Reply, Letter and Decision.

Each action is keyword-only and ends in `by=`; it locks the case, checks the move,
changes the row and writes the Event in one transaction.
"""

from triage.actions.afterwards import go_to_ombudsman, hear_ombudsman, ombudsman_locked, tell_how_handled
from triage.actions.agreeing import agree_date
from triage.actions.alerting import acknowledge_drill, begin_drill, end_turn, put_on_rota
from triage.actions.alerts import take_alert
from triage.actions.attaching import attach, set_aside
from triage.actions.breaches import explain, note_breaches, unexplained
from triage.actions.catching_up import catch_up_batch
from triage.actions.changing import ChangedMeanwhile
from triage.actions.consenting import ask_consent, chase_consent, record_consent
from triage.actions.correcting import correct_classification, correct_decision, settle_check
from triage.actions.covering import call_off, go_away
from triage.actions.deciding import decide_batch
from triage.actions.finding import (
    change_issue,
    decide_issue,
    dismiss_subject,
    drop_issue,
    promise_learning,
    raise_issue,
    undo_finding,
)
from triage.actions.flagging import decide_flag
from triage.actions.heeding import heed_batch
from triage.actions.held_files import attach_held, dangers_in, drop_held, email_in, hold, let_go
from triage.actions.improving import drop, finish, improve, publish, take_down
from triage.actions.inquiring import (
    ask_statement,
    chase_statement,
    chronicle,
    name_investigator,
    receive_statement,
    release_investigator,
    withdraw_statement,
)
from triage.actions.joining import answer_part, ask_part, withdraw_part
from triage.actions.leaving import call_back, mark_sent, send_again
from triage.actions.linking import link, unlink
from triage.actions.merging import merge, unmerge
from triage.actions.packing import keep_pack, pack_locked
from triage.actions.people import add_party, answer_party, change_party, remove_party
from triage.actions.replying import TO_BE_SIGNED, acknowledge, owes_signed_reply, reply, take_back
from triage.actions.scanning import scan_batch
from triage.actions.sending import send_letter
from triage.actions.signing import put_forward, send_back, sign_letter
from triage.actions.speaking import end_spoken_batch, log_spoken, make_complaint, settle_spoken
from triage.actions.taking_in import Mp, Wishes, take_in
from triage.actions.templating import keep_template
from triage.actions.warning import note_warnings
from triage.actions.working import (
    assign,
    close,
    note,
    put_back,
    refer,
    reopen,
    take,
    tell,
)
from triage.actions.writing import LetterChanged, begin_letter, put_aside, save_letter

__all__ = [
    "acknowledge", "acknowledge_drill", "add_party", "agree_date", "answer_part", "answer_party",
    "ask_consent", "ask_part", "ask_statement", "assign", "attach", "attach_held", "begin_drill",
    "begin_letter", "call_back", "call_off", "catch_up_batch", "change_issue", "change_party",
    "ChangedMeanwhile", "chase_consent", "chase_statement", "chronicle", "close", "correct_classification",
    "correct_decision", "dangers_in", "decide_batch", "decide_flag", "decide_issue", "dismiss_subject",
    "drop", "drop_held", "drop_issue", "email_in", "end_spoken_batch", "end_turn", "explain", "finish",
    "go_away", "go_to_ombudsman", "hear_ombudsman", "heed_batch", "hold", "improve", "keep_pack",
    "keep_template", "let_go", "LetterChanged", "link", "log_spoken", "make_complaint", "mark_sent", "merge",
    "Mp", "name_investigator", "note", "note_breaches", "note_warnings", "ombudsman_locked",
    "owes_signed_reply", "pack_locked", "promise_learning", "publish", "put_aside", "put_back", "put_forward",
    "put_on_rota", "raise_issue", "receive_statement", "record_consent", "refer", "release_investigator",
    "remove_party", "reopen", "reply", "save_letter", "scan_batch", "send_again", "send_back", "send_letter",
    "set_aside", "settle_check", "settle_spoken", "sign_letter", "take", "take_alert", "take_back",
    "take_down", "take_in", "tell", "tell_how_handled", "TO_BE_SIGNED", "undo_finding", "unexplained",
    "unlink", "unmerge", "Wishes", "withdraw_part", "withdraw_statement",
]  # fmt: skip
