"""Someone in danger now: present tense, since what was treated and is over is praise, not alarm."""

from feedback.signals.phrasebook.family import Family

NOW = frozenset({"negated", "praised", "over"})

FAMILIES = (
    Family(
        "danger_now",
        "cannot breathe, wake or swallow; bleeding, choking, blue",
        """
        can|is|are|am|not|no not|no|hardly|barely|struggling ..1 breathe|breath|breathing ..1 properly?
        not|stopped|no|isnt breathing
        has|is stopped_breathing
        she|he|baby|they|@kin|that can not swallow|speak|move|wake
        can|will not ..1 wake|rouse her|him|up|them|my|mum|dad
        will|would not wake|respond|wake_up
        is|are|am|still|now choking|suffocating|drowning|fitting|convulsing|unconscious|unresponsive|collapsing
        is|are|am|still|going|gone|turning|went blue|grey_and|limp
        lips|face|fingers ..1 blue|grey|purple
        is|are|am|still|keeps|now ..1 haemorrhaging|hemorrhaging|miscarrying|suffocating
        is|are|am|still|keeps|now ..1 bleed|bleeding ..1 from|out|heavily|badly|a_lot|everywhere|after|to_death|and|too_much|on|all_over|internally|her|his
        is|are bleed|bleeding
        bleeding ..4 now|nobody|no_one|will_not|not_coming|waiting|car_park|left
        is|are ..3 bleeding|dying|collapsed|choking|unconscious ..6 nobody|no_one|corridor|floor|not_come|not_coming|car_park
        has|have|just collapsed|stopped_breathing|passed_out|fallen_out_of_bed|fallen|swallowed ..5 nobody|no_one|corridor|floor|will_not|help|blood|bleeding|she_will|he_will|now|alone
        is|are|am|be having a|an ..1 stroke|fit|seizure|heart_attack|asthma_attack|cardiac_arrest|allergic_reaction|anaphyl*|miscarriage
        had|have|has|having|got chest_pain|chest_pains ..6 now|nobody|no_one|will_come|since|hours|hour|not_come|right_now
        is|are|am dying ..5 now|corridor|floor|help|here|alone|trolley|nobody|no_one|waiting|in_front_of|on
        is|in ..1 labour ..3 bleeding|alone|car_park
        lying|laying|is|are|still ..1 on_the_floor ..4 now|nobody|no_one|not_moving|help|hours_and_counting
        i|can ..2 wake her|him|them|mum|dad|my up?
        can|not wake her|him|them
        took|taken|swallowed|ate|drunk something ..5 wake|breathe|breathing|unconscious
        help ..3 @kin|he|she|i|her|him ..2 dying|collapsed|breathe|choking|unconscious|bleeding
        please help ..3 @kin ..2 has|is ..1 collapsed|dying|choking|bleeding|hurt|stuck
        not|stopped|no longer? responding|moving ..1 to_me|at_all|and|now|or|when|to_voice
        she|he|baby|mum|dad|@kin is|has not|stopped responding|moving
        is|are|he_is shaking_all_over|going_cold|going_grey|turning_grey|going_blue|burning_up|vomiting_blood|coughing_blood|coughing_up_blood|bringing_up_blood
        blood everywhere|pouring|gushing|all_over_the_floor
        is|has|he_is|she_is collapsed|collapsing|unconscious|passed_out ..3 and|i|now|nobody|no_one|can_not|help|please|on|there
        just|given|gave ..5 wrong ..6 shaking|collapsed|not_breathing|unconscious|fitting|breathing
        please send|come|help ..6 strangling|attacking|bleeding|knife|fire|collapsed|dying|choking|breathing
        please come quick|quickly|now|straight
        call|send|get ..1 999|ambulance ..1 now|please|quick|quickly|someone
        she|he|mum|dad|they is|are fading|going_downhill|slipping_away|crashing
        is|are|getting|gets worse|sicker|weaker|deteriorating by_the_hour|by_the_minute|every_hour|now|fast|quickly|and_nobody|and_no_one
        is|are|bay|patient|resident|bed|ward|rapidly deteriorating
        news of|score|is|at 5|6|7|8|9|10|11|12|13|14|15|16|17|18
        """,
        NOW,
    ),
    Family(
        "danger_now",
        "violence or a weapon now, or about to happen",
        """
        will|going_to|gonna|about_to|wants_to|threatened_to|threatens_to|threatening_to|want_to|want|trying_to|tried_to ..1 hit|hurt|kill|attack|beat|stab|harm|rape|strangle|shoot her|me|him|us|them
        will|going_to|gonna|about_to|wants_to|threatened_to|threatens_to|threatening_to|trying_to ..1 hit|hurt|kill|attack|beat|stab|harm|strangle|shoot the|my|our|his ..2 @kin
        @he|husband|partner|ex|son|dad|brother|man will|going_to|gonna|might|could|may ..1 kill|hurt|attack|stab|rape|strangle|murder her|me|him|us|them|someone|somebody|again
        @he going_to|will|gonna kill|hurt|hit|attack|stab @victim
        man|bloke|someone|patient|visitor|son|he|she|boy|lad|guy|partner|brother|husband|husband_is|woman|girl ..6 with|got|has|holding|waving|carrying ..1 a knife|gun|machete|weapon|axe|blade|hammer
        is|has|with|got|have|holding|waving|carrying|there|pulled|had ..2 a|the knife|gun|machete|weapon|blade|bomb|axe|hammer ..6 @now|outside|waiting|unit|ward|room|please|threatening|me|nobody|corridor|hand|here
        man|bloke|someone|patient|visitor|son|he|she|boy|lad|guy|partner with|got|has a knife|gun|machete|weapon|axe
        is|are|keeps|started swinging|throwing|attacking|hitting|punching|stabbing|strangling|smashing|beating|threatening ..6 @now|help|security|please|the_others|at_people|people
        right_now|now|currently ..2 swinging|throwing|attacking|hitting|punching|smashing|fighting ..3 at|people|staff|patients|chair|chairs|others|everyone
        is|are attacking|stabbing|strangling ..1 @victim|others|the_others
        is|are|am @now being attacked|beaten|assaulted|hit|strangled|raped
        am|is|are|feel|feels|i ..1 in ..1 danger ..2 @now|please|from|here|tonight|of|at_home|with|in
        life|lives is|are ..1 in|at danger|risk
        am|is|are in|at immediate|great|serious|grave|imminent|real|extreme danger|risk
        am|is|are not safe|unsafe ..1 at_home|here|with_him|with_her|in_this|tonight|right_now|where
        i|she|he|we fear|fears|scared|frightened|afraid for my|her|his|our life|lives
        afraid|scared|frightened|terrified ..3 to ..1 go ..1 home
        afraid|scared|frightened|terrified he|she|they ..1 will|might|is_going_to kill|hurt|hit|find|beat
        will|going_to hit|kill|hurt|beat me|her|us|him when|tonight|if|again
        about_to|going_to|gonna|will ..1 get|be|end_up stabbed|hurt|killed|beaten|shot|attacked|raped
        is|are beating|battering|kicking ..1 up
        he|she|they|patient|mum|dad|child|son|daughter|baby|girl|boy|man|woman|wife|husband|brother|sister|nan|gran|uncle|aunt|mother|father|grandad ..1 gone|went|has_been|is|still missing ..3 from|since|ward|unit|not|police|and
        has|have|patient|patients absconded|absconding|escaped
        someone|somebody|people|patient|she|he|patients|they|baby ..1 will|going_to|is_going_to|could|might die|be_killed ..1 if|unless|tonight|soon|in|because|please|here|on|without|and
        is|are strangling|stabbing|attacking|beating|punching|choking the|a|my|another|him|her|me
        got|has|with|have|carrying|holding a knife|gun|machete|axe|weapon ..4 ward|unit|hospital|on|in|here|bag
        there is ..2 smoke|flames|gas|fire|burning ..3 coming|from|out|in|next|here
        he|she|ex|husband|dad|partner|son has|have said|says|told|told_me ..3 will|going_to kill|hurt|get|stab|shoot|beat me|us|her|him
        waiting|waits|parked|outside ..4 for_me|for_her|for_us ..8 kill|hurt|said|knife|beat|threat*
        there is ..1 fire|gas_leak|smoke|fight ..4 @now|ward|corridor|smell|help|please
        please act|come|help|send ..1 now|quick|quickly|urgently|immediately|fast
        high|immediate|imminent risk ..3 @now|please|act|missing|absconded
        """,
        NOW,
    ),
)
