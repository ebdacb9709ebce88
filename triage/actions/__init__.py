"""Every change to a case. The only writer of Case, Event, Referral, Reply, Letter and Decision.

Each action is keyword-only and ends in `by=`; it locks the case, checks the move,
changes the row and writes the Event in one transaction.
"""

from triage.actions.afterwards import go_to_ombudsman, hear_ombudsman, ombudsman_locked, tell_how_handled
from triage.actions.alerting import acknowledge_drill, begin_drill, end_turn, put_on_rota
from triage.actions.alerts import take_alert
from triage.actions.attaching import attach, set_aside
from triage.actions.breaches import explain, note_breaches, unexplained
from triage.actions.changing import ChangedMeanwhile
from triage.actions.consenting import ask_consent, chase_consent, record_consent
from triage.actions.correcting import correct_classification, correct_decision, settle_check
from triage.actions.covering import call_off, go_away
from triage.actions.deciding import decide_batch
from triage.actions.flagging import decide_flag
from triage.actions.heeding import heed_batch
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
from triage.actions.packing import keep_pack, pack_locked
from triage.actions.replying import TO_BE_SIGNED, acknowledge, mark_sent, owes_signed_reply, reply, take_back
from triage.actions.scanning import scan_batch
from triage.actions.sending import send_letter
from triage.actions.signing import put_forward, send_back, sign_letter
from triage.actions.templating import keep_template
from triage.actions.warning import note_warnings
from triage.actions.working import (
    agree_date,
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
    "acknowledge", "acknowledge_drill", "agree_date", "ask_consent", "ask_statement", "assign", "attach", "begin_drill",
    "begin_letter", "call_off", "ChangedMeanwhile", "chase_consent", "chase_statement", "chronicle", "close", "correct_classification",
    "correct_decision", "decide_batch", "decide_flag", "drop", "end_turn", "explain", "finish",
    "go_away", "go_to_ombudsman", "hear_ombudsman", "heed_batch", "improve", "keep_pack", "keep_template",
    "LetterChanged", "mark_sent", "name_investigator", "note", "note_breaches", "note_warnings",
    "ombudsman_locked", "owes_signed_reply", "pack_locked", "publish", "put_aside", "put_back",
    "put_forward", "put_on_rota", "receive_statement", "record_consent", "refer", "release_investigator",
    "reopen", "reply", "save_letter", "scan_batch", "send_back", "send_letter", "set_aside",
    "settle_check", "sign_letter", "take", "take_alert", "take_back", "take_down", "tell", "tell_how_handled",
    "TO_BE_SIGNED", "unexplained", "withdraw_statement",
]  # fmt: skip
