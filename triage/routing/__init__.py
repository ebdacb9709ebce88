"""Routing: where one piece of feedback should go, and why.

Pure: facts in, a decision out; nothing is read or written. The rules are those
of docs/routing.md, each with its id, its reason in plain words and its evidence.
"""

from triage.routing.bodies import SIGNPOSTS, TOLD
from triage.routing.facts import BadFact, Facts, facts_of, seen_in
from triage.routing.route import RULES_VERSION, Routing, route
from triage.routing.rule import Fired

__all__ = [
    "RULES_VERSION",
    "SIGNPOSTS",
    "TOLD",
    "BadFact",
    "Facts",
    "Fired",
    "Routing",
    "facts_of",
    "route",
    "seen_in",
]
