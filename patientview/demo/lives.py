"""What happens to the demo's cases: lives, and the cases that must be there whatever chance brings.

A life is steps as (working days after receipt, what is done). Steps that would lie in
the future have not happened yet: that is how a case comes to be half way.
"""

START = ((1, "take"), (2, "acknowledge"))
ASKED = (*START, (4, "note"))

LIVES = {
    "untouched": (),
    "taken": ((1, "take"),),
    "looked_into": ASKED,
    "given": ((1, "assign"), (2, "acknowledge"), (5, "note")),
    "acknowledged_late": ((2, "take"), (5, "acknowledge"), (6, "note")),
    "date_agreed": (*START, (3, "agree_date"), (6, "note")),
    "waits_for_consent": (*START, (2, "ask_consent")),
    "consent_came": (*START, (2, "ask_consent"), (7, "record_consent"), (13, "reply_upheld"), (15, "close_upheld")),
    "told_cqc": (*START, (3, "tell_cqc"), (6, "note"), (15, "reply_partly"), (17, "close_partly")),
    "told_icb": (*START, (3, "tell_icb"), (6, "note")),
    "told_healthwatch": (*START, (4, "tell_healthwatch"), (12, "reply_upheld"), (13, "close_upheld")),
    "passed_on": ((1, "take"), (2, "acknowledge"), (3, "pass_on"), (4, "take"), (6, "note"), (14, "reply_partly"),
                  (16, "close_partly")),
    "just_passed_on": (*START, (3, "pass_on")),
    "replied": (*ASKED, (10, "reply_partly")),
    "upheld": (*ASKED, (13, "reply_upheld"), (15, "close_upheld")),
    "partly": (*ASKED, (14, "reply_partly"), (15, "close_partly")),
    "not_upheld": (*ASKED, (12, "reply_not_upheld"), (14, "close_not_upheld")),
    "slow": ((2, "take"), (4, "acknowledge"), (9, "note"), (22, "note"), (24, "reply_upheld"), (25, "close_upheld")),
    "helped": ((1, "take"), (2, "help"), (3, "close_settled")),
    "helped_later": ((1, "take"), (2, "acknowledge"), (6, "help"), (7, "close_settled")),
    "settled": ((1, "take"), (1, "note"), (2, "close_settled")),
    "withdrawn": (*START, (5, "close_withdrawn")),
    "thanked": ((1, "take"), (3, "thank"), (3, "close_settled")),
    "reopened": (*ASKED, (9, "reply_not_upheld"), (10, "close_not_upheld"), (14, "reopen"), (15, "note")),
    "answered_again": (*ASKED, (9, "reply_not_upheld"), (10, "close_not_upheld"), (13, "write_back"), (14, "take"),
                       (18, "reply_partly"), (19, "close_partly")),
    "wrote_back": (*START, (5, "write_back"), (6, "note")),
    "wrote_back_closed": (*ASKED, (10, "reply_partly"), (11, "close_partly"), (14, "write_back")),
    "corrected": (*START, (3, "correct_classification"), (3, "correct_decision"), (6, "note"), (12, "reply_upheld"),
                  (13, "close_upheld")),
    "letters_wait": ((1, "take"), (2, "acknowledge"), (8, "reply_upheld")),
}  # fmt: skip

# How cases nobody planned for go on, by who answers: (life, share).
USUAL = {
    "complaints": (("upheld", 6), ("partly", 6), ("not_upheld", 4), ("slow", 2), ("withdrawn", 1), ("settled", 1),
                   ("told_cqc", 1), ("passed_on", 1), ("answered_again", 1), ("corrected", 1)),
    "pals": (("helped", 5), ("helped_later", 5), ("settled", 3), ("told_healthwatch", 1), ("withdrawn", 1),
             ("passed_on", 1), ("answered_again", 1)),
    "service": (("thanked", 3), ("helped", 4), ("helped_later", 3), ("settled", 1)),
}  # fmt: skip

