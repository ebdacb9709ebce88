"""Tier 1, harm: something may have gone wrong that could hurt others too.

Source: routing table H1, H2, H4, with neglect from S3 (the Care Act's ten kinds
of abuse include it) and the copies to CQC of C1. CQC is told to inform its
inspections; it never takes the case over.
"""

from triage.routing.rule import Rule, says

HARM = (
    Rule(
        id="H1",
        evidence=says("serious_harm"),
        reason="Someone may have been seriously harmed or have died because of care. The patient safety team "
        "checks what the person must be told openly (the duty of candour). The ICB and CQC are told.",
        told=("patient_safety", "icb", "cqc"),
        signposted=("advocacy",),
        priority="urgent",
        needs_person=True,
    ),
    Rule(
        id="H4",
        evidence=says("mental_health_act"),
        reason="This is about being detained, or about other powers under the Mental Health Act. CQC is told: "
        "it looks into complaints about these powers, usually after the provider has.",
        told=("cqc",),
        signposted=("advocacy", "cqc_mental_health_act"),
        priority="urgent",
        needs_person=True,
    ),
    Rule(
        id="S3",
        evidence=says("neglect"),
        reason="Someone's basic needs may not have been met in care. The safeguarding lead looks at it the same "
        "working day, and CQC is told.",
        told=("safeguarding", "cqc"),
        signposted=("council_safeguarding",),
        priority="urgent",
        needs_person=True,
    ),
    Rule(
        id="C1",
        evidence=says("unsafe_care"),
        reason="Care may be unsafe for other people too. The patient safety team and CQC are told.",
        told=("patient_safety", "cqc"),
        priority="urgent",
        needs_person=True,
    ),
    Rule(
        id="H2",
        evidence=says("medicine_error"),
        reason="There may have been a mistake with a medicine. The patient safety team and CQC are told.",
        told=("patient_safety", "cqc"),
        priority="urgent",
        needs_person=True,
    ),
    Rule(
        id="H2",
        evidence=says("medicine_reaction"),
        reason="A medicine or device may have caused a bad reaction. The patient safety team is told, and anyone "
        "can report it to the Yellow Card scheme.",
        told=("patient_safety",),
        signposted=("yellow_card",),
        needs_person=True,
    ),
    Rule(
        id="C1",
        evidence=says("discrimination"),
        reason="Someone may have been treated unfairly because of who they are. CQC is told, because care must "
        "be fair to everyone.",
        told=("cqc",),
        needs_person=True,
    ),
)
