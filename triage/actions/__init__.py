"""Every change to a case. The only writer of Case, Event, Referral, Reply and Decision.

Each action is keyword-only and ends in `by=`; it locks the case, checks the move,
changes the row and writes the Event in one transaction.
"""

from triage.actions.alerting import acknowledge_drill, begin_drill, end_turn, put_on_rota
from triage.actions.alerts import take_alert
from triage.actions.breaches import explain, note_breaches, unexplained
from triage.actions.changing import ChangedMeanwhile
from triage.actions.correcting import correct_classification, correct_decision, settle_check
from triage.actions.deciding import decide_batch
from triage.actions.heeding import heed_batch
from triage.actions.replying import acknowledge, mark_sent, reply
from triage.actions.warning import note_warnings
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
    "ChangedMeanwhile", "acknowledge", "acknowledge_drill", "agree_date", "assign", "begin_drill", "close", "correct_classification",
    "correct_decision", "decide_batch", "end_turn", "explain", "heed_batch", "mark_sent", "note", "note_breaches", "note_warnings", "put_back", "put_on_rota",
    "record_consent", "refer", "reopen", "reply", "settle_check", "take", "take_alert", "tell", "unexplained",
]  # fmt: skip
