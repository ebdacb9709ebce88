"""The kinds of signal, each with its tier and what it says in plain words.

Tiers follow the routing table: 0 safety (a person may be at risk now),
1 harm, 2 formal, 4 views.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of signal: `tier` 0 (safety), 1 (harm), 2 (formal) or 4 (views)."""

    name: str
    tier: int
    means: str


KINDS = {
    kind.name: kind
    for kind in (
        Kind("self_harm", 0, "the person may hurt themselves or end their life"),
        Kind("danger_now", 0, "someone is in danger now"),
        Kind("abuse_adult", 0, "an adult may be abused or neglected"),
        Kind("abuse_child", 0, "a child may be abused, neglected or exploited"),
        Kind("sexual_safety", 0, "a sexual assault or unwanted sexual contact"),
        Kind("assault", 0, "an assault, a hate crime or theft by staff"),
        Kind("threat", 0, "a threat of violence to staff or others"),
        Kind("serious_harm", 1, "serious harm, a death or a never event"),
        Kind("unsafe_care", 1, "care that may be unsafe for others too"),
        Kind("neglect", 1, "basic needs left unmet in care"),
        Kind("mental_health_act", 1, "how powers under the Mental Health Act were used"),
        Kind("medicine_error", 1, "a mistake with a medicine"),
        Kind("medicine_reaction", 1, "a bad reaction to a medicine or device"),
        Kind("discrimination", 2, "unfair treatment because of who the person is"),
        Kind("privacy", 2, "private information shown, shared or lost"),
        Kind("legal", 2, "a legal claim, a solicitor or compensation"),
        Kind("already_complained", 2, "they complained before and are still unhappy"),
        Kind("asks_complaint", 2, "the words ask for a complaint or an investigation"),
        Kind("asks_help", 2, "the person asks for help now"),
        Kind("staff_speaking_up", 2, "a member of staff raising a concern about work"),
        Kind("no_trust_in_provider", 2, "the person will not complain to the provider itself"),
        Kind("clinician_fitness", 2, "a named professional's fitness to practise"),
        Kind("access", 4, "views on getting care at all"),
        Kind("joined_up", 4, "views on how services fit together"),
    )
}
TIER_0 = frozenset(name for name, kind in KINDS.items() if kind.tier == 0)
