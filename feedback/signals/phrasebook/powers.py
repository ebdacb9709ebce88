"""How powers under the Mental Health Act were used, where their use is questioned.

Being detained and well treated is no signal: each phrase needs a power and what was wrong with it.
"""

from feedback.signals.phrasebook.family import Family

TOLD = frozenset({"negated"})

FAMILIES = (
    Family(
        "mental_health_act",
        "held without papers, reasons, rights or past the date",
        """
        detained|sectioned|locked|held|kept|imprisoned|keep|keeping|hold|holding|detain|trapped ..6 without|no ..3 section|papers|paper|paperwork|explanation|reason|right|rights|assessment|consent|being_told|legal|interpreter|lawful
        detained|sectioned|held|kept|locked_up|detention|section|sectioning|imprisoned ..3 illegally|unlawfully|unlawful|illegal|wrongly|wrongfully|against_my_will|against_her_will|against_his_will|unfairly|without_cause
        illegally|unlawfully|wrongly|wrongfully|unlawful|illegal|unfairly|falsely detained|sectioned|held|kept|section|detention|locked|imprison*
        section|it|sectioned|order|cto|2|3 ..3 expired|ran_out|run_out|ended|ran_over|lapsed|has_ended|finished|run_out_of ..6 still|kept|keeping|held|holding|not_let|weeks|days|locked|here|past
        held|kept|keep|still|detained|keeping ..6 past|beyond|after|since|over|on ..2 my|her|his|the|section ..1 section ..2 expired|ran|ended|lapsed|papers|date|end|run
        expired ..1 section|detention|papers
        section|detention|136|135 papers|paperwork|forms ..4 never|not|wrong|missing|expired|without|no|out_of_date|invalid|nobody|no_one|lost
        not|never|nobody|no_one|without ..2 read|explain|explained|told|tell|given|give|gave|being_told|explaining|show|shown ..2 me|him|her|us|my|their? ..1 rights|papers|section|why|detained|the_papers|paperwork ..6 section*|detained|rights|papers|tribunal|136|held|locked|appeal|mental|advocate
        nobody|no_one|not|never ..2 read|explained|told ..1 me|him|her my|his|her|their rights
        taken|sectioned|detained|put|held|brought ..4 section|136|sectioned|detained ..8 nobody|no_one|not|never|without ..4 papers|explain*|why|told|reason|rights|show*
        sectioned|detained ..6 not|never|nobody|no_one|without ..3 told|explain*|explanation|rights|why|reason|assess*|consult*|papers
        why ..4 sectioned|detained|under_section
        voluntary|informal|informally ..8 not|never|can_not|threatened|told|refused ..4 leave|go|out|let|allow*|section*
        not|refused|will_not|would_not|never ..1 let|allow|allowed|letting|able|permitted ..2 leave ..5 informal|voluntary|not_sectioned|not_on_a_section|no_section|not_detained|am_not
        informal|voluntary patients ..5 not|can_not ..1 leave
        should|should_have not|never ..1 been|be sectioned|detained
        challenge|question|appeal|disagree|object|contest|fight|wrong ..4 my|his|her|the|being|with ..1 section|sectioned|detention|cto|sectioning
        """,
        TOLD,
    ),
    Family(
        "mental_health_act",
        "section 135 or 136, and police cells",
        """
        136|135 ..8 cell|hours|custody|why|illegal*|wrong*|van|without|handcuff*|misuse*|abuse*|nobody|force*|against|drag*|not|no_reason|home
        police ..8 136|135|section|sectioned|mental_health_act ..8 cell|hours|why|handcuff*|drag*|force*|without|not|nobody|floor|home
        handcuffed|handcuffs|dragged|police_cell|police_van|police_cells ..8 section|sectioned|136|135|mental_health|detained|psychiatric
        section 136|135|s136 ..8 misuse*|abuse*|wrong*|illegal*|excessive|hours|trick*|cell
        misuse|misused|abuse|abused|misusing|abusing|used|using|threat|threatened|threatening|threatens|threaten ..5 section|sectioning|136|mental_health_act|section_me|section_him|section_her|mha ..4 against|me|him|her|powers|if|to|unless|as|with|us
        if ..1 i|he|she|we|they ..2 go|leave|leaves|goes|try|tries|walk|say|refuse|do|does ..4 will|would section|sectioned me|him|her|us|them
        keep|keeps|kept changing|moving|extending|renewing my|his|her|the section
        threatened|threaten|threatening|threatens ..3 with|to ..2 section|sectioned|sectioning|cto|police
        """,
        TOLD,
    ),
    Family(
        "mental_health_act",
        "force, restraint, seclusion and treatment against the person's will",
        """
        medicated|medicate|medication|medicine|injected|inject|injection|injections|drugged|drugs|treated|depot|ect|treatment|tablets|drug ..5 against my|his|her|their|our will|wishes|consent
        forced|forcing|force|forcibly|forcefully|made_me|coerced ..3 medicat*|inject*|depot|antipsychotic*|ect|treatment_order|drugged ..3
        make|makes|made|making|force|forces|give|gives|giving|inject ..1 me|him|her ..2 have|take|depot|injection|medication|tablets ..5 not consent|agree|want|given
        depot|antipsychotic|ect|injection ..4 not consent|agree|want
        pinned|held|holding|dragged|pushed|wrestled|forced ..2 me|him|her|my_@kin ..3 down|floor|bed|ground ..8 inject*|needle|jab*|sedat*|medicat*|staff
        pinned|dragged|held|forced|wrestled|thrown|restrained ..4 floor|ground|down|face_down|prone|bed ..10 staff|inject*|jab*|needle|psychiatric|section*|mental|ward|seclusion
        restrained|restrain|restraint|restraining|restraints|prone ..6 face_down|prone|by_six|injur*|bruis*|breath*|section*|staff|hours|floor|unnecessar*|excessive|violent*|broke*|hurt|too|aggressive*|again|without|mechanical|neck|abuse*|handcuff*|six|five|four|inject*
        section*|detained|psychiatric|mental_health ..8 restrained|seclusion|prone|face_down
        face_down|prone|excessive|unnecessary|violent|painful|unlawful|brutal|aggressive restraint|restraints|restrained
        seclusion|secluded|segregation|isolation_room|de_escalation_room|solitary|seclusion_room ..8 hours|days|weeks|day|week|months|punish*|without|no|naked|toilet|all|long|alone|water|food|not
        put|kept|locked|held|thrown|placed|dragged|still|been|left ..3 in|into ..1 seclusion|segregation|solitary
        put|kept|locked|held|thrown|dragged ..3 in|into ..1 isolation
        locked|lock|shut ..3 in|inside ..2 room ..5 days|hours|seclusion|own|alone ..6 seclusion|section*|ward|psychiatric|said_it_was|unit|mental
        """,
        TOLD,
    ),
    Family(
        "mental_health_act",
        "leave, tribunal, advocate, nearest relative, community order",
        """
        section_17|s17|17_leave|escorted_leave|unescorted_leave|ground_leave|leave ..6 cancelled|refused|denied|stopped|revoked|taken_away|withdrawn|not_given|never_given|taken_off ..6 section|weeks|days|reason|staff|punish*|ward|again|not|no|every|because|without
        cancelled|refused|denied|stopped|revoked|withdrew|cancel|refuse|refusing|taken_away ..3 my|his|her|all|section_17|escorted|unescorted|our|section ..2 leave ..2 section|again|because|no|not|for|every|without|weeks|as|.
        refused|denied|not|never|cancelled|postponed|delayed|no|without|blocked|missed|nobody|no_one|lost|late ..8 tribunal|tribunals|managers_hearing|mental_health_review
        tribunal|tribunals|managers_hearing ..6 refused|denied|cancelled|postponed|delayed|not|never|adjourned|no_report|blocked|months
        no|not|refused|denied|never|without ..5 advocate|imha|second_opinion|soad|right_of_appeal|right_to_appeal|right_to_a_tribunal
        right_of_appeal|right_to_appeal ..6 section|detained|no|not|sectioned
        nearest_relative ..12 ignored|not|never|refused|displaced|section|discharge|consulted|overruled|barred|without
        cto|community_treatment_order ..8 not|never|against|wrong*|recall*|forced|without|unfair*|illegal*|no_reason|threat*|keep|want|explain*|appeal
        put|recalled|placed|forced|kept ..3 cto|community_treatment_order ..6
        keep|kept|keeps|repeatedly renewing|renewed|extending ..3 section|detention
        section ..3 renewed|extended ..6 without|not|no|never|again|nobody
        capacity|dols|deprivation_of_liberty ..6 illegal*|unlawful*|without|never|not_done|no_assessment|expired
        """,
        TOLD,
    ),
)
