"""What we do about it: decisions, cases, and all that happens to them."""

from triage.models.access import Access
from triage.models.afterwards import Agreed, Handling, Referred
from triage.models.case import Case, Outcome, Priority, Status, Team
from triage.models.decision import Decision
from triage.models.event import Event
from triage.models.evidence import Evidence
from triage.models.improvement import Improvement
from triage.models.letter import Letter, LetterTemplate, LetterVersion, State
from triage.models.party import Party
from triage.models.referral import Referral
from triage.models.reply import BY_HAND, PRINT, Reply

__all__ = [
    "BY_HAND", "PRINT", "Access", "Agreed", "Case", "Decision", "Event", "Evidence", "Handling", "Improvement", "Letter",
    "LetterTemplate", "LetterVersion", "Outcome", "Party", "Priority", "Referral", "Referred", "Reply", "State", "Status",
    "Team",
]  # fmt: skip
