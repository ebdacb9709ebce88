"""The kinds of field people check: in which order, what they are called, and who may see them."""

from feedback.paper.layout import Field, FieldKind, NoSuchLayout, load
from feedback.submission import CONTACT_FIELDS

# What a person says of ticks or words that nobody can make out. It is kept as it is, and settles as nothing.
CANNOT_TELL = "?"

# A page that never came is a field of its own: only a person can say that the form goes on without it.
PAGE = "page"
MISSING_PAGE = "missing_page"
WITHOUT_IT = "without"

CONTACT = frozenset(CONTACT_FIELDS)

# Ticks first, since they are quickest; one kind of field at a time, across pages.
ORDER = (
    "fft_answer", "intent", "about", "consent", "reply_wanted", "reply_by",
    "what_happened", "what_good", "could_improve", "relationship", "experience_on", "stamp",
    "name", "email", "telephone", "address", "patient_name", "needs", MISSING_PAGE,
)  # fmt: skip
NAMES = {
    "fft_answer": "Experience of the service",
    "intent": "What it is",
    "about": "Who it is about",
    "consent": "Whether the person agrees",
    "reply_wanted": "Whether a reply is wanted",
    "reply_by": "How to reply",
    "what_happened": "What happened",
    "what_good": "What was good",
    "could_improve": "What could be better",
    "relationship": "Who is writing",
    "experience_on": "When it was",
    "stamp": "Date received",
    "name": "Name",
    "email": "Email",
    "telephone": "Telephone",
    "address": "Address",
    "patient_name": "Name of the patient",
    "needs": "What the person needs",
    MISSING_PAGE: "A page that did not come",
}
GROUPS = {
    FieldKind.CHOICE: ("tick", "ticks"),
    FieldKind.TEXT: ("handwritten answer", "handwritten answers"),
    FieldKind.DATE: ("date", "dates"),
    PAGE: ("form with a page missing", "forms with a page missing"),
}
DETAILS = ("contact detail", "contact details")


def rank(name: str) -> int:
    """Where a field's kind comes among the others: 0 is first."""
    return ORDER.index(name) if name in ORDER else len(ORDER)


def called(name: str) -> str:
    """A field's name in plain words."""
    return NAMES.get(name, name.replace("_", " ").capitalize())


def group(name: str, kind: str) -> tuple[str, str]:
    """What fields like this one are counted as: one of them, many of them."""
    return DETAILS if name in CONTACT else GROUPS.get(kind, DETAILS)


def printed(layout_name: str, name: str) -> Field | None:
    """The field as it was printed; None if the form has none of that name."""
    try:
        return load(layout_name).field(name)
    except (NoSuchLayout, KeyError):
        return None


def choices(layout_name: str, name: str) -> list[tuple[str, str]]:
    """What can be ticked, in the order it is printed: (value, words)."""
    if name == MISSING_PAGE:
        return [(WITHOUT_IT, "Go on without the page")]
    field = printed(layout_name, name)
    return [(one.value, one.label) for one in field.choices] if field else []


def in_words(layout_name: str, name: str, value: str) -> str:
    """A value as a person says it: "Very good" for "1"."""
    if value == CANNOT_TELL:
        return "Cannot tell"
    return dict(choices(layout_name, name)).get(value, value) or "Nothing"
