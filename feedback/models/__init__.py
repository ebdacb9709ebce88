"""What people told us, by whichever door."""

from feedback.models.alert import Alert
from feedback.models.contact import Contact
from feedback.models.feedback import (
    About,
    Channel,
    Comment,
    Consent,
    Feedback,
    FftAnswer,
    Intent,
    Question,
    ReplyBy,
)
from feedback.models.imports import ColumnMap, ImportBatch
from feedback.models.names import NameToken
from feedback.models.paper import FilledForm, FormField, Outcome, PrintRun, Scan, ScanBatch, ScanFile

__all__ = [
    "About",
    "Alert",
    "Channel",
    "ColumnMap",
    "Comment",
    "Consent",
    "Contact",
    "Feedback",
    "FilledForm",
    "FormField",
    "FftAnswer",
    "ImportBatch",
    "Intent",
    "NameToken",
    "Outcome",
    "PrintRun",
    "Question",
    "ReplyBy",
    "Scan",
    "ScanBatch",
    "ScanFile",
]