# The complaints officer's own forty: (days ago, life). The first three are about to pass their four weeks.
HERS = (
    (28, "looked_into"), (27, "looked_into"), (26, "told_icb"),
    (32, "looked_into"), (37, "given"), (44, "waits_for_consent"),
    (8, "taken"), (10, "taken"), (13, "acknowledged_late"), (20, "acknowledged_late"),
    (17, "date_agreed"), (24, "date_agreed"), (35, "date_agreed"), (11, "waits_for_consent"), (16, "waits_for_consent"),
    (46, "reopened"), (39, "reopened"), (40, "wrote_back_closed"), (15, "wrote_back"),
    (23, "replied"), (25, "replied"), (21, "letters_wait"), (14, "corrected"),
    (4, "given"), (5, "looked_into"), (5, "looked_into"), (6, "looked_into"), (7, "given"), (8, "looked_into"),
    (9, "looked_into"), (9, "looked_into"), (11, "given"), (12, "looked_into"), (12, "looked_into"), (13, "looked_into"),
    (15, "looked_into"), (18, "given"), (18, "told_icb"), (19, "looked_into"), (22, "looked_into"),
)  # fmt: skip

# Further cases that must be there: (days ago, life, what the feedback must be like).
MUST = (
    *((days, life, {"intent": "complaint", "provider": "RZA", "handler": True}) for days, life in HERS),
    (41, "upheld", {"intent": "complaint", "provider": "RZA", "reply_by": "code", "external_id": "demo-replied"}),
    (6, "looked_into", {"intent": "complaint", "provider": "RZA", "reply_by": "code", "external_id": "demo-waiting"}),
    *((days, "untouched", {"intent": intent, "provider": "RZA"})
      for days, intent in ((1, "complaint"), (1, "complaint"), (2, "concern"), (9, "complaint"), (2, "concern"))),
    (60, "withdrawn", {"intent": "complaint"}), (63, "settled", {"intent": "complaint", "channel": "spoken"}),
    (70, "consent_came", {"intent": "complaint"}),
    (12, "waits_for_consent", {"intent": "concern"}),
    (55, "passed_on", {"intent": "concern"}), (50, "passed_on", {"intent": "complaint", "provider": "Z99001"}),
    (7, "just_passed_on", {"intent": "concern", "provider": "RZA"}),
    (48, "told_healthwatch", {"intent": "complaint", "provider": "V99002"}),
    (75, "upheld", {"intent": "complaint", "reply_by": "post", "channel": "paper"}),
    (58, "partly", {"intent": "complaint", "reply_by": "telephone", "channel": "spoken"}),
    (18, "letters_wait", {"intent": "complaint", "provider": "RZM", "reply_by": "post", "channel": "paper"}),
    (66, "corrected", {"intent": "complaint"}), (71, "answered_again", {"intent": "complaint"}),
    (80, "not_upheld", {"intent": "complaint", "channel": "app"}), (36, "wrote_back", {"intent": "concern"}),
    (19, "wrote_back", {"intent": "concern", "provider": "RZC"}), (43, "slow", {"intent": "complaint"}),
    (34, "looked_into", {"intent": "complaint", "provider": "RZM"}),
    (30, "looked_into", {"intent": "complaint", "too_late": True}),
    *((days, "upheld", {"intent": "complaint", "harm": True}) for days in (83, 52, 29, 12, 5)),
    *((days, "partly", {"intent": "complaint", "mha": True}) for days in (74, 47, 26, 9)),
    *((days, "usual", {"language": language})
      for days, language in ((68, "cy"), (3, "cy"), (57, "pl"), (21, "pl"), (2, "pl"))),
    *((days, "partly", {"danger": kind})
      for days, kind in ((78, "self_harm"), (37, "self_harm"), (61, "danger_now"), (53, "abuse_adult"),
                         (45, "abuse_child"), (33, "sexual_safety"), (25, "assault"), (17, "threat"),
                         (6, "self_harm"))),
    (0, "untouched", {"danger": "danger_now", "provider": "RZA", "alert_open": True}),
    (1, "usual", {"danger": "self_harm", "provider": "RZM", "alert_open": True}),
)  # fmt: skip
