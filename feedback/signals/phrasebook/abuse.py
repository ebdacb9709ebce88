"""Abuse of adults at risk (the ten Care Act kinds) and of children (Working Together's four)."""

from feedback.signals.phrasebook.family import Family

TOLD = frozenset({"negated", "long_over"})

FAMILIES = (
    Family(
        "abuse_adult",
        "physical: struck, handled roughly, bruised by those who should care",
        """
        @staff|they ..3 hit|hits|hitting|slap|slaps|slapped|slapping|smacked|smack|punched|punching|kicked|kicking|beat|beating|beats|struck|pinched|pinching|twisted|bit|scratched|strangled|choked|poked|whacked|shoved|shoving|shook|thumped|throttled|headbutted|spat_at|spat_on @victim ..1 @body?
        hit|hits|slapped|slaps|smacked|punched|kicked|beaten|struck|shoved|pinched|pushed_over|pushed_around|dragged|choked|strangled|thrown|grabbed|shaken|hurt|manhandled by ..3 @staff
        @staff|they ..2 manhandled|manhandling|dragged|dragging|drags|drag|yanked|threw|throwing|pushed|pushing|pushes|push|grabbed|grabbing|wrenched|jerked ..1 @victim ..2 by|across|down|over|around|onto|to|out|roughly|hard|every_day|violently|into|against|out_of|along
        was|is|been|were|so|very|being|too ..1 rough|aggressive|violent|heavy_handed with|to|towards ..1 my|him|her|the|patients|residents|an|elderly|me|them ..5 bruis*|hurt|crying|cried|scared|frightened|screamed|arm|arms|gripped
        rough|aggressive|violent|heavy_handed with ..1 @elder|him|her
        gripped|grabbed|squeezed|twisted|pulled|bent|pinched|yanked|twist my|his|her|mums|their ..1 @body ..5 bruis*|hard|hurt|back|mark*|screamed|so
        pinched|twisted|slapped|yanked|punched|bent|wrenched my|his|her|mum|dad @body|face|cheek
        covered|black|finger|unexplained|hand|suspicious|mysterious ..3 bruis*
        bruis* ..4 carer|carers|staff|home|nobody_will|no_one_will|shaped|unexplained|cannot_explain|can_not_explain|how_he_got|how_she_got|put_on|where_they_came|all_over|explained
        has|have|had|got|with|is ..2 bruis*|black_eye|black_eyes|marks|burns ..8 carer|she_fell|he_fell|home_say|will_say|not_explain|comes_in|every_time|carers_put
        black_eye|black_eyes ..6 every|boyfriend|husband|partner|carer|again
        tie|tied|ties|tying|strapped|strap|straps|chained|belted ..5 to|into|down ..2 chair|bed|wheelchair|commode|rails|bedrails|table
        carer|carers|staff|nurse|man|son|nephew|someone|he|she|who ..3 hurts|hurting @victim
        @kin|@he ..1 flinches|cowers|is_scared_of|is_frightened_of|is_terrified_of|scared|frightened|terrified ..6 carer|carers|nurse|staff|him|night_staff
        hold|holds|held|holding|grab|grabs|grip|grips|squeeze|squeezes|pulls|yank|drag|drags my|his|her|their|mums ..1 @body ..6 bruis*|marks|hurts|tight|crie*|screams
        @staff|someone|somebody|they|home ..4 hurt|hurts|hurting|harmed|harming|injured ..1 my|our @elder|son|daughter
        @elder|son|daughter|she|he ..3 has|have|had|with|came ..3 bruis* ..2 on|all|over|round|around ..1 her|his|their ..1 @body|legs|face
        prisoner in ..2 room|home|house|own
        keep|keeps|keeping|kept|held ..2 prisoner|captive
        grab|grabs|grabbed|pull|pulls|pulled|drag|drags|dragged ..4 by ..1 hair|throat|neck|ears|collar|hood
        @staff ..3 threw|throws|throwing|chucked|chucks ..3 at|onto|into @victim
        @kin ..1 says|said|tells_me|told_me ..4 man|carer|nurse|staff|woman|lady ..1 hits|hit|hurts|slaps|pinches|kicks|punches|pushes
        threw|throws|thrown|chucked ..3 at|onto|into ..1 my|her|him|the|me ..1 mother|mum|dad|bed|chair|father|floor|her|him|wife|husband
        @staff|they|he|she ..3 shove|shoves|shoved|pushed|pinch|pinches|smack|smacks|slap|slaps|grab|grabs|drag|drags ..1 @victim
        smack|smacked|slapped|tapped|slap|hit a|the|her|his|my ..2 hand|hands|face|leg|legs|bottom|head|wrist ..3 and|told|because|hard|when|again
        frightened|scared|terrified|afraid|petrified of ..4 carer|carers|nurse|staff|night_staff|man_who|husband|partner|son
        shakes|shake|cries|flinches|cowers|trembles|screams when|if|whenever ..3 he|she|carer|nurse|they|hears|staff|comes|door|his
        force|forced|forcing|forcibly fed|feed|feeding|her_mouth|his_mouth|food
        held|holding|pinched his|her|my nose|mouth ..4 food|feed|swallow|shut|medicine|tablets|open|closed
        """,
        TOLD,
    ),
    Family(
        "abuse_adult",
        "domestic: a partner or one of the family hurts or controls",
        """
        husband|wife|partner|boyfriend|girlfriend|ex|son|brother|father|in_law|he|she|uncle|family|daughter ..2 hits|beats|beat|punches|kicks|chokes|strangles|strangled|abuses|abusing|hit|punched|kicked|slaps|burns|choked|hurts|batters|battered|slapped me|her|my_mum|my_mother|my_sister|him
        husband|wife|partner|boyfriend|girlfriend|ex|son|brother|father|mother_in_law|he|she|in_law|family|nephew|neighbour|they|carer|friend ..2 takes|taking|take|took|controls|controlling|control|keeps|steals|stealing|stole|spends|spending ..3 my|her|his|their|the pension|money|benefits|bank_card|passport|wages|savings
        will|does|did|do|would|never|they not|never|stop|stops|stopped ..1 let|lets|letting|allow ..1 me|her|him|my ..2 go_out|leave_the_house|see_the_doctor|see_a_doctor|see_anyone|see_my|see_her|out_of_the_house|speak|see_family|out|leave_home
        abusive partner|husband|relationship|boyfriend|girlfriend|ex|wife|marriage|son|carer|father|mother
        bully|bullies|bullying|bullied|threaten|threatening|frighten|frightening|intimidating ..2 patients|residents|vulnerable|mum|dad
        domestic|coercive|financial|emotional|physical|elder|psychological|organisational|institutional|verbal abuse|control|violence|exploitation
        coercive|controlling partner|husband|boyfriend|ex|wife|relationship|behaviour
        keep|keeps|took|taken|have|hold|holds ..1 my|her|his|our|their passport|papers|documents ..6 money|work|house|back|leave|go
        modern slavery|slave
        trafficked|trafficking
        make|makes|made|force|forces|forced me|her|him|them|us to? ..1 work ..5 no|without|money|pay|food|free
        honour based|killing|violence
        forced marriage
        """,
        TOLD,
    ),
    Family(
        "abuse_adult",
        "financial: money, a will or belongings of someone who depends on others",
        """
        @staff|they|@he|@kin|one ..3 stealing|steal|steals|stole|taking|taken|takes|helping_themselves_to|been_taking|nicking|nicked|used|using|draining ..2 money|cash|savings|bank_card|pension|cheque|cheques|purse|bank_account ..1 from|out|of|off ..3 @elder|her|his|him|purse|account|wallet
        help|helps|helping|helped himself|herself|themselves to ..2 her|his|mums|dads|the ..1 money|pension|savings|benefits|cash|things|bank
        steal|stole|stealing|steals|stolen|robbed|robbing|robs from|off? my|his|her|our|the|vulnerable ..2 @elder|account|purse
        @staff ..2 stole|stolen|steals|stealing|robbed|took|taken|nicked ..3 from|out_of|off ..2 mum|mother|dad|father|nan|grans|gran|grandad|purse|grandmother|uncle|aunt
        money|cash|savings|pension ..4 account|purse|mum|mother|dad|nan|father|her|his stolen|taken_by|disappear*
        made|make|makes|got|getting|gets|forced|pressured|tricked her|him|mum|my_mother|dad|nan|my_father ..1 sign|change|to_change|to_sign|to_alter ..3 cheque|will|papers|power|house|over|form|money
        got|has ..2 change|changed|rewrite the|her|his will
        has|got|have|kept|keeps|took|taken her|his|mum|dad|nan|my_mother ..2 bank_card|bank_cards|pin|pin_number|cheque_book|chequebook|pension_book ..8 will|carer|money|withdrawn|spent|back|out|and
        """,
        TOLD,
    ),
    Family(
        "abuse_adult",
        "said outright, psychological or organisational",
        """
        being|is|are|was|were|been|get|gets|getting|am|got physically|sexually|emotionally|financially|verbally|mentally|repeatedly|badly? abused|mistreated|ill_treated|tortured|battered
        abuse|abusing|abuses|abused|mistreat|mistreating|mistreated|torture|torturing|tortured|bullying|intimidating|terrorising ..3 resident|residents|vulnerable|elderly|my_mum|my_mother|my_dad|my_father|my_husband|my_wife|my_brother|my_sister|my_nan|disabled|dementia|old
        @staff|they ..2 abuse|abusing|abuses|abused|mistreated|tortured|tormented|bullied|taunted|mocked ..1 @victim
        abuse|cruelty of|to|towards|against|in|by|on|at ..3 resident|residents|patient|patients|mum|mother|dad|father|vulnerable|elderly|care_home|carer|carers|staff|home|ward
        saw|seen|witnessed|witness|watched|caught ..6 hit|hitting|slap|slapping|slapped|dragging|dragged|kick|kicking|kicked|punch|punching|shove|shoving|shake|shaking|pinch|pinching|smack|smacking|swear|swearing|abuse|abusing|shouting ..4 man|lady|woman|resident|residents|patient|patients|him|her|old|elderly|mum|gentleman
        carer|carers|nurse|staff ..2 shouting|screaming|swearing|shouts|screams|swears|shouted|screamed|swore|cursing and|or pushing|hitting|pushes|hits|pushed|hit|slapped|threatening
        shouting|screaming|swearing|shouts|screams|swears|swore|spitting ..1 at ..3 resident|residents|vulnerable|grandmother|dementia|elderly|old|disabled|frail
        laugh|laughing|laughed|laughs|mock|mocks|mocking|taunt|taunting|tease|teasing|make_fun|making_fun|made_fun ..2 brother|sister|son|daughter|residents|resident|mum|mother|dad|learning|disab*|dementia ..8 disab*|names|dementia|lock|cry|cried|autis*|difficulties
        locked|lock|locks|locking|shut|confined ..3 in|inside ..1 his|her|their|my|the room|rooms|bedroom|bathroom|cupboard|cell ..6
        resident|residents|patients|mum|dad|brother|sister ..3 locked_in|shut_in|confined|tied_to|tied_up|tied_down|sedated|drugged|locked_up
        giving|give|gave|given|using|drugging|drug|sedating|sedate|sedated ..2 residents|patients|resident|mum|dad|them|her|him ..2 sedatives|sleeping|drugs|keep|quiet|something to|them|so|at|tablets|medication ..3 quiet|night|sleep|trouble
        call|calls|called|calling ..1 @victim stupid|fat|disgusting|dirty|lazy|a_nuisance|names|worthless|an_idiot|smelly
        laugh|laughs|laughed|laughing ..1 when|at|while she|he|her|him|they ..2 cries|cry|cried|falls|fell|fall|crying|distressed
        shut|locked|kept|keeps in ..1 his|her|their room ..2 all_day|all|for|with|handle|days
        man|patient|resident|boy|woman ..5 keeps|kept|been|is|was|always hitting|attacking|beating|punching|kicking|biting ..1 @victim
        taking|taken|took|take advantage of ..3 vulnerable|mum|dad|mother|elderly|her|him|brother|dementia
        living|lives|lived in ..1 squalor
        self_neglect|self_neglecting
        pulled|pull|pulls|pulling|drag|dragged|dragging ..4 by ..1 hair|arms|arm|legs|feet|ankles
        """,
        TOLD,
    ),
    Family(
        "abuse_child",
        "a child hurt at home or in care",
        """
        dad|stepdad|step_dad|stepfather|stepmum|step_mum|stepmother|father|mother|mum|uncle|foster_carer|foster_mum|foster_dad|foster_parents|parents|my_bf|nanny|childminder|babysitter|teacher|ex|brother ..3 hits|beats|smacks|slaps|burns|hurts|punches|kicks|hitting|beating|smacking|slapping|burning|burn|hurting|whips|belts|starves|abuses|abusing|canes me|us|him|her|my_son|my_daughter|my_brother|my_sister|the_children|the_kids|my_kids|our_son|our_daughter|our_kids|the_child|the_baby|my_baby|the_small_boy|the_boy|the_girl|the_little_@child|my_little_@child
        dad|stepdad|stepfather|father|uncle|mother|mum|parents ..1 will|gonna|going_to hit|beat|hurt|kill|batter me|us
        hit|hits|hitting|beat|beats|beating|smack|smacks|smacking|smacked|slap|slapped|slaps|slapping|kicked|punched|burn|burns|burned|burnt|burning|shook|shaken|shaking|abuse|abused|abuses|abusing|hurts|hurting|dragged|pulled|starving|whipped|threw|thrown|locked @owner ..3 @child
        @strikes ..1 babies|the_babies|the_baby|the_kids|the_children|toddlers|the_toddler|my_kids|my_children|our_kids
        @strikes our|my|her|his|their|the ..4 year_old|daughter|grandson|granddaughter|little_boy|little_girl|stepson|stepdaughter
        dad|stepdad|stepfather|boyfriend|mum|mother|father|partner|stepmum|step_dad ..3 @strikes me|us ..3
        comes|came|goes|going|creeps into|in my|her|his|their bedroom|room|bed at_night|in_the_night|when_mum|when_everyone
        being|was|been|is|getting sold|pimped|trafficked|groomed|passed_around ..2 by|for|to|around|online|out
        leaves|leaving|leave|left|leaved ..2 @child ..3 on_his_own|on_her_own|on_their_own|alone|by_himself|by_herself|home_alone ..4 while|all|goes|drink*|out|at|overnight|for
        @child|brother|sister ..2 beaten|hit|slapped|punched|burned|hurt|abused|raped|touched by ..2 dad|mum|father|mother|stepdad|stepfather|uncle|parents|teacher|foster|boyfriend
        is ..1 abusing|hurting|hitting|touching|beating the|a|my|our|his|her|their ..3 @child
        @child ..6 being|been|is|are|was|were|get|gets ..2 abused|hit|beaten|hurt_by|molested|groomed|exploited|neglected|starved|trafficked|smacked ..1
        child|children|kids|baby|babies|girl|boy abuse|cruelty|neglect|exploitation|abused|grooming
        @child ..4 cigarette_burns|cigarette_burn|unexplained_bruis*|hand_marks|bite_marks|belt_marks
        @child with unexplained|many|lots_of? ..1 bruis*|injuries|burns|fractures
        son|daughter|child|boy|girl|baby|grandson|granddaughter|kids|toddler ..5 came|comes|come|back|home|has|with|covered ..4 bruis*|burns|bite_marks|black_eye|welts
        @child ..3 is|are|always|looks|look ..2 hungry|dirty|filthy|starving|unwashed|neglected ..4 dirty|alone|left|always|own|hungry|thin|bruis*
        @child ..6 left ..1 alone|on_his_own|on_her_own|on_their_own|unattended|home_alone
        cigarette|iron ..3 burns|burn ..4 @child
        burn|burns|burning|burned|burnt ..3 @child ..3 cigarette|iron|water
        comes|came|come|returns|returned home|back with|covered ..3 marks|bruis*|burns|injuries
        @child ..3 left|alone|home alone|all_night|home|screaming|unattended|by_themselves ..3 all_night|for_hours|for_days|screaming|drunk|drinking|alone_every
        locks|locked|lock|shut|shuts ..1 me|us|him|her in ..1 my|the|a room|bedroom|cupboard|cellar|shed ..8 feed|food|dad|mum|mums|stepdad|hits
        locks|locked me|us in ..1 my room|bedroom
        mum|dad|boyfriend|stepdad|parents ..8 not feed|feeds|feeding me|us|the_kids|the_children|the_baby
        scared|afraid|frightened|terrified ..2 to_go|of_going|go|going home ..4 dad|mum|stepdad|him|he|she|because
        @child ..3 scared|frightened|afraid|terrified of her|his|their|foster|the foster|dad|father|stepdad|mum|mother|stepfather|uncle
        """,
        TOLD,
    ),
    Family(
        "abuse_child",
        "a child sexually abused, exploited, cut or married by force",
        """
        uncle|dad|stepdad|father|brother|cousin|grandad|grandfather|teacher|coach|man|partner|boyfriend|babysitter ..3 touches|touching|fiddles|rapes|raping|interferes|molests me|my_daughter|my_son|her|him|with|my_sister
        touches|touching|touched|molested|molesting|raped|groomed|grooming|exploited|assaulted @owner ..3 @child
        gets|got|getting|climbs|comes into|in|to bed with her|him|my|the|me|my_daughter
        @child ..6 sexually|sexual|sex ..3 abused|exploited|assaulted|abuse|exploitation|assault|men|older
        @child of 9|10|11|12|13|14|15 ..6 men|man|boyfriend|pregnant|exploited|sex
        i am 9|10|11|12|13|14|15|16 ..8 man|men|boyfriend|touch*|hit|hits|hurts|married|marry|beats|abus*|sex|raped
        buys me ..6 makes|make|do|sex|mates|touch
        makes|make|made me do|touch ..2 things|stuff|it|him ..4 mates|men|friends|with|him|to
        fgm
        genital mutilation|cutting
        want|wants|going|plan|take|planning|taking|to ..2 cut|cutting|circumcise my|her|our|the ..1 daughter|daughters|girl|girls|granddaughter|sister|baby
        making|make|made|force|forcing|forced|makes me|her|my_daughter|my_sister ..2 get_married|marry|be_married
        county lines
        drug dealers|gang|gangs ..4 @child
        disclosed|disclosure|told ..6 father|dad|stepdad|uncle|mother|mum|brother ..3 abusing|abuses|hits|hurts|touches|raped|abused ..1
        """,
        TOLD,
    ),
)
