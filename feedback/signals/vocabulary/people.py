"""People, and what people do to each other: blows, restraint, theft, control, sexual acts."""

_PEOPLE = {
    "carer": """
        staff nurse nurses nursing_staff hca hcas carer carers doctor doctors gp consultant surgeon porter
        porters sister matron physio anaesthetist anesthetist midwife midwives paramedic paramedics dentist
        therapist security guard guards bouncer receptionist receptionists manager worker workers helper
        helpers assistant orderly warden agency night_lot day_lot night_staff night_one big_one
        support_worker care_worker key_worker ambulance_man ambulance_woman ambulance_crew counsellor
        psychiatrist psychologist radiographer phlebotomist sonographer health_visitor social_worker student
        ward_clerk bank_nurse technician optician pharmacist chiropodist podiatrist osteopath chaplain
        volunteer driver taxi_man one_of_them two_of_them four_of_them three_of_them the_home care_home
        police officers policeman policewoman medic caregiver""",
    "they": """
        they he she it who someone somebody one_of them two people man woman bloke lad guy men women""",
    "family": """
        husband wife partner boyfriend girlfriend ex fella hubby missus son daughter brother sister nephew
        niece grandson granddaughter cousin uncle aunt auntie mother mum dad father stepdad stepmum step_dad
        step_mum stepfather stepmother in_law neighbour friend mate flatmate landlord lodger ex_husband
        ex_wife foster_mum foster_dad foster_carer foster_parents parents family relative""",
    "outsider": """
        patient visitor man woman bloke lad guy someone somebody boy girl resident youth gang stranger
        neighbour passenger relative lady gentleman drunk fella teenager people""",
    "victim": """
        me him her them us mum mother dad father nan nana gran granny grandma grandmother grandad
        grandfather grandpa husband wife partner son daughter brother sister uncle aunt auntie cousin friend
        mate neighbour resident residents patient patients people person man woman lady gentleman child
        children kid kids boy girl baby toddler nephew niece client clients colleague grandson granddaughter
        gentlemen ladies lad old_man old_lady pensioner face arm arms""",
    "dear": """
        mum mother dad father nan nana gran granny grandma grandmother grandad grandfather grandpa husband
        wife partner son daughter brother sister uncle aunt auntie cousin friend mate neighbour boyfriend
        girlfriend child baby lad boy girl niece nephew grandson granddaughter teenager resident patient he
        she him her hubby missus parents someone somebody man woman lady""",
    "child": """
        child children kid kids baby babies toddler infant newborn twins boy girl grandson granddaughter
        little_one little_ones little_boy little_girl schoolgirl schoolboy pupil teenager lad lass stepson
        stepdaughter nephew niece grandchild grandchildren granddaughters grandkids year_old yr_old yo son
        daughter sons daughters bairn wee_one under_age underage 2_year 3_year 4_year""",
    "young": """
        baby babies toddler infant newborn twins child children kid kids little_one little_ones little_boy
        little_girl bairn boy girl grandchild grandchildren son daughter lad lass stepson stepdaughter
        grandson granddaughter niece nephew year_old yr_old""",
    "self": """
        myself my_self himself him_self herself her_self themselves themself hisself me_self yourself""",
    "first": "i me my myself",
    "nobody": """
        nobody no_one none no_staff no_nurse no_nurses no_doctor no_help not_one not_a_soul never not
        without no wont nor neither nowt nothing""",
    "staff_gone": """
        nobody no_one no_staff no_nurse no_nurses no_doctor not_one not_a_soul no_help nobodys no_ones
        cannot_find_anyone is_busy are_busy too_busy on_hold not_answering not_coming not_come not_came
        will_not_come ignoring ignored ignore wait_your_turn sit_down take_a_seat told_us_to_wait
        told_to_wait told_me_to_wait hung_up not_answered wait_outside no_sign_of nobody_about no_one_about
        laughing walked_off told_us_to_sit told_me_to_sit""",
    "need_help": "please help someone anyone quick quickly hurry urgent urgently 999 ambulance now sos",
}

