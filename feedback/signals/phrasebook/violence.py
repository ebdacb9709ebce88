"""Sexual safety, assault, hate crime and theft, and threats of violence."""

from feedback.signals.phrasebook.family import Family

TOLD = frozenset({"negated", "long_over"})

FAMILIES = (
    Family(
        "sexual_safety",
        "sexual assault or contact, or sexual talk, where care was given",
        """
        raped|rape|rapist|molested|molest|groped|groping|gropes|grope|sexually_assaulted|sexually_abused|sexually_harassed|sexual_assault|sexual_harassment|indecent_assault|indecently_assaulted|sexually_inappropriate
        indecently|sexually ..1 assault*|touch*|abus*|harass*
        sexual ..1 messages|comments|remarks|advances|stuff|things|contact|assault|abuse|jokes|favours|photos|pictures|texts|noises|gestures|acts
        felt|feeling|touched|touching|feel me|her|my_daughter|my_wife|him|my_mum up|inappropriately|sexually|intimately|down_there|where_he_should|there
        touch|touches|touched|touching|rubbed|rubbing|stroked|stroking|squeezed|fondled|fondling|grabbed|grabbing|rubs|strokes|brushed ..3 boob|boobs|breast|breasts|bum|bottom|backside|arse|private|privates|private_part|private_parts|genitals|penis|vagina|thigh|thighs|crotch|groin|chest|leg|inner_thigh ..4
        hand|hands|fingers|finger ..2 up|inside|under|down|in|on ..2 nightdress|nightie|skirt|bra|knickers|pants|trousers|blouse|top|underwear|gown|breast|breasts|thigh|bottom|bum|dress
        kiss|kissed|kissing|kisses me|her|my_daughter|my_wife|my_mum|him|my_son|patients|patient ..2 by_force|when|without|against|on|and|or|.
        therapist|doctor|nurse|carer|porter|man|counsellor|psychologist|consultant|physio|dentist ..4 kissed|kissing|kiss ..1 me|her|him|@owner
        tried_to|trying_to|attempted_to kiss|touch|undress me|her|my
        exposed|exposing|flashed|flashing himself|his|him_self|at ..1
        masturbating|masturbated|wanking|masturbates
        got|gets|getting|climbed|climbing|gotten|in in|into my|her|patients|other|mum|wife bed|beds ..5 touching|night|touched|naked|with_her|man|and|.
        patient|man|he|resident|someone|male ..4 getting|gets|got|climbing|climbed|climbs|comes in|into my|her|mum bed
        male|man|patient|he|resident ..3 going|goes|coming|comes|wandering|walks|walking|wandered|came into ..1 wife|her|my|mum|sister|women|womens|female|daughter ..3 room|rooms|bed|bay ..4 night|bed|naked|touch*|again|undress*
        having|had|has|have sex ..4 ward|capacity|patient|patients|unit|resident|carer|staff|with
        forced|made|make|making|makes me|her|him to? ..1 sex|perform|undress|strip ..4 in_front|him|them|man|act|no_reason
        relationship with a|his|her patient|client
        his penis|willy|privates|cock|dick|genitals|bits ..4 out|in|at|on|show*
        got|gets|took|takes his penis|willy|privates|cock|dick|thing ..1 out
        finger|fingers|hand|hands|something|himself ..2 inside|in|into|up|on|onto her|me|my_daughter|my_mum
        forced|forces|forcing himself on|onto
        sleeping|slept|sleep|relationship|affair with ..2 patient|patients|client|resident
        get|getting|got|came|come|comes|follow*|climb* ..3 shower|bath|bed|toilet|cubicle with|while ..1 my|her|me|i|she|mum
        take|took|taking|remove|removed my|her ..1 bra|top|pants|knickers|clothes|trousers|underwear ..2 off ..8 stroke*|touch*|throat|no_reason|star*|reason|cold|ear
        stroked|stroking|strokes|caressed me|her|my ..1 hair|leg|face|back|arm|chest|inappropriately|.
        watched|watching|watches|filmed|filming|photographed|photographing|staring ..2 me|her|women|patients|girls|my_wife|my_daughter ..2 undress|undressing|naked|in_the_shower|shower|showering|getting_dressed|changing|dressing
        put|putting|puts ..1 hand|hands|fingers ..1 between|inside|down|up|under ..1 my|her|his|@owner ..1 legs|pants|top|bra|nightdress|nightie|gown|skirt|dress|knickers
        mixed|male ..4 exposed|naked|masturbat*|groped
        sex|sexual|sexually ..4 staff|carer|patient|nurse
        """,
        TOLD,
    ),
    Family(
        "assault",
        "struck or attacked by a patient, a visitor, a guard or anyone",
        """
        was|been|being|were|got|get|am|is|are punched|attacked|assaulted|headbutted|stabbed|beaten|beaten_up|kicked|spat_at|strangled|slapped|bitten|shot|mugged|hit|robbed by|in|on|at|while|with|outside|and|twice|again ..6 patient|patients|visitor|guard|security|man|men|woman|face|staff|ward|jaw|shift|corridor|head|bay|relative|unit|him|her|other|another|me
        @doer|girl|guard|men ..4 punched|punches|headbutted|attacked|assaulted|stabbed|kicked|spat_at|strangled|attack|bit|mugged|robbed|slapped|threw_me|knelt_on|beat_up|jumped|punching|attacking me|him|her|us|them|my ..2 in|on|with|and|by|while|for|at|so|when|.|until|outside|@kin|@body
        assaulted|assaulting|attacked me|him|her|us|patients|my|another|other|staff
        patient|visitor|guard|guards|security|someone|man|men|boy|girl|lad|woman|lady|they ..6 hit|hits|punch|punched|punches|slapped|kicked|shoved|grabbed|choked me|him|her|my_@kin|us ..2 because|face|head|on|in|with|round|by|and|when|.|hard|across
        guard|guards|security|bouncer|police ..3 threw|knelt|pinned|slammed|dragged|twisted|grabbed|shoved|pushed|hit|assaulted ..1 me|him|her|my|on
        threw|throw|slammed|knocked|pushed me|him|her|my_@kin on|to|against|into|down the? floor|ground|wall|stairs ..2
        actual|grievous|common assault|bodily
        physically assaulted|attacked
        spit|spat|spits|spitting ..1 in my|her|his|the face|eye
        spit|spat|spits|spitting ..1 on|at ..1 me|him|her|us|my
        """,
        TOLD,
    ),
    Family(
        "assault",
        "struck, whoever did it",
        """
        hit|hits|hitting|slap|slaps|slapped|slapping|smack|smacks|smacked|punch|punches|punched|punching|kick|kicks|kicked|kicking|beat|beats|beating|choked|chokes|strangle|strangles|strangled|strangling|throttled|headbutted|thumped|battered|attack|attacks|attacked|attacking|assaulted|stabbed|stabbing|bitten|manhandled|chucks|chucked|pinched|pinches him|her|me|them|us|my_@kin|the_@kin|our_@kin|the_baby|our_@child|my_little_@child|his_@kin|her_@kin
        hits|beats|punches|slaps|kicks|hit|slapped|punched|beat ..4 with ..1 belt|stick|fist|slipper|shoe|iron|cane|bottle|hairbrush
        got|gets|get|getting|was|been|were|being ..1 jumped|mugged|beaten|attacked|assaulted|punched|stabbed|headbutted|bitten by|outside|inside|in|on
        shove|shoves|shoved|pushed|knocked ..1 @victim ..1 over|down|back|against|off|to_the_floor
        threw|throws|throwing|chucked|thrown ..4 at @victim
        threw|throw|throws|poured ..1 boiling|hot|scalding water|tea|coffee|drink ..4
        banged|bangs|smashed|hit|slammed his|her|my head ..2 against|off|on_the_wall|on_purpose
        """,
        TOLD,
    ),
    Family(
        "assault",
        "hate crime: abuse or violence for who someone is",
        """
        hate crime|crimes
        called|call|calling|calls|shouted|shouting|screamed|yelled ..4 n_word|p_word|f_word_and|nigger|paki|faggot|fag|poof|dyke|tranny|retard|spastic|mongol|chink|pikey|monkey|terrorist|golliwog|queer
        dirty paki|tranny|arab|foreigner|immigrant|jew|gypsy|queer|pole|muslim
        go|get|fuck|send back to|where ..2 country|came_from|come_from|africa|pakistan|india|poland
        @doer ..2 hit|attack|attacked|spit|spat|threw|pushed|beat|punched|threatened ..4 because i|he|she|we ..1 am|is|are|was|look|from ..3 black|asian|gay|trans|muslim|jewish|foreign|other_country|disabled|polish|lesbian|country|brown|different|indian|roma|gypsy
        pulled|ripped|tore|snatched ..2 hijab|headscarf|turban|veil
        filthy|dirty|stinking|bloody ..1 immigrants|immigrant|foreigners|foreigner|muslims|blacks|queers|jews|gypsies|arabs
        racially|racist abused|attacked|abuse|attack
        """,
        TOLD,
    ),
    Family(
        "assault",
        "theft from patients, or by staff",
        """
        @staff|they|someone|somebody|he|she|have|has ..4 stolen|stole|stealing|steal|steals|nicked|pinched|robbed|pocketed|thieving|thieved ..2 my|his|her|our|from|the|them|@kin|money|things|drugs
        my|his|her|our|@kin ..5 stolen|nicked|robbed from|by|out|on|while|off|and|at|in|when|locker ..6 ward|staff|locker|bag|bed|room|nurse|drawer|hospital|asleep|theatre|purse|bedside|cleaner
        stole|steal|stealing|stolen|nicked|thieving|robbed|robbing|nicking ..5 staff|ward|nurse|carer|worker|porter|locker|cleaner|patients|patient|bedside
        money|cash|jewellery|ring|rings|phone|purse|wallet|watch|necklace|card ..3 gone_missing|went_missing|disappeared|vanished|taken|missing ..12 staff|nurse|carer|cleaner|porter|worker|stole*|thief|theft|stealing|night_shift
        taken|removed|slipped|pulled off ..2 finger|neck|wrist ..6 staff|nurse|carer|slept|asleep|sleeping|sedat*
        ring|rings|jewellery|necklace|watch|chain|earrings|purse|wallet was|were|been taken ..1 off|from|out ..8 staff|asleep|sleep|slept|theatre|nurse|ward|carer|locker|drawer
        controlled? drugs|medicines|medication|morphine|codeine|diazepam|fentanyl ..3 missing|stolen|stealing|disappearing
        theft|thief|thieves|thieving
        stolen|nicked|robbed|taken ..1 by ..3 @staff|cleaner|cleaners|patient|visitor|them|someone
        my|his|her|mums|dads|our|mum|dad ..3 was|were|been|has|have|is ..1 stolen|nicked|pinched|robbed
        taken|missing|gone|stolen ..4 my|her|his|mums|dads|mum|dad ..1 bag|purse|locker|wallet|drawer|account|handbag ..5 by|cleaner|staff|nurse|carer|worker|night
        """,
        TOLD,
    ),
    Family(
        "threat",
        "a threat to hurt or kill staff or others",
        """
        i|we|ill|he|she|they|to|brother|son|dad|husband ..1 @will|will|shall|swear|going|gonna kill|stab|shoot|murder|strangle|smash|batter|knife|punch|slap|hit|break|hurt|harm|burn|bomb|torch|lamp|deck|thump|destroy|headbutt|beat|slit|attack|hunt|hang you|him|his|her|that|this|the|those|them|every|all|someone|somebody|anyone|one|everyone|a|your|down|up|doctor|staff|nurses|whoever
        @will|will|swear|gonna kill|stab|shoot|murder|strangle|batter|knife|punch|bomb|smash|slap|hit|hurt|slit|beat|attack ..1 staff|doctor|doctors|nurse|nurses|receptionist|you|the_lot|consultant|care_coordinator|surgeon|the_doctor|that_doctor|this_doctor|that_nurse|them|him|her|someone|somebody|manager|midwife|psychiatrist|social_worker|his|the_staff|night_staff|people|all_of
        will|going_to|gonna|swear ..5 kill|stab|shoot|murder|batter|strangle|butcher|slaughter you|you_all|all_of_you|everyone|them_all|the_lot|every_one
        will|going_to|gonna ..1 get|have|find|hunt|come_for you|him|her|them ..2 for_this|down|one_day|i_swear|all|and|.
        i will ..1 get you
        feel|felt|feels like punching|hitting|killing|stabbing|slapping|smashing|strangling|hurting that|the|you|them|him|her|someone|somebody|this|one
        smash|break|kick|cave|punch|bash|batter ..3 face|head|legs|teeth|jaw|skull|neck|windows|place|door|doors in|up|off|out|his|her
        will|gonna|going_to|swear|ill|to|is_going_to ..1 smash|break|kick|cave|bash ..1 his|her|their|your|that|the ..3 face|head|legs|teeth|jaw|skull|neck|place
        @will|will|gonna|ill|could|going_to|to|should petrol|burn|torch|blow|set|bomb|shoot ..1 this|the|that|it|your|fire_to ..3 hospital|place|surgery|building|down|up|on_fire|ward|clinic|practice|alight|lot|staff|unit
        set|setting|sets fire to ..1 the|this|that|your|yourself ..1 ward|place|hospital|building|surgery|unit|home|car
        i|we|he ..1 know|knows|find|finds ..2 where ..3 live|lives|park|parks|work|kids
        tell|warn ..4 i|we know where
        watch|watching his|her|your|their|there back
        will|gonna|going_to|come|coming|someone|somebody|people|staff ..4 get|gets|got|be|getting hurt|stabbed|killed|shot|punched|slapped|smacked|battered|hit if|again|by|soon|next|in|there|here|tonight|one|.
        someone|somebody|people|staff|nurse|doctor will|is_going_to|going_to|gonna|are_going_to ..1 get|be|end_up hurt|stabbed|killed|dead|shot|punched|in_hospital
        next time ..6 dead|knife|gun|punch|kill|fists|stab|sorry_for_you|bat
        bring|bringing|brought|carry|carrying|get|got|back|come|bringin|fetch|have ..2 knife|gun|bat|weapon|machete|petrol|shotgun|rifle|acid ..3 next|down|and|with|to|for|.|if|when|back
        come|comes|coming|came|back with|and a? gun|knife|bat|shotgun|petrol|machete|weapon
        threat|threats|threatened|threatening|threatens ..1 to|of ..1 shoot|kill|stab|hurt|burn|attack|punch|hit|violence|harm|rape|beat|bomb|smash
        threatened|threatening|threatens ..1 staff|nurse|nurses|doctor|doctors|receptionist|me|us|him|her|patients|with ..3 knife|gun|violence|violently|fists|kill|weapon|needle|machete|bottle|hammer
        death threat|threats
        will|going_to|gonna|be waiting|wait outside for you|him|her|them|that|your
        put|throw|chuck|kick|punch|smash you|him|her|them|your|his|that|this|a ..2 through ..1 window|wall|glass
        @will|will|going_to|gonna come|coming ..1 down|round|over|in|up|back ..2 and ..1 hurt|hit|punch|stab|kill|slap|smash|batter|attack
        get|gets|got|deserve|deserves|have what is|was|she_deserves|he_deserves coming
        rip|tear|knock ..3 head|face|throat|teeth|block ..1 off|out
        wants|want|need|needs|deserve|deserves shooting|stabbing|hanging|beating|killing
        had|he_had|she_had better not walk|be|go|come|show ..3 alone|home|near|outside
        dies|die you die|pay|are_next|are_dead
        i|we have|got ..1 a ..1 gun|shotgun|rifle|machete|petrol
        you|he|she|they are|is|will_be|be a? dead man|woman|meat|.|when
        you|he|she|they will ..1 pay ..1 for_this|with|blood
        she|he|you is|are dead
        better hope|pray ..3 not ..3 find|see|catch|come|meet
        find|finds|found out where ..4 live|lives|park|parks
        """,
        frozenset({"negated"}),
    ),
)
