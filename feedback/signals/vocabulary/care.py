"""Words of need unmet, of harm done, of unsafe places."""

TERMS = {
    "bell_thing": """
        bell buzzer buzz buzzed buzzing call_bell callbell alarm button call_button cord pendant pressed""",
    "wet": """
        urine faeces wee pee wet soaked soaking soiled sodden soaking_wet sopping dirty mess own_mess filth
        vomit own_vomit sick own_sick diarrhoea diarrhea soiled_bed wet_bed nappy nappies pad pads
        wet_through bodily_fluids muck own_blood own_dirt dried_blood number_two accident incontinence
        wet_sheets""",
    "left": """
        left leave leaving lay laid lying laying lie lies sat sit sitting sits found stayed stay been stuck
        abandoned caked covered dumped parked spent forgotten stewing slumped propped plonked remained
        in_the_same strapped""",
    "own": "own the_same yesterdays same dried soaked covered",
    "duration": """
        hours hour hrs hr all_day all_night all_morning all_afternoon all_weekend overnight days day weeks
        week night nights morning ages half_the_day half_the_night from_midnight minutes mins since until
        til till yesterday yesterdays the_whole whole gone_cold gone_hard dried solid so_long long a_week
        again every_day every_time bed_time still from_nine from_ten from_8 from_9 breakfast teatime
        tea_time dinner_time lunchtime the_next_day the_morning when_i_got_there when_i_arrived
        when_we_arrived when_we_got_there when_i_visited when_we_visited every_visit always
        the_end_of_visiting""",
    "bell": """
        bell buzzer buzz buzzed buzzing call_bell callbell alarm call_button cord pendant rang pressed rung
        ringing pressing shouted shouting called calling""",
    "soil": """
        wet_myself wet_herself wet_himself wet_the_bed soiled_myself soiled_herself soiled_himself
        messed_myself messed_herself messed_himself messed_the_bed went_in_the_bed went_in_my in_the_bed
        do_it_in_the do_it_in_her do_it_in_his in_the_pad in_her_pad in_his_pad in_my_pad in_your_pad wet_my
        wee_myself weed_myself peed_myself wee_in_the pee_in_the pooed_myself poo_myself pooed_herself
        pooed_himself urinate_in wet_bed filled_her_nappy filled_his use_the_pad use_your_pad use_her_pad
        go_in_the_bed go_in_the_pad go_in_the_nappy go_in_your_pad go_in_her_pad go_in_his_pad
        go_in_your_nappy""",
    "told_to": "told tell tells said says saying made had_to just_told telling",
    "eat": """
        food fed feed feeding feeds eat eaten ate meal meals dinner dinners lunch breakfast tea spoon tray
        soup sandwich mouthful drink drinks water fluids sip jug cup drank thickener fluid""",
    "not_help": """
        nobody no_one not never without no nothing none take_it_away took_it_away taken_away takes_it_away
        out_of_reach no_help refuses nobody_sits no_one_sits nobody_helps no_one_helps other_side_of
        could_not_reach can_not_reach cant_reach untouched out_of_her_reach out_of_his_reach across_the_room
        far_side too_far plonk plonked dumped plonks dump not_bother do_not_bother misses missed skipped
        gone_without went_without""",
    "thin": """
        skin_and_bone skin_and_bones skeleton skeletal stone kilos kg weight_loss wasting starving starved
        dehydrated dehydration malnourished malnutrition emaciated lips_are split_lips dry_mouth tongue
        cracked parched kidneys clothes_hang bag_of_bones gaunt fading_away stick_thin faded_away""",
    "lose": """
        lost losing lose loses dropped gone is was are were severely so became got very ended_up found
        admitted""",
    "cannot_self": """
        can_not_lift can_not_feed can_not_reach can_not_hold can_not_see can_not_move can_not_use
        can_not_walk can_not_get can_not_cut paralysed paralyzed blind stroke both_hands both_arms dementia
        bedbound bed_bound bed_ridden bedridden asleep helpless could_not_feed could_not_reach
        could_not_lift could_not_hold needs_feeding needs_help needs_assistance""",
    "wash": """
        wash washed washing bath bathed bathing shower showered shave shaved shaving hair_washed
        teeth_brushed teeth_cleaned teeth clean_clothes repositioned clean_sheets mouth_care creamed
        nails_cut oral_care""",
    "sore": """
        sore sores bedsore bedsores ulcer ulcers pressure_sore pressure_sores open_wound open_wounds
        open_sore broken_skin skin_broken skin_has_broken heels black_heels bottom bum blisters maggots raw
        red_raw bleeding_skin gangrene infected necrotic burnt_skin stuck_to""",
    "sore_why": """
        not_turn not_turned never_turned not_turning never_turn bone hole black fist open grade stage deep
        weeping rotting stinking stank smell smelled neglect ignored in_hospital in_the_home since_she
        since_he nobody no_one not_moved never_moved unturned same_position rotten went_in infected sat_in
        lying_in left untreated covered by_the_time stuck spine""",
    "pain": """
        pain agony painkillers pain_killers pain_relief painkiller morphine crying screaming sobbing
        writhing moaning groaning begging pleading cried screamed howling in_tears calling_out shouting_out
        crying_out hurting whimpering yelling""",
    "ignored": """
        ignored ignore ignoring walked_past walking_past walk_past shut_the_door shut_her_door shut_his_door
        closed_the_door turned_it_off turned_off took_it_away unplugged no_one nobody never_came never_come
        not_come nothing_given told_her_to_wait told_him_to_wait told_to_wait laughed tutted not_given
        refused shut_up be_quiet turned_their_backs put_out_of_reach moved_out_of dismissed turned_up_the
        too_busy busy said_wait gave_her_nothing gave_him_nothing turned_round not_answered taken_away
        drowned_out""",
    "given_pain": "came given gave brought got helped arrived have had get offered answered turned_up",
    "place_left": """
        floor trolley corridor commode bedpan bed_pan toilet chair wheelchair discharge_lounge hallway
        cubicle side_room bathroom side_ward linen_cupboard store_room shower_chair hard_chair sluice
        slipper_pan loo ambulance_floor""",
    "floor": "floor bathroom_floor ground tiles lino carpet",
    "till": """
        until till til from all_night overnight hours hrs all_day morning cleaner next_day found
        by_the_cleaner how_long for_ages ages night_long forgotten stuck nobody no_one numb no_food
        without_food no_pillow no_loo no_blanket no_toilet no_drink no_water no_tablets without_a_drink
        without_water""",
    "unhelped": "without no nobody no_one not never ignored forgot forgotten alone",
    "hurt_part": """
        hip leg wrist neck arm skull head pelvis spine back ribs ankle shoulder collarbone nose jaw""",
    "smash": """
        broke broken break breaking smashed fractured cracked snapped bleed_on_the_brain dislocated
        shattered split bled brain_bleed fracture""",
    "fall": """
        fell fall fallen falling dropped slipped drop rolled tipped toppled let_her_fall let_him_fall""",
    "fall_why": """
        rails sides side no_one nobody unattended alone not left brakes trolley hoist bed staff nurse carer
        unsupervised commode toilet without on_her_own on_his_own no_sensor mat bell should_of should_have
        wet_floor sling one_to_one off_the high_risk""",
    "die": """
        died dead die dies death passed_away coffin killed stillborn gone_now body_bag buried never_woke
        not_woken found_cold cold_in_the never_came_round not_alive mortuary morgue no_longer_with_us
        cardiac_arrest arrested flatlined found_him_dead found_her_dead never_woken not_make_it funeral
        widow a_box lost_my_mum lost_my_dad lost_my_wife lost_my_husband lost_our_son lost_our_daughter
        lost_our_baby lost_my_baby lost_my_son lost_my_daughter""",
    "blame": """
        because delay delayed delays mistake mistakes error errors negligence negligent neglected missed
        ignored too_late too_long should_have should_of sent_home sent_away sent_him_home sent_her_home
        sent_him_away sent_her_away turned_away not_checked never_checked nobody_checked no_one_checked
        not_listen would_not_listen nobody_listened no_one_listened not_spot not_notice nobody_noticed
        no_one_noticed nobody_spotted no_one_spotted not_spotted misdiagnosed wrong wrongly refused
        overlooked misread read_wrong waited preventable avoidable routine minor simple_operation blame
        failed failing failure laughed dismissed went_wrong told_it_was told_him_it told_her_it told_me_it
        said_it_was fobbed never_should discharged meant_to supposed_to botched cover_up six_times
        five_times four_times three_times three_weeks not_treated untreated left_him left_her for_hours
        your_doctors nobody_would bothered kept_saying nothing_wrong monitor would_still thanks_to dismiss
        cause_of took_so_long hours_later no_ambulance unnecessary twice bungled kept_telling not_been_sent
        kept_waiting not_scan never_scanned never_did begged pleaded rang_three rang_twice hospital_killed
        needlessly inquest coroner choked rushing pureed could_have_been_saved could_of_been_saved
        your_fault their_fault hospitals_fault nobody_came no_one_came nobody_looked no_one_looked
        nobody_will_tell no_one_will_tell no_one_would""",
    "illness": """
        sepsis septic stroke cancer meningitis heart_attack bleed clot blood_clot embolism appendix
        appendicitis tumour tumor aneurysm ectopic pre_eclampsia cauda_equina torsion fracture broken
        perforated internal_bleeding pneumonia lump bowel_cancer brain_bleed brain_tumour leukaemia diabetes
        ketoacidosis dka gangrene burst peritonitis lymphoma melanoma infection rupture ruptured dvt
        pulmonary compartment hip_fracture broken_neck broken_hip twisted_testicle retinal detached_retina
        tb encephalitis bleed_on_the_brain""",
    "missed": """
        missed miss misses overlooked not_spot not_spotted nobody_spotted no_one_spotted not_notice
        not_noticed nobody_noticed no_one_noticed misdiagnosed misdiagnosis misread never_spotted
        not_picked_up failed_to sent_home sent_away sent_me_home sent_him_home sent_her_home sent_him_away
        sent_her_away sent_me_away wrongly dismissed told_it_was told_me_it_was told_him_it_was
        told_her_it_was told_us_it_was said_it_was kept_saying fobbed ignored not_diagnosed too_late wind
        piles anxiety migraine constipation virus muscle indigestion trapped_wind growing_pains stress viral
        hangover drunk ibs period_pains period_pain for_a_year gone_to_my spread_to terminal stage_4
        stage_four months_to_live not_listened never_sent never_tested not_treated untreated nobody_looked
        no_one_looked hours_too_late not_scan time_waster wasting_time attention_seeking sprain teething
        nothing_wrong refused_to_scan left_it six_times read_wrong reported_wrong nobody_acted
        wrong_diagnosis just_a all_in_my_head hysterical sent_us_home sent_us_away took_six took_months
        nobody_notices no_one_saw nobody_saw not_seen not_realise nobody_realised no_one_realised""",
    "loss": """
        paralysed paralyzed brain_damage brain_damaged blind amputated amputate can_not_walk can_not_talk
        can_not_speak can_not_see can_not_move can_not_feel can_not_have colostomy stoma infertile sterile
        hysterectomy cannot_walk never_walk crippled permanently nerve_damage disfigured scarred
        cerebral_palsy deformed coma intensive_care life_support ended_up_with kidney_failure kidneys_failed
        kidneys_packed_up organ_failure numb intubated double_vision not_walk_again with_a_bag
        dialysis_for_life still_can_not""",
    "lost_part": """
        leg legs foot feet toe toes arm hand finger fingers eye sight hearing womb baby kidney testicle
        ovary breast bowel bladder teeth tooth movement feeling lung spleen thumb""",
    "procedure": """
        operation op surgery operated theatre procedure injection epidural anaesthetic spinal birth delivery
        forceps caesarean section_c csection c_section cannula line catheter surgeon biopsy laser extraction
        filler cataract knee_replacement stent nerve_block lumbar""",
    "inside": """
        inside_me inside_him inside_her inside_my inside_his in_me in_him in_her inside still_in in_my_wound
        in_the_wound in_my_belly in_my_stomach in_my_tummy in_my_abdomen up_there left_in in_my_leg
        in_my_arm behind in_my_chest in_my_womb""",
    "object": """
        swab swabs sponge gauze instrument needle needles guidewire wire clamp forceps scalpel tampon
        packing drill tube plastic metal mesh glove placenta cotton tourniquet stitch cap fragment bit piece
        dressing screw tool blade clip line stent pack""",
    "cut_into": """
        nicked nick punctured perforated severed sliced pierced tore torn cut_through cut cut_into
        went_through stabbed damaged burnt burned scalded ripped stitched_up stitched cut_my""",
    "organ": """
        bowel bladder lung artery nerve nerves womb uterus liver spleen ureter vein tendon spine cheek gum
        baby baby_s bile_duct oesophagus windpipe sphincter""",
    "wrong": "wrong good healthy mixed_up somebody_else someone_else another mistaken not_mine opposite",
    "site": """
        leg knee hip eye side kidney arm hand foot toe tooth teeth breast ear finger lung ovary testicle
        tube disc level vein man woman patient patients baby embryo blood blood_type blood_group lens
        implant mole lump operation procedure scan body_part body notes wristband name_band mans womans
        appendix shoulder ankle wrist rib nerve""",
    "operated": """
        operated operate removed remove took_out taken_out take_out cut_out cut took taken pulled pull gave
        given amputated fitted implanted wheeled marked prepped injected transplanted implant scanned
        biopsied theatre operation lasered drilled filled""",
    "few": """
        one 1 two only_one just_one single alone on_her_own on_his_own by_herself by_himself on_my_own
        nobody no_one not_one lone no_nurse no_nurses no_doctor no_doctors no_staff no_midwife no_carer
        no_carers a_student student hca agency 2""",
    "worker": """
        nurse nurses carer carers midwife midwives doctor doctors hca staff healthcare_assistant junior
        registrar student trainee qualified agency member_of_staff care_assistant support_worker paramedic
        nobody radiographer anaesthetist locum person someone""",
    "crowd": """
        patients residents beds women babies in_labour ward wards bays on_nights night_shift floors
        thirty_two twelve_patients 12_patients at_the_same_time at_once whole_floor icu intensive_care
        delivery_suite 20_patients 24_patients 28_patients 30_patients 32_patients""",
    "vouch": """
        looking_after look_after caring_for covering cover covered running in_charge responsible unsafe
        not_safe dangerous to_do doing for_the_whole left_alone all_night overnight qualified trained
        who_could between through_the_night do_the give_iv from_midnight unsupervised to_look for""",
    "kit": """
        resus_trolley crash_trolley defib defibrillator oxygen suction monitor ventilator hoist sling alarm
        call_bells buzzers emergency_buzzer fire_exit fire_exits fire_door fire_doors bed_rails bedrails
        syringe_driver pump ecg_machine ecg crash_bell drip_stand incubator generator probe scope endoscope
        crash_call emergency_cord cylinder cylinders sats_monitor heart_monitor bleep window_lock sharps_bin
        nebuliser feeding_pump""",
    "broken": """
        broken broke not_working not_work nothing_on nothing_in empty missing ripped torn faulty ran_out
        run_out run_dry failed failing flat unplugged turned_off switched_off silenced muted snapped
        collapsed expired out_of_date locked blocked chained frayed cracked not_charged no_battery
        dead_battery propped_open cut_out does_not_work did_not_work never_worked kept_cutting disconnected
        not_connected kept_failing gave_way overflowing leaking sparking wedged hanging_off taped_up
        not_plugged off_the_wall out_of_order no_oxygen""",
    "dirty": """
        blood bloody bloodstained faeces dirty used mould mouldy mold maggots rats mice cockroaches sewage
        filthy urine same stained unwashed rusty dropped contaminated vomit unsterile black_mould ants flies
        pigeon asbestos legionella not_clean not_sterile never_cleaned infested unsterilised not_sterilised
        reused second_hand""",
    "clinical": """
        needle needles instrument instruments tool tools syringe gloves theatre probe scope commode mattress
        bed cloth curtain curtains sheets sheet pillow cannula dressing scissors wound tray kit drill
        trolley cot ceiling wards kitchen equipment scalpel mask bedpan bedding mop catheter speculum
        thermometer nappy bay cubicle endoscope wall walls picked_up""",
    "dirty_act": """
        carry_on carried_on carries_on last_person last_patient person_before previous_patient someone_elses
        someone_else still_used reused used_on used_it picked_it_up pick_it_up picked_up put_it put_back
        on_me on_my on_him on_her between_patients next_patient to_patient wipe wiped wiping all_over
        cancer_ward theatre not_changed never_changed without_washing without_changing without_cleaning
        not_wash not_washed covered walls ceiling bed beds table in_me into another_patient from_the_floor
        neonatal intensive_care in_the_kitchen pouring food mattress""",
    "sent_out": """
        sent_home sent_him_home sent_her_home sent_me_home sent_mum_home sent_dad_home sent_nan_home
        sent_back discharged discharging put_out let_him_go let_her_go let_me_go let_him_go_home kicked_out
        turfed_out chucked_out thrown_out sent_away turned_away put_in_a_taxi dumped dropped_off released
        sent_us_home sent_my send_him_home send_her_home send_me_home turfed let_out packed_off home_alone
        shipped_out booted_out sent_him sent_her""",
    "unfit": """
        3am 2am 4am 1am 2_am 3_am middle_of_the_night midnight nightie nightdress pyjamas gown no_shoes
        barefoot dementia confused empty_house no_heating no_one_at_home nobody_at_home no_package no_carers
        drip cannula catheter_in sats temperature fever chest_pain bleeding vomiting fitting seizures sepsis
        pneumonia broken fracture suicidal overdose stroke can_not_walk could_not_walk not_walk
        can_not_stand could_not_stand not_stand hardly_walk barely_walk barely_stand hardly_stand not_fit
        unfit delirious hallucinating in_agony nobody_told no_one_told without_telling without_care
        still_ill too_ill too_early too_soon no_oxygen unsafe collapsed back_in readmitted rushed_back
        heart_attack wheezing blue grey breathless no_food on_the_street streets no_follow_up jaundiced
        internal dying had_a_fit wound_open passing_out in_labour home_alone left_alone alone_in to_an_empty""",
    "unwatched": """
        obs observations blood_pressure sats monitored monitor checked watched one_to_one x_ray looked_at
        blood_test bloods blood_sugar blood_sugars sugars temperature reviewed baby_s_heartbeat heartbeat
        trace ctg swab""",
    "unwatched_not": "no_one nobody not never none missed forgot no_midwife no_nurse no_doctor ignored",
    "unwatched_long": """
        hours hrs days weeks months all_night overnight urgent all_day fourteen twelve nine ten eleven
        weekend shift morning night twice sepsis 12 14 10 9 8 11 fitting unwell deteriorating diabetic since
        labour head_injury after_surgery after_his after_her""",
    "exposed": """
        covid norovirus flu tb mrsa c_diff measles infectious infection scabies chicken_pox shingles
        contagious cdiff""",
    "put_with": """
        put_in put_next put_with shared bay mixed next_to same_bay same_room open_ward wandering
        older_patients caught spread without_a_mask without_masks no_isolation five_old not_isolated
        cancer_patients chemo_patients newborn""",
    "odd_place": """
        cupboard corridor linen_cupboard store_room storeroom cleaning_cupboard gym kitchen office bathroom
        hallway corridors tv_room shower_room""",
    "no_safety": """
        no_call_bell no_bell no_oxygen no_beds no_buzzer no_monitor no_suction blocking_the blocking_a
        no_privacy no_way_to_call out_of_sight no_curtain no_one_could""",
    "tired": """
        asleep falling_asleep not_slept been_on_shift drunk hungover shaking_hands hands_shaking alcohol
        24_hours 26_hours 26_hrs 24_hrs 30_hours double_shift on_her_phone on_his_phone on_their_phones
        slurring stoned vaping smelled_of_drink smelt_of_drink smelled_of_alcohol smelt_of_alcohol
        stank_of_drink stinks_of_drink smells_of_drink smells_of_alcohol been_drinking reeked drinking
        wobbly_on""",
    "doing_care": """
        stitching stitched operating operation surgery injecting delivering theatre on_duty on_shift
        at_the_desk nights driving consultation nurses_station labour epidural unconscious one_to_one
        watching""",
}
