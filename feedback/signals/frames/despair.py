"""Suicide and self-harm, told in any words. What is over, or a wish denied, is quiet."""

from feedback.signals.frames.meaning import Meaning

TOLD = frozenset({"over"})
PARTED = frozenset({"over", "praised"})  # "we said goodbye to mum in peace, thank you"

MEANINGS = (
    Meaning(
        "self_harm",
        "a way to die and the intent or act",
        """
        9 @pills box|boxes|bottle|packets|strips|stash|loads vodka|whisky|gin|wine|tonight|alcohol|booze|in_front_of_me|ready|lined_up -prescription -collect
        9 @intent @leap @off @method_place
        7> @leap @off bridge|motorway|cliff|cliffs|roof|multistory|multistorey|multi_storey|railway|train|lorry|traffic|viaduct|flyover|ledge|railway_line|tracks|tower_block|weir
        11 drove|drives|drive|crash|crashed|walked|stepped|drove_into @method_place on_purpose|deliberately
        7 @dear bridge|ledge|tracks|railway_line|cliff|viaduct|motorway_bridge on|off discharged|police|edge|found|again|talked|sent_home|hours_later
        6> is|am|was|are|sat|stood|up on|at roof|ledge|bridge|cliff|tracks|balcony|motorway_bridge|railway_line|window_ledge -ward -ward_is -clinic -garden -near -garden -helipad -past
        9 got|have|has|holding|put|holds|holding_a|with knife|blade|razor|scissors|rope|belt|cord|bag to|against|on|at|round|over|around wrist|wrists|throat|neck|my_head|his_head|her_head -seat -parking
        9> @dear|i on|at bridge|motorway_bridge|cliff_edge|viaduct|train_line|railway_line|train_tracks|ledge hours|after|discharged|now|again|police|tonight|last|sat|alone
        14> discharged|sent_home|let_out|turned_away @dear|they|i bridge|motorway_bridge|cliff|viaduct|railway|tracks|river|roof -live
        8 @tool @own_body @intent|tied|put|wrapped|round|found|deeper|going
        9 found|hid|hidden|hides|bought @dear|i rope|noose|razor|blade|blades|ligature|ligatures|razor_blades -cable -shave -shaving
        10 tie|ties|tied|tying @tool round|around|door|bed|handle|neck|rail|tap|again
        8 locked_herself|locked_himself|locked_myself|barricaded @pills|@tool
        8 deeper|again|every razor|blade|lighter|sharpener|glass
        9> @first|@dear @swallow @lots @pills
        8> @swallow @lots @pills -hours -biscuits -packed -nurse -doctor -gave -given
        9> @swallow @pills @lots -hours -biscuits -prescribed -daily -a_day -morning
        10 @swallow @pills sick_now|sleepy|on_purpose|too_many|not_coming_back|goodbye|drowsy|scared|alone|bathroom|not_tell|have_not_told
        8 @pile @pills|@tool -cupboard -pharmacy -money
        """,
        TOLD,
    ),
    Meaning(
        "self_harm",
        "the intent said outright, by oneself or told by another",
        """
        7 @intent @end_self
        9 help|helps|helped|asks|asking|asked|begging|begs die|end_my|end_it|end_her_life|end_his_life|kill_him|kill_her|go_to_switzerland|dignitas me|her|him|wife|husband|mum|dad -before_he -before_she
        10 @end_self @soon
        8 @tell @end_self @dear|i
        10 @voices @harm_verb @tell
        8 @dear|i|my|been @cutting own_arms|my_arms|her_arms|his_arms|arms|wrist|wrists|thighs|thigh|my_legs|her_legs|his_legs|@self|my_skin|my_own_skin @repeated -shaving -falling -fell
        8 bang|bangs|banging|headbutting|hitting|punching|biting|burning|scratching|hurting @self|his_head|her_head|my_head|own_head wall|again|keeps|until|every|blood|bleeds
        6 picked|set|chosen|got|have|has date|plan|planned|day|method|way die|suicide|end|kill|how|where|when -care_plan -appointment -birth_plan
        8 @lastly @intent|@soon|@no_point|@life|i|he|she -appointment
        8 tonight_is_the_night|made_my_peace|last_message|bye_world|goodbye_world|find_my_body|find_me|know_exactly_how|worked_out_how i|you|dead|to|do
        """,
        TOLD,
    ),
    Meaning(
        "self_harm",
        "farewells and affairs put in order",
        """
        11 @farewell_act @farewell @farewell_why
        8 @farewell_act letter|letters|note|notes kids|children|family|mum|funeral|goodbye|sorry|everyone
        8 giving_away|given_away|gave_away|gives_away @farewell
        9 said|saying|says|say|sent|texted|text goodbye|goodbyes|sorry_for_everything|bye_forever|farewell @dear|i|everyone|not_coming|loved|tonight -nurse -staff -peacefully -mum_before -when_i_left -at_the_door -cheerful
        10 tell|told @dear|grandchildren|kids|children|everyone|dog loved|love|sorry phone|gone|hung|forgive|goodbye
        8 gone|dead by weekend|monday|friday|christmas|morning|tomorrow|sunday|tonight|tuesday|wednesday|thursday|saturday|birthday -pain -swelling -rash -was -had
        """,
        PARTED,
    ),
    Meaning(
        "self_harm",
        "no point, no future, a burden, wanting it to stop",
        """
        8 nobody|no_one|not notice|miss|care|know never_woke|not_wake|not_woken|woke_up|disappeared|died -operation -nurse
        8 @wish someone|somebody|doctor|you finish_her_off|finish_him_off|finish_me_off|put_me_down|put_me_out|end_it|help_me_die|kill_me -pain
        8 thinks|think|thinking|talks|talking|obsessed|dreams about|of dying|death|being_dead|not_being_here|her_funeral|his_funeral|my_funeral -hospice -cancer -nurse -leaflet -group -scared -afraid
        7 @no_point @life -parking -queue -appointment -hold -phone -work -ringing
        6 @no_point living|alive|life|existing|waking|wakin|wake|world|this_world|suicide|die|dying
        7 @wish @stop_it -pain_relief
        8> @wish god|lord|someone|somebody|they|truck|car|lorry|bus|cancer take_me|kill_me|end|take_him|run_me_over|hit_me|would_just_hit|would_run
        8 @better @gone @dear|i|everyone|me|family|kids|world|they
        8 @better without me|him|her|us world|everyone|family|kids|they|off|you|all|wife|husband|children|mum
        8 world|everyone|family|kids @better not_in_it|was_not_in|were_not_in|if_i|without_me
        8 @left_me @alone
        8 @left_me alive|dog|cat|kids|children|mum|killing|suicide|from
        8 not_deserve|hate|disgust|loathe|can_not_stand|can_not_live_with live|alive|myself|to_be_here|breathe|exist|being_alive|my_life|himself|herself|being_me
        8 nobody|no_one|none|not needs|need|miss|missed|notice|care|want|wants|love|loves|loved me dead|gone|anymore|any_more|if|alive|now|anyway|died|disappeared
        7 rather|prefer|choose die|be_gone|be_dead now|own_terms|than|this|peace -home
        9 @wont_live @then_die
        8 what_is|what|whats|why|see use|point|bother living|alive|trying|wanting|any_more|anymore|waking|wakin|wake|being|fighting|life|stop|go_on -complaining -parking -appointment
        7 can_not|could_not|not face|bear|stand|carry|cope|keep another|much_longer|tomorrow|life|living|this_pain|fighting|being_alive -parking -walk -wait -clinic -queue -stairs -standing
        6 want|wants|wish|wanting be|to go dad|mum|wife|husband|heaven|jesus|god late|dead|joining|join|to_be_with|be_with
        6> not safe tonight|from_myself|alone|myself|on_my_own|on_his_own|with_myself|left -discharge
        7 tired|sick|weary|exhausted fighting|living|life|existing|everything|my_own_head|being_here|breathing decided|tonight|so|of|with -waiting
        """,
        TOLD,
    ),
)
