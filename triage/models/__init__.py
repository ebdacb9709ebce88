"""What we do about it: decisions, cases, and all that happens to them."""

from triage.models.access import Access
from triage.models.case import Case, Outcome, Priority, Status, Team
from triage.models.decision import Decision
from triage.models.event import Event
from triage.models.evidence import Evidence
from triage.models.ledger import Head, NeverAltered
from triage.models.morning import DueSoon, Morning, NoMorning
from triage.models.party import Party
from triage.models.referral import Referral
from triage.models.reply import Reply
from triage.models.rota import Drill, Heartbeat, Notice, OnCall

__all__ = [
    "Access", "Case", "Decision", "Drill", "DueSoon", "Event", "Evidence", "Head", "Heartbeat", "Morning", "NeverAltered", "NoMorning", "Notice", "OnCall",
    "Outcome", "Party", "Priority", "Referral", "Reply", "Status", "Team",
]  # fmt: skip
