"""Who answers: one resolver for each piece of feedback, by the first row that applies.

Source: routing table F1, F3, F8, F11, P1, P3, G1 to G3. What the person chose
stands: words may raise it to a complaint, never make less of it. The last row
applies to everything, so there is always an answer.
"""

from collections.abc import Callable

from triage.routing.facts import Facts
from triage.routing.formal import complained_before
from triage.routing.rule import Rule, says, when

TICKED = {
    "compliment": "ticked: say thank you",
    "comment": "ticked: share a comment",
    "concern": "ticked: raise a concern",
    "complaint": "ticked: make a complaint",
}


def _chose(intent: str, also: Callable[[Facts], bool] = lambda facts: True) -> Callable[[Facts], str]:
    return when(lambda facts: facts.intent == intent and also(facts), TICKED[intent])


def _wants_it_worked(facts: Facts) -> bool:
    return facts.intent == "concern" or (facts.intent == "comment" and facts.someone_waits)


def _came_back(facts: Facts) -> str:
    return complained_before(facts) if _wants_it_worked(facts) else ""


def _staff_about_work(facts: Facts) -> str:
    """Words alone never undo a tick: someone who says they complained before is treated as a patient."""
    return "" if facts.already_complained else facts.words_for("staff_speaking_up")


def _afraid_of_the_practice(facts: Facts) -> str:
    """PALS stands apart from the ward; in a practice or home nobody does, so the ICB answers instead."""
    if facts.has_pals or facts.resolver_choice == "provider" or not _wants_it_worked(facts):
        return ""
    return facts.words_for("no_trust_in_provider")


def _comment_read_by(pals: bool) -> Callable[[Facts], str]:
    def evidence(facts: Facts) -> str:
        if facts.intent != "comment" or facts.has_pals is not pals:
            return ""
        if facts.follows_case:
            return "written back about an earlier case"
        return "a reply is wanted" if facts.reply_wanted else ""

    return evidence


ANSWERS = (
    Rule(
        id="F1",
        evidence=_chose("complaint"),
        reason="The person chose to complain, so the complaints team answers. Free independent help is offered.",
        resolver="complaints",
        signposted=("advocacy",),
    ),
    Rule(
        id="F11",
        evidence=_staff_about_work,
        reason="A concern of staff about their work is not a patient's complaint. The Guardian answers, and it is "
        "kept away from the ward's own queue.",
        resolver="none",
        needs_person=True,
    ),
    Rule(
        id="F8",
        evidence=_came_back,
        reason="The person complained before and is still unhappy, so the complaints team looks once more.",
        resolver="complaints",
        signposted=("advocacy",),
        needs_person=True,
    ),
    Rule(
        id="F1",
        evidence=says("asks_complaint"),
        reason="The words ask for a complaint, so it is treated as one. A person checks that this is what was meant.",
        resolver="complaints",
        signposted=("advocacy",),
        needs_person=True,
    ),
    Rule(
        id="F3",
        evidence=_afraid_of_the_practice,
        reason="The person does not want to raise this with the provider itself, so the ICB's complaints team answers.",
        resolver="complaints",
        signposted=("advocacy",),
        needs_person=True,
    ),
    Rule(
        id="G2",
        evidence=_chose("compliment"),
        reason="Thanks go to the team that gave the care.",
        resolver="service",
    ),
    Rule(
        id="P1",
        evidence=_chose("concern", lambda facts: facts.has_pals),
        reason="The patient advice team (PALS) sorts out concerns. The person can still complain at any time.",
        resolver="pals",
    ),
    Rule(
        id="P3",
        evidence=_chose("concern"),
        reason="There is no PALS here, so the practice or service itself answers. The person can still complain "
        "at any time.",
        resolver="service",
    ),
    Rule(
        id="G3",
        evidence=_comment_read_by(pals=True),
        reason="Someone expects this comment to be dealt with, so the patient advice team (PALS) answers.",
        resolver="pals",
    ),
    Rule(
        id="G3",
        evidence=_comment_read_by(pals=False),
        reason="Someone expects this comment to be dealt with, so the practice or service itself answers.",
        resolver="service",
    ),
    Rule(
        id="G1",
        evidence=_chose("comment"),
        reason="No reply is wanted. The team reads the comment and uses it to make care better.",
        resolver="none",
    ),
)


def body_for(facts: Facts, resolver: str) -> str:
    """Whose team it is: "provider" or "icb". For a complaint the person's choice decides, then F3."""
    if facts.provider_kind == "icb":
        return "icb"
    if resolver != "complaints":
        return "provider"
    if facts.resolver_choice:
        return facts.resolver_choice
    return "icb" if facts.words_for("no_trust_in_provider") else "provider"
