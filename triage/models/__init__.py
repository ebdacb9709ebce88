"""What we do about it: decisions, cases, and all that happens to them."""

from triage.models.access import Access
from triage.models.afterwards import Agreed, Handling, Referred
from triage.models.case import Case, Outcome, Priority, Status, Team
from triage.models.consent import ConsentRequest
from triage.models.cover import Absence
from triage.models.decision import Decision
from triage.models.event import Event
from triage.models.evidence import Evidence
from triage.models.held import HeldFile
from triage.models.improvement import Improvement
from triage.models.inquiry import Chaser, ChronologyEntry, Flag, Investigator, StatementRequest
from triage.models.issue import Issue
from triage.models.ledger import Head, NeverAltered
from triage.models.letter import Letter, LetterTemplate, LetterVersion, State
from triage.models.mailing import Mailing, MailingCase
from triage.models.morning import DueSoon, Morning, NoMorning
from triage.models.party import Party
from triage.models.presence import Presence
from triage.models.referral import Referral
from triage.models.reply import BY_HAND, PRINT, Reply
from triage.models.rota import Drill, Heartbeat, Notice, OnCall
from triage.models.search import ListTaken, Search
from triage.models.spoken import Spoken
from triage.models.together import CaseLink, DateAgreed, JointPart, Merge, PassedOn, staying
from triage.models.view import OpeningView, SavedView

__all__ = [
    "Absence", "Access", "Agreed", "BY_HAND", "Case", "CaseLink", "Chaser", "ChronologyEntry",
    "ConsentRequest", "DateAgreed", "Decision", "Drill", "DueSoon", "Event", "Evidence", "Flag", "Handling",
    "Head", "Heartbeat", "HeldFile", "Improvement", "Investigator", "Issue", "JointPart", "Letter",
    "LetterTemplate", "LetterVersion", "ListTaken", "Mailing", "MailingCase", "Merge", "Morning",
    "NeverAltered", "NoMorning", "Notice", "OnCall", "OpeningView", "Outcome", "Party", "PassedOn",
    "Presence", "PRINT", "Priority", "Referral", "Referred", "Reply", "SavedView", "Search", "Spoken",
    "State", "StatementRequest", "Status", "staying", "Team",
]  # fmt: skip
