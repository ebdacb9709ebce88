"""Abuse of adults and children, and sexual safety, told in any words."""

from feedback.signals.frames.meaning import Meaning

TOLD = frozenset({"long_over"})
WELL = frozenset({"long_over", "praised"})

MEANINGS = (
    Meaning(
        "abuse_adult",
        "struck, gripped, dragged or thrown by those who should care, in any order of telling",
        """
        7> @family|he|she pushes|shoves|throws|kicks|slaps|pulls|drags|knocks|throwing|pushing|shoving me|mum|nan|dad|him about|around|at|things|over|down|out -chair -wheelchair -bed
        8> @carer|they|one_of_them @strike @victim -curtain -wheelchair -bed_up -button
        7> @victim @strike by @carer|family|@family|them|one|two|man|woman
        7> @victim gets|got|getting|is|was|been|being @strike when|by|if|for|and|every|at|again|because -dog -car -bus -cancer -infection -needle -bug
        11 @carer|they|them @grab @victim|my|his|her @roughly
        7> @family|he|she @strike me|my_mum|my_mother|my_sister|my_nan|my_gran|my_dad|mum|nan|gran|grandad|her -head_on -hand
        8> @frail @strike|@roughly by|when|if|because -hits_out
        8 flung|dumped|thrown|slung|dropped|chucked|dragged|yanked|hauled|manhandled bed|floor|chair|wheelchair|sack|spuds|roughly|wrists|arms|hair me|her|him|mum|dad|nan|gran|by|like|got|@victim -bag -clothes -letter
        8 twist|twisted|bent|wrenched|squeezed|pinched|nipped|gripped @bodypart @victim|my|his|her @carer|until|back|marks|cry|cried|hard|bruise|bruises -twisted_my_ankle -fell -falling -football
        8 pillow|pillows|flannel|cloth|sock|hand|towel|tissue|rag|tea_towel over|in|on|across|into face|mouth @carer|they|shut|put|stuffed|held|quiet|calling|screaming -oxygen -wiped -washed -cool -mask
        8 cold shower|bath|water punish|punishment|naughty|forced|residents|screaming|made|put
        8 punish|punished|punishment|punishing|naughty_step residents|resident|mum|brother|sister|nan|dad|him|her|them|elderly|patients @carer|cold|by|for|shut|no_tea|staff|withhold|locked
        """,
        TOLD,
    ),
    Meaning(
        "abuse_adult",
        "marks no one can explain, and fear of those who care",
        """
        13 @dear|@frail|my @bruise @unexplained -cannula -needle -blood_test -bloods -surgery -operation -fell_at_home -football -injection -ribs
        8 why|how|where has|have|does|did|got|get @dear|my @bruise|marks
        10 @afraid @abuser_near @dear|i|@frail -needle -alone -needles -sent_home -injections -pain_relief -great -nurse_was -staff_were -dentist -injection -results -operation -dog -scan -hospital -thunder
        """,
        WELL,
    ),
    Meaning(
        "abuse_adult",
        "locked in, tied, drugged, mocked, worked, kept from others",
        """
        10 carer|carers|staff|nurses|they film|filmed|filming|photograph|snapchat|video|videos|mock|laughing @victim|my phone|phones|online|facebook|tiktok|whatsapp|group_chat -permission
        8> carer|carers|staff|nurse|nurses mock|mocks|mocked|taunt|taunts|taunted|humiliate|humiliates|humiliated|torment|torments|tease|degrade|mocking|taunting|humiliating|tormenting @victim
        9 kept|keeps|locked|shut|trapped house|flat|bedroom|indoors not|never allowed|let|lets out|go|leave -covid -isolation -ward -cat -dog
        9 @restrict @where_kept @victim|my|me @carer|they|at_night|all_day|wanders|so|when|he|she|us|by|for -toilet_door -cannula -car -bay
        10 @sedate @convenience @victim|@carer|@frail|they -before -pain -operation -procedure -surgery -awake
        9 @carer|they @belittle @frail -names_of
        9 @carer|they|lad|gets|he|she @belittle @slur @victim|my|residents|me
        7 calls|called|calling|call|names him|her|them|us|brother|sister|mum|dad|nan|son|daughter|gran|residents @slur -doctor_called
        8 gets|got|is|being|was|were @belittle and poked|pushed|slapped|hit|nipped|shoved|sworn|pinched
        10 @forbid @freedom husband|partner|boyfriend|he|son|family|wife|carer|daughter|she|in_laws|ex -visiting -covid -ward -drive -parking -hospital -gp -surgery -appointment -doctors
        8 counts|controls|checks|tracks|takes|keeps every_penny|my_money|my_wages|my_phone|my_passport|my_benefits|my_pension|my_card|where_i_go|my_messages|what_i_spend|all_my_money husband|partner|he|wife|she|boyfriend|son|and
        9 @made_work @exploit
        8 @exploit passport|boss|car_wash|made_to_work|sleeps|owner|factory|farm|nail_bar
        10 carer|carers|staff|he|she|husband|partner|son|manager says|said|told|tells|threatens|threatened if tell|complain|report|leave|say_anything stop|hurt|kill|home|sorry|throw|punish|worse|regret|pay|put
        8 no_one|nobody|stop|stops|stopped|not see|visit|speak|call family|friends|anyone|me husband|carer|partner|son|he|wife|forbids -covid -visiting -ward -hospital -visiting_hours
        """,
        TOLD,
    ),
    Meaning(
        "abuse_adult",
        "money, a card, a house or a will taken",
        """
        10 @thief @steal @money @dear|@frail|my|her|his -blood -time -parking -lost_property -fit -away_from_the -diet -symptoms
        10 @dear|@frail|her|his @money @steal carer|son|daughter|nephew|neighbour|friend|grandson|niece|live_in|granddaughter|not_understand|dementia|without -found
        9 house|bungalow|flat|will|savings|property|land|deeds signed_over|changed|put_in_his_name|put_in_her_name|transferred|rewritten|sold|remortgaged grandson|nephew|carer|neighbour|son|daughter|niece|dementia|not_understand|confused|tricked|made|friend
        13 card|pension|pin|bank_card|account|pension_card|savings used|emptied|drained|casino|missing|gone|spent|withdrawn|taken|cleaned_out carer|live_in|son|nephew|neighbour|grandson|staff|home|someone -parking
        """,
        TOLD,
    ),
    Meaning(
        "abuse_child",
        "a child hurt, starved, shut away or left",
        """
        8> @abuser|mum|parents locks|locked|lock|shuts|shut|locking me|us|him|her|them shed|cellar|cupboard|room|garage|loft|bedroom|basement -toilet
        10 @young crying|screaming|alone hours|all_night|all_day|every_night nobody_in|no_one_in|no_one_home|nobody_home|next_door|neighbours|neighbour|flat|near_us|upstairs -ward -bay -midwife
        11 @young|next_door hear|heard|hearing slapping|slaps|smacks|smacked|screaming|screams|hitting|beating|begging|thuds -nurse -ward -needle -bay
        9 left|leaves|leave|leaving @young alone|locked|unattended|asleep car|house|home|bath|flat|park|hours|night|hot -toys -playroom -ward -midwife -staff -nurse
        8 cigarette_burns|bite_marks|belt_marks|hand_marks|finger_marks|burn_marks @child|pupil|student
        9> @abuser|@carer|they|she|next_door|neighbours|who|respite @bad_home @child|kid|us|me_and|baby -needle -blood_test -plaster -eggs -heart -cancer
        8> @child|kid @bad_home by|at @abuser|home|respite|school|her|his|the|foster|nursery|staff -dog -ball -car -balloon -football -wasp
        9 @bad_home @young when|cry|cries|crying|hair|stairs|belt|wall|stick|spoon|every|floor|naughty -needle -fell -football -swing -toilet_door -trampoline
        8 shake|shakes|shaking|shook|shaken baby|newborn|infant|toddler -hands -fit -seizure -fever
        10 @young|only_6|hes_only|kid @bruise @unexplained|belt|bite|on|across|legs|respite|school|dads|talk -fell -football -injection -cannula -plaster -trampoline
        8 belt_marks|belt_marks_across|finger_marks|bite_marks|burn_marks|cigarette_burns|slap_mark|hand_prints @young|hes|she|he|only|legs|back
        11 @young|children|child @child_lack @carer_unfit|flat|fed|electric -booked -appointment -waiting -clinic -coffee
        10 @carer_unfit children|kids|twins|baby|toddler|child|boy|girl|year_old left|leaves|leaving alone|hours|outside|car|cold|night|own|drunk -waiting_room -clinic -play -trampoline -nurse -ward
        9 made|makes|make|forced|puts sleep|stay|live|eat|stand garage|shed|floor|outside|cupboard|dog|cellar|bath|corridor @child|her|him|me
        10 @afraid @child|me go_home|going_home|dads|dad|stepdad|mum|uncle|foster|lifts|home -needle -dentist -injection -nurse -operation -doctor -hospital
        8 @young|autistic strapped|tied|pinned|locked|restrained|shut chair|room|cupboard|bed|floor|toilet staff|respite|school|nursery|centre|by|all|afternoon|hours -car_seat -scan
        """,
        TOLD,
    ),
    Meaning(
        "abuse_child",
        "a child used for sex, groomed, cut or married off",
        """
        7 makes|made|make|forces|forced me|her|him|us touch|kiss|undress|suck|strip him|it|his|her|off|himself -nurse -doctor -gown -examination
        8> teacher|uncle|stepdad|step_dad|coach|grandad|cousin|brother|boyfriend|babysitter|neighbour|man|stepbrother|vicar|tutor touched|touches|touching|kissed|kisses|rubs|rubbed|fiddles|interfered|raped me|her|him|daughter|son|sister|girl|boy|child|niece -heart -hand -shoulder
        11 mum|dad|mother|father|parents|stepdad|she|they leaves|leave|left|goes|going us|me|kids|my_brother|my_sister|children|the_baby on_our_own|on_my_own|alone|no_food|all_night|all_weekend|overnight|home_alone -ward -room -staff -nurse -corridor -trolley -waiting
        10 @abuser @told_secret me|my|her|him|@child|sister|daughter|son|says|mum -nurse -doctor
        11 @older|boyfriend @young_girl @groom -appointment -waited -weeks -minutes -scan -ward
        10 man|men|someone|bloke|lad|he online|internet|snapchat|roblox|instagram|tiktok|phone @young_girl|child|kid|yr ask|asking|asks|pictures|pics|photos|meet|naked|send
        9 @cut_girl @young_girl|@child|she|her|daughter|abroad|summer -mentioned -asked
        10 @marry @abroad @young_girl|me|i|sister|she|they -happily -congratulations
        8 @child_pregnant @child_age
        9 @young_girl pregnant uncle|stepdad|brother|brothers|man|dad|stepbrother|cousin|teacher|older
        8 sell|selling|sells|running|carry|carrying|moving|hiding drugs|weed|crack|gear|packages @young_girl|@child|they|make|made|makes|lads|men
        8 gets|got|climbs|comes|in bed|bath|shower with|my @child|me|her|him mums_boyfriend|uncle|stepdad|grandad|mums|boyfriend|cousin|brother|lodger
        """,
        TOLD,
    ),
    Meaning(
        "sexual_safety",
        "touched, looked at or used for sex, unwanted",
        """
        7 @carer|@outsider|he|she|they|someone|somebody|old_boy @grope @intimate me|my|her|him|nan|mum|sister|himself|against|the|patient -chaperone -examined -lump -mammogram -cancer -heart -needle -pain -scan -comfy -biopsy -dressing
        7 rubbing|rubbed|rubs|pressing|pressed|presses|grinding|pushed himself|his_body|his_groin|his_crotch against|on|up_against me|her|my|him|bum
        8 @lewd @carer|@outsider|patient|patients|me|my|her|him|he|she|ward|they|front|sister|daughter|staff -leaflet -poster -training -survivor
        9 @watch_naked @undressed|breasts|chest|body|without -chaperone -x_ray
        10 @carer|doctor|he|she|nurse @undressed @unwilling|photo|photos|filmed -chaperone_was -explained -operation -scan -curtain -help
        8 @bed_in @carer|@outsider|my|nan|mum|her|me|him|women|patient|he|residents -hoist
        8 climbs|climbing|climbed|gets|getting|got in|into bed|beds with women|nan|mum|her|ladies|patients|residents|patient|me|other
        12 @unwilling @exam carried_on|said_no|did_not_stop|forced|kept|refused|anyway|no_gloves|carried -results -date
        8 fingers|finger|hand|hands inside|up|between|down me|legs|thighs|skirt|her|my|nightie|legs|skirt|top|bra|knickers|trousers|nightdress|pants -two -warm -held -exam_was -glove -smear_was -cannula
        7 kiss|kissed|kisses|kissing|snogged|licked me|sister|daughter|nan|mum|her|patient|residents carer|he|porter|nurse|doctor|man|worker|staff|lips|mouth|neck -cheek_goodbye -better
        6 sex|sleeping_with|slept_with|affair_with|relationship_with|shagging|sleep_with patient|patients|resident|residents|service_user|staff|carer|vulnerable|daughter|me
        9 man|patient|he|bloke|guy|old_man|porter|staff|nurse|carer|doctor keeps|kept|always|tried|tries|trying touching|groping|grabbing|kissing|feeling|stroking|rubbing|touch|grope|kiss women|ladies|patients|nurses|her|me|female|girls|residents|mum|nan|sister|daughter -hand -heart -shoulder
        8> doctor|nurse|porter|carer|dentist|physio|man|he|staff|worker|consultant groped|groping|raped|molested|fondled|kissed|snogged|licked|stroked me|my|her|him|mum|nan|sister|daughter|patient|residents -hand -hair
        7 touches|touched|touching|gropes|felt me|her|him|daughter|sister|nan|mum driver|taxi|porter|carer|man|he|patient|nurse inappropriately|wrongly|says|where|private|there|secret|dialysis|down|funny|uncomfortable -heart -hand -kindness
        """,
        WELL,
    ),
)
