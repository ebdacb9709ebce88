"""Words of despair: methods, acts, farewells, hopelessness, and wanting it over."""

TERMS = {
    "method_place": """
        bridge motorway cliff cliffs roof multistory multistorey multi_storey car_park tower_block balcony
        window railway railway_line train trains track tracks rails tube platform lorry bus traffic river
        sea canal lake reservoir weir viaduct flyover overpass edge ledge building top_floor wall tree road
        cars quarry pier water in_front_of_a oncoming""",
    "leap": """
        jump jumping jumps jumped leap leaping throw throwing throws threw step stepping steps walk walking
        walks walked run running ran drive driving drives drove crash crashing crashed lie lying lay
        standing stood sat sitting climbed climbing over_the_edge over_the_railings dangling hanging_off
        get_hit fling chuck chucking wade wading went_in off_the found_at found_on talked_down pulled_back
        looking_at thinking_about on_purpose deliberately went_to put putting puts lay_down get_under
        go_under going_under""",
    "off": "off under in_front infront into from over out_of in_the_path onto on edge in",
    "intent": """
        going_to want want_to wants_to wanted_to wana wanna gonna planning plan plans will might thinking
        think thinks thought about_to ready ready_to tempted tempting urge urges intend intends intending
        decided promise promised swear swore threatening threatens threatened threaten says said keeps kept
        tried tries trying been_on_about talks talking on_about considering need_to feel_like feels_like
        rather may_as_well might_as_well worked_out keep every_day told tells dream dreaming wish wishes
        on_purpose deliberately tonight again plotting decided_to would_rather""",
    "end_self": """
        end_it end_it_all ending_it ending_it_all ends_it end_everything finish_it finish_it_all
        finish_myself finish_himself finish_herself finishing_himself finishing_herself finishing_myself
        do_myself_in do_himself_in do_herself_in doing_myself_in doing_himself_in doing_herself_in
        done_myself_in top_myself top_himself top_herself kill_myself kill_himself kill_herself
        kill_themselves off_myself off_himself off_herself unalive end_my_life end_his_life end_her_life
        end_my_suffering end_my_days end_my_misery end_the_pain take_my_life take_his_life take_her_life
        take_my_own take_his_own take_her_own hang_myself hang_himself hang_herself hanging_myself
        hanging_himself hanging_herself drown_myself drown_himself drown_herself shoot_myself gas_myself
        starve_myself stab_myself stab_himself stab_herself slit_my slit_his slit_her cut_my_wrists
        cut_my_throat commit_suicide suicide check_out_for_good go_and_be_with be_with_him_again
        be_with_her_again be_with_dad go_to_dad join_him join_her join_dad join_mum join_my meet_my_maker
        end_up_dead switch_myself_off neck_the_lot neck_them_all neck_all hurt_myself hurt_himself
        hurt_herself harm_myself harm_himself harm_herself not_be_alive not_wake_up die be_dead overdose
        leave_this_world leave_this_life leave_this_earth kys kms go_through_with_it dying_on_purpose
        do_it_again do_it_properly do_it_tonight pull_the_plug call_it_a_day_on""",
    "tool": """
        rope noose razor razors razor_blade blade blades belt cord cable ligature ligatures
        dressing_gown_cord shoelace shoelaces scarf scissors knife gun shotgun bleach petrol plastic_bag
        bag_over hosepipe charcoal helium lighter glass antifreeze weedkiller poison sharpener sheet
        bedsheet knives sleeping_tablets insulin_pen exhaust batteries tape""",
    "own_body": """
        wrist wrists throat neck arm arms leg legs thigh thighs stomach chest skin vein veins head
        round_her_neck round_his_neck round_my_neck self myself himself herself""",
    "pills": """
        tablet tablets pill pills meds medication medicine medicines paracetamol ibuprofen insulin morphine
        patches patch codeine cocodamol antidepressants sleeping_tablets sleeping_pills painkillers capsules
        sertraline amitriptyline zopiclone diazepam warfarin propranolol tramadol oramorph co_codamol
        aspirin lithium heart_pills packets packet bottle box boxes nytol strips""",
    "pile": """
        hoarding hoarded hoards saving_up saved_up saves_up saving stockpiling stockpiled stash stashed
        stashing collecting collected hiding hidden hid storing keeping_back kept_back squirrelled
        squirrelling piled lined_up counted counted_out counting laid_out secretly pretending_to_take
        not_been_taking_her not_been_taking_his under_the_mattress under_her_mattress under_his_mattress
        under_his_pillow under_her_pillow""",
    "swallow": """
        swallow swallowed swallowing swallows took taken takes taking take necked neck downed downing down
        gulped emptied washed_down popped ate eaten had scoffed knocked_back tooken chugged drunk drank
        drink drinking locked_herself locked_himself""",
    "lots": """
        all whole load loads lot lots handful handfuls 15 16 18 20 24 25 28 30 32 36 40 45 48 50 56 60 64 70
        80 90 96 100 dozens twenty thirty forty fifty sixty hundred every_last bunch bottle_of packet_of
        box_of packets_of boxes_of strips_of too_many everything fistful the_lot month month_supply pack_of
        packs_of in_one_go at_once shed_load ton tonne all_my all_his all_her all_of""",
    "farewell": """
        letters letter note notes goodbye goodbyes farewell will funeral insurance affairs belongings
        possessions things dog cat pets watch jewellery papers photos passwords guitar stuff accounts
        savings everything clothes rings playlist affairs_in_order sorry messages message texts voicemail
        videos""",
    "farewell_act": """
        written writing wrote given_away giving_away gives_away gave_away giving_all given_all given_his
        given_her given_me_his given_me_her gave_me_his gave_me_her left leaving sorted sorting made making
        planned planning planning_her planning_his paid recorded recording saying said says posted put
        rehomed tidied packed cancelled sent sending texted changed deleted deleting tied_up closing_down
        closed handing_out handed_out hid burned bequeathed rang burning""",
    "farewell_why": """
        for_when_i for_when_he for_when_she when_i_am_gone when_he_is_gone not_need_it not_need_them
        will_not_need not_be_needing no_use_for not_be_here to_the_kids to_my_kids to_the_children
        to_my_children to_my_family to_his_kids to_her_kids for_my_kids for_the_kids for_my_children
        for_my_family to_everyone to_everybody to_us_all to_all_of_us to_me_last_night goodbye_to he_loved
        loved_us loves_us love_you_all loved_them he_loves she_loves on_the_table before_i_go before_he_goes
        before_she_goes while_i_can not_see_me_again never_see in_case_i after_i_am tell_the_kids
        tell_the_children tell_my_kids tell_mum suicide look_after_the_dog look_after_the_cat look_after_my
        at_peace so_calm strangely_calm suddenly_calm can_not_reach_him can_not_reach_her not_coming_back
        not_come_back will_not_be_long put_the_phone_down turned_her_phone_off turned_his_phone_off hung_up
        online worried_sick only_26 only_19 only_30 funeral""",
    "no_point": """
        no_point no_use no_reason no_future no_hope no_purpose no_way_out no_way_forward no_light
        whats_the_point what_is_the_point whats_the_use what_is_the_use what_use pointless hopeless
        not_see_the_point not_see_any_point not_see_a_point not_see_a_future not_see_a_way not_see_a_reason
        not_c_the_point dnt_c_the_point why_bother what_for cannot_go_on can_not_go_on can_not_carry_on
        can_not_keep_going can_not_keep_doing can_not_do_this can_not_take can_not_face can_not_cope
        can_not_see_a_way can_not_see_any can_not_see_the_point can_not_live can_not_bear can_not_stand
        had_enough had_it_with done_with finished_with sick_of tired_of so_tired_of fed_up_of fed_up_with
        given_up giving_up gave_up lost_hope lost_the_will nothing_left nothing_to_live nothing_here_for
        not_worth not_deserve worthless nothing_matters not_care_if_i not_care_whether_i
        not_care_what_happens_to_me over_it weary_of not_be_bothered_with scared_of_living through_with
        why_am_i_still why_go_on why_carry_on not_want_to_go_on not_want_to_carry_on not_want_to_do
        not_want_to_keep lost_all_hope at_the_end_of_my end_of_my_tether end_of_my_rope at_rock_bottom
        hit_rock_bottom""",
    "life": """
        life living live alive exist existing existence being_here waking waking_up wakin_up wake_up
        being_alive go_on going_on carry_on carrying_on another_day another_night another_winter
        another_year tomorrow tomoz tmoz this_world this_life the_world the_fight fighting get_out_of_bed
        christmas tomorrows breathing this_pain being_me in_my_head my_own_head to_be_here to_be_alive""",
    "stop_it": """
        it_all_to_stop it_to_stop it_to_end it_all_to_end it_to_be_over it_over_with everything_to_stop
        the_pain_to_stop this_to_end this_to_stop to_be_over to_disappear to_vanish to_fade_away
        not_to_exist to_sleep_forever sleep_for_ever sleep_forever never_wake never_to_wake not_wake
        to_go_to_sleep_and to_be_gone to_be_dead to_die out_of_here_for_good go_to_sleep_and_not
        the_noise_to_stop rest_for_ever rest_forever be_at_peace be_with_my be_with_him be_with_her
        be_with_jesus be_in_heaven go_to_heaven someone_to_end god_to_take lord_to_take him_to_take_me
        take_me_now die_in_my_sleep go_to_sleep_forever not_here slip_away let_me_go let_her_go let_him_go
        let_me_die be_let_go switch_off everything_to_go_black go_on_my_own_terms go_now to_go_on_my_own
        run_me_over run_over hit_me to_crash cease_to_exist ceased_to_exist stop_existing stopped_existing
        could_disappear would_disappear""",
    "wish": """
        want wants wanted wish wishes wishing hope hopes hoping pray prays praying beg begs begging long
        longs longing rather ready just_want ask asks asking asked deserve need needs dream dreams like
        would_like happy_to please deserve_to wanting""",
    "gone": """
        gone dead not_here no_longer_here not_around out_of_the_way in_the_ground in_my_grave in_a_box
        six_feet not_alive in_a_coffin buried passed not_be_here not_be_around under_the_ground no_more
        not_in_it was_not_in_it not_there""",
    "better": """
        better easier happier relieved relief better_place better_off well_shot best save_everyone
        free_of_me cheaper simpler glad do_everyone_a_favour doing_everyone_a_favour""",
    "soon": """
        tonight tonite tomorrow this_weekend the_weekend weekend by_monday by_friday by_sunday by_christmas
        christmas soon before_long in_the_morning this_time next_week today after_tonight after_today
        morning after_this by_the_time in_an_hour much_longer for_long end_of_the_week birthday""",
    "lastly": """
        see_me_again hear_from_me again_after worry_about_me worry_about_him worry_about_her bother_you
        again_soon not_have_to_worry not_be_a_bother not_be_a_problem not_trouble_you not_be_your_problem
        be_your_problem be_a_problem be_a_burden miss_me need_me needs_me notice_if_i care_if_i care_if_he
        care_if_she even_notice find_my_body find_me find_his_body find_her_body finds_me on_your_conscience
        on_your_head the_last_you the_last_time_you last_message last_day last_night_on goodnight_world
        goodbye_world bye_world last_words make_it_to make_it_through_the make_it_through_tonight
        make_it_til make_it_till last_the_night see_the_morning see_tomorrow see_christmas see_my_birthday
        the_night_is i_have_decided made_my_mind_up made_up_my_mind made_my_peace got_it_all_planned
        got_a_plan have_a_plan has_a_plan it_all_planned picked_the_day picked_a_date set_a_date
        chosen_a_date worked_out_how how_to_do_it where_and_when when_and_where tonight_is_the_night
        know_exactly_how know_how_to_do""",
    "cutting": """
        cut cuts cutting cutin slash slashes slashed slashing slice sliced slicing scratch scratches
        scratched scratching burn burns burning burnt burned carve carved carving stab stabbing stabbed
        banging bangs bang banged headbutting punching punches punched pulling_out hit hitting hits biting
        bites bit tying tied ties deeper harming harms harmed hurts hurting hurt ripping picking gouging
        gouged stitches swallowing bleeding""",
    "repeated": """
        again every keep keeps keeping kept been always still started daily each_time all_the_time more
        worse deeper most_nights every_night when_i_feel when_she_feels to_feel to_cope no_one_knows
        nobody_knows hides_it sleeves long_sleeves in_secret secretly so_i_can toilet bathroom bedroom
        in_her_room in_his_room told_me found tried helps_me""",
    "wont_live": """
        stopped_eating not_eating refusing_food refuses_food refusing_to_eat refuses_to_eat refusing_her
        refusing_his refuses_her refuses_his stopped_taking stopped_her stopped_his stopped_my not_taking
        stop_eating stopped_drinking refusing_treatment refuses_treatment turned_down stopping_my
        stopped_dialysis starving stopped_insulin stop_my stopped_injecting""",
    "then_die": """
        die dead dying alive live_any be_with_dad be_with_mum be_with_him be_with_her go_to_dad go_to_mum
        go_to_him join to_go no_point what_is_the_point deserve given_up over_with to_be_gone on_purpose
        let_nature let_it_kill without_him without_her burden had_enough wants_it_over""",
    "left_me": """
        thing_keeping_me only_keeping_me only_reason_i keeping_me_here keeping_me_alive keeps_me_here
        keeps_me_alive reason_i_am_still stopping_me stops_me keeping_him keeping_her reason_i_have_not
        only_thing_stopping""",
    "alone": """
        just_died has_died died gone nothing no_one nobody dead lost left_me my_dog my_cat my_kids
        my_children the_kids mum being_taken taken_away and_now dog cat children""",
    "voices": "voices voice the_man_in_my_head demons they_tell spirits god_tells devil",
    "tell": """
        telling tell tells told saying say says said shouting command commanding commands making make want
        want_me""",
    "harm_verb": """
        kill die hurt stab jump cut burn hang throw end harm knife drown do_it bleed suicide dead smash
        strangle poison push""",
}
