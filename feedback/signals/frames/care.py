"""Neglect, serious harm and unsafe care, told in any words. Praise in the same sentence is quiet."""

from feedback.signals.frames.meaning import Meaning

WELL = frozenset({"praised"})

MEANINGS = (
    Meaning(
        "neglect",
        "left wet, soiled, unwashed, or told to go where they lie",
        """
        12 @left @own @wet -baby_wipes
        9 @left @wet @duration @dear|i|me|him|her|my|patient|patients -appointment -parking -trolley_wait
        13 @wet @duration still|yesterdays|been_like|been_like_it|down_his_front|down_her_front|hours|morning|gone_cold|solid|so_long @dear|i|my|carers|nappy|pad|he|she -baby_slept -chart
        8 @told_to @soil
        10 @bell @soil
        10 @nobody @soil @bell|came|come|help|time -had_to_wait
        9 i|we|family|daughter had_to|having_to change|clean|wash|feed|toilet|shave him|her|dad|mum|nan|husband|wife|nappy|pad myself|ourselves|nobody|solid|herself|no_one
        15 not|never|nobody|no_one|without|no @wash @duration -lab -results -sheets_are -dressing -day_off
        10 @wash @duration not|never|no|nobody|without he|she|mum|dad|nan|gran|grandad|my|i|had|been -change -dressings -lovely -appointment
        """,
        WELL,
    ),
    Meaning(
        "neglect",
        "no food, no drink, no help to eat, wasting",
        """
        9 thirsty|parched|hungry|starving so|that drank|ate|licked|begged|vase|tap|toilet|crying|someone -delicious
        10 @not_help @eat @cannot_self
        9 nobody|no_one|never helps|help|helped|feeds|feed|fed|sits|gives eat|drink|water|feeding|meals|meal|food|fed|drinks
        9 @eat @not_help @duration @dear|me|i|trolley|patient|my -fasting -nil_by_mouth -appointment -cafe -vending -machine -parking
        9 @eat take_it_away|took_it_away|taken_away|takes_it_away|out_of_reach|other_side_of|could_not_reach|can_not_reach|untouched|far_side|across_the_room her|him|mum|dad|he|she|nan|i|me|they
        8 @lose stone|kilos|kg|weight @dear|my|he|she in_there|hospital|home|ward|fed|since|weeks|starving|care -diet -slimming -class -team -clinic -programme -help -gastric
        8 skin_and_bone|skin_and_bones|skeleton|emaciated|malnourished|dehydrated|dehydration|malnutrition|starving|stick_thin hospital|ward|home|in_there|care|kidneys|weeks|admitted|found|staff|they|nobody|not -i_was_dehydrated_so -drip_helped
        8 @thin @nobody drink|drinks|water|eat|feed|fed|food -chapped
        8 missed|misses|skipped|without every|dinner|meal|meals|lunch|food|breakfast week|days|asleep|all|day -ward_round
        """,
        WELL,
    ),
    Meaning(
        "neglect",
        "sores, pain and cries ignored, left where they fell",
        """
        7 nobody|no_one|never|nurses_ignore|staff_ignore answers|answer|answered|comes|came|responds buzzer|bell|call_bell|button|buzzers|bells|call_bells -doorbell -phone
        9 @sore @sore_why @dear|my|her|his|has|got -throat -mouth -arm -eyes -plaster -itchy -cannula -tummy
        9 @pain @ignored @dear|i|me|patient|my|lady|man|brother|old -no_pain -parking -not_in_pain -without_pain
        9 @pain @unhelped @given_pain @duration|she|he|ignored|my -no_pain -without_pain -not_in
        9 @bell_thing @unhelped @given_pain @duration|me|her|mum|dad|he|she|my|i -never_had_to -never_needed -phone -phoned -surgery -reception -appointment -results -gp -receptionist -call_back
        8 rang|shouted|called|calling|shouting|pressing|screaming nobody|no_one came|come|comes -phone -phoned -surgery -gp -appointment -999 -ambulance
        8 nobody|no_one|not|never|no changed|changing|turned|turn|moved|cleaned pad|pads|nappy|bed|sheets|dressing|dressings|him|her|mum|dad|nan @duration -mind -appointment
        8 buzzer|bell|call_bell|buzzed|call_button|buzzing hours|hrs|hour|all_night|ages|45_minutes|40_minutes|50_minutes -visiting -every -answered_in -phone -door
        15 nappies|nappy|pads|pad|catheter put|puts|made|make|given|wear|wears not|instead|rather|easier|save toilet|loo|commode|walking|taking
        7 @bell_thing unplugged|out_of_reach|taken_off|taken_away|disconnected|moved_away|not_plugged|hidden|cut_off|tied_up
        9 @left @place_left @till @dear|i|me|my|him|her|was|been -coffee -fine -sandwiches -parking -phone -ae_staff -reception -friendly
        10 @floor @left|was|been @duration @dear|i|me|my|he|she -filthy -cleaned -third -first -ground_floor -second -top -dirty
        9 trolley|corridor|discharge_lounge|ambulance hours|hrs|overnight|days|9_til|til|till no|without|nothing food|drink|pillow|blanket|loo|toilet|tablets|water|meds|pain_relief|medication
        8 forgot|forgotten|abandoned|dumped him|her|me|mum|dad|nan|i|us|was toilet|commode|bath|shower|corridor|chair|cubicle|x_ray|theatre|room|bedpan
        8 bedpan|commode|toilet|slipper_pan so_long|hours|stuck|numb|an_hour|forgot|forgotten|ages|all_night -hours_to_find -out_of_order
        """,
        WELL,
    ),
    Meaning(
        "serious_harm",
        "a death and who is blamed, or death from what should not kill",
        """
        10 would|could|should have|of lived|survived|been_saved if|had -not_for -thanks
        9 dropped|dropping broke|broken|fractured|snapped|smashed @hurt_part|hip -phone
        16 @die @blame @dear|my|our|baby|wife|husband|patient|we|they|lost -nearly -cancer_support -peacefully -before_we_came
        14 routine|simple|minor|walking|walked op|operation|procedure|surgery|in @die|coffin|unable|paralysed|wheelchair|not_come_out|came_out|brain_damage
        9 never_woke|not_wake|did_not_wake|never_came_round operation|op|surgery|anaesthetic|theatre|procedure
        9 choked|bled|suffocated|starved|burned|froze|drowned death|died|dead -laughing -nearly -boredom
        9 found him|her|mum|dad|them|my_husband|my_wife cold|dead|blue|hanging morning|alone|bed|hours|nobody|staff|when
        8 would|should|could|might be here|alive|with_us if|now|still|today|had|somebody -not -thankful -would_not -thank -without_you
        10 stillborn|stillbirth|still_born|miscarried|lost_my_baby|lost_our_baby|lost_the_baby not|ignored|rang|nobody|no_one|sent|told|refused|after|moving|turned|fault|because -midwife_was -bereavement
        9 killed|kill my|our|him|her mum|dad|husband|wife|baby|son|daughter|brother|sister|nan|your|hospital|them|they|doctors -time -pain
        """,
        WELL,
    ),
    Meaning(
        "serious_harm",
        "an illness missed, or lasting loss",
        """
        16 @illness @missed died|dead|too_late|terminal|spread|months|stage_4|twice|paralysed|lost|nearly|liver|burst|sepsis|cancer|stroke|icu|intensive_care|times|surgery|operation|turned_out|now|stage_four|liver -screening -campaign -thankfully -caught_early -letter -appointment
        9 stroke|heart_attack|sepsis|fit|seizure|bleed ward|hospital|bed nobody|no_one noticed|until|till|morning|hours|saw|spotted|realised
        16 told|said|times|months|year|visits piles|wind|ibs|anxiety|migraine|constipation|viral|stress|muscle|cyst|nothing|lump|period|growing_pains|indigestion|cough cancer|sepsis|stroke|tumour|heart_attack|meningitis|terminal|clot|leukaemia|too_late|spread
        10 now|is|says|say it_is_too_late|its_too_late|too_late_to|too_late_for|nothing_they_can_do|inoperable|incurable|gone_to_my|spread_to gp|cancer|lump|months|year|told|doctor|times
        14 @loss @procedure|@blame @dear|i|my|he|she|now|left|baby -hearing_aid -aid -team -parking -regained -recover -loved -thank
        12 lost|losing|lose @lost_part|womb|toes|leg @blame|left|sepsis|line|delay|placenta|sent_away|missed|infection|procedure|they -weight -cleft -charity -milk
        12 starved|deprived|lack|short oxygen birth|born|baby|brain|labour|too_long|delivery|son|daughter
        9 left|now|still|ended_up with|a|in brain_damage|colostomy|stoma|bag|wheelchair|cerebral_palsy|nerve_damage|paralysis|brain_injury @blame|surgeon|nicked|forceps|because|after|botched|mistake -carrier -goody -toiletries
        10 @cut_into @organ @procedure|surgeon|they|accident|bag|during|doctor|operation -cord -nail -hair -toast
        9 agony|pain|swollen balls|testicle|testicles|appendix|leg sent_away|sent_home|lost|burst|too_late|sent_him
        """,
        WELL,
    ),
    Meaning(
        "serious_harm",
        "a never event or a fall in care",
        """
        11 @fall ward|hospital|care_home|in_there|the_home|theatre|unit|in_your_care @smash|cracked skull|hip|leg|wrist|neck|arm|head|pelvis|brain|ribs|shoulder|nose -at_home -wonderful
        7 @operated wrong @site -wrong_number -department -clinic -letter -wrong_room -ward_first -time -forms -place -end
        7 @operated @wrong kidney|leg|knee|hip|eye|tooth|teeth|breast|ovary|testicle|lung|foot|toe|arm|finger|baby|embryo|ear|level|womb -good_news -new -tooth_brush -fairy
        6 wrong|good|healthy|somebody_elses|not_hers|not_his|not_mine|was_not_hers|was_not_his kidney|tooth|teeth|leg|lung|ovary|breast|blood|embryo|eye|testicle|baby|finger|toe took|cut|removed|out|given|gave|off|home|operated|pulled|in -pressure -test -bank -count -sugar -bp
        9 @object @inside left|leave|forgot|found|still|retained|years|year|bit|piece|stitched|sewn -cannula_in_my_arm_was -bag -phone -behind_the -coil
        10 blood|transfusion|bag not_hers|not_his|not_mine|was_not_hers|was_not_his|wrong_type|wrong_group|wrong_bag|someone_elses gave|given|kidneys|got|died|reaction|transfused
        13 @fall @fall_why @smash @hurt_part|brain|bleed -at_home -playing -football -trampoline -bike -ice -skiing -horse -ladder -school -garden -street -work -gym -skating -slipped_on_ice
        10 feed|tube|feeding_tube|ng_tube|ng|food lungs|lung|windpipe put|went|wrong|into|in|down -test
        9 drop|dropped|dropping my|the|a|her|him baby|mum|dad|nan|patient|him|her head|floor|skull|broke|hip|hoist|fractured -swab -off_at -results
        9 burned|burnt|scalded|burns me|my|him|her|baby laser|hot|bath|theatre|diathermy|drink|tea|radiator|radiotherapy|water -oven -at_home -sunburn -kettle -cooking -unit
        """,
        WELL,
    ),
    Meaning(
        "unsafe_care",
        "too few, untrained or unfit to keep anyone safe",
        """
        8 no doctor|doctors|nurse|nurses|midwife|staff|cover|consultant all_weekend|all_night|overnight|weekend|night ward|unit|on_duty|home|floor -see -gp -complaints
        9 alarm|monitor|machine|alarms ringing|going_off|beeping|sounding nobody|no_one|no|not|ignored came|come|nurse|looked|bothered|hour|hours -fire -test
        10 @few @worker @vouch @crowd -appointment -needed_one -only_need
        7> one|1|two|2|only|just|no nurse|carer|midwife|hca|doctor|nurses|carers|staff @crowd -seen_by -kind -lovely
        9 midwife|nurse|carer|hca|doctor|person|one looking_after|covering|running|caring_for|for|between 4|5|6|7|8|10|12|15|20|24|25|28|30|32|36|38|40|four|five|six|eight|ten|twelve|twenty|thirty|forty women|patients|wards|labour|babies|residents|floors|homes|people|nights -seen -minutes
        8 student|trainee|junior|untrained|agency|unqualified|hca alone|on_her_own|on_his_own|unsupervised|no_supervision|first_time|never_done do|did|doing|left|epidural|procedure|surgery|needle|operation|stitches|drugs -great -brilliant
        8 nobody|no_one|not|none|no_nurse|no_doctor who_could|qualified|trained|able_to|knew_how|could_give iv|drugs|drips|resus|epidural|cannulas|syringe_driver|ventilator|catheter|oxygen|tracheostomy|peg
        13 @worker|surgeon|doctor|he|she @tired @doing_care|ward|duty|patients|night|me|shift|nurse|at_work|staff -i_fell -baby
        9 @unwatched_not @unwatched @unwatched_long -appointment -letter -gp -post -parking -reply
        9 left|leaving midwife|nobody|no_one|alone|unattended|doctor|without induced|labour|contractions|bleeding|hours|haemorrhage hours|alone|no|without -birth_partner -comfortable
        8 turned|switched|muted|silenced|unplugged alarm|alarms|monitor|monitors|sensor|buzzer off|annoying|noise|noisy|down|sleep -fire_alarm_test -phone
        """,
        WELL,
    ),
    Meaning(
        "unsafe_care",
        "dirty, broken, contagious, or put where no one can see",
        """
        7 needle|needles|syringe|cannula|swab|instruments|scalpel already_used|used_before|been_used|not_new|reused|second_hand|used_on|unclean|filthy|unwashed
        8 nobody|no_one|never|not|without wash|washed|washing|sanitised|changed hands|gloves nurse|doctor|staff|dentist|she|he|they|surgeon|patients -my_hands
        7 @kit @broken -phone -parking -car -lift_was -chair_lift -ticket -trolley_park -coffee -screen -self -check_in -kiosk -card -book
        8 @clinical @dirty @dirty_act -cleaned_it -toilet -toilets
        8 @dirty blood|faeces|urine|vomit floor|walls|curtain|bed|sheets|mattress|trolley|toilet|commode last|person|patient|previous|still|cleaned|days|all_over -my_blood -test -tests -pressure
        12 drop|drops|dropped|fell floor|ground picked|pick|used|carried|wiped|still|back needle|tool|instrument|scalpel|swab|catheter|dressing|tube|cannula|probe|glove|it
        9 @exposed @put_with patients|ward|bay|him|her|me|mum|dad|vulnerable|people|men|women|chemo|cancer -vaccine -jab -clinic
        9 @odd_place @no_safety @dear|i|me|my|him|her|patients|kept|put|left|son
        8 water|sewage|rain|leak pouring|leaking|dripping|coming|flooding|through light|lights|electrics|sockets|ceiling|beds|theatre -heater -jug
        7 rat|rats|mice|mouse|cockroaches|maggots|mould|mold|sewage|asbestos|legionella|bedbugs ward|kitchen|theatre|bed|room|ceiling|unit|clinic|wall|walls|floor|wound|food|cot -computer -click
        8 windows|window|exit|exits|doors wide_open|not_locked|unlocked|blocked|chained|wedged|no_lock|broken psychiatric|ward|floor|patients|fire|climb|jump|escape -fresh
        """,
        WELL,
    ),
    Meaning(
        "unsafe_care",
        "sent away unfit, or in the wrong person's name",
        """
        10> sent|send|sending|discharged|discharging|shoved @dear|him|her|me|my home|out|taxi night|3am|2am|4am|alone|nobody|no_one|still|while|bleeding|broken|confused|drip|cannula|sepsis -nurse_sent -letter -kit -text -link -form
        12 @sent_out @unfit -appointment -with_antibiotics -taxi_driver_was -kind -oxygen_at_home -feeling_well -same_day -team_visited -hamper -safely -results
        10 home|out|empty_house alone|3am|2am|4am|taxi|nightie|dementia|drip|cannula sent|put|let|discharged|left @dear|him|her|me|i -kind
        10 wheeled|taken|took|sent|prepped|called theatre|operation|surgery|scan|procedure wrong|someone_elses|another|not_my|mans|womans notes|patient|name|wristband|person|man|woman|records|file
        10 urgent|abnormal|cancer|suspicious scan|result|results|x_ray|referral|biopsy|smear|bloods nobody|no_one|not|never|lost|sat|ignored|missed looked|acted|seen|weeks|months|told|drawer|chased|read|opened|followed -soon
        8 sats|oxygen|blood_pressure|temperature|sugar|heart_rate 80|82|84|85|86|78|40|41|39|88|60|200|220|50|180|low|high home|let|sent|discharged|ignored|nobody|no_one -checked
        """,
        WELL,
    ),
)
