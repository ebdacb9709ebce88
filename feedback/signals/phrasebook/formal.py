"""What the words ask for or formally raise: complaints, help, law, privacy, fairness, staff, fitness."""

from feedback.signals.phrasebook.family import Family

TOLD = frozenset({"negated"})
PLAIN = frozenset()
WELL = frozenset({"negated", "praised"})

FAMILIES = (
    Family(
        "asks_complaint",
        "asks for a complaint, an investigation or an apology from the top",
        """
        want|wish|like|going|need|writing|intend|decided|have|will|here|am|forced|reason|ought ..1 to ..2 complain|raise_a_complaint|make_a_complaint|complain_about|lodge_a_complaint
        i_will_be|will_be|i_am|i_shall_be|am|we_are|be complaining|making_a_complaint|raising_a_complaint|lodging_a_complaint|filing_a_complaint|putting_in_a_complaint
        make|making|made|raise|raising|lodge|lodging|file|filing|put|putting|register|registering|submit|submitting|log|wanting|want|like|take|open|start|have ..2 in? ..2 complaint|formal_complaint|official_complaint
        this|my|following|email|letter|treat|it|as is|letter_is|email_is|it_as|this_as|as a? ..1 complaint
        formal|official|serious|written complaint
        i complain about|formally|in_the_strongest
        how|who|where ..3 i|we|you|do|to complain
        i_complain|complain_formally|strongest_complaint
        want|wants|demand|need|needs|needing|should|must|like|expect|require|requires|ask|asking|request|requesting|insist|deserves ..4 investigated|investigation|looked_into|inquiry|enquiry|look_into_this|investigate
        want|demand|expect|like|deserve|request|require|waiting|owed ..4 apology|explanation_in_writing|written_reply|written_response|response_in_writing|answers_from|formal_response|formal_apology
        full|proper|independent|thorough|formal|internal|public investigation|inquiry|enquiry
        held|hold|holding|brought|called to account|accountable
        chief executive ..6 want|apolog*|answer*|write|writing|know|see|hear|respond|reply|explain
        want|expect|demand ..6 chief executive
        should|must|wants|needs|want ..3 disciplined|sacked
        disciplinary action|hearing|procedure|proceedings
        """,
        TOLD,
    ),
    Family(
        "asks_help",
        "asks someone to do something for them",
        """
        can|could|will|would|please|get|ask|need|want|someone|you|wanted ..3 ring|call|phone|contact|telephone|text|email ..1 me|us|my|her|him back?
        please ring|call|phone|contact|email|telephone ..1 me|us|my|her|him|on
        ring|call|phone me|us back
        lost|left|missing|misplaced|mislaid|lose|leave ..2 my|her|his|their|our|mums|dads|mum|dad ..3 glasses|dentures|teeth|hearing_aid|hearing_aids|phone|bag|purse|wallet|coat|ring|keys|watch|slippers|walking_stick|stick|charger|handbag|clothes|belongings|cardigan|property|frame|scarf|jacket|suitcase|book|umbrella|false_teeth
        glasses|dentures|teeth|hearing_aid|hearing_aids|phone|bag|purse|wallet|coat|ring|keys|watch|slippers|stick|charger|clothes|belongings|property ..3 went_missing|gone_missing|missing|lost|been_lost|not_been_found|disappeared ..3
        lost property
        need|want|like|trying|can|how|please|waiting ..3 know|find_out|tell_me|chase|rearrange|cancel|change|rebook|book|hear|check ..3 when|what|my|where|about|date|an|the|is ..3 appointment|results|result|scan|operation|referral|date|test_results|clinic|biopsy
        still|not ..2 heard|received|had|got|hearing ..3 appointment|results|result|scan|date|referral|letter|anything|test
        can|could|please|would|will|let ..1 someone|somebody|you|anyone ..1 please? ..1 help_me|let_me|ring|tell_me|advise|let_us|get_back|call|phone|contact|explain|let
        who ..1 do|can|should|do_i i ..1 speak|talk|contact|ring|call|ask
        need|want|please|can ..2 help|advice with|to|about|me|getting|on
        i_need_help|please_help|help_me_please
        please let me|us know
        what should i do
        """,
        TOLD,
    ),
    Family(
        "already_complained",
        "complained before and not settled",
        """
        i|we|have|already|previously|has complained ..8 nothing|no_one|nobody|ignored|fobbed|not|never|already|times|before|but|no_reply|still|no_response|last_year|in|again|weeks|months|twice
        already|previously|have|had|has ..1 complained|made_a_complaint|raised_a_complaint|put_in_a_complaint|raised_this|reported_this|complained_about
        second|third|fourth|fifth|2nd|3rd|4th|another time|complaint|letter ..4 complain*|complaint|about_this|now
        times|twice|repeatedly ..2 complained
        complained ..3 times|twice|repeatedly|before
        reply|response|answer|letter|outcome|report ..3 to|of ..2 my|our|the|first ..1 complaint ..10
        my|our|the|previous|last|first|earlier|original complaint ..6 ignored|not|never|unanswered|rejected|dismissed|closed|nothing|fobbed|lost|was|months|no
        final response|reply|letter ..10 lies|not|happy|wrong|unhappy|disagree*|ombudsman|full|ignored|dispute|answer*
        pals|complaints_team|complaints_department ..6 never|not|ignored|useless|fobbed|no_reply|did_nothing|nothing
        reopen|re_open|reopened ..4 complaint|case
        take|taking|going|go|refer|contacting|contact|complain|been|report|escalat* ..4 ombudsman|phso
        ombudsman
        not|un ..1 happy|satisfied|unhappy ..3 reply|response|answer|outcome ..4 complaint|.|from|to|i_got|received|you
        """,
        TOLD,
    ),
    Family(
        "legal",
        "a claim, a solicitor, compensation",
        """
        my|a|our|with|through|see|contact|contacted|contacting|instructed|instruct|speak|spoken|seeking|consult*|to|have ..2 solicitor|solicitors|lawyer|lawyers|barrister
        sue|suing|sued you|the|them|this|for|hospital|nhs|trust|gp|if
        compensation|compensated|damages_for|compo
        legal action|advice|proceedings|claim|route|case|representation
        see you in court
        take|taking|took|taken ..3 to court
        negligence|negligent claim|case|solicitor*|lawyer*|lawsuit
        clinical|medical|gross|criminal negligence
        lawsuit|litigation|claiming_against|claim_against|letter_before_action
        """,
        TOLD,
    ),
    Family(
        "privacy",
        "private information shown, shared, lost or refused",
        """
        sent|send|sending|posted|emailed|went|delivered|gave|given ..4 letter|letters|results|records|notes|details|email|information|report|discharge|it ..4 wrong address|person|patient|house|email|people|name
        wrong ..1 address|patient ..3 letter|details|results
        given|got|sent|received|had|handed|posted|saw|read ..2 another|someone_elses|someone_else|other|somebody_elses|a_different|different ..2 patient|patients|persons|man|womans|mans|name|person|else ..2 letter|notes|results|details|records|file|report|discharge|information|scan
        someone|another|other|different|wrong ..2 elses|patients|patient|persons|person's|patient's letter|notes|results|details|records|file|report|information
        read|reading|shouted|shouting|said|discussed|discussing|asked|announced|talked|talking|talk|repeated|shared ..3 my|his|her|our|patients|patient|mums|dads ..4 medical|history|details|results|condition|diagnosis|information|business|problems|personal|private|confidential ..4 out|front|waiting|loud|earshot|everyone|corridor|reception|hear|openly|others|strangers|whole
        whole|everyone|others|people|other_patients ..4 waiting_room|could|can ..2 hear|heard ..4 personal|private|medical|details|problems|business|everything|diagnosis|confidential
        looking|looked|look|accessed|accessing|snooping|snooped|reading|read|viewed|been ..2 at|in|into|through|my|her ..1 my|his|her|our records|notes|file|medical_records
        told|tell|telling|gave|disclosed|shared|discussed|passed|informed ..6 without ..2 asking|consent|permission|my|telling|knowledge
        shared|disclosed|told|leaked|revealed|discussed ..2 my|her|his ..3 information|details|diagnosis|records|pregnancy|condition|hiv|results ..4 without|to|with ..3 permission|consent|everyone|husband|mother|boss|employer|neighbour|family|facebook|others|ex|people
        data breach|breaches|protection|leak|loss
        breach|breached|breaching|broke|broken|break|lack|no ..2 confidentiality|privacy|gdpr|data|patient_confidentiality
        confidentiality ..3 breached|broken|breach|ignored
        gdpr
        lost|losing|mislaid|missing|lose my|his|her|our|mums|dads|the ..1 notes|records|file|medical_records|xrays|files
        my|his|her|medical|patient notes|records|file ..3 lost|missing|left_on|stolen|gone_missing|on_the_train|found_in
        asked|request|requested|applied|refused|waiting|want|requesting ..3 copy|copies|access|see ..2 my|his|her|mums|dads|to|medical ..2 records|notes|file
        subject access|freedom_of_information|foi
        """,
        TOLD,
    ),
    Family(
        "discrimination",
        "treated unfairly for who they are, or no adjustment made",
        """
        because|cos|due_to|just|for i|he|she|we|they|my|of|being ..2 am|is|are|my|being|was|mum|son|his|her ..2 black|asian|brown|gay|lesbian|trans|transgender|muslim|jewish|disabled|deaf|blind|foreign|polish|fat|overweight|old|autistic|irish|traveller|gypsy|immigrant|romanian|pakistani|indian|chinese|african|race|disability|age|colour|religion|sexuality|accent|skin|weight|gender|learning|bisexual|pregnant|refugee|mental_health|ethnicity
        because|due|on ..3 race|disability|religion|sexuality|ethnicity|accent|skin_colour|gender_identity|nationality|colour_of
        racist|racism|racial|racially|homophobic|homophobia|transphobic|transphobia|sexist|sexism|ableist|ableism|islamophobic|antisemitic|misogyn*|xenophobic|ageist|ageism|bigot*
        discriminate|discriminated|discriminating|discriminates|discriminatory|discrimination|prejudice|prejudiced
        treated|treat|treats|spoken ..3 differently|unfairly|worse|like_dirt|second_class|less ..3 because|due|as|for
        no|not|without|refused|never|nobody|lack_of|denied ..6 interpreter|bsl|sign_language|easy_read|braille|hearing_loop|translator|large_print
        interpreter|bsl|translator ..6 not|never|no|cancelled|refused|failed|did_not|turn_up
        no|not|without|lack wheelchair|disabled|step_free access|toilet|ramp|accessible
        reasonable adjustment|adjustments
        misgendered|deadnamed|dead_named|equality_act
        hijab|turban|kosher|halal ..6 not|no|remove|refused|never
        """,
        TOLD,
    ),
    Family(
        "staff_speaking_up",
        "someone who works here raises a concern about work",
        """
        i|we ..1 work|am_working|am_employed|am_a_bank ..1 on|at|in|here|for ..2 this|the|here|your|ward|unit|department|home|trust|hospital|practice|and ..12 told|bully*|bullied|unsafe|cover*|seen|seeing|scared|staff|managers|manager|falsif*|concern*|report*|not_enough|witness*|patients|residents|raise|speak|afraid|shift|short
        i|we|am|as|being ..2 a|an ..3 nurse|hca|healthcare_assistant|carer|doctor|midwife|porter|support_worker|member_of_staff|healthcare_worker|care_assistant|band_5|band_6|sister|staff_nurse|student_nurse|junior_doctor|physio|worker|employee ..1 here|on_this|at_this|in_this|on_the|at_your|for_this|for_the_trust|at_the|working_here|working|in_the_trust|for_you|i_am|scared|employed
        as_a|we_as|i_am_a|us|we_are ..1 member_of_staff|staff|staff_member|employee|employees|members_of_staff ..1 i|we|are|here|am|have|feel|being|is
        whistleblow*|whistle_blow*|whistle_blower|speak_up_guardian|speaking_up|freedom_to_speak_up
        staff|we|nurses are|being|were ..1 being|told|asked|made|bullied|forced|pressured ..1 bullied|to_lie|to_falsify|to_change|to_cover|not_to_report|to_hide|harassed|intimidated|by_the_matron|by_the_manager|by_management|to_discharge
        my|our|a|another colleague|colleagues|manager|managers ..3 bully*|bullies|cover*|falsif*|giving|sending|steal*|drunk|hitting|abus*|lying|signing|stealing|hide|threaten*
        managers|management|matron|they|manager ..2 covering|covered|cover|hiding|hushing|brushing|falsifying|fiddling up|incidents|under|records|figures
        we|staff are|were|get told|made|asked ..1 to|not_to ..1 discharge|change|falsify|lie|sign|cover|hide|ignore|work
        my|on shift|manager|line_manager ..6 unsafe|bully*|bullied|concern*|report*
        """,
        TOLD,
    ),
    Family(
        "no_trust_in_provider",
        "will not or cannot take it to the provider itself",
        """
        not|never|no|lost_all|lost|zero ..1 trust|faith|confidence ..1 in|the|them|you|this|that|hospital ..2 hospital|trust|practice|surgery|home|them|you|ward|gp|investigate|dentist|service|complaints|unit ..4
        afraid|scared|frightened|worried|fear|dare ..2 to|of|i|not|about|that|if ..1 complain|complaining|raise|say_anything|speak_up|speak_out|complaint
        afraid|scared|frightened|dare not|fear ..8 take_it_out|repercussions|struck_off|strike|removed_from|backlash|retaliat*|held_against|throw_me_off|against_me|punish*
        not|never|no|will_not|can_not ..2 complain|complaining|complaint ..2 to|directly ..3 practice|hospital|home|them|surgery|trust|you ..3 because|as|strike|cover|they|in_case|since
        investigate|investigating|investigates|mark|marking|police|policing itself|themselves|own_homework|their_own|its_own|yourselves
        cover_up|cover_for|covering_up|cover_it|brush_it|close|closing|whitewash|cover_everything up|ranks|each_other|it|under
        someone|somebody|anyone|body else|independent|outside ..3 look|investigate|deal
        take it out on
        """,
        PLAIN,
    ),
    Family(
        "clinician_fitness",
        "whether a professional is fit to practise",
        """
        drunk|slurring|smelt_of_alcohol|smelled_of_alcohol|smelling_of_alcohol|stank_of_alcohol|stinking_of_drink|smelt_of_drink|reeked|intoxicated|hungover|on_drugs|high_on ..6 doctor|nurse|surgeon|dentist|consultant|midwife|carer|paramedic|gp|staff|slurring
        doctor|nurse|surgeon|dentist|consultant|midwife|carer|paramedic|gp|staff|pharmacist ..2 was|is|were|smelt|smelled|stank|reeked|appeared|seemed|been ..1 drunk|of_alcohol|of_drink|of_drugs|intoxicated|slurring|hungover|on_drugs|high_on|of_cannabis|of_weed
        struck|strike|striking him|her|them? off
        not|un fit|safe|competent to practise|practice|be_a_doctor|be_a_nurse|work|treat
        unfit|not_fit to ..1 practise|practice|be_a
        should ..1 not|never ..1 be|allowed|practising ..4 nurse|doctor|practise|practice|nursing|dentist|patients|surgeon|carer|midwife|medicine
        report|reported|reporting|complain|referred|refer|contact|contacting|going|informed ..5 gmc|nmc|hcpc|gdc|gphc|goc|general_medical_council|nursing_and_midwifery_council
        gmc|nmc|hcpc|gdc|gphc
        lose|lost|have|loses|taken his|her|their ..1 licence|license|registration|pin
        fitness to practise|practice
        fake|no|false|without ..1 qualifications|medical_licence|registration
        """,
        TOLD,
    ),
)
