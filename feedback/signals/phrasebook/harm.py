"""Serious harm, unsafe care, neglect, and what went wrong with medicines."""

from feedback.signals.phrasebook.family import Family

TOLD = frozenset({"negated"})
WELL = frozenset({"negated", "praised"})
ENDED = frozenset({"negated", "praised", "long_over"})

FAMILIES = (
    Family(
        "serious_harm",
        "a death blamed on care",
        """
        died|dead|death|die|dies ..2 because|cos|due|result|thanks|caused ..2 they|of_them|of_you|you|nobody|no_one|to_your|to_their|of_your|of_their|the|to_the|neglig*|by|of_a|not|staff|doctor*|hospital|delay*|wait*
        died ..6 after ..6 sent_home|discharged|turned_away|ignored|missed|wrong|mistake|neglig*|refused
        died|death|dead|died_from|died_of ..8 ignored|neglig*|mistake|mistakes|missed|delay|delays|preventable|avoidable|unnecessar*|prevented|needlessly|misdiagnos*|error
        ignored|neglig*|missed|mistake|delay|sent_home|discharged|misdiagnosed|never_checked|refused|no_rails|fell|not_checked|did_not_notice|failed ..12 died|dead|death|dies
        should|would|could|might still? be still? alive|here|with_us if|had|but|today_if|today_had|now_if
        should|would|could|might ..1 still ..1 be_alive|be_here|be_with_us|be_with_me
        should|need|did_not|did not? have_died|have_to_die|need_to_die
        death|died ..3 could|should ..1 been prevented|avoided
        you|they|hospital|doctor|doctors|nurse|nurses|staff|surgeon|ward|trust|neglect|negligence ..1 killed my|our|him|her|a ..2
        you|they killed @elder|him|her|people|patients|@child
        cost|costs him|her|my_@kin|them his|her|their life
        bled_to_death|starved_to_death|left_to_die|dehydrated_to_death|died_in_the_corridor|died_on_a_trolley|died_in_the_ambulance|died_alone_on|died_waiting
        bled|starved|choked to death
        left|leaving|leave ..2 to die
        died ..2 on_a_trolley|waiting|in_the_waiting|in_the_corridor|on_the_floor|in_an_ambulance
        nearly|almost ..1 died|killed ..4 because|due|neglig*|mistake|you|sepsis|error|missed|they
        nearly|almost killed me|him|her|my ..3 with|by|wrong|overdose|mistake|because
        op|operation|surgery|procedure|mistake|inside_me ..5 nearly|almost died|killed
        wrongful death
        stillborn|stillbirth|still_born
        baby|@child ..2 died|dead|is_dead|was_dead ..6 because|listen|ignored|nobody|midwi*|delay*|neglig*|wrong|after
        came|come|left ..2 in_a_box|in_a_coffin|in_a_body_bag
        lost ..2 baby|son|daughter|mum|dad|wife|husband|mother|father ..6 because|due|nobody|no_one|neglig*|mistake|would_not|your|they
        inquest|coroner ..8 said|found|neglig*|prevented|fail*|hospital|death|open|verdict|ruled
        """,
        WELL,
    ),
    Family(
        "serious_harm",
        "lasting injury, or an illness missed with grave results",
        """
        brain|nerve|permanent|irreversible|spinal|lasting|life_changing|birth|organ|serious damage|damaged|injury|injuries|injured|disability|harm|damag*
        left|leaving|is|now|am|was|became ..3 paralysed|paralyzed|brain_damaged|blind|permanently|disabled|crippled|incontinent|unable_to_walk|in_a_wheelchair ..8 because|due|after|mistake|your|botched|operation|surgery|result|neglig*|by|missed|for_life
        paralysed|paralyzed|blinded|crippled|maimed ..3 by|due|because|after|for_life|from
        left|leaving|made me|him|her|my_@kin ..2 blind|disabled|paralysed|deaf|crippled|incontinent|brain_damaged|infertile|with_brain
        can|could not ..1 walk|see|hear|speak|feel_my_legs ..2 since|after|because|never_more|again
        after|since ..3 injection|operation|epidural|op|surgery|spinal|procedure ..4 can|could|has|have|is not|never|numb|paraly* ..1 walk|see|hear|speak|feel|walked
        lost|losing|lose ..2 leg|legs|arm|foot|feet|eye|sight|baby|womb|hand|fingers|toes|kidney|hearing|vision ..8 because|due|after|missed|mistake|delay*|neglig*|sepsis|ignored|not
        missed|misdiagnosed|overlooked|failed_to_spot|not_spotted|did_not_notice|not_diagnosed|failed_to_diagnose|did_not_spot|failed_to_notice|ignored|dismissed|failed_to_treat ..5 sepsis|stroke|heart_attack|cancer|meningitis|tumour|tumor|fracture|broken|bleed|appendicitis|clot|ectopic|aneurysm|pre_eclampsia|cauda_equina|internal_bleeding|perforat*|torsion|infection_in
        sepsis|stroke|heart_attack|cancer|meningitis|tumour|clot|appendicitis|aneurysm ..6 missed|misdiagnosed|overlooked|not_spotted|ignored|not_picked_up|dismissed
        now|is|now_it_is terminal ..6 missed|because|mistake|delay|you|ignored
        nothing|indigestion|anxiety|virus|constipation|fine|migraine ..6 was|turned_out ..1 cancer|sepsis|heart_attack|stroke|meningitis|clot|perforat*|terminal
        botched
        said|told|told_me|thought ..8 cyst|nothing|fine|indigestion|virus|migraine|benign|anxiety|muscle ..10 spread|cancer|terminal|sepsis|too_late|stage
        ended_up|ended in|on ..1 intensive_care|icu|itu|life_support ..8 because|mistake|wrong|error|missed|ignored
        punctured|perforated|pierced|severed|nicked|cut_through ..2 bowel|lung|bladder|artery|nerve|uterus|womb|spleen
        intensive_care|icu|itu|coma|went_into_a_coma ..6 because|wrong|mistake|overdose|missed
        """,
        WELL,
    ),
    Family(
        "serious_harm",
        "a never event: wrong site, something left inside, wrong person",
        """
        wrong knee|leg|hip|eye|side|kidney|arm|hand|foot|toe|tooth|teeth|breast|ear|finger|lung|shoulder|site|ovary|testicle|organ|disc|part
        operated|operate|operation|surgery|procedure ..4 wrong side|knee|leg|hip|eye|person|patient|place|site|part|one|hand|foot|arm
        left|leaving|leave|forgot|retained|found|lost|still_had ..2 swab|swabs|sponge|gauze|instrument|needle|guidewire|guide_wire|scalpel|clamp|forceps|wire|tampon|packing|drill_bit|thing|something|piece ..2 inside|in|behind|on_xray|on_x|up|was
        retained ..1 swab|guidewire|instrument|object|placenta|foreign
        left|leaving|leave|forgot ..2 swab|swabs|sponge|gauze|instrument|scalpel|clamp|forceps|something|thing inside|behind|in
        took|taken|cut|removed|pulled|take out? the? wrong
        removed|remove|took_out|cut_out|pulled_out|operated_on my|his|her|the? ..1 good|healthy ..2 ovary|kidney|eye|leg|knee|hip|lung|breast|tooth|testicle|side|one|ear
        swab|gauze|sponge|needle|guidewire|instrument|drill_bit|packing|wire|forceps ..3 left|retained|found|still|was ..1 in|inside|behind ..1 wound|me|her|him|my|his
        implanted|fitted|given|put ..3 wrong ..1 implant|lens|hip|joint|prosthesis|pacemaker|embryo|blood
        wrong blood|baby|body|embryo|patient_operated
        scan|xray|x_ray|biopsy|test|result|results|report ..4 wrong person|patient|name
        feeding_tube|ng_tube|tube ..3 into|in ..2 lung|lungs
        burn|burned|burnt|scalded|scald|on_fire me|him|her|my ..6 theatre|operation|surgery|bath|hot_water|hot_tea|drink
        """,
        TOLD,
    ),
    Family(
        "unsafe_care",
        "no one, or far too few, to keep people safe",
        """
        not|only|just|with|left_with|was ..1 one|1|a_single|a|two nurse|nurses|member_of_staff|doctor|midwife|carer|hca|staff|trained|qualified|registered ..4 for|to|on|all ..3 patients|ward|night|residents|beds|20|22|24|25|26|28|29|30|32|34|36|40|twenty|thirty|people|unit|floor|shift
        one|two nurse|nurses|carer|carers|staff ..4 for|to|between ..1 twenty|twenty_eight|thirty|forty|20|22|24|25|26|28|29|30|31|32|33|34|35|36|40|fifty
        no|not_one|not_a_single|without|zero ..1 nurse|nurses|staff|doctor|doctors|member_of_staff|midwife|carer|trained_staff|qualified_staff|qualified|registered_nurse|one|person ..4 all_night|overnight|at_night|from_midnight|through_the_night|night_running|during_the_night|until_morning|the_whole_night
        all_night|overnight|at_night ..2 no|not ..2 staff|nurse|nurses|doctor|doctors
        nobody|no_one ..4 ward|unit|floor all_night|overnight|at_night
        no qualified|trained|registered|permanent staff|nurse|nurses|midwife|midwives|doctor ..3 on|shift|at|night|duty
        nobody|no_one|not was|is|were|felt safe
        patients|it|ward|staffing|care|shift|unit|levels|home|department|place is|are|was|were|be|being ..2 dangerously|unsafe|not_safe|dangerous
        dangerously|unsafe|unsafely low|short|understaffed|under|staffing|short_staffed|levels|overcrowded|discharge|ratio|busy
        accident|death|disaster waiting_to_happen
        someone|somebody|patient|people|patients will|is_going_to|could|going_to die|get_hurt|be_killed|come_to_harm
        """,
        TOLD,
    ),
    Family(
        "unsafe_care",
        "dirty or failed equipment, infection, premises",
        """
        used|dirty|old|same|unsterile|bloody|contaminated|rusty|reused|second_hand|bent needle|needles|syringe|syringes|instruments|scalpel|equipment_on|gloves|cannula|sharps
        needle|needles|sharps|syringe|syringes|scalpel ..3 on|in|under|left|lying ..1 the|my|his|her floor|bed|bedding|sheets|bin|bag|corridor|ward|chair|locker
        blood ..4 on|over|all_over ..1 needle|needles|instruments|equipment|gloves|floor|walls|bed|sheets|trolley|curtain|curtains|mattress|chair ..3
        needle|needles|instruments|equipment|gloves|gown|probe|syringe ..5 dirty|not_new|not_clean|not_sterile|covered_in_blood|bloody|patient_to_patient|not_changed|reused|used_before|unsterile|was_not_new
        needle|cannula|syringe|tube|instrument ..6 floor ..6 in|into|used|put
        same needle|needles|gloves|syringe|instruments|cloth ..5 patient|patients|me|another|everyone|used
        gloves|hands ..4 not|never wash*|chang*
        did|not|never not|never ..1 wash|washed|washing|change|changed|changing|sanitise ..1 hands|gloves ..3
        instruments|tools|kit ..3 coming_back|came_back|were|are ..1 dirty|unsterile|rusty|bloody
        rats|rat|mice|mouse|cockroach*|maggots|vermin|infestation|bed_bugs|bedbugs|asbestos|sewage|raw_sewage
        machine|equipment|ventilator|monitor|generator|power|lights|anaesthetic_machine|scanner ..3 broke|failed|stopped|cut_out|went_off|exploded ..3 during|in|while|middle|half_way ..3 operation|surgery|theatre|procedure|labour|birth|treatment
        equipment|device|machine failed|failure|malfunction*
        ceiling|roof ..3 collapsed|falling|fell|coming_down|caved
        oxygen|defibrillator|defib|monitor|ventilator|suction|hoist|call_bell|alarm|call_button|buzzer|crash_trolley|resus|pump|syringe_driver|ecg|crash_bell|emergency_bell|fire_exit|fire_door|fire_doors|bed_rails|wheelchair_brakes|stretcher ..4 empty|broken|broke|not_working|failed|snapped|missing|collapsed|not_work|faulty|did_not_work|ran_out|does_not_work|was_not_working|blocked|locked|no_battery|dead_battery|unplugged|out_of_reach|flat|died|stopped
        no oxygen|defibrillator|suction|crash_trolley|resus|call_bell|working_monitor|defib
        crash_trolley|defibrillator|resus_trolley ..3 no|not|without|empty|missing
        hoist ..2 snapped|broke|collapsed|dropped|failed|gave_way
        dropped her|him|me|my_@kin|a_patient|my_baby|the_baby ..3 from|hoist|floor|on|out|while|off|down
        outbreak ..4 norovirus|covid|mrsa|infection|ward|diff
        caught|got|contracted|picked_up|given|developed|gave_me|gave_him|gave_her ..2 mrsa|c_diff|cdiff|sepsis|norovirus|infection|septic* ..4 ward|hospital|dirty|operation|theatre|because|wound|dressing|cannula|from_the
        blanket|linen|sheets|bed|mattress ..4 blood|faeces|someone_elses|previous_patient|last_patient
        """,
        TOLD,
    ),
    Family(
        "unsafe_care",
        "sent away while very ill, or left with no one looking",
        """
        sent|sending|discharged|discharge|thrown|kicked|turfed|chucked|send|put|released ..3 home|out|away|discharged|of_hospital|in_a_taxi ..9 could_not_stand|can_not_stand|could_not_walk|not_stand|hardly_stand|not_walk|not_fit|unfit|bleeding|cannula|drip|confused|still_ill|very_ill|too_ill|temperature|unconscious|sepsis|collapsed|could_hardly|could_barely|barely_walk|unable_to_walk|unable_to_stand|vomiting|in_agony|not_well_enough|seizure|pneumonia|stroke|broken|heart_attack|unwell|infection|fever|not_safe|still_in
        discharged|discharge|discharging|discharges ..4 not_fit|unfit|too_early|too_soon|still|with_a|unsafe|unsafely|when|while ..4 temperature|bleeding|go|pneumonia|sepsis|infection|ill|unwell|cannula|stand|walk|resus|collapsed|home|pain
        discharged|sent_home|discharge ..12 readmitted|back_in_resus|rushed_back|back_in_a|back_in_ae|blue_light|blue_lighted|999|intensive_care|collapsed|next_day ..1
        unsafe discharge
        sent|discharged|discharge|discharging|kicked|sending ..4 while|when|still|whilst ..3 still|having|vomiting|bleeding|confused|ill|seizures|fitting|unwell|delirious|in_pain|agony|could
        left|leave|still_had|forgot|went_home ..2 cannula|drip|catheter|line|needle ..2 in ..3 arm|hand|sent|home|discharged|went|his|her|my|me
        turned|sent ..1 away ..8 heart|stroke|sepsis|suicid*|bleeding|chest_pain|meningitis|collapsed|died
        nobody|no_one|not|never ..1 did|done|took|do|taken ..2 obs|observations|blood_pressure|sats|temperature ..4
        nobody|no_one|not|never ..1 checked|monitored|did_obs|doing_obs|took_his_obs|did_the_obs|observed ..3 night|hours|her|him|me|obs
        heart_rate|blood_pressure|sats|obs|observations ..4 not|ignored|missed|never ..2 done|ignored|taken|recorded
        told|made|asked|forced to ..1 discharge|send ..3 not|unfit|before|too
        left|waited|waiting ..5 hours|12_hours ..8 chest_pain|heart_attack|stroke|sepsis|bleeding_out|haemorrhage
        ignored ..4 chest_pain|heart_attack|sepsis|stroke|bleeding|seizure|seizures|haemorrhage
        refused|would_not|will_not ..2 ambulance|send_an_ambulance|treat ..6 chest_pain|stroke|dying|heart_attack|breath*|bleeding
        ambulance ..3 took|taking|never_came|did_not_come|hours ..6 stroke|heart_attack|dying|died|dead|hip|floor
        """,
        TOLD,
    ),
    Family(
        "neglect",
        "left in urine, faeces or dirt",
        """
        left|leave|leaving|lay|laid|lying|laying|sat|sit|sitting|found|was|were|is|are|him|her|me|stayed|been|kept|spent ..3 in|with|covered ..2 own|her_own|his_own|my_own|their_own|a|the|his|her|my|same ..2 @wet
        left|leave|leaving|lay|laid|lying|sat|sitting|found|kept ..6 in|covered ..1 wet|soiled|dirty|soaking|filthy|soaked ..2 bed|pad|pads|nappy|nappies|sheets|clothes|nightie|bedding|chair|pyjamas|gown|knickers|nightdress|pants
        covered|sitting|lying|laying|lay|left|sat|laid|soaked in ..1 faeces|urine|wee|pee|mess|vomit|own_blood|sick|poo
        i|she|he|they|mum|dad soiled|wet|messed @self|the_bed|my_bed|her_bed|his_bed ..4 nobody|no_one|because_no|because_they|waiting|when_no|for_hours
        nobody|no_one|hours|waiting|not_come|ignored|rang|pressed ..8 wet|soiled|messed @self|the_bed|my_bed
        told|tell|telling|said ..2 to? go|wee|pee|do_it|wet in ..1 bed|pad|nappy|pads|it
        left ..4 on ..1 commode|toilet|bedpan|bed_pan ..4 hour|hours|minutes|ages|and|with|alone|for|forgotten
        not|never been|had|having|given|be ..1 wash*|bath|shower|changed|cleaned|turned|moved|bathed ..3 for? ..1 week|days|weeks|two|three|four|five|since|all
        without|no ..1 wash|washing|bath|shower ..3 days|week|weeks|food|drink
        days|day|week|hours without food|water|drink|wash|washing
        not been? ..1 washed|changed|bathed|cleaned|turned ..3 days|week|weeks|since|all_day|hours|all_night|once
        filthy|stank|stinking|dirty|smelt|smelled ..8 not_been_washed|not_washed|nails|matted|unwashed|never_washed|own
        """,
        TOLD,
    ),
    Family(
        "neglect",
        "no food, drink or help to eat",
        """
        without|no food|water|drink|fluids ..6 hours|days|day|night|long|trolley|all|because|week
        no food no|or|and water|drink
        without|denied|refused ..1 food|water|drink|eating ..1 and|or food|drink|water
        not|never ..1 given|offered|got|had|get|give|gave|gived|feed|fed|eaten|bring|brought|have ..2 anything_to_eat|anything_to_drink|food|any_food|water|a_drink|meals|fluids|a_meal ..3 food|drink|water|eat|all_day|for|days|hours|drink
        not|never give|gave|given|giving|offer|feed ..1 me|her|him|them|mum|dad|us|any food|water|a_drink|anything_to_eat|anything_to_drink|drink|meals|to_drink|to_eat
        nobody|no_one|not|never|none|staff ..1 fed|feed|feeding|fed_him|fed_her ..1 her|him|them|me|mum|dad|patients|residents|my
        could|can|can_not|unable not|to ..2 feed himself|herself|him_self|themselves ..6 nobody|no_one|not|left|help*|taken
        food|meal|meals|dinner|tray|lunch|water|drink|drinks|jug ..6 taken_away|took_it_away|untouched|out_of_reach|could_not_reach|can_not_reach|out_of_his_reach|out_of_her_reach|not_reach|took_away
        water|drink|buzzer|bell|food ..3 out_of_reach|out_of_his_reach|out_of_her_reach|beyond
        nobody|no_one|not|never ..1 gave|give|gives|giving|brought|bring|offered|got ..1 her|him|me|them|mum|dad|my_@kin ..1 any|a|some|enough? ..1 drink|drinks|water|food|meal|meals|dinner|breakfast
        nobody|no_one|not|never ..1 had|have|has given|give|brought|offered ..1 her|him|me|them|mum|dad ..1 a? drink|water|food|meal
        tongue|mouth|lips ..3 leather|cracked|parched|dry ..6 drink|water|nobody|no_one|not
        not|never been|being|getting fed
        not|never|nothing|no ..3 eat|eaten|food|drink|drunk|fed ..2 since yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|breakfast|she_came|he_came
        begged|begging|crying|cried|asking|asked|pleading|pleaded ..3 for ..1 water|drink|food|toilet|help|pain_relief ..6 ignored|hours|all_night|nobody|no_one|not|all_day
        dehydrated|malnourished|starved|starving|dehydration|malnutrition ..6 not|because|nobody|no_one|hospital|ward|home|staff|when|carer*|care
        lost ..1 stone|weight|2_stone|kilos|kg ..6 nobody|no_one|not|because|fed|food|starv*
        starved ..2 for|by|of|all ..1 days|day|hours|them|hospital|ward
        going|go|goes|went|left without food|water|drink|eating
        """,
        TOLD,
    ),
    Family(
        "neglect",
        "bell or cries ignored, left in pain, on the floor, unturned",
        """
        @bell ..6 hours|all_night|all_day ..5 nobody|no_one|not|never|ignored|came|come|answer*|before
        pressed|rang|ringing|pressing|rung|buzzed|pulled|using ..2 @bell ..8 nobody|no_one|ignored|never_came|not_come|not_answered|did_not_come ..4 hours|hour|soiled|wet|all|at_all|came|come
        @bell ..3 ignored|unanswered|not_answered|never_answered|not_being_answered|turned_off|switched_off|out_of_reach|taken_away|moved_away
        ignored|ignore|ignoring|walked_past|walking_past|walk_past ..4 @bell|buzzers|bells|cries|screaming|shouting_for_help|shouts|call_bells
        shouting|shouted|crying|screaming|screamed|cried|calling|begging|shouts|called for ..1 help|nurse|hours|toilet ..6 walked|ignored|nobody|no_one|hours|left|past|came
        left ..6 shouting|crying|screaming|calling ..4 help|hours|pain|nurse ..6
        left ..3 in ..2 agony|pain|excruciating_pain|severe_pain ..3 hours|all_night|all_day|without|nobody|no_one|days|for
        left|lay|lying|laid|laying ..2 on ..1 floor ..3 for|all|until|from|till|overnight ..2 hours|night|morning|hour|long|day|midnight|breakfast|minutes|evening
        left|lay|lying|laid|laying|was on ..1 floor ..3 for|all|until ..2 hours|night|morning|hour|long|day
        left alone|unattended|lying|on_a_trolley ..5 hours|all_night|days ..6 food|water|toilet|blanket|drink|pain|nobody|no_one
        pressure|bed sore|sores|ulcer|ulcers ..8 not|nobody|no_one|never|because|turned|neglect|hospital|developed|home|staff|grade|left
        bedsore|bedsores ..8 not|nobody|no_one|never|because|turned|neglect|hospital|home|staff|left
        grade|stage|category 3|4|three|four|2|two|iii|iv ..1 pressure|sore|ulcer|bed|bedsore
        got|gave|has|developed|given|covered|have|with|getting|came ..4 bedsore|bedsores|pressure_sore|pressure_sores|bed_sore|bed_sores|pressure_ulcer|pressure_ulcers
        nobody|no_one|not|never turned|moved|repositioned|turn her|him|me|mum|dad|them
        no_one|nobody ..2 been near|to_see ..1 her|him|me|mum|dad
        refused|refuse|would_not|will_not|did_not ..2 help|take|let ..3 toilet|to_the_loo|commode ..3 told|so|and|wet|soiled|nappy
        neglected|neglecting|neglect|neglectful|negleted
        put to bed ..3 3|4|5|three|four|five|in_the_afternoon ..6
        skin ..3 broken|raw|red ..4 wet|nappy|pad|urine|not|never|left
        left ..2 to_rot|to_suffer|for_dead
        """,
        frozenset({"negated", "praised"}),
    ),
    Family(
        "medicine_error",
        "the wrong medicine, dose, person or time",
        """
        wrong ..1 @medicine
        ten_times|10_times|five_times|far|hundred_times too_much|too_many
        insulin|morphine|heparin|potassium|drug|medicine ..6 wrong syringe|vial|ampoule|bag|line
        wrong strength|dosage|drip|blood|amount|syringe ..4 @medicine|insulin|given|gave|transfusion|for|of|prescribed|my
        @medicine ..4 wrong|mixed_up|mix_up|muddled|swapped|got_mixed ..2 person|patient|dose|one|another|up|man|time|lady|strength|with
        given|gave|got|getting|give|had|handed|taking|administered|taken ..3 another|someone_elses|someone_else|somebody_elses|other_patients|the_next|next_doors|meant_for ..3 @medicine
        given|gave|give|got ..4 @medicine|insulin|tablets ..2 meant_for|belonging_to|for|prescribed_for|of ..3 lady|man|another|someone_else|other|next_bed|next|else
        twice|double|two_times|ten_times|10_times|too_much|too_many|five_times|three_times|tenfold|100_times the|his|her|my|of|as_much? ..2 dose|amount|dosage|morphine|insulin|medicine|medication|tablets|warfarin|strength|paracetamol
        @medicine ..2 twice|two_times|double|ten_times|10_times|too_much
        doubled|tripled|halved ..1 my|his|her|the|mums ..1 dose|medication|tablets|insulin|morphine
        overdose|overdosed|overdosing ..4 by_the|by_staff|nurse|doctor|hospital|ward|pharmacy|on_the_ward|in_hospital|him|her|me|gave
        gave|give|given|prescribed|prescribe|put_on|had|administered|offered|injected ..5 allergic
        allergic|allergy|allergies ..6 gave|given|prescribed|anyway|again|ignored|still_gave
        given|gave|prescribed ..3 penicillin|antibiotic|antibiotics|medicine|drug ..4 although|even_though|despite|when ..8 allerg*
        forgot|forgotten|missed|omitted|forget|failed_to_give|did_not_give|not_given|never_gave|never_given|not_giving|not_get|without|withheld|stopped|skipped ..2 his|her|my|mums|dads|the|any? ..2 epilepsy|insulin|parkinsons|parkinson|parkinson's|heart|blood_pressure|anti|warfarin|seizure|diabetes|diabetic|morphine|regular|essential ..2 tablets|medicine|medication|meds|insulin|for|tablet|drugs|all|doses|dose|days|three|two
        @medicine|meds ..4 not_given|signed_for|never_given|not_being_given|were_missed|was_missed|been_missed|forgotten|not_been_given|were_forgotten ..1
        signed|signing for and not
        pharmacy|chemist|pharmacist|dispensed|gp|doctor|nurse ..4 wrong ..2 strength|tablets|medicine|medication|prescription|drug|dose|bottle|inhaler|one
        home|left|given|with|sent ..4 someone_elses|someone_else|another_patients|somebody_elses|other_peoples ..1 @medicine|medicines
        mixed|mixing|mix|muddled|swapped|got ..2 up ..2 my|his|her|the|patients|our|two|medication|medicines? ..1 @medicine ..3
        medication|medicine|prescribing|drug|prescription|dispensing|dosage|dose error|errors|mistake|mistakes|blunder|mixup|mix_up
        mistake|error|blunder|mistakes|errors with|in|over my|his|her|the|mums|dads|our|prescribed? ..1 @medicine
        blood|transfusion|insulin ..2 wrong|for_someone_else|another_patient ..3 patient|type|group|syringe|transfusion
        wrong vaccine|injection|eye_drops|cream|baby_milk|blood_transfusion|insulin
        wrong ..1 transfusion|iv|anaesthetic
        wrong meds|med|pills
        """,
        WELL,
    ),
    Family(
        "medicine_reaction",
        "a bad reaction to a medicine or device",
        """
        bad|severe|serious|terrible|awful|horrible|horrendous|violent|nasty|anaphylactic|allergic|extreme|dreadful|life_threatening|adverse ..1 reaction|reactions|side_effects|side_effect ..3 to|from|after|the|of|and|that|with|with_the|on|.
        side effects|effect ..4 bad|terrible|awful|horrendous|unbearable|severe|horrible|dreadful|ruined|worse|ruining|made|destroyed|hell|so|intolerable|killing
        suffered|suffering|having|had|got|get|experienced|experiencing|with ..2 terrible|awful|severe|bad|horrible|horrendous|serious|unbearable ..1 side effects
        anaphylaxis|anaphylactic
        @medicine|cream|patch ..2 gave|caused|causes|gives|giving|triggered ..4 reaction|side_effects
        @medicine|drug|patch|statins|cream ..4 made|makes|gave|gives|caused|causes|causing|brought|sent|giving|left|making ..1 me|him|her|my|mum|dad ..4 ill|sick|fits|seizure|seizures|rash|hallucinat*|swell|swollen|worse|vomit*|collapse*|out|suicidal|pass_out|faint|hives|blisters|fit|bleed|violently|palpitations|into|with
        @medicine ..6 tongue|face|throat|lips|skin|mouth ..2 swell|swelled|swollen|big|peel*|blister*|closed|closing|burning|burn|bled|bleed|rash
        throat|tongue|face|lips|mouth|skin ..3 closed|swelled|swollen|swell|blistered|peeled|came_up|puffed|closing ..5 after|from|since|when|with ..4 @medicine|cream|patch|scan_dye|new
        blisters|hives|rash|burns|swelling|welts ..4 from|after|since ..3 @medicine|cream|patch|ointment|dressing|vaccine|new
        since|after|from|ever_since ..2 starting|started|start|taking|taken|put_on|having ..4 @medicine|antidepressant|antidepressants|hrt|pill|patch ..6 sees|seeing|suicidal|can_not|fits|bleed*|hallucinat*|sick|shak*|rash|worse|confused|collaps*|swollen|faint*|not|never|zombie
        pacemaker|defibrillator|insulin_pump|pump|device|stent|implant ..2 stopped|failed|packed_up|malfunction*|broke ..8 passed_out|collapsed|faint*|ill|hospital|and_i|sick
        rash|hives|swelling|swollen|blisters|hallucinations|seizure|seizures|fits|palpitations|convulsions ..4 from|after|because_of|caused_by|due_to|since|when_i_took|on ..3 @medicine
        @medicine ..6 poisoned|poisoning|made_me_ill|nearly_killed|put_me_in_hospital|put_him_in_hospital|put_her_in_hospital|ended_up
        since|after|from|ever_since ..3 mesh|implant|pacemaker|coil|copper_coil|hip_replacement|stent|device|breast_implants|insulin_pump|iud|mirena ..8 agony|pain|bleeding|ill|infection|infected|can_not|worse|poison*|collapsed|allergic|sick|never
        mesh|implant|implants|pacemaker|coil|device|stent|prosthesis|pump|metal|filler ..6 poison*|failed|broke|broken|leaked|leaking|ruptured|eroded|agony|faulty|recalled|fractured|perforat*|infected|migrated|rejected
        reaction|reacted ..3 badly|to ..3 @medicine|anaesthetic|dye|contrast|vaccine|antibiotic|new|patch|latex
        reacted ..1 badly ..2 to
        """,
        ENDED,
    ),
)
