"""Lists of words that phrases share. A list may use others (`@kin`) and joined words (`my_..1_@kin`)."""

NEGATIONS = frozenset("not never no nobody none without nothing neither nor hardly barely".split())

_LISTS = {
    "kin": """husband wife partner mum mother mam dad father son daughter brother sister nan nana gran granny
        grandma grandmother grandad granddad grandfather grandpa grandson granddaughter uncle aunt auntie aunty
        cousin niece nephew friend mate neighbour boyfriend girlfriend fiance ex relative resident residents
        patient patients client clients stepson stepdaughter law teenager lad lady gentleman
        bloke man woman guy girl boy kid kids child children baby toddler infant bro sis student colleague
        person people""",
    "child": """child children baby babies toddler infant son daughter boy girl kid kids grandson granddaughter
        niece nephew lad schoolgirl schoolboy newborn teenager stepson stepdaughter twins""",
    "elder": """mum mother dad father nan nana gran granny grandma grandmother grandad granddad grandfather
        husband wife uncle aunt auntie aunty brother sister resident residents patient patients lady man woman
        gentleman neighbour relative partner people person law""",
    "owner": "my our his her their the a an your this that one another other each every",
    "staff": """staff nurse nurses carer carers doctor doctors hca hcas healthcare_assistant
        healthcare_assistants health_care_assistant assistant care_assistant care_worker support_worker
        support_workers sister matron porter porters physio consultant surgeon dentist midwife midwives
        paramedic paramedics security guard guards receptionist therapist counsellor worker orderly
        member_of_staff member_of_the_staff members_of_staff caretaker ward home hospital
        practitioner agency gp""",
    "he": "he she they it someone somebody who",
    "them": "him her them me us someone somebody people patients residents",
    "victim": """him her them me us someone somebody people patients residents children kids
        @owner_..2_@kin @owner_..1_person""",
    "who": "i he she they we who someone somebody @owner_..2_@kin patient resident patients residents people",
    "doer": "he she they who someone somebody you we @owner_..2_@kin @owner_..2_@staff @staff",
    "body": """arm arms wrist wrists hand hands hair face leg legs neck throat shoulder shoulders head ear ears
        fingers nose thighs skin ankle ankles back ribs jaw""",
    "self": "myself my_self himself him_self herself her_self themselves themself hisself me_self theirself",
    "will": """will_..1 going_to_..1 want_to_..1 wants_to_..1 wanted_to_..1 want_..1 wants_..1 might_..1
        planning_to_..1 plans_to_..1 plan_to_..1 planning_on_..1 planning threatening_to_..1 threatens_to_..1
        threatened_to_..1 about_to_..1 ready_to_..1 trying_to_..1 tries_to_..1 tempted_to_..1 intend_to
        intends_to intending_to need_to_..1 would_..1 gonna feel_like thinking_of thinking_about thought_of
        thought_about think_about think_of thinks_of talking_of talking_about talks_about talks_of talk_of
        thoughts_of thoughts_about thinking_to thoughts_of_to threatened ideas_of feels_like
        considering considered can_..1 could_just may_as_well might_as_well""",
    "strikes": """hit hits hitting slap slaps slapped slapping smack smacks smacked smacking punch punches punched
        punching kick kicks kicked kicking beat beats beating shove shoves shoved pinch pinches pinched pinching
        strangle strangles strangled strangling choke chokes choked throttle throttled headbutt headbutted thump
        thumped thumps batter batters battered attack attacks attacked attacking assault assaults assaulted
        stab stabbed stabs stabbing burn burns burned burnt burning shake shakes shook shaking bit bites bitten
        scratch scratched scratches whack whacked whacks manhandle manhandled manhandles chuck chucks chucked
        throw throws threw throwing push pushes pushed pushing drag drags dragged dragging grab grabs grabbed
        grabbing yank yanks yanked poke poked pokes elbowed kneed spat_at spat_on spit_on spits_on spits_at
        hurts hurting tortured torturing molested mugged jumped""",
    "hours": "hours hour days day night morning afternoon evening ages weeks long minutes",
    "many": """two three four five six seven eight nine ten eleven twelve fourteen eighteen several many few
        2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 24 30 36 48 couple_of over_an""",
    "nobody": "nobody no_one no_staff no_nurse no_nurses no_doctor no_help not_one_person none_of_them",
    "medicine": """tablets tablet medicine medicines medication medications meds drug drugs pills pill dose doses
        injection injections insulin warfarin morphine antibiotic antibiotics antidepressant statin statins
        steroid steroids penicillin paracetamol ibuprofen aspirin vaccine jab inhaler blood_thinners
        painkillers painkiller chemo chemotherapy prescription sedative sedatives lithium clozapine
        olanzapine sertraline methotrexate digoxin potassium heparin infusion blood_transfusion transfusion""",
    "wet": """urine faeces wee pee mess soiled wet filth dirt sick vomit own_blood soaking soaked dirty_nappy
        dirty_pad wet_pad wet_pads dirty_pads""",
    "bell": "bell buzzer call_bell callbell alarm button call_button cord",
    "now": "now right_now tonight today again currently still at_the_moment this_minute just",
}
LISTS = {name: "|".join(dict.fromkeys(words.split())) for name, words in _LISTS.items()}
