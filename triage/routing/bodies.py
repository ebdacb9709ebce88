"""The words by which rules name who is told and where a person is pointed.

Who stands behind a word on a given day is an effective-dated row of the
directory, never a constant: here are only the words and what they mean.
"""

# Told: they learn of it, and the case stays with its resolver. Most pressing first.
TOLD = {
    "safeguarding": "the provider's on-call safeguarding lead",
    "patient_safety": "the provider's patient safety team",
    "cqc": "the Care Quality Commission (CQC)",
    "icb": "the integrated care board (ICB)",
    "information_governance": "the provider's information governance team",
    "freedom_to_speak_up": "the provider's Freedom to Speak Up Guardian",
    "claims": "the provider's claims team",
    "healthwatch": "Healthwatch",
}

# Signposted: help the person can reach themselves. Most pressing first.
SIGNPOSTS = {
    "emergency": "999 or A&E, when life is at risk",
    "nhs_111": "NHS 111, with its mental health option",
    "samaritans": "Samaritans, to talk at any time",
    "shout": "Shout, to talk by text message",
    "childline": "Childline, for children and young people",
    "police": "the police",
    "sexual_assault_support": "a sexual assault referral centre",
    "council_safeguarding": "the council's safeguarding team",
    "advocacy": "free independent help to complain or be heard",
    "cqc_mental_health_act": "CQC, for complaints about Mental Health Act powers",
    "yellow_card": "the Yellow Card scheme, for reactions to medicines and devices",
    "phso": "the Parliamentary and Health Service Ombudsman, after a final reply",
    "lgsco": "the Local Government and Social Care Ombudsman, after a final reply",
    "iscas": "the complaints service for care a person paid for",
    "ico": "the Information Commissioner",
    "professional_regulator": "the regulator of the profession, such as the GMC or NMC",
    "freedom_to_speak_up": "the Freedom to Speak Up Guardian",
    "healthwatch": "Healthwatch, for independent information",
}