_VIOLENCE = {
    "strike": """
        slap slaps slapped slapping smack smacks smacked smacking punch punches punched punching kick kicks
        kicked kicking beat beats beating beaten thump thumps thumped thumping whack whacks whacked clout
        clouted clouts belt belted belting headbutt headbutts headbutted headbutting nip nips nipped nipping
        pinch pinches pinched pinching strangle strangles strangled strangling throttle throttled throttling
        shove shoves shoved shoving fling flung flings manhandle manhandled manhandling spat spits spitting
        drag drags dragged dragging batter batters battered battering elbowed kneed whip whipped whips poke
        poked pokes poking yank yanks yanked yanking wrench wrenched swung assault assaults assaulted
        assaulting attack attacks attacked attacking bitten scratch scratches scratched scratching headlock
        stab stabs stabbed stabbing hit hits hitting struck strikes striking wallop walloped clobbered
        lamped decked punched_out beat_up beats_up beaten_up roughed_up knelt kneeling sat_on smother
        smothered smothering gag gagged pinned lashed_out lashes_out laid_into went_for goes_for hurting
        hurts tripped jabbing dug_her_nails dug_his_nails twist twists twisted twisting hurled hurls shook
        shakes shaking shaken flicks flicked knocked_about knocks_about knocking_about pushed_over
        pushes_over pushed_down backhanded thrashed thrashes flogged burns burned burnt burning scalded
        scalds scalding squashed stamps stamped stamping stood_on rammed slammed slams bashed bash bashes
        bashing tortures torturing tortured abuse abuses abusing molests jabbed swings_for swinging_at
        raised_his_hand raised_her_hand lifts_his_hand punched_and grabs_and cuffed caned""",
    "grab": """
        grab grabs grabbed grabbing grip grips gripped gripping squeeze squeezed squeezes pull pulls pulled
        pulling hold holds held holding push pushes pushed pushing throw throws threw thrown throwing chuck
        chucks chucked chucking drag dragged drags lift lifted bent bend bends force forced forces forcing
        hauled hauls hauling heaved lugged wrestled restrain restrained restrains restraining flung fling
        twist twisted shove shoved shoves tug tugged tugs tugging dropped plonked dumped jerked""",
    "roughly": """
        hair throat neck ear ears collar scruff face_down to_the_floor to_the_ground on_the_floor
        onto_the_floor against_the_wall into_the_wall onto_the_bed on_the_bed down_the_stairs up_the_stairs
        across_the_floor across_the_room along_the_floor down_the_corridor behind_his_back behind_her_back
        up_her_back up_his_back up_my_back behind_my_back roughly aggressively violently bruise bruised
        bruises bruising so_hard too_hard marks mark screamed by_the_wrists by_the_wrist by_the_arm
        by_the_arms by_his_arm by_her_arm by_his_arms by_her_arms by_the_leg by_the_legs by_her_wrists
        by_his_wrists by_the_ankles by_her_legs wrist_until until_she_cried until_he_cried till_she_cried
        till_he_cried spuds like_a_sack like_rubbish like_a_doll like_an_animal like_a_dog like_cattle
        like_a_ragdoll into_the_chair in_the_chair cold_shower cold_bath hurt_her hurt_him screaming scream
        crying shouting_at out_of_bed out_of_the_bed out_of_the_chair out_of_her_chair out_of_his_chair
        by_her_hair by_his_hair""",
    "bodypart": """
        arm arms wrist wrists hand hands hair face leg legs neck throat shoulder shoulders head ear ears
        fingers finger nose thighs thigh skin ankle ankles back ribs jaw cheek chest stomach eye belly""",
    "weapon": """
        knife knives gun machete axe hammer blade baseball_bat weapon broken_bottle screwdriver crowbar
        sword petrol acid shard chair_leg bomb pair_of_scissors razor_blade""",
    "wield": """
        waving waves holding holds brandishing carrying carries got has with pulled pulling swinging
        threatening have brought bring taken hiding hidden picked_up grabbed took wielding smashing""",
    "bruise": """
        bruise bruises bruised bruising black_eye black_eyes finger_marks fingermarks handprint handprints
        hand_prints hand_marks bite_marks belt_marks belt_mark grip_marks rope_marks burn_marks
        cigarette_burn cigarette_burns burns welts black_and_blue split_lip fat_lip cuts_and_bruises
        thumb_marks marks_on strap_marks scratch_marks red_marks slap_mark broken_arm broken_leg broken_ribs
        fractured_ribs fractured_skull cracked_ribs broken_wrist bald_patch fracture fractures shiner""",
    "unexplained": """
        story_keeps_changing story_changes keeps_changing can_not_explain cannot_explain no_explanation
        unexplained not_explain will_not_say will_not_tell will_not_talk not_say_how not_know_how
        nobody_knows no_one_knows how_did why_does why_has why_is where_did bruises_easily bruise_easily
        she_fell he_fell walked_into_a_door not_an_accident makes_no_sense not_add_up every_time
        after_she_has after_he_has from_her_dads from_his_dads from_respite from_nursery from_school carer
        carers staff home ward round_his_throat round_her_throat round_her_neck round_his_neck both_arms
        upper_arms inner_thighs from_contact from_his_mums from_her_mums from_day_centre from_the_day_centre
        shaped_like shape_of different_story different_stories always_has keeps_getting keeps_having
        more_bruises fresh in_care bf boyfriend nobody_will not_know_where on_purpose someone_has
        keep_appearing appear new_ones""",
    "restrict": """
        locked lock locks locking shut shuts tied tie ties tying strapped straps strap chained chains bound
        trapped traps confined barricaded wedged padlocked imprisoned bolted belted_in held_prisoner
        held_captive fenced_in boxed_in""",
    "where_kept": """
        room bedroom cupboard garage shed cellar bathroom toilet chair bed wheelchair commode rails radiator
        basement attic house flat box_room store_room bedrails door at_night all_day all_night_long table
        loft hallway outside recliner buggy cot highchair cot_bed""",
    "sedate": """
        sedate sedated sedating sedation sedatives drugged drugging doped dosed over_medicated overmedicated
        sleeping_pills sleeping_tablets zonked knocked_out over_sedated oversedated lorazepam diazepam
        haloperidol antipsychotics chemical_cosh knock_them_out knock_her_out knock_him_out""",
    "convenience": """
        quiet quiet_shift easy_shift night_off easy_night peace keep_them_quiet keep_her_quiet
        keep_him_quiet shut_up compliant quieter less_trouble no_trouble sleep_all_day asleep_all_day
        so_they_can all_day zombie zombies keep_down docile by_teatime by_tea_time like_a_zombie no_reason
        without_telling without_asking drooling easier_for""",
    "belittle": """
        shout shouts shouted shouting scream screams screamed screaming_at swear swears swore swearing mock
        mocks mocked mocking taunt taunts taunted taunting tease teases teased teasing bully bullies bullied
        bullying humiliate humiliates humiliated humiliating laugh laughs laughed laughing torment torments
        tormented tormenting threaten threatens threatened threatening intimidate intimidates intimidated
        intimidating ridicule ridiculed punish punishes punished punishing degrade degraded degrading
        insults insulted abusive""",
    "frail": """
        resident residents vulnerable elderly dementia alzheimers disabled learning_disability
        learning_disabilities learning_difficulties downs down_syndrome autistic autism frail old_people
        old_lady old_ladies old_man old_men pensioners nan gran granny grandma grandad grandmother
        grandfather nana old_folk non_verbal nonverbal can_not_speak brain_injury in_the_home care_home
        housebound bed_bound bedbound confused special_needs""",
    "slur": """
        spastic spaz retard stupid thick idiot fat pig dirty disgusting smelly worthless names cow bitch
        vegetable useless naughty baby animal lazy nuisance mental cabbage window_licker horrible_names
        filthy old_bag old_git loony nutter slag cripple""",
    "afraid": """
        scared frightened afraid terrified petrified flinches flinch cowers cower shakes trembles dreads
        dread cries begs begging clings hides wets_himself wets_herself goes_quiet goes_silent freezes fear
        fears screams panics scard frightend""",
    "abuser_near": """
        carer carers night_staff night_nurse that_nurse that_man the_man husband partner boyfriend her_son
        his_son him dad stepdad mum stepmum home foster staff her_dad his_dad uncle comes_in comes_near
        comes_home lifts_his_hand raises hears_his_key when_he when_she washed undressed bath touches door""",
}

