"""The Mental Health Act and force in treatment: a power, and what was wrong in its use."""

from feedback.signals.frames.meaning import Meaning

WELL = frozenset({"praised"})

MEANINGS = (
    Meaning(
        "mental_health_act",
        "held without right, papers, or past the end",
        """
        9 held|holding|hold|kept|keeping|keep|detained|locked|trapped|sectioned against_my_will|against_her_will|against_his_will|against_their_will|illegally|unlawfully|no_right_to|like_a_prisoner
        14 @detain @held -visit -chocolates -appointment -maternity_section -caesarean
        12 @detain @no_right @right -c_section -caesarean -vegetable -paper_section -maternity
        10 @admit @faulty @detain|police|hospital|ward -c_section
        16 @nobody rights|leaflet put_me_on|sectioned|section|a_2|a_3|detained|locked
        12 section|sectioned|detained|detention ended|expired|ran_out|run_out|lapsed|finished|tuesday|monday|friday|still still|past|kept|here|locked|not_let -c_section -caesarean
        12 no|never|not second_doctor|second_opinion|doctor|social_worker|amhp saw|seen|assessed|spoke|met form|section|papers|sectioned|forms
        12 own_accord|informal|voluntary|voluntarily|informally locked|can_not|not|threatened|took|stopped|refused go|leave|out|door|shoes|leaving|section|home -work -driver -group -transport -donation
        10 put|placed|held|took|taken section|sectioned|2|3|136 for_nothing|no_reason|lied|lies|wrong|without|never_saw|not_ill
        """,
        WELL,
    ),
    Meaning(
        "mental_health_act",
        "force, restraint, seclusion, police",
        """
        9 @inject @force me|him|her|my|brother|mum|son|daughter -baby_vaccine -flu -blood_test -held_my_hand -dentist
        9 @restrain @restrain_harm -never -seat -knee -foot -dental -baby
        11 @seclude @seclude_how -infection -covid -flu -mrsa -norovirus -barrier
        10 @police_hold @ill_mind @held_time
        10 jabbed|injected|sedated|drugged sitting_on|sat_on|held|pinned|four|five|six|floor|face_down me|him|her|of_them
        10 ect|electric_shock|depot|clozapine|antipsychotics without|against|not|force|forced|threat|threatened consent|agree|agreeing|agreed|will|permission|wishes|choice|me|him|her
        9 if|unless not|refuse take|have|agree depot|injection|meds|medication|tablets recall|section|force|hold|police|back|hospital
        """,
        WELL,
    ),
    Meaning(
        "mental_health_act",
        "tribunal, leave, advocate, nearest relative, community order",
        """
        10 not|no|never|refused|denied allowed|let|had|given|been|out leave|section_17 weeks|months|days|week -annual -sick -maternity -home_tomorrow -compassionate
        10 @tribunal @put_off -neighbour -pip -benefit -benefits -employment -dla -parking -hearing_aid -hearing_aids -hearing_test -hard_of_hearing -court -clinic -appointment
        9 @leave_kind @leave_stopped @ward_word -annual -sick_leave -maternity_leave -parking -corridor -walk_in -pain -stick -frame -hours -to_the
        14 ask|asked|asking|every_time leave|section_17|fresh_air staff|short_staffed|weeks|refused|no|cancelled section|weeks|ward|escort|short_staffed|staffed -bay -annual
        12 @nr @nr_wrong -phoned -form
        9 @cto @cto_wrong -faulty -car
        10 @advocate @advocate_not -phone -claim -sue -suing -court -compensation -hearing -consultant -surgeon -deaf -spanish -polish -british_sign -bsl
        """,
        WELL,
    ),
)
