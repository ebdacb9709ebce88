"""Tiers 3, 4 and 9: views for Healthwatch, and what no rule may decide alone.

Source: routing table P1, G4, X1.
"""

from triage.routing.facts import Facts
from triage.routing.rule import Rule, says

UNHAPPY = 4  # on the scale of 1, very positive, to 5, very negative


def _help_asked_in_passing(facts: Facts) -> str:
    return facts.words_for("asks_help") if facts.intent in ("compliment", "comment") else ""


def _not_in_english(facts: Facts) -> str:
    return f"language: {facts.language}" if facts.language not in ("en", "") else ""


def _thanks_that_read_unhappy(facts: Facts) -> str:
    unhappy = facts.intent == "compliment" and facts.sentiment is not None and facts.sentiment >= UNHAPPY
    return "ticked: say thank you, but the words read as unhappy" if unhappy else ""


VIEWS = (
    Rule(
        id="G4",
        evidence=says("access"),
        reason="This is a view on how hard it is to get care. Healthwatch gathers such views to change things.",
        told=("healthwatch",),
    ),
    Rule(
        id="G4",
        evidence=says("joined_up"),
        reason="This is a view on how services work together. Healthwatch gathers such views to change things.",
        told=("healthwatch",),
    ),
    Rule(
        id="P1",
        evidence=_help_asked_in_passing,
        reason="The words ask for help now. A person checks whether someone should get in touch.",
        needs_person=True,
    ),
)

FALLBACK = (
    Rule(
        id="X1",
        evidence=_not_in_english,
        reason="The words are not in English. No model has scored them, and our safety check knows only plain words of danger there. A person reads them today.",
        priority="urgent",
        needs_person=True,
    ),
    Rule(
        id="X1",
        evidence=_thanks_that_read_unhappy,
        reason="What was ticked and what was written do not fit together. A person reads it.",
        needs_person=True,
    ),
)
