"""Mistakes with medicines and bad reactions, told in any words."""

from feedback.signals.frames.meaning import Meaning

WELL = frozenset({"praised"})
ENDED = frozenset({"praised", "long_over"})

MEANINGS = (
    Meaning(
        "medicine_error",
        "another person's medicine, the wrong one or the wrong amount",
        """
        10 @drug @other_person @gave|with|box|bag|home|name|on|nearly
        9 @other_person injected|jabbed|medicated|drugged|dosed
        9 @gave @wrong_dose @drug -noticed -put_it_right -second_jab -covid -flu -paracetamol_and_ibuprofen_helped -spotted -great -booster -queue
        8 @drug @wrong_dose gave|given|dose|doses|got|had|hrs|hours|accident|mistake|nobody|no_one|checked|baby|toddler|left -noticed -put_it_right -covid -flu -booster -queue -spotted
        9 @pharmacy @wrong_item @drug|mg|strength|dose -spotted -noticed -put_it_right -picked_up -right -time -day -number -address -letter -room
        9 mg|mcg|mls|ml|units|5mg|50mg|10mg|100mg|500mg|20mg instead_of|not|rather_than|supposed_to_be|should_have|should_of|should_be
        7 doubled|tripled|halved|upped|changed|mixed|mixing thyroxine|@drug accident|mistake|without_telling|without|up|error|wrong|nobody -spotted
        9 @drip @pump_set
        8 adult_dose|adults_dose|adult_tablets|adult_strength child|baby|toddler|son|daughter|kid|boy|girl|year
        10 warfarin|aspirin|ibuprofen|blood_thinner|blood_thinners|lithium|methotrexate and|with|together|on_top_of|as_well nobody|no_one|never|not checked|warned|noticed|spotted|monitored|tested
        9 patch|patches|fentanyl left|on_top|two|still|another|old_one|new_one put|on|top|left -eye
        7 nurse|doctor|carer|they|staff mixed|muddled|confused me|him|her|us|up|mum|dad with|injected|tablets|pills|drugs|meds|lady|man
        """,
        WELL,
    ),
    Meaning(
        "medicine_error",
        "a vital medicine forgotten, late or stopped; an allergy ignored",
        """
        7 no|without|missed|not_had insulin|epilepsy_meds|heart_tablets|blood_thinner|blood_thinners|morphine|antibiotics|medication|meds|tablets|warfarin|steroids|inhaler days|all_weekend|week|weeks|nights|day -pharmacy -need
        6> they|nurse|nurses|staff|nobody|carer|carers|doctor|ward|hospital|pharmacy|gp forgot|missed|lost|withheld|skipped|forgotten my|his|her|mums|dads|to_give|the @drug -prescription -note -script
        10 @drug @omit @vital -spotted -appointment -sorted_quickly -repeat -stock -no_longer -free
        10 nobody|no_one|never gave|given|give|giving|got|had|wrote|ordered his|her|my|mums|dads|any|heart|regular|epilepsy|the @drug -side -allergic -wrong -leaflet -reason -options -choice -advice
        12 @allergic @gave @drug -asked -checked -band -avoided -no_allergies -any
        12 @allergic gave_me|gave_him|gave_her|gave_it|given_it|put_up|gave_mum|gave_dad|still|anyway|prescribed|same_thing|injected -asked -checked
        9 records|notes|wristband|band|chart|told say|says|said|them no|allergic|not|allergy penicillin|latex|codeine|morphine|aspirin|ibuprofen|nuts|egg
        8 stopped|stopping|cut|took_away|withdrew|came_off|missed|changed his|her|my|mums|dads @drug never|nobody|no_one|without|no|not restarted|told|telling|explanation|warning|reason|asking|restart|fitted|asked|knew
        """,
        WELL,
    ),
    Meaning(
        "medicine_reaction",
        "ill after a medicine",
        """
        11 @since @drug|dye|scan_dye|contrast|anaesthetic|painkiller|sleepers @reaction -blood_test -before -worried -reaction_to_the_news -settled -no_reaction -phlebotomist -for_my -no_longer -used_to -helped
        9 @drug|dye|painkiller make|makes|made|gave|give|gives|giving|causing|caused|turned|took|brought|sent|left|put|are|is|burned|burnt me|him|her|my|mum|dad|baby|skin|us @reaction|ill|sick|see|hallucinate|suicidal|fits|collapse|faint|itch|bleed|worse|skin|hear|zombie|hospital|blind -better -sleepy
        9 came|come|broke|breaking|coming out|up lumps|rash|hives|blisters|spots|bumps|welts|sores|burns @drug|dye|cream|jab|after|plaster -chicken_pox
        8 face|throat|tongue|lips|eyes|skin|hands swelled|swelled_up|swollen|blew_up|ballooned|puffed|peeled|peeling|closed|blistered|burning|came_off @drug|dye|jab|after|since|cream|minutes -shingles -peel -infection
        8 cream|ointment|gel|lotion|patch took|burnt|burned|blistered|peeled|stripped skin|face|arm|baby|leg
        8 seeing|sees|saw|see things|spiders|people|rats|insects|faces not_there|are_not_there|were_not_there|painkiller|@drug|since|new|walls -arranged
        """,
        ENDED,
    ),
    Meaning(
        "medicine_reaction",
        "a device that failed or harmed",
        """
        6 implant|implants|mesh|coil|pacemaker|stent|breast_implants|new_hip|hip_replacement|knee_replacement|insulin_pump burst|leaked|leaking|ruptured|broke|broken|snapped|failed|eroded|recalled|stopped|moved|migrated|perforated|infected|rejected|exploded -not
        9 @device @device_fail @device_ill|since|in|me -bike -car -phone -check_in -hip_operation -screen -quickly -fell -self -hip_and -pain_free -ward_monitor
        8 mesh|coil|stent|implant|screws|plate|metal|tvt cut|cutting|through|moved|eroded|leaking|poking|embedded|perforated|migrated|broke|snapped
        9 pump|pacemaker|icd|defibrillator|sensor|cpap died|stopped|alarmed|failed|packed_up|shocked|recalled|wrong_reading|wrong_readings|broke|faulty me|my|and|collapsed|sugars|hypo|passed_out|blackout
        9 since|ever_since mesh|coil|implant|implants|hip|pacemaker|stent|filler pain|agony|bleeding|ill|infected|can_not|collapse|worse|rash|walk|headaches
        """,
        ENDED,
    ),
)
