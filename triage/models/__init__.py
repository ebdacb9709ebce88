"""What we do about it: decisions, cases, and all that happens to them."""

from triage.models.access import Access
from triage.models.afterwards import Agreed, Handling, Referred
from triage.models.case import Case, Outcome, Priority, Status, Team
from triage.models.decision import Decision
from triage.models.event import Event
from triage.models.evidence import Evidence
from triage.models.improvement import Improvement
from triage.models.inquiry import Chaser, ChronologyEntry, Flag, Investigator, StatementRequest
from triage.models.party import Party
from triage.models.referral import Referral
from triage.models.reply import Reply

__all__ = [
    "Access", "Agreed", "Case", "Chaser", "ChronologyEntry", "Decision", "Event", "Evidence", "Flag", "Handling", "Improvement", "Investigator", "Outcome", "Party", "Priority", "Referral", "Referred", "Reply", "StatementRequest", "Status", "Team",
]  # fmt: skip
