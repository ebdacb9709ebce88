"""Tier 0, safety: someone may be at risk. Always told to safeguarding, always immediate, always seen by a person.

Source: routing table S1 to S6. The intent and who answers stay as they are:
these rules add an alert, they take nothing away. The one rule of the table's S3
that is not immediate, neglect without abuse, is with the harm rules.
"""

from functools import partial

from triage.routing.rule import Rule, says

Tier0 = partial(Rule, priority="immediate", needs_person=True)

SAFETY = (
    Tier0(
        id="S1",
        evidence=says("self_harm"),
        reason="Someone may be thinking of hurting themselves or ending their life. The on-call safeguarding "
        "lead is told at once, and ways to get help now are shown first.",
        told=("safeguarding",),
        signposted=("emergency", "nhs_111", "samaritans", "shout"),
    ),
    Tier0(
        id="S2",
        evidence=says("danger_now"),
        reason="Someone may be in danger now. The on-call safeguarding lead is told at once. CQC is told too, "
        "because care may be unsafe.",
        told=("safeguarding", "cqc"),
        signposted=("emergency", "nhs_111"),
    ),
    Tier0(
        id="S3",
        evidence=says("abuse_adult"),
        reason="An adult may be being abused or neglected. The safeguarding lead decides what to do, and CQC "
        "is told.",
        told=("safeguarding", "cqc"),
        signposted=("emergency", "council_safeguarding"),
    ),
    Tier0(
        id="S4",
        evidence=says("abuse_child"),
        reason="A child may be at risk of harm. The safeguarding lead is told at once, and CQC is told.",
        told=("safeguarding", "cqc"),
        signposted=("emergency", "childline", "council_safeguarding"),
    ),
    Tier0(
        id="S5",
        evidence=says("sexual_safety"),
        reason="Someone may have been sexually assaulted or touched when they did not want it. The safeguarding "
        "lead is told at once, and CQC is told.",
        told=("safeguarding", "cqc"),
        signposted=("emergency", "police", "sexual_assault_support"),
    ),
    Tier0(
        id="S5",
        evidence=says("assault"),
        reason="A crime against a person may have happened in care. The safeguarding lead is told at once, and "
        "CQC is told.",
        told=("safeguarding", "cqc"),
        signposted=("emergency", "police"),
    ),
    Tier0(
        id="S6",
        evidence=says("threat"),
        reason="The words may be a threat to someone's safety. The on-call lead is told at once. The feedback "
        "itself is still dealt with.",
        told=("safeguarding",),
        signposted=("emergency",),
    ),
)
