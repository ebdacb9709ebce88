"""route(facts): one resolver, any number told, and every rule that had a say."""

from collections.abc import Iterable
from dataclasses import dataclass

from triage.routing.answers import ANSWERS, body_for
from triage.routing.bodies import SIGNPOSTS, TOLD
from triage.routing.complaint import IN_A_CASE, IN_A_COMPLAINT
from triage.routing.facts import Facts
from triage.routing.formal import FORMAL
from triage.routing.harm import HARM
from triage.routing.rule import PRIORITIES, Fired
from triage.routing.safety import SAFETY
from triage.routing.views import FALLBACK, VIEWS

# Kept with every decision. Change it with any rule, so that old decisions can be told from new ones.
RULES_VERSION = "2026-11.2"


@dataclass(frozen=True)
class Routing:
    """Where feedback goes. `resolver` owes the reply; those `told` learn of it; the person is `signposted`.

    `clock` says whether a reply is owed, so that the dates run. `needs_person` asks a
    named person to look at the decision itself.
    """

    resolver: str
    resolver_body: str
    told: tuple[str, ...]
    signposted: tuple[str, ...]
    priority: str
    clock: bool
    rules: tuple[Fired, ...]
    needs_person: bool

    def as_dict(self) -> dict:
        """The decision as it is handed on in files: plain lists and words."""
        named = ("resolver", "resolver_body", "priority", "clock")
        return {
            **{name: getattr(self, name) for name in named},
            "told": list(self.told),
            "signposted": list(self.signposted),
            "rules": [{"id": one.id, "reason": one.reason, "evidence": one.evidence} for one in self.rules],
        }

    def why_told(self, body: str) -> str:
        """The reasons for which `body` is told, in words; "" when it is not."""
        return " ".join(dict.fromkeys(fired.reason for fired in self.rules if body in fired.told))


def route(facts: Facts) -> Routing:
    """Decide, from these facts alone: the same facts always give the same routing."""
    answer = next(rule for rule in ANSWERS if rule.evidence(facts))
    complaint = answer.resolver == "complaints"
    owed = complaint or (facts.reply_wanted and answer.resolver != "none")

    considered = [
        *SAFETY,
        *HARM,
        answer,
        *(IN_A_COMPLAINT if complaint else ()),
        *(IN_A_CASE if owed else ()),
    ]
    considered += [*FORMAL, *VIEWS, *FALLBACK]
    raised = [(rule, evidence) for rule in considered if (evidence := rule.evidence(facts))]
    rules = [rule for rule, _ in raised]
    return Routing(
        resolver=answer.resolver,
        resolver_body=body_for(facts, answer.resolver),
        told=_each_once(TOLD, (rule.told for rule in rules)),
        signposted=_each_once(SIGNPOSTS, (rule.signposted for rule in rules)),
        priority=max((rule.priority for rule in rules), key=PRIORITIES.index),
        clock=owed,
        rules=tuple(Fired(rule.id, rule.reason, evidence, rule.told) for rule, evidence in raised),
        needs_person=any(rule.needs_person for rule in rules),
    )


def _each_once(order: Iterable[str], named: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The names in their fixed order, each once, so that equal decisions read alike."""
    wanted = {name for names in named for name in names}
    return tuple(name for name in order if name in wanted)
