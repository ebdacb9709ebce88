"""Medicines gone wrong, reactions, and the Mental Health Act."""

TERMS = {
    "drug": """
        tablet tablets pill pills meds med medication medications medicine medicines dose doses insulin
        warfarin morphine antibiotic antibiotics penicillin amoxicillin codeine steroid steroids statin
        statins thyroxine levothyroxine sertraline citalopram fluoxetine lithium clozapine methotrexate
        heparin apixaban blood_thinner blood_thinners painkiller painkillers inhaler epipen fentanyl patch
        patches paracetamol ibuprofen aspirin digoxin bisoprolol ramipril furosemide epilepsy_meds
        epilepsy_tablets heart_tablets water_tablets blood_pressure_tablets antidepressant antidepressants
        antidepresants antipsychotic antipsychotics diazepam gabapentin pregabalin tramadol chemo
        chemotherapy vaccine jab injection injections drip infusion transfusion keppra madopar
        parkinsons_meds parkinsons_pills parkinsons_tablets sedative sedatives potassium drugs prescription
        metformin omeprazole naproxen prednisolone oramorph co_codamol tabs blister_pack dosette eye_drops
        drops epilim anti_sickness hrt methadone midazolam adrenaline lamotrigine carbamazepine quetiapine
        olanzapine risperidone ketamine gentamicin trimethoprim flucloxacillin doxycycline latex
        sleeping_tablets amitriptyline propranolol nitrofurantoin mirtazapine roaccutane ozempic mounjaro
        prozac antihistamine depot patches""",
    "gave": """
        gave give given gives giving got get getting handed took taken take had put injected inject written
        wrote prescribed prescribe dispensed dished administered sent discharged came_home was_on put_up
        hung started dosed started_on being_given swallowed took_two offered nearly_gave put_me_on
        put_him_on put_her_on hooked been_taking fed drew_up set written_up""",
    "other_person": """
        someone_elses someone_else somebody_elses somebody_else another_patient another_patients
        another_womans another_mans another_ladys another_persons other_patients other_patient other_persons
        mans_name womans_name name_on belonging_to meant_for next_bed opposite bed_next next_door next_doors
        different_patient different_patients bloke_in lady_in man_in woman_in wrong_patient wrong_person
        wrong_name not_mine not_hers not_his not_my_name not_her_name a_mr a_mrs mixed_me_up mixed_him_up
        mixed_her_up mixed_up_with muddled_with same_name similar_name confused_me_with wrong_bed
        another_lady another_man another_woman another_child""",
    "wrong_dose": """
        twice double doubled two_lots two_doses ten_times 10_times ten_x 10x five_times three_times triple
        tripled too_much too_many too_strong too_high adult_dose adults_dose wrong_dose wrong_amount
        wrong_strength 100_times hundred_times instead_of by_accident by_mistake on_top_of both together
        not_be_mixed should_not_mix interact mixed expired out_of_date in_one_go too_fast half_the decimal
        wrong_way wrong_arm wrong_vein spine whole_bottle four_times tenfold adult_strength second_dose
        at_once another_dose a_week_early wrong mistaken not_be_taken two_patches a_second_dose""",
    "omit": """
        never_wrote not_written never_given not_given never_gave not_give not_given_his not_given_her forgot
        forgotten forget missed missing omitted skipped stopped withheld ran_out run_out lost went_without
        gone_without going_without left_off without no_one_gave nobody_gave hours_late late never_restarted
        not_restarted not_restart never_got not_got not_get not_been_given took_away taken_away taken_off
        locked_away refused not_had delayed failed_to_give would_not_give no_sign_of never_came not_bring
        never_ordered took_him_off took_her_off took_me_off left_out not_available delay not_in_stock
        never_prescribed not_prescribed not_prescribe never_sent nobody_gives""",
    "vital": """
        insulin epilepsy epileptic seizure seizures fit fitted fits fitting parkinsons heart blood_thinner
        blood_thinners warfarin apixaban four_days three_days two_days five_days days week weeks every_day
        every_single_day three_times twice steroids steroid hydrocortisone addisons diabetic diabetes
        transplant antipsychotic antidepressant clozapine lithium blood_pressure keppra stroke clots chemo
        every_time all_weekend hospital withdrawal fell_ill all_day doses morphine pain_relief hiv
        antibiotics sepsis iv_antibiotics thyroid methadone mental_health relapsed hypo ketoacidosis dka""",
    "allergic": """
        allergic allergy allergies alergic allergys allergik intolerant red_band red_wristband no_penicillin
        reacts_to anaphylactic""",
    "pharmacy": """
        chemist chemists pharmacy pharmacist boots dispenser gp surgery label box prescription nurse doctor
        ward bag dosette carer carers staff""",
    "wrong_item": """
        wrong instead_of mixed_up muddled swapped mistake error different somebody_elses someone_elses
        another mislabelled mix_up not_mine label_said labelled not_what""",
    "pump_set": """
        set_to set_wrong set_at run_through ran_through went_through run_in programmed wrong_rate too_fast
        too_quick rate_was in_one_hour instead_of wrong_speed should_have_been wide_open full_speed""",
    "drip": "drip pump infusion syringe_driver bag driver iv",
    "since": """
        since after from because_of ever_since following started starting upped increased put_me_on
        put_him_on put_her_on new taking changed_my minutes_after hours_after""",
    "reaction": """
        swelled swollen swell swelling blew_up ballooned puffed rash rashes lumps hives blisters blistered
        blistering itching skin_off skin_peeled peeling peeled burnt burned burns shaking shakes sweating
        passed_out pass_out passing_out fainted faint fainting collapsed collapse seeing_things see_things
        seeing_spiders hallucinating hallucinations hallucinated seeing hearing_voices voices suicidal
        suicidal_thoughts bad_thoughts dark_thoughts throwing_up vomiting vomited blood_in sick_as seizure
        seizures fits fitting palpitations heart_racing heart_was_racing heart_raced can_not_breathe
        could_not_breathe breathless throat tongue bleeding bled bruising legs_do_not_work legs_not_work
        legs_went legs_gave can_not_walk numb paralysed blind vision sight confused zombie dizzy_and
        jaundice yellow kidney liver_failure kidneys hospitalised ended_up_in rushed_to poisoned toxic
        very_ill so_ill really_ill violently_ill made_me_ill made_her_ill made_him_ill made_my reaction
        reacted anaphylactic stevens hair_fell hair_falling hair_has_fallen lost_my_hair twitching jerking
        aggressive personality manic psychotic psychosis paranoid not_slept nightmares stroke clot clots
        blood_clot heart_attack fell_over serotonin unbearable could_not_see eyes_swelled lips rigid
        locked_jaw ringing_in_my_ears crippling went_into_shock blacked_out blackouts black_out
        diarrhoea_for headaches_so fever agony bright_red on_fire stomach_bleed ulcer ulcers could_not_move
        could_not_stand bedridden spaced_out lost_feeling tremors coughing_blood scabs went_blind deaf
        vertigo memory_loss miscarried""",
    "device": """
        mesh coil implant implants pacemaker pump stent new_hip knee_replacement hip_replacement
        breast_implants insulin_pump defibrillator icd iud mirena filler lens screws plate tvt sling valve
        cpap ventilator sensor libre catheter port shunt hearing_implant metal stoma_bag nerve_stimulator
        spinal_stimulator picc""",
    "device_fail": """
        leaking leaked broke broken snapped cut_into cutting_into eroded eroding went_through gone_through
        moved migrated failed failing died stopped stopped_working packed_up alarmed exploded burst ruptured
        faulty recalled recall rejected rejecting infected infection poisoning poisoned metal_in_my_blood
        metal_in_my agony perforated embedded fell_apart corroded overheated burnt_me burned_me shocked_me
        shocks_me wrong_reading wrong_readings false_readings battery_went fractured came_loose loose
        ruined_my stuck crippling packed_in malfunctioned wrecked gone_wrong""",
    "device_ill": """
        blood bladder womb bowel collapsed passed_out sugars hypo dka pain bleeding hospital heart agony
        infection infected ill sepsis chest body removed can_not leg leaking scarred surgery roof blackout
        fainted inside lungs me nerve dangerously vagina urine walk replaced""",
    "detain": """
        section sectioned sectioning sections detained detain detention informal informally voluntary
        of_my_own_accord voluntarily mental_health_act mha 136 135 cto community_treatment_order psych_ward
        psychiatric psych_unit secure_unit mental_health_ward mental_health_unit a_2 a_3 section_2 section_3
        section_5 5_2 5_4 my_section her_section his_section the_section acute_ward locked_ward picu
        breakdown crisis psychosis psychotic ward_round sectiond sectoned nearest_relative
        responsible_clinician dols""",
    "held": """
        locked kept held keep keeping holding can_not_go can_not_leave could_not_leave not_let_me_leave
        not_let_me_out not_let_me_go will_not_let_me not_allowed not_allow still_in_here still_here
        still_here_now took_my_shoes stopped_from trapped prisoner refused_to_let told_i_can_not not_leave
        not_free_to never_let threatened took_my_clothes""",
    "no_right": """
        without no nobody no_one never not refused denied ended expired ran_out run_out out_of_date illegal
        illegally unlawful unlawfully wrong wrongly against_my against_her against_his for_nothing no_reason
        past over lied invalid blank forged false not_signed unsigned ignored threatened still why lapsed
        tricked unfair unfairly""",
    "right": """
        rights leaflet papers paperwork paper form forms explanation explained explain reason reasons told
        assessment assessed second_doctor second_opinion doctor advocate solicitor appeal tribunal consent
        interpreter interview lawyer date legal nearest_relative copy read_me capacity_assessment care_plan
        social_worker amhp soad imha legal_aid section_132""",
    "inject": """
        inject injected injecting injection jab jabbed jabbing depot needle needles medicated medication
        drug drugged tranquillised rapid_tranquillisation sedated ect acuphase olanzapine haloperidol
        clopixol lorazepam electric_shock shock_treatment""",
    "force": """
        force forced forcing forcibly held pinned sat_on sitting_on sat_on_me against_my against_his
        against_her against_their will not_agree not_agreeing without_agreeing without_him_agreeing
        without_her_agreeing not_consent without_consent no_consent without_my wrestled four_of_them
        five_of_them six_of_them backside bottom bum face_down will_recall recall_me or_else floor
        pulled_down trousers kicking_and_screaming restrained without_asking""",
    "restrain": """
        restrained restrain restraining restraint prone face_down held_down held_me_down held_her_down
        held_him_down pinned_down pinned_me pinned_him pinned_her knelt_on mechanical handcuffed handcuffs
        cuffed straps held_my_daughter held_my_son wrestled sat_on_me sat_on_him sat_on_her sitting_on_me
        sitting_on_him""",
    "restrain_harm": """
        breathe breath breathing bruise bruised bruises broke broken arm neck back face face_down floor
        hours scared screaming daughter son six five four seven men male hurt minutes naked injury blood
        scarred for_swearing for_crying for_nothing no_reason trauma traumatised twenty_minutes tights wrist
        staff of_them laughing""",
    "seclude": """
        seclusion secluded isolation_room seclusion_room segregation solitary solitary_confinement
        padded_room padded_cell de_escalation_room extra_care_suite low_stimulus strong_room ltseg
        long_term_segregation""",
    "seclude_how": """
        days hours hrs weeks since all_night day week mattress bucket naked no_toilet toilet no_food
        no_water cold alone sunday monday tuesday wednesday thursday friday saturday months punish
        punishment hatch tights paper_clothes dark put_in shoved dragged thrown locked kept held floor
        reviewed review threw bare concrete blanket""",
    "police_hold": """
        police cops cell cells custody handcuffs handcuffed 136 136_suite police_van police_car officers
        place_of_safety""",
    "ill_mind": """
        136 section sectioned breakdown crisis mental mental_health psychosis psychotic suicidal ill unwell
        place_of_safety voices manic psychiatric bed""",
    "held_time": """
        hours hrs days day night no_bed cell 20 18 24 30 36 floor van handcuffs cuffs six four naked drag
        dragged pinned for_nothing no_reason home hall front_of_the three""",
    "tribunal": """
        tribunal tribunals hospital_managers managers_hearing managers_meeting manager_s_hearing
        mental_health_review mht my_appeal mental_health_tribunal section_appeal""",
    "put_off": """
        put_off putting_off cancelled cancel postponed adjourned delayed refused denied never not no_answer
        got_no_answer lost no_one nobody missed moved late again weeks months no_report not_told without
        no_solicitor blocked not_turn_up waiting still wrong_date not_allowed not_let never_happened
        called_off shambles""",
    "leave_kind": """
        leave section_17 s17 ground_leave escorted_leave unescorted_leave home_leave weekend_leave fresh_air
        walk grounds garden""",
    "leave_stopped": """
        stopped cancelled cancel cancels refused denied taken_away took_away short_staffed no_staff
        not_enough_staff revoked for_swearing withdrawn punish punishment punished not_allowed not_let weeks
        never no_one nobody every_time again not_had will_not_let blocked stop suspended removed reduced
        took stops pulled not_got not_been_out""",
    "ward_word": """
        ward ward_round section unit psych psychiatric sectioned detained mental staff consultant escort
        escorted secure hospital psychiatrist s17 section_17 responsible_clinician rc nurses""",
    "nr": "nearest_relative next_of_kin",
    "nr_wrong": """
        ignored ignore never not nobody no_one without refused displaced overruled moved miles told barred
        section consulted excluded blocked""",
    "cto": """
        cto community_treatment_order recall recalled recall_me recalling depot recall_him recall_her""",
    "cto_wrong": """
        nobody no_one not never if_i threat threatened threaten stops end ends without forced refuse keep
        keeps against why do_not_take not_take years explain dragged police force years endless""",
    "advocate": """
        advocate advocates advocacy imha second_opinion soad solicitor interpreter independent_doctor""",
    "advocate_not": """
        never not no refused denied without nobody no_one waiting keep_saying never_happens blocked asked
        turned_down still""",
    "admit": """
        sectioned section detained took taken took_him took_her dragged removed locked_up carted carted_off
        held put_on_a_section put_on_a_2 put_on_a_3""",
    "faulty": """
        no_reason for_nothing lied lies false form not_true without never_saw never_seen never_assessed
        never_met not_seen no_second no_assessment no_doctor wrong_person not_ill not_mentally wrongly
        against_my against_his against_her tricked autistic autism punish punished row argument blackmail
        no_social_worker on_the_phone over_the_phone in_five_minutes""",
}