_CONTROL = {
    "money": """
        money cash pension savings bank_card bank_cards card cash_card debit_card pin cheque cheques
        chequebook purse wallet account benefits pip wages inheritance house bungalow flat will property
        jewellery jewelry ring rings necklace deeds bank_account bank_book pension_card giro valuables watch
        life_savings""",
    "steal": """
        steal steals stealing stole stolen nick nicked nicking nicks rob robs robbed robbing pinched thieved
        pocketed helping_himself helping_herself helps_himself helps_herself drained draining emptied
        emptying emptied_out cleaned_out fleeced conned swindled scammed taking_money takes_money took_money
        withdrawing withdrawn withdrew spending_her spending_his spent_her spent_his vanished disappeared
        disappearing vanishing gone_missing went_missing goes_missing signed_over sign_over transferred
        using_her using_his used_her used_his been_used casino takes takes_my takes_her takes_his keeps_my
        keeps_her keeps_his took_my took_her took_his taken_my taken_her taken_his taking_my taking_her
        taking_his has_got_hold_of borrowed_and changed forging forged counts_every controls controlling
        control_of power_of_attorney persuaded pressured tricked remortgaged borrowing keeps_asking_for
        withheld nicks""",
    "thief": """
        carer carers staff nurse nurses son daughter grandson granddaughter nephew niece neighbour husband
        partner boyfriend wife ex friend landlord lodger live_in care_worker support_worker cleaner porter
        he she they someone family brother sister doctor""",
    "forbid": """
        not_let will_not_let never_lets does_not_let stops_me stops_her stops_him stopped_me stopped_her
        not_allowed not_allow will_not_allow forbids forbidden banned_from bans_me not_permitted
        keeps_me_from cuts_me_off cut_off_from cut_me_off checks_my tracks_my tracks_me reads_my follows_me
        isolates isolated_from monitors took_away taken_away takes_away have_to_ask must_ask have_to_beg
        have_to_account makes_me_ask""",
    "freedom": """
        phone mobile family friends work money leave_the_house out_of_the_house go_out see_anyone see_my
        see_her see_his doctor leave see_the speak_to talk_to contraception the_pill anyone passport penny
        messages where_i_am job bank key keys car visitors own_gp college english_class""",
    "exploit": """
        for_nothing no_pay without_pay unpaid no_wages for_free pay_off passport_taken debt_to owe_them
        owes_them sleeps_there sleep_there can_not_leave not_paid slave slavery traffickers trafficked
        locked_in for_food""",
    "made_work": """
        made_to_work forced_to_work makes_her_work makes_him_work makes_me_work made_him_work made_her_work
        working_at works_at car_wash nail_bar farm factory brothel cannabis cleaning_all_day
        domestic_servant servant work_for made_to_beg sells_her selling_her""",
}

