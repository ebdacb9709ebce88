"""What people talk about: the 32 themes of the NHS England Patient Experience
Qualitative Data Categorisation framework, version 7, in the framework's names,
their major groups, and the public's words.

The order is the order of a model's answers: never change it, only add a version.
"""

from dataclasses import dataclass

FRAMEWORK = "qdc-v7"


@dataclass(frozen=True)
class Theme:
    """One theme: the framework's name, its major group, and how we say it to the public."""

    name: str
    group: str
    in_words: str


_GROUPS = {
    "General": (
        ("Positive experience & gratitude", "Thanks and praise"),
        ("Organisation & efficiency", "How well things were organised"),
        ("Funding & use of financial resources", "Money and how it is spent"),
        ("Feeling safe", "Feeling safe"),
        ("Labelling not possible", "Nothing we could sort"),
    ),
    "Staff": (
        ("Staff manner & personal attributes", "How staff treated people"),
        ("Competence & training", "How well staff knew their job"),
        ("Staffing levels & responsiveness", "Enough staff, and help when needed"),
    ),
    "Access to medical care & support": (
        ("Contacting services", "Getting through to a service"),
        ("Appointment arrangements", "Getting and changing appointments"),
        ("Appointment method", "Appointments by phone, video or in person"),
        ("Timeliness of care", "Waiting times"),
    ),
    "Communication & involvement": (
        ("Unspecified communication", "Communication in general"),
        ("Staff listening, understanding & involving patients", "Being listened to and involved"),
        ("Information directly from staff during care", "What staff explained"),
        ("Information provision & guidance", "Leaflets, letters and advice"),
        ("Being kept informed, clarity & consistency of information", "Being kept up to date"),
        ("Interaction with family/ carers", "Families and carers"),
    ),
    "Mental Health specifics": (("Mental Health Act", "The Mental Health Act"),),
    "Patient journey & service coordination": (
        ("Continuity of care", "How care joined up"),
        ("Discharge", "Going home or leaving a service"),
    ),
    "Medication & pain": (
        ("Supplying & understanding medication", "Medicines"),
        ("Pain management", "Help with pain"),
    ),
    "Activities": (
        ("Activities & access to fresh air", "Things to do and fresh air"),
        ("Electronic entertainment", "TV, phones and wifi"),
    ),
    "Environment, equipment & catering": (
        ("Cleanliness, tidiness & infection control", "Cleanliness"),
        ("Sensory experience", "Noise, light and temperature"),
        ("Environment, facilities & equipment", "Buildings and equipment"),
        ("Food & drink provision & facilities", "Food and drink"),
    ),
    "Service location, travel & transport": (
        ("Service location", "Where the service is"),
        ("Transport to/ from services", "Getting there and back"),
        ("Parking", "Parking"),
    ),
}

THEMES = tuple(Theme(name, group, words) for group, rows in _GROUPS.items() for name, words in rows)
NAMES = tuple(theme.name for theme in THEMES)
BY_NAME = {theme.name: theme for theme in THEMES}

SENTIMENTS = {
    1: "very positive",
    2: "positive",
    3: "neutral or mixed",
    4: "negative",
    5: "very negative",
}
