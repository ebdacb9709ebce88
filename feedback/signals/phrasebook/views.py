"""Views on the system: getting care at all, and how services fit together (for local Healthwatch)."""

from feedback.signals.phrasebook.family import Family

WELL = frozenset({"negated", "praised"})
PLAIN = frozenset()

FAMILIES = (
    Family(
        "access",
        "cannot get a dentist, a GP, an appointment or a service",
        """
        can|could|impossible|unable|not|never|struggle|struggling|trying|tried|hard|difficult|nightmare|hopeless|get not|to|never ..1 get|find|see|getting|register|registered|book|seeing|finding|registering ..3 an_nhs|nhs|any|with_a|with_an|with|a ..1 dentist|dentists|gp|dental
        no nhs|local dentist|dentists|dental|gp|places ..6
        no|not_one|not_a_single|any dentist|dentists|gps|surgeries|practice|practices ..4 taking|take|accepting|accept|will|in|near|available|anywhere|left|for_miles|round
        dentist|dentists|dental_practice|dental_practices ..4 not|no|full|closed|only|stopped|private ..2 taking|accepting|take|accept|nhs|patients|private|list|register
        impossible|can_not|can_never|could_not|unable|never|hard|difficult|hopeless|no_chance|struggle|struggling|nightmare|not|trying ..2 get|make|getting|book|obtain|see|given|offered|secure|offer ..3 gp|doctor|doctors|surgery ..1 appointment|appointments|slot
        impossible|can_not|can_never|could_not|unable|no_chance|no_hope|never|not_able ..2 get|getting|book|make|obtain|see ..3 appointment|appointments|doctor|gp|through_to_the_doctors|through_to_the_surgery
        can_not|impossible|never|could_not ..1 get|getting through ..3 doctors|surgery|gp|practice|doctor|appointments|8|111
        no appointments ..4 left|available|gp|doctor|surgery|weeks|gone|when|doctors|for|ever|.
        ring|rang|call|called|phone|phoned|queue|8am ..4 8|8am|eight|8.00|0800|8:00|morning ..10 gone|no_appointments|all|none|full|taken|engaged|nothing
        gp|doctor|surgery|practice|dentist|they ..3 not|refused|refuse|refuses|will_not ..2 register|take_me_on|accept_me|take_new|see_me
        refused|not|unable|tried|trying|can_not|turned_away|struck_off|removed|could_not ..2 register|registered|registration ..3 gp|doctor|dentist|surgery|practice|me|with
        waiting|wait list|lists ..3 years|year|months|long|two|18|two_years|eighteen|for_over|closed|is|of|for_a ..3 years|year|months|long|camhs|adhd|autism|therapy|therapies|assessment|too
        waiting_list|wait_list|list ..2 for|since|over ..2 months|years|year
        on|list|waited|waiting|wait|been|delay ..4 months|years|year|twelve_months|18_months ..3 for|on|to|wait|waiting ..4 list|appointment|operation|scan|test|assessment|therapy|surgery|referral|consultant|diagnosis|treatment|camhs|seen|see|clinic|hip|knee|results|hearing|counselling|cataract|adhd|autism|hear|first
        waited|waiting|wait ..2 over? ..1 several|many|a|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|3|4|5|6|7|8|9|10|11|12|14|15|16|18|20|24|2|for months|years|year ..3 for|to|just|now|and|already|before
        @many months|years|year|month ..2 wait|waiting|waiting_list|on_the_waiting|wait_for|to_be_seen|to_wait
        months|years on|for_an|just_to|to_get the|a|an ..1 waiting|list|appointment
        no|not_any|lack|any|nothing|isnt_any ..1 service|services|help|support|provision|clinic|team|care for|in|available|locally ..5 area|adults|county|here|town|adhd|autism|autistic|us|people_like|village|my|children|anywhere
        no|not service|services|clinic|hospital|support ..3 area|county|town|locally|near_me|near_us
        travel|drive|go|sent|travelling|trek ..3 @many|50|forty|sixty|hundred|100|60|25|fifty|thirty|seventy|ninety|70|80|90 ..1 miles ..5
        clinic|surgery|unit|hospital|ward|service|services|practice|department|maternity ..2 closed|closing|shut|cut|closure|axed|withdrawn|stopped ..1 down? ..5 travel|miles|nearest|area|now|local|nothing|far
        pull|pulled|pulling|took|take ..2 own tooth|teeth
        own tooth|teeth ..2 out
        as no|a dentist
        pay|go|going|went|forced|paying|have|had to? ..2 private|privately ..6 because|dentist|wait*|months|not|nhs|no|list
        postcode lottery
        """,
        frozenset({"praised"}),
    ),
    Family(
        "joined_up",
        "passed between services, not talking to each other, sent home with no care arranged",
        """
        pillar to post
        passed|bounced|pushed|sent|shunted|referred|kicked|batted|bouncing|passing|pinged ..3 from|between|back_and|around|backwards ..3 department|departments|services|one|team|teams|forth|forwards|hospitals|gp|hospital|to_another|different|pillar|each|doctors|service
        gp|doctor|surgery ..4 says|said|tells|told|say|sends|sent|tell|blames ..6 hospital|consultant|specialist ..5 says|said|tells|told|say|sends|sent|tell|blames|it_is
        hospital|consultant|specialist ..4 says|said|tells|told|say|sends|sent|tell|blames ..6 gp|doctor|surgery ..5 says|said|tells|told|say|sends|sent|tell|blames|it_is
        mental_health|social_services|council|social_care|camhs|drink|drug ..4 says|say|said|tell|told ..6 and|but|while ..5 says|say|said|tell|told|health_say
        records|notes|information|systems|details|results|computers|system ..6 not|never|no|nothing ..1 shared|joined|linked|passed|connected|transferred|talk|sent_to|forwarded|share|joined_up|speak
        not|never|nobody|no_one|no|none_of_them ..3 talk|talking|talks|speak|communicate|communicating|communication|talked|speaking|liaise|communicates|share ..2 to|with|between ..1 each_other|departments|one_another|hospital|gp|hospitals|teams|services|wards|other|the_other
        nobody|no_one|services|departments|teams|they|staff|none|different ..1 talks|talk|communicates|communicate ..1 to|with each_other|one_another
        lack|poor|bad|no|zero|terrible|little|breakdown ..2 communication|co_ordination|coordination|liaison|joined_up between|across ..6 departments|hospital|hospitals|services|teams|gp|wards|community|surgery|consultants|trusts|doctor
        left_hand ..2 not ..4 right
        discharged|sent_home|went_home|came_home|discharge|home ..4 without|no ..3 care_package|package_of_care|care|carers|support|care_in_place|equipment|follow_up|plan|care_arranged|social|district_nurse|community|help ..3 in_place|arranged|organised|at_home|package|set_up|care|.|and|nurse|support|plan|at_all
        no ..1 care_package|care|package_of_care|support|carers|care_plan in_place|arranged|set_up|organised
        no|not|never ..3 letter|information|discharge_letter|discharge_summary|summary|report|notes|results ..2 from ..1 hospital|gp|surgery|consultant|clinic|other
        gp|hospital|surgery|doctor ..4 no|not|never|nothing|lost ..3 letter|discharge_summary|referral|record|results|information|discharge ..4 hospital|gp|other|each|from|from_the
        repeat|repeating|tell|telling|explain|explaining ..3 story|everything|history|same|myself ..6 each|every|again_and|over_and|time|different|new|again|all ..3
        not joined|joined_up up?
        services|system|departments|care|service|nhs ..4 disjointed|fragmented|not_joined|not_joined_up|disconnected|in_silos|silos
        disjointed|fragmented|joined_up_thinking
        fell|fall|falling|fallen|lost ..2 between|through|down ..3 gap|gaps|cracks|two_stools|services|system|net|departments|crack
        social services|care ..3 knew_nothing|not_told|not_informed|no_idea|were_not|not_been ..2
        different|wrong|conflicting|contradictory information|advice|answers|story|stories from each|every|different|gp|the_hospital|hospital|departments
        lost|missing|never_sent|not_sent|never_arrived|not_received ..2 referral|referrals
        referral|referrals ..4 lost|never_arrived|never_sent|not_sent|not_received|never_received|gone_missing|never_made|rejected|bounced|disappeared
        """,
        PLAIN,
    ),
)
