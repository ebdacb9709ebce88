"""Suicide and self-harm. Recall comes first: only idiom, mention, negation and what is over are let go."""

from feedback.signals.phrasebook.family import Family

PLAIN = frozenset()
TOLD = frozenset({"negated", "over"})

FAMILIES = (
    Family(
        "self_harm",
        "a wish to die, in the present",
        """
        want|wants|wanting|wanna|wish|wishes|wishing|going|ready|prefer|rather|hope|hopes|hoping|longing|long|deserve|deserves ..2 die|dead|unalive
        want|wants to_just? die|be_dead|unalive|not_exist
        want|wants|ready ..1 die|dead|death
        rather|sooner|better|easier be? ..1 dead
        better of|off ..2 dead|gone|without_me|without_him|without_her
        better i|he|she am|is|was|were dead
        easier|better|best if_..1_i|if_i ..1 was|were|am ..1 dead|gone|not_here|not_around|not_alive|not_born
        easier|better|best if_..1_i ..1 was|were not_here|not_around
        wish|wishes|hope|hopes|pray|prays|prayed i|he|she ..2 was|were|am|is dead
        wish|wishes i|he|she had_never_been_born|was_never_born|was_not_alive|was_not_here|could_die
        want|wants it_all|everything|it|my_life|this ..1 to be? ..1 over|end|finish
        wants|want|ready|rather|wish ..1 not_wake|never_wake|not_to_wake
        pray|prays|hope|hopes|wish|wishes|hoping ..4 i|he|she ..2 do|will|does|could|just|would not|never wake
        go|sleep|fall|asleep ..3 never|not ..1 wake
        dying|death|die is|would_be|seems|feels ..2 better|only|best|easier than|way|option|answer|for
        way_out|escape|answer except|but|is|other_than ..1 death|dying|dead|suicide
        for|in_order to_die
        sooner|rather die than
        i_want die
        """,
    ),
    Family(
        "self_harm",
        "not wanting to live or be here",
        """
        not|nor|never|dont ..1 want|wanting|wants|wanna|wish ..1 to? ..1 live|alive|exist
        not ..1 want|wanting|wants to? be_here|be_around|be_alive|carry_on_living|live|exist|wake_up|go_on_living ..1 more|anymore|any|no|longer
        not want|wants to? be_alive|exist|live
        not want|wants to? be here|around|on_this_earth|in_this_world
        not|never be_here|be_around at|by|for|this|next|come|when|much christmas|weekend|tomorrow|morning|week|month|birthday|longer|easter|summer|time
        not|never be_here|be_around much longer
        not|no see|sees|see_any|sees_any|have|has|reason|point|got|much ..2 reason|point|left ..1 living|live|go_on|going_on|being_here|carrying_on|being_alive|for
        no|any|the reason|point|purpose to|in|of|for ..1 live|living|go_on_living|being_alive|being_here|existing|alive|going_on|life
        not want|wants to? wake
        no|any|see|not point|reason|sense ..1 being_here|being_alive|being_around|living|alive|existing|live|go_on|carry_on
        better|sooner|rather not|never ..1 wake|exist|born|be_here
        joining|join|be_with ..1 my|him|her|dad|mum|late|husband|wife ..2 in_heaven|soon|in_the_ground|up_there|on_the_other_side
        nothing left for|but me|to_jump|to_die|to_end|death
        not ..4 make|get|last|survive it? ..1 through|the|tonight|another ..1 night|tonight|week|day|weekend
        not want|wants to_be alive|here ..1
        can|do not see ..1 point ..2 any_more|anymore|going_on|living|in_it|carrying|in_anything
        want|wants out ..2 of_this_life|of_life|of_it_all
        no|not ..1 will to_live
        lost|losing ..1 will to_live
        nothing ..2 to_live_for|worth_living
        what ..1 point ..1 living|life|being_here|being_alive|carrying_on|in_living
        life ..2 not|no|nothing|isnt worth|have_meaning|meaning|point|living
        not ..1 worth living|it_anymore|it_any_more
        can|could not ..1 live like|live_with|any ..2 this|more|anymore|pain|myself
        can|could not ..1 go_on|carry_on|keep_going|keep_on|do_this|do_it|take_it|take_this|cope|take ..2 more|anymore|longer|like_this|no|living|alive|some_days
        can|could not go_on|carry_on|face_another_day|face_tomorrow|face_living
        can|could not see_a|see_any ..1 future|way_out|way_forward|reason|point
        had|have enough of|with living|life|being_alive
        tired|sick of living|being_alive|life|existing
        hate|hates being_alive|living|my_life|his_life|her_life
        nobody|no_one|no will|would|one_would|ones_going_to ..1 miss me
        want|wanna|wants to? be gone
        done|finished with life|living|this_world
        given_up|giving_up|gave_up on life|living|wanting_to_live
        no way out ..2 for? me
        better|easier|happier ..2 if|when|without i|me|he|she ..2 was|were|is|am|wasnt|not ..2 here|around|gone|alive|dead
        off|better|easier if ..1 i ..1 not ..1 around|here|alive
        not see a|any ..1 future|tomorrow
        not|never keep|carry|go ..1 living|on_living
        can|could not ..2 living|live with|like
        burden ..8 better ..1 off|of|without
        i|he|she ..1 burden to|on my|everyone|his|her|family|them|everybody|you
        will|would|are|be|were better off|of without me
        if i disappeared|died|was_gone|were_gone
        want|going to disappear|vanish for_ever|forever|for_good
        """,
        PLAIN,
    ),
    Family(
        "self_harm",
        "an intention, threat or act of killing oneself",
        """
        kill|kills|killing|hurting|harm|harms|harming|hang|hangs|hanging|drown|drowning|gas|gassing|shoot|shooting|strangle|strangling|starve|starving|stabbing|cutting|suffocate|suffocating|electrocute|ligaturing @self
        @will|keep|keeps|kept|to|will hurt|stab|cut|burn|injure|poison|scratch @self
        i|she|he|who|daughter|son|been hurts|cuts|burns|cut @self
        i|to|my|i_will kill|hang|drown|shoot|finish|end me
        @will end|ending|finish|finishing it|my_life|his_life|her_life|their_life|life|things|everything ..1 all|tonight|today|now|soon|here|once|i|he|she|too|the_pain|if|when|because|for|myself|before|.|and|but|anymore
        end|ending|finish|finishing|ends it_all|it_al|my_life|his_life|her_life|own_life|their_life|the_pain_for_good|my_own_life|life
        end|ending|finish|finishing my|his|her|their ..1 life
        may|might as_well|just|aswell ..1 end|die|finish|be ..1 it|dead|myself|me
        @will|should end|finish it
        i_will|il|ill|he_will|she_will do|finish it ..1 i_will? ..1 kill|hang|end|jump|myself
        i_will kill my_self|myself
        i|he|she ..1 will finish it
        take|takes|taking|took ..1 own life
        take|taking my|his|her ..1 life
        commit|commits|committing|committed|attempt|attempts|attempting|attempted|make|making|do|doing|done ..1 suicide
        @will suicide
        @will ..1 jump|jumping|throw|throwing|walk|walking|step|drive|driving @self? off|of|in|under|into|from|out|infront|front ..2 bridge|train|trains|cliff|roof|car_park|window|traffic|sea|river|railway|track|tracks|canal|tree|lorry|bus|building|balcony|water|tube|rails|road|cars|motorway
        jump|jumping|throw|throwing off|of|@self_off|@self_in|@self_under|in|under|into|from|from_the|infront|in_front ..3 bridge|train|trains|cliff|roof|traffic|railway|track|tracks|balcony
        standing|stood|sitting|sat|on ..2 bridge|ledge|railway|roof|cliff|tracks|platform ..6 jump|again|edge|die|end|suicid*|over_the_edge|police
        @will hang|overdose|od|ligature|slit|self_harm|selfharm
        @will ..1 take|taking|swallow|swallowing|took all|them_all|every|a_load|loads|whole|too_many|all_his|all_her|all_my ..2 @medicine|on|at_once|them|of|sunday|monday|tonight
        saving|saved|saves|hoarding|stockpiling|collecting|stashing|storing|hiding|stockpiled|hoarded up? my|his|her|their|the|all|some ..2 tablets|pills|medication|meds|paracetamol|insulin|morphine|medicine
        got|have|has|had|with ..2 tablets|pills|rope|noose|blade|blades|razor|ligature|bleach|paracetamol in_my_hand|in_my_hands|in_his_hand|in_her_hand|ready|beside_me|next_to_me|in_front_of_me|here|round|around|and_i_will
        got|have|has|had|with|bought|tied|made|tying|found ..2 rope|noose|ligature|ligatures
        slit|slitting|cut|cutting|slash|slashing|slashed my|his|her|their ..1 wrists|wrist|throat
        drink|drinking|drank|drunk|swallow|swallowing|swallowed|swallows ..2 bleach|batteries|battery|razor|razors|antifreeze|poison|weedkiller|blades|disinfectant|glass
        wrote|written|writing|left|leaving|write|found|has|have ..2 suicide_note|goodbye_note|goodbye_letter|goodbye_letters|my_note|farewell_note
        i_will|i_am_going_to|i_am ..1 do_it|gonna_do_it ..1 i_will|kill|hang|jump|end|tonight|this_time|today|soon
        plan|plans|planning|planned ..2 to|for|of|on|an|a ..2 die|end|kill|suicide|overdose|death
        plan|plans|planning|planned ..2 overdose|suicide|death
        @will overdose
        make|making|made|do a_plan|plans to|for ..2 die|suicide|end|kill
        giving|given|gave away my|her|his|all ..2 things|belongings|possessions|stuff|jewellery|pets|cat|dog
        saying|said|say my|her|his goodbyes
        sooner|rather|want_to|going_to end|finish my|his|her|it ..1 days|self|all|now
        looking|look|looked|staring|googling|searching|researching ..4 bridge|ropes|rope|how_to_die|ways_to_die|how_to_kill|painless|methods|train_times
        top|topping|topped myself|himself|herself|my_self|him_self
        text|texted|texting|message|messaged|note|rang|phoned ..3 goodbye|good_bye
        do|doing|done something ..1 stupid|silly|to_myself|to_herself|to_himself|drastic|bad
        scared|worried|afraid|frightened|think|thinks ..2 she|he|they|i ..2 going_to|will|might|gonna|could do something|it|anything
        danger|risk to ..1 @self
        voices|voice ..4 jump|kill|die|hurt|harm|end|cut|hang|stab
        driving|drive|crash|crashing|crashed ..3 into ..2 wall|tree|lorry|bridge|pole ..3
        want|wants|wish ..3 pain|it|everything|hurt|hurting to stop|end|go_away forever|for_ever|for_good|by|and_die
        want|wants|wanting|wish|like|just to? fade_away|slip_away|die|disappear
        and|to|just die because|and_no|.|now|please|in_peace
        i_want|want|wants|wanted to? finish|finish_it|finish_my|finish_her|finish_his life|.|me|myself|everything
        tired ..2 to|of live|living|life|being_alive
        have|got|had|has a ..1 belt|rope|blade|ligature and|round
        rope|belt|cord|sheet|ligature|bag ..2 round|around|over ..1 his|her|my neck|head
        so|thats|that_is it_i_am_done|i_am_done ..3 goodbye|bye|sorry
        i_am done ..2 goodbye
        i|he|she|they|be will|would|may|might|could|shall ..2 be ..1 dead by|soon|before|next|this|in|if|tomorrow|tonight
        not|get ..2 help ..4 i_will_be dead
        i_will_be|i_am_going_to_be|ill_be|find_me|i_am_found|found_me dead
        blood ..1 on your|their hand|hands
        goodbye_cruel_world|end_of_the_road_for_me|cry_for_help|last_goodbye
        walk|walking|walked into_the|in_the|into|in|out_to ..1 sea|river|traffic|lake|canal
        til|until|till i|he|she die|dies|starve
        starve|starving @self
        tie|ties|tied|tying|put|puts|wrapped|wraps|something|things|sheet|cord|cable|bag|belt|shoelace ..2 round|around|over ..1 her|his|my|their|own neck|head|throat
        not|never safe with|from|by|around|on @self|my_own|his_own|her_own
        keep|keeping|kept|be|feel|stay @self|me|him|her safe|alive ..3 from_herself|from_himself|from_myself|tonight
        """,
        TOLD,
    ),
    Family(
        "self_harm",
        "self-harm, an attempt or suicidal feeling, however told",
        """
        suicid*
        selfharm*|unalive*
        self harm|harms|harmed|harming|harmer|injury|injured|injuring|injures|mutilate|mutilation
        tried|tries|trying|attempt|attempts|attempted to|at ..1 kill|end|hang|take|die|overdose|drown|jump|suffocate|strangle|ligature|cut @self|it_all|his|her|my|life|own|it|off|from|in|wrists
        killed|hung|hanged|drowned|harmed|starved|strangled|gassed himself|him_self|herself|her_self|themselves|themself
        harmed|killed|hanged|strangled myself|my_self
        she|he|they|i|who|been|is|keeps|keep|started|am|daughter|son|been cuts|cut|cutting|slashing|slash|slashes|scratching|burning|burn her|his|their|my|again arms|arm|wrists|wrist|legs|thighs|skin|stomach
        been|keeps|keep|started|still|am|is|back_to cutting again|myself|n|and|because|every|more
        overdose|overdosed|overdosing|overdoses
        took|taken|takes|taking|swallowed|had|have|swallows ..2 od|all_my_tablets|all_the_tablets|all_my_pills|all_his_tablets|all_her_tablets|all_my_medication|all_her_pills|all_his_pills
        took|taken|swallowed like? about? around? ..1 20|25|30|32|40|50|60|64|70|80|90|100|hundred|twenty|thirty|forty|fifty|sixty|handful|packet|box|bottle|load ..2 paracetamol|tablets|pills|ibuprofen|painkillers|codeine|meds|sleeping
        took|taken|swallowed|had ..1 packet|packets|box|boxes|bottle|handful|load|loads|lots of ..1 paracetamol|tablets|pills|ibuprofen|painkillers|codeine|meds|sleeping
        wanted|wants|want|wanting to_..1 die|end_it|be_dead|end_my_life|end_it_all
        ending|ended|ends his|her|their|my|own ..1 life
        ending|ended it all
        thoughts|feelings|ideas|urges|urge|thinking|thoughts_of of|to|about ..2 harm|harming|hurt|hurting|end|ending|dying|death|die|kill|killing|jumping|hanging
        ligature|ligatures|ligaturing|ligatured
        think|thinking|thoughts|thought|talk|talks|talking|considering of|about? ..1 ending|end it|things|everything|his|her|my
        edge ..6 death|die|dying|kill|end_it
        """,
        TOLD,
    ),
)
