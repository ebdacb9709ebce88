"""What we do about it: decisions, cases, and all that happens to them."""

from triage.models.access import Access
from triage.models.case import Case, Outcome, Priority, Status, Team
from triage.models.decision import Decision
from triage.models.event import Event
from triage.models.evidence import Evidence
from triage.models.letter import Letter, LetterTemplate, LetterVersion, State
from triage.models.party import Party
from triage.models.referral import Referral
from triage.models.reply import BY_HAND, PRINT, Reply

__all__ = [
    "BY_HAND", "PRINT", "Access", "Case", "Decision", "Event", "Evidence", "Letter", "LetterTemplate", "LetterVersion",
    "Outcome", "Party", "Priority", "Referral", "Reply", "State", "Status", "Team",
]  # fmt: skip
