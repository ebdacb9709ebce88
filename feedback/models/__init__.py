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

__all__ = [
    "About",
    "Alert",
    "Channel",
    "ColumnMap",
    "Comment",
    "Consent",
    "Contact",
    "Feedback",
    "FftAnswer",
    "ImportBatch",
    "Intent",
    "Question",
    "ReplyBy",
]
