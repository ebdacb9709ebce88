"""Danger now, threats, and children: what is happening, what is said, what a child should not know."""

TERMS = {
    "body_sign": """
        not_breathing stopped_breathing can_not_breathe can_not_breath struggling_to_breathe gasping floppy
        gone_limp limp blue grey unresponsive unconscious collapsed will_not_wake not_wake can_not_wake
        not_waking not_responding not_respond will_not_answer_me foaming frothing fitting convulsing choking
        turning_blue gone_blue gone_grey lips_are_blue lips_blue shaking_all_over passed_out keeled_over
        slumped out_cold not_moving going_cold eyes_rolled eyes_rolling face_has_dropped face_dropped
        drooping slurring speech_is_going speech_going can_not_feel_my_left can_not_feel_my_right
        crushing_pain chest_pain chest_pains pain_in_his_chest pain_in_her_chest pain_in_my_chest
        pains_in_my_chest tight_chest blood_everywhere pouring_blood bleeding_heavily gushing
        bleeding_through haemorrhaging bleeding_out soaked_through_with_blood vomiting_blood
        coughing_up_blood rash_that_does_not_fade rash_not_fading throat_is_closing throat_closing
        tongue_is_swelling tongue_swelling swelling_up anaphylaxis waters_have_gone waters_gone_green
        cord_is crowning baby_is_coming not_felt_the_baby_move baby_not_moving baby_has_stopped_moving
        swallowed_a_battery swallowed_something swallowed_bleach having_a_stroke gone_yellow burning_hot
        burning_up hypo sugar_is_2 blood_sugar_is turned_blue can_not_swallow barely_conscious
        drifting_in_and_out delirious bleeding_badly losing_blood pumping_blood twitching going_blue
        going_grey rattling wheezing overdosed not_with_it rambling talking_gibberish having_a_heart_attack
        is_bleeding am_bleeding still_bleeding keeps_bleeding""",
    "present": """
        is are am now right_now still keeps going just has_gone have_gone gone going_to been has tonight
        please at_the_moment this_minute happening 20_weeks hours_ago in_the_car_park come_quick here ive
        have in_an_hour outside getting""",
    "wont_come": """
        nobody no_one no_staff no_nurse no_nurse_anywhere no_midwife will_not_come not_come not_coming busy
        ignoring on_hold hung_up not_answering not_answered never_answered told_us_to_sit told_us_to_wait
        told_me_to_wait told_to_wait sit_down take_a_seat wait_outside can_not_find_anyone can_not_find_a
        no_ambulance ambulance_is_hours please quick quickly hurry someone not_pick_up no_answer on_my_own
        stuck_on_hold walked_off told_her_to_wait told_him_to_wait told_to_sit no_sign_of been_told_to_wait
        engaged locked_out please_help 111_have_us""",
    "run_out": """
        oxygen oxygen_bottle oxygen_tank oxygen_cylinder ventilator drip line insulin heart_monitor battery
        inhaler epipen""",
    "run_dry": """
        run_out ran_out run_dry running_out almost_empty empty stopped_working beeping alarming
        alarm_is_going blood_going_back cut_out no_power failed disconnected come_out pulled_out has_stopped
        nearly_out off""",
    "fire": """
        smoke fire flames burning gas gas_leak carbon_monoxide smell_of_gas smell_gas petrol bomb sparks
        alight""",
    "fire_where": """
        door ward level floor room corridor under_the_door coming_from coming_out coming_under
        in_the_kitchen exit exits bin bed lift stairs stairwell unit now building fire_door oxygen set_light
        setting bins""",
    "escaped": """
        got_out gone_missing went_missing is_missing missing wandered_off wandered_out wandering absconded
        run_off ran_off walked_out escaped not_come_home not_come_back has_not_come_back has_not_come_home
        not_returned can_not_find_him can_not_find_her can_not_find_my nobody_knows_where no_one_knows_where
        lost_him lost_her have_lost disappeared climbed_out not_been_seen slipped_out not_in_his_room
        not_in_her_room not_in_his_bed not_in_her_bed let_himself_out gone_from""",
    "at_risk": """
        dementia alzheimers section unit no_coat no_shoes barefoot slippers pyjamas nightie gown snowing
        freezing cold dark confused suicidal suicide knife years_old river autistic vulnerable child
        daughter son diabetic insulin tonight since_last_night since_this_morning for_hours police ward
        all_night road motorway nobody_has no_one_has 82 84 79 88 90 91 day_centre respite learning at_risk
        without_his without_her care_home the_home the_ward year_old""",
    "attack_now": """
        punching stabbing strangling attacking hitting kicking beating battering throttling choking smashing
        swinging throwing threatening waving chasing fighting kicking_off lashing_out hurting raping
        trying_to_get_in breaking_in breaking_down banging_on barricaded holding_a holding_us hiding_in_the
        hiding_from has_been_stabbed been_stabbed been_shot pinned_down got_me_by got_her_by locked_me_in
        locked_us_in going_mad going_berserk going_crazy going_for smashing_up dragging trashing""",
    "threat_said": """
        going_to will gonna says said swears threatened threatens threatening wants_to promised told_me
        about_to might trying_to when_i_get_home if_i if_she if_he tonight next_time is_coming_to turned_up
        turn_up outside waiting_for found_me knows_where when_he_gets when_she_gets texted""",
    "kill": """
        kill stab strangle shoot murder rape hurt batter burn finish_me finish_her finish_us finish_him_off
        end_me beat smash do_me_in do_her_in throttle set_fire get_me slit cut_my torch_the drown drowned
        poison finish_me_off finish_her_off bury put_me_in_the_ground break_my break_her disfigure
        throw_acid finish_us_off""",
    "helpless": """
        me us her him them my_mum my_sister my_kids the_kids the_children the_baby someone somebody mum
        my_son my_daughter the_dog""",
    "not_safe_home": """
        not_safe_at_home scared_to_go_home afraid_to_go_home frightened_to_go_home can_not_go_home
        not_let_me_go_home scared_of_him scared_of_my scared_for_my_life fear_for_my_life in_fear_of
        terrified_of_him frightened_of_him frightened_for_my hiding in_a_refuge need_to_get_out
        can_not_leave_him need_to_get_away he_will_find_me followed_me following_me stalking stalked stalks
        stalker not_safe_here do_not_feel_safe_at_home send_me_back_to_him home_to_him honour
        forced_marriage""",
    "my_doing": """
        i_will i_will_be i_am_going_to i_am_coming i_am_gonna i_might i_swear i_promise he_will she_will
        he_says he_said my_dad_says my_brother_says my_brother my_husband_says my_son_says we_will they_will
        i_know i_hope someone_will somebody_will someone_is somebody_is somebodys someones you_are_going
        you_lot you_will your_going next_time one_of_these_days one_day tell tell_that wait_til wait_till
        just_wait if_she_dies if_he_dies if_mum_dies if_dad_dies if_my is_coming_down coming_down_there
        i_feel_like i_could he_is_going i_own i_got i_want_to i_wanna i_have_got last_chance sort_it_out_or
        or_i or_else better_watch better_look_over he_is_coming warn not_be_responsible i_can_not_be_held
        they_better she_better he_better watch_out im_not_joking we_are_coming we_are_going_to you_better
        you_had_better me_and_my""",
    "threat_words": """
        getting_hurt get_hurt gets_hurt watch_his_back watch_her_back watch_your_back watch_your_backs
        watch_their_back look_over_his_shoulder look_over_your_shoulder dead_man dead_woman dead_meat
        will_pay pay_for_it_with pay_with_his pay_with_her pay_with_their pay_for_this whats_coming
        what_is_coming coming_to_you coming_to_them coming_to_him coming_to_her getting_it gets_it
        burn_it_down burn_the burn_that burn_your burn_down smash_your smash_his smash_her smash_the
        smash_that smash_up punch_your punch_his punch_her punch_that break_your break_his break_her
        break_every knock_your knock_his knock_her knock_them put_you_in put_him_in put_her_in put_you_all
        in_the_ground in_a_box kill_that kill_you kill_him kill_her kill_them kill_every kill_someone
        kill_somebody stab_you stab_him stab_her stab_the stab_that stab_someone stab_somebody shoot_you
        shoot_the shoot_that shoot_him shoot_up blow_up blow_the blow_you blow_it_up bomb petrol_and petrol
        machete baseball_bat with_a_knife with_a_bat with_a_gun with_a_hammer with_an_axe with_my_boys
        with_my_brothers with_the_lads what_car where_her_kids where_his_kids where_you_live where_he_lives
        where_she_lives where_they_live what_time_you_finish what_time_she_finishes what_time_he_finishes
        what_time_you_leave what_school find_out_where finish_that find_you find_him find_her be_sorry
        regret_it rip_your rip_his rip_her wring_your wring_his wring_her slit_your slit_his cut_your
        cut_his throw_acid acid_in swing_for batter_you batter_him batter_her batter_that beat_the beat_you
        beat_him beat_her kick_off kick_your kick_his kick_her_head strangle_that strangle_you strangle_the
        slap_that slap_you slap_her deck_him deck_you do_time_for do_time swing_for_you swing_for_him
        swing_for_her shut_you_up_for get_my_hands_on lay_hands_on make_you_suffer make_them_suffer
        make_him_suffer make_her_suffer blood_on_the_floor not_get_out_alive not_leave_alive torch_the
        torch_that torch_your run_you_over run_him_over run_her_over drive_through hunt_you hunt_him
        hunt_her get_you_all come_for_you coming_for_you coming_for_him coming_for_her after_you after_him
        smash_her_face smash_his_face smash_your_face in_the_car_park after_work after_her_shift
        after_his_shift after_your_shift sort_him_out sort_her_out sort_you_out someone_dies somebody_dies
        people_will_die hurt_someone hurt_somebody hurt_that hurt_the hurt_you gun put_you_in_hospital
        put_him_in_hospital put_her_in_hospital end_up_in_hospital""",
    "bad_home": """
        hit hits hitting beats beat beating smacks smacked smacking slaps slapped slapping whips whipped
        belts belted kicks kicked punches punched shakes shaking shook burns burned burnt burning drags drag
        dragged throws threw thrown bites bit locks locked shuts starves starved starving hurts hurt hurting
        ties tied chokes choked strangled pinches pinched screams_at chained scalded cuffs batters abuses
        abused abusing force_feeds poisons poisoning canes leathered hitting_me lashes drugs drugged""",
    "child_lack": """
        not_been_fed not_fed have_not_eaten has_not_eaten starving always_hungry so_hungry never_fed no_food
        no_heating no_electric no_electricity no_gas no_bed dirty_nappy in_nappies filthy stinking unwashed
        head_lice crawling_with_nits rotten_teeth no_coat no_shoes in_the_cold outside_in_the_cold
        eating_out_of_bins begging_for_food stealing_food sleeping_on_the_floor sleeps_in_the sleep_in_the
        dog_mess faeces needles rubbish same_clothes same_nappy skin_and_bone wandering_the_streets
        wandering_around roaming on_their_own on_her_own on_his_own by_himself by_herself by_themselves
        home_alone left_alone alone_all alone_in_the unsupervised locked_out thin hungry drug_den
        crack_house weed_everywhere not_been_to_school kept_off_school out_of_school never_at_school
        not_taken_to insulin_not doctor_for""",
    "carer_unfit": """
        drunk drinking drink drugs drug heroin crack stoned passed_out high using drugged pub out_all_night
        at_work mother mum dad father parents stepdad boyfriend stepmum foster neighbour neighbours
        next_door upstairs flat house nan grandad home left leaves always every_day every_night for_days
        for_hours night_out bingo 4_year 5_year 6_year 7_year 8_year in_the_car garage shed""",
    "told_secret": """
        our_secret keep_a_secret keep_it_secret secret games special_game told_me_not_to_tell
        tells_me_not_to_tell not_to_tell not_tell_anyone tickle things_i_dont things_i_do_not
        things_i_did_not do_things make_me_do made_me_do makes_me_do make_her_do makes_her_do makes_him_do
        made_her_do made_him_do touch_it touch_his touch_her touches_me touch_me touched_me touching_me
        touches_her touches_him gets_in_my_bed gets_in_bed gets_in_her_bed gets_in_his_bed in_the_bath_with
        into_my_room in_my_room_at_night comes_in_my_room in_her_room_at_night sleeps_in_her_bed
        sleep_in_his_bed watches_me_in kisses_me rude_things shows_me shows_her rude_pictures touches_my
        touches_her_private lies_on_me private_parts rude_parts tickles_her_down_there hurts_my_bits""",
    "abuser": """
        uncle dad daddy stepdad step_dad stepfather stepbrother step_brother step_brothers brother cousin
        grandad grandfather teacher coach boyfriend mums_boyfriend babysitter man neighbour he foster_dad
        foster_brother priest tutor imam vicar lodger mums_bf taxi_driver scout_leader youth_worker mum
        mother stepmum foster_mum stepmother driver friend_of_the_family him older_boy boys men lads bf
        father""",
    "groom": """
        online snapchat instagram insta roblox tiktok whatsapp vapes hotel hotels alcohol cigarettes weed
        presents gifts money trainers pictures pics nudes webcam phone drugs lifts car sexual sex takeaway
        takeaways parties party meet_up meet_her send_him send_photos photos dealing running_drugs
        county_lines flat flats new_phone""",
    "older": """
        older_man older_men older_boy older_lad grown_man grown_men man men 30_year 40_year 25_year 19 20 21
        22 25 30 35 40 50 boyfriend_is stranger someone_online gang lads dealer dealers bloke man_online 18
        23 24 26 27 28 32 40s 30s twenties thirties""",
    "young_girl": """
        12 13 14 15 11 10 9 year_9 year_8 year_7 year_10 schoolgirl daughter girl niece granddaughter sister
        12_yr 13_yr 14_yr pupil child teenager lad son boy girls kids underage stepdaughter foster_daughter""",
    "cut_girl": """
        fgm be_cut been_cut get_cut getting_cut circumcised circumcise mutilated cutter sewn_up
        cut_down_there the_cut cutting_ceremony sunna make_her_clean the_operation_back_home""",
    "marry": "marry married marriage marrying wedding marrying_her_off marry_her_off married_off",
    "abroad": """
        abroad pakistan somalia india africa bangladesh summer august holiday kept_off_school taken
        back_home cousin 14 15 16 13 17 against_her force forced make_me make_her made forcing not_want
        young aunt ticket tickets summer_holidays gambia sudan egypt kenya""",
    "child_pregnant": "pregnant sti chlamydia contraception morning_after having_sex sex",
    "child_age": """
        12 13 14 11 10 15_and 14_and 13_and i_am_14 i_am_13 i_am_12 she_is_13 she_is_12 she_is_14 is_only_14
        is_only_13 im_14 im_13 year_8 year_9 year_7 underage step_brothers stepdads uncles""",
    "seen": """
        seen saw heard hear see watched witnessed found noticed hearing think thinks suspect worried""",
    "hate": """
        paki nigger chink faggot poof queer dyke tranny terrorist go_home go_back monkey immigrant muslim
        black gay jew gypsy coloured spastic retard foreigner raghead hijab turban lesbian trans""",
    "hate_act": """
        spat attacked punched pushed kicked hit beat battered threw shoved grabbed pulled_off ripped
        snatched abused shouting_racist screamed tore chased assaulted slapped spitting
        yanked""",
    "stolen_thing": """
        ring rings watch purse wallet phone money cash card cash_card bank_card jewellery necklace earrings
        handbag locker laptop tablet engagement_ring wedding_ring chain bracelet savings bag ipad pension""",
    "gone_in_care": """
        vanished disappeared stolen nicked stole took taken missing gone pinched robbed lifted swiped
        thieved helped_himself helped_herself nicks stealing steals""",
    "in_care": """
        theatre staff nurse porter carer hca ward night_staff cleaner asleep unconscious under only_staff
        operation paramedic ambulance_crew surgery out_of_it healthcare_assistant worker sedated body
        mortuary bereavement_office off_her_finger from_her_finger off_his_finger off_my_finger""",
    "hard_thing": """
        jug coffee tea hot_coffee hot_tea hot_water chair tray cup plate mug bottle shoe book crutch stick
        walking_stick bedpan phone bin kettle glass scissors laptop urine bowl can trolley tablet keys""",
    "hurl": """
        threw throw throws throwing chucked chucks chucking hurled hurls hurling lobbed flung tipped poured
        emptied launched swung poured_it""",
    "neck_hold": """
        headlock throat neck hair knelt kneeling knee_on sat_on face_down choke_hold floor ground pinned jaw
        lip tooth nose black_eye cut_my bled blood unconscious knocked_out twisted_my arm_behind bruise
        bruised bruises ribs wall""",
    "swung": """
        swung_for swung_at took_a_swing lunged_at came_at_me_with squared_up_and went_for_me went_for_my
        went_for_him went_for_her jumped_me jumped_my jumped_him decked floored glassed lamped knocked_out
        laid_into set_upon beat_up beaten_up battered headbutted stabbed mugged punched bitten throttled
        strangled""",
}