_SEXUAL = {
    "intimate": """
        breast breasts boob boobs bum bottom crotch groin genitals privates private_parts private_bits
        vagina penis willy dick thigh thighs fanny down_there between_my_legs between_her_legs
        between_his_legs up_my_skirt up_my_top up_her_skirt nipple nipples inside_me inside_her knickers
        underwear pants nightie nightdress bra trousers testicles chest top pyjamas arse backside bits
        up_her_nightie under_my_gown under_my_top under_her_gown under_the_covers under_the_sheet
        under_my_clothes""",
    "grope": """
        grope gropes groped groping feel feels feeling felt fondle fondles fondled fondling stroke strokes
        stroked stroking rub rubs rubbed rubbing touch touches touched touching squeeze squeezed squeezing
        grab grabs grabbed grabbing kiss kisses kissed kissing lick licked licks press presses pressed
        pressing put_his put_her hands_down hand_down hand_up hands_up hands_on hand_on hands_all fingers_in
        fingers_inside finger_in pinched slapped brushed grinding smacked tickles tickled rubs_himself
        rubbing_himself massaging massaged caressing caressed cupped hand_under hands_under""",
    "lewd": """
        masturbate masturbated masturbates masturbating wanking wanked wank playing_with_himself
        exposed_himself exposes_himself exposing_himself flashed flashes flashing_me his_penis his_willy
        his_dick got_it_out had_it_out erection hard_on dirty_messages dirty_texts dirty_pictures
        naked_pictures naked_pics nudes nude_pictures nude_photos sexual_comments sexual_messages
        sexual_remarks sexual_favours sexual_things sexually_assaulted sexually_abused sexually_harassed
        sexual_assault sexual_abuse sexual_harassment sexual_relationship sex_with having_sex had_sex
        slept_with sleeping_with asked_for_sex rape raped rapes raping molest molested molests molesting
        indecent indecently forced_himself upskirt upskirted pervert perv perving interfered_with
        interfering_with wandering_hands dick_pic dick_pics filmed_me_undress spied_on groomed_her
        touched_inappropriately inappropriately_touched touching_inappropriately inappropriate_touching
        unwanted_touching touched_up touching_up touches_up felt_up feels_up feeling_up came_on_to
        tried_it_on get_my_tits get_your_tits porn sext sexts come_to_bed made_me_touch made_her_touch
        took_advantage_of_me forced_me_to_have without_my_consent_sexual spiked_my_drink lewd
        tongue_in_my_mouth tongue_down_my get_naked sexual_advances sexual_contact""",
    "watch_naked": """
        watched_me_undress watched_me_shower watched_her_shower watched_me_in_the_shower
        watches_me_in_the_shower watched_her_in_the_shower stared_at_my stares_at_my staring_at_my leered
        leering leers_at looking_down_my filmed_me filming_me filmed_her took_a_photo took_photos
        took_pictures taking_photos taking_pictures photographed hidden_camera camera_in_the peeping
        watched_me watching_me watched_her watching_her walks_in_on walked_in_on""",
    "undressed": """
        naked undressed undressing undress shower showering bath toilet changing strip stripped
        take_everything_off clothes_off half_naked no_clothes top_off bra_off underwear my_gown bathing
        washing take_my_top take_off_my""",
    "bed_in": """
        in_bed_with into_bed_with gets_in_bed got_in_bed got_into_bed climbs_in climbed_in climbing_in
        gets_in_my_bed gets_into in_the_bath_with lay_on_top lies_on_top on_top_of_me on_top_of_her
        got_on_top climbs_into climbed_into gets_in_the_bath into_my_bed into_her_bed share_a_bed
        shares_her_bed shares_a_bed climbs_on""",
    "unwilling": """
        said_no say_no told_him_to_stop told_her_to_stop asked_him_to_stop not_want did_not_consent
        no_consent not_consent without_consent without_asking without_my_permission carried_on kept_going
        would_not_stop kept_on froze could_not_move i_was_asleep she_was_asleep while_asleep woke_up asleep
        no_need not_part_of not_need_to no_gloves no_chaperone without_a_chaperone for_a_sore for_no_reason
        without_warning pretended pretending drugged unconscious under_sedation anaesthetic anesthetic
        against_my against_her she_can_not_speak can_not_speak dementia autistic vulnerable sedated
        while_taking""",
    "exam": """
        internal internal_exam internal_examination smear examination exam speculum vaginal_exam rectal scan""",
}

TERMS = {**_PEOPLE, **_VIOLENCE, **_CONTROL, **_SEXUAL}
