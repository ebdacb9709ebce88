"""Every change to a case. The only writer of Case, Event, Referral, Reply and Decision.

Each action is keyword-only and ends in `by=`; it locks the case, checks the move,
changes the row and writes the Event in one transaction.
"""

from triage.actions.afterwards import go_to_ombudsman, hear_ombudsman, ombudsman_locked, tell_how_handled
from triage.actions.alerts import take_alert
from triage.actions.attaching import attach, set_aside
from triage.actions.breaches import explain, note_breaches, unexplained
from triage.actions.changing import ChangedMeanwhile
from triage.actions.correcting import correct_classification, correct_decision, settle_check
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
from triage.actions.replying import acknowledge, mark_sent, reply
from triage.actions.scanning import scan_batch
from triage.actions.working import (
    agree_date,
    assign,
    close,
    note,
    put_back,
    record_consent,
    refer,
    reopen,
    take,
    tell,
)

__all__ = [
    "ChangedMeanwhile", "acknowledge", "agree_date", "assign", "close", "correct_classification",
    "correct_decision", "decide_batch", "drop", "explain", "finish", "go_to_ombudsman", "hear_ombudsman",
    "heed_batch", "improve", "mark_sent", "note", "note_breaches", "ombudsman_locked", "publish", "put_back",
    "record_consent", "refer", "reopen", "reply", "settle_check", "take", "take_alert", "take_down", "tell", "tell_how_handled", "unexplained",
    "ask_statement", "attach", "chase_statement", "chronicle", "decide_flag", "keep_pack", "name_investigator",
    "pack_locked", "receive_statement", "release_investigator", "scan_batch", "set_aside", "withdraw_statement",
]  # fmt: skip
