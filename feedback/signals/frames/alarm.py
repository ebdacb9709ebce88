"""Danger now, threats, assault and hate, told in any words."""

from feedback.signals.frames.meaning import Meaning

NOW = frozenset({"praised", "over"})

MEANINGS = (
    Meaning(
        "danger_now",
        "the body failing and no one coming",
        """
        10 took|taken|swallowed|overdose tablets|pills|meds|something|paracetamol|lot falling_asleep|going_to_sleep|sleepy|drowsy|slurring|not_wake|passing_out|sick -was -had -prescribed -drowsy_but
        12 @body_sign @wont_come -was_seen -looked_after
        7> @dear|baby|i|my|shes|hes @present @body_sign
        5 is|are|am|has|have|gone|going floppy|unresponsive|foaming|frothing|choking|convulsing|keeled_over|going_blue|gone_blue|not_breathing
        8 @body_sign pregnant|20_weeks|30_weeks|dying|please_help|quick -was -were -had
        8 crushing|tight|stabbing|terrible|severe|bad pain|pains chest now|still|sit|told|arm
        10 can_not_feel|gone_numb|numb|droopy|dropped side|face|arm|speech|mouth now|car_park|gone|going|just|slurring|slurred|left|right|sudden|suddenly -dentist -injection -anaesthetic
        8 @run_out @run_dry @wont_come|now|is|has
        7 @run_out run_out|ran_out|run_dry|running_out|almost_empty|nearly_out
        9 @fire @fire_where is|are|there|now|theres|coming|please|set|started|smell -drill -alarm_test -door_policy -chinese -parking
        8 bleeding|blood pad|pads|pregnant|weeks|clots|hour third|soaked|through|pregnant|heavily -test -tests -was -were -had
        9 swallowed|eaten|ate|drunk|drank|inhaled battery|bleach|tablets|magnet|magnets|poison|something|detergent|capsule|cleaning child|one|baby|son|daughter|hold|999|111|now|year|little|just|minutes -fine
        9 took|taken|given|gave|swallowed something|wrong|too_many foaming|unconscious|not_breathing|floppy|can_not_wake|shaking|collapsed|fitting|twitching
        8 please|help|need ambulance|999|paramedics now|quick|urgent|urgently|quickly|here|hours|asap
        8 trapped|stuck|locked lift|room|toilet|car|bathroom|cubicle help|please|now|smoke|can_not_get_out|nobody
        14 floor|lying|bleeding|chest_pain|collapsed ambulance|paramedic|paramedics|999|crew not_here|not_come|still_not|not_arrived|not_turned_up|nobody|no_sign|still|not|where @dear|i -was -were -came
        11 floor bathroom|pendant|stuck|fallen|fell|lying @wont_come|nobody|no_one now|still|is|hours|pendant|moment -was
        """,
        NOW,
    ),
    Meaning(
        "danger_now",
        "missing and at risk",
        """
        14 @dear|patient|i @escaped @at_risk -glasses -notes -bag -purse -phone -teeth -hearing
        14 missing|absconded|wandered dementia|suicidal|section|police|vulnerable|child|river|night|coat -glasses -stick -dentures -teeth -ring -phone -frame -clothes -slippers -notes -bag -purse -letter -hearing -samples -sample -results
        """,
        NOW,
    ),
    Meaning(
        "danger_now",
        "violence or a weapon now",
        """
        9 @outsider|@dear|ex @wield @weapon -cup -tea -bottle_of_water
        8 @outsider|@dear|ex @present @attack_now @victim|ward|staff|nurse|nurses|doctor|doctors|carer|door|us|everyone|place|help|chairs
        10 @dear|ex|@outsider @threat_said @kill @helpless -a_little -taking_blood -sorry
        6 been|got|have|being stabbed|shot|held_hostage|strangled now|hiding|bleeding|toilet|am|i|help|just
        8 @not_safe_home discharge|discharged|tonight|please|husband|ex|partner|him|he|boyfriend|dad|son|kill|family|send|home
        8 hiding|locked|trapped|barricaded toilet|toilets|bathroom|room|cupboard|bedroom|car|loo he|him|man|knife|ex|husband|attacker|shouting|outside|stabbed
        8 follows|followed|stalking|stalks|waiting|outside|turned_up ex|husband|man|stalker|partner kill|find|hurt|scared|finish|get|threatened|hospital
        """,
        NOW,
    ),
    Meaning(
        "threat",
        "what I or mine will do to you",
        """
        8 i|we|will|gonna|he bring|bringing|get|getting knife|gun|machete|baseball_bat|petrol|acid|hammer|axe|crowbar -cake
        13 @my_doing @threat_words -thank -thanks -chocolates -soon -scan -review -glowing
        9 am|coming|come|be|will|gonna|going_to|back down|there|in petrol|machete|bat|gun|knife|lads|lighter|bomb|matches|acid|my_boys|crowbar
        8 burn|torch|blow|bomb|smash|set_fire|petrol|shoot_up|trash hospital|surgery|ward|place|clinic|building|reception|car|house|down @my_doing|will|going_to|gonna|i|want -staff_fight
        10 dead|finished|hurt|pay|payback|sorry|regret|revenge doctor|nurse|surgeon|receptionist|consultant|midwife|you|manager|gp|psychiatrist|social_worker @my_doing -thank -for_parking -letter
        9 wait|waiting|follow|followed|outside|meet|find nurse|doctor|receptionist|staff|her|him|surgeon|you shift|home|dark|car_park|work smash|batter|get|face|sort|hurt|kill|teach|knife
        7 watch_your_back|watch_his_back|watch_her_back|watch_your_backs|watch_their_backs|you_are_dead|ur_dead|dead_man_walking|marked_man|know_where_you_live|knows_where_you_live i|you|tell|he|she|to|doctor|is
        9 know|know_what|knows car|kids|lives|live|school|house|drives|address nurse|doctor|you|she|he|your|receptionist|her|his -medical -number -history
        10 kill|stab|shoot|murder|batter|strangle|punch|slap|hit|attack|swing_for|deck|lamp|knock_out someone|somebody|staff|nurse|nurses|doctor|doctors|receptionist|you|them|manager|psychiatrist|surgeon i_will|i_am_going_to|gonna|going_to|will|swear|feel_like|want_to|might|i_could|about_to -was_hit -myself -himself -herself -themselves
        """,
        frozenset({"praised"}),
    ),
    Meaning(
        "assault",
        "struck, robbed or abused for who they are",
        """
        7> @carer|@outsider @strike me|my|us|him|her|son|face|mum|wife|husband|mate|friend|daughter|brother -hand -heart -phone -button -balloon
        8> @carer|@outsider @hurl @hard_thing me|him|her|my|us|at|over|head|face
        6 put|had|got|held|gets|puts me|him|her|my|son|them|brother headlock|choke_hold|armlock|chokehold|stranglehold
        7 @carer|@outsider|he|she @grab my|his|her|me|him throat|neck|hair|headlock -hoist
        8 @carer|@outsider|police|me|my @neck_hold knelt|kneeling|headlock|shoved|punched|slammed|sat_on|pinned|twisted|dragged|threw|rammed|wrenched
        6 @swung me|my|him|us|son|daughter|husband|wife|mate|friend|mum|dad -mugged_off -wheelchair -nerves -dog -wasp -car -horse -bug
        6 got|been|was|were punched|slapped|kicked|spat|headbutted|assaulted|attacked|beaten|jumped|mugged|bitten|battered|decked|shoved|hit by|at|in|on|when -a_hit -pandemic -covid -dog -wasp -bee -car -bus -insect -van -ball -cat -bike -tick -horse -news
        12 @gone_in_care @stolen_thing @in_care -found -bag_check -handed -cleaned -time -returned -blood -obs -away -down -details -number -fit
        13 @stolen_thing @gone_in_care my|his|her|mums|our @in_care -found -returned -turned_up -handed -taken_down
        8 nicked|stole|stolen|robbed|thieved|robbing @stolen_thing
        10 @hate_act @hate -bp
        8 called|calling|call|shouted|shouting|screamed me|him|her|my|us|at terrorist|paki|nigger|faggot|tranny|monkey|go_home|queer|poof|dyke|raghead|chink|spastic|go_back
        7> @carer|@outsider|police|they broke|fractured|dislocated|smashed|busted|cracked my|his|her|me arm|wrist|nose|ribs|jaw|leg|finger|tooth|teeth|collarbone -set -plaster -news
        6 dug|digging|sank|sunk|stuck nails|nail|teeth me|him|her|arm|in|my
        """,
        NOW,
    ),
)
