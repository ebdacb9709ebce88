"""What is said around a phrase that makes it harmless: idiom, mention, negation, praise, time past.

Each rule of `QUIET` takes plain words and the stretch that matched, and says whether the
stretch is quiet. When in doubt they say no: a false alarm costs a look, a missed one may cost a life.
"""

import re
from collections.abc import Callable, Iterable

from feedback.signals.phrase import Phrase, phrases
from feedback.signals.words import NEGATIONS

# Everyday speech that borrows the words of harm.
IDIOMS = phrases(
    """
    wait|waiting|queue|parking|stairs|chairs|chair|walk|heat|feet|back|knee|shoulder|shoes|bill|boredom|bed|pain|food|noise|head|hip|neck|legs|it|traffic|corridor|hill ..2 nearly|almost|is|was|were|are|really|just|absolutely? ..1 killed|killing|kills|finished me|us|him|her|you|everyone|when|off ..1
    feet|back|knee|shoulder|hip|legs|head|neck|shoes ..3 killing|kills|killed
    killing my back|feet|legs|knees|knee
    dying|dieing for ..1 a|some|my|the|something|cup|tea|coffee|cuppa|wee|pee|loo|drink|food|fag|sleep|toilet
    dying to ..1 get|see|go|know|hear|ask|meet|say|try|find|eat|use
    died|die|dying|dead of ..1 embarrassment|boredom|shame|laughter|thirst|hunger|curiosity|laughing
    die|died|dying laughing
    to_die_for|die_for
    could|would|nearly ..2 have|of? killed|kill|murdered|murder|died for
    could|would murder|kill|murdered ..1 a|an|some|for
    kill for a|some|the|that
    could|would ..1 have strangled|killed|kissed|murdered|shot|hugged ..1 my|the husband|wife|nurse|son|mum|daughter|brother|doctor
    wife|mum|husband|mother|boss|daughter|son|dad|kids will|would|is_going_to kill me if
    bored|scared|worried|frightened|sick|tickled|thrilled|tired|starved|frozen|freezing|cold|terrified|bore|scare|scared_half|petrified to death
    death by|trap|knell paperwork|powerpoint?
    death|dead trap|end|line|phone|heat|easy|good|nice|quiet|helpful|friendly|simple|funny|lovely|chuffed|pleased|space|slow|boring|proud
    hit it off
    overdose|overdosed of|on ..3 cake|cakes|chocolate|tea|coffee|biscuits|sugar|daytime|telly|sweets|kindness
    laugh|laughed|laughing ..6 die|died|dying|killed
    allergic|reaction|allergy ..2 years_ago ..4 checked|asked|noted|careful
    would not ..1 be ..1 alive|here ..2 without|but|if
    die without ..4 tea|coffee|phone|telly|brew
    dead on ..1 time|feet|cue|dot
    matter|question of life and|or? death
    life and|or death
    like|feels_like|felt_like|worse_than|fate_worse_than death warmed|itself?
    over my dead body
    drop dead gorgeous
    would|will|does|it not? kill|hurt them|him|her|you|anyone|someone|anybody to ..1 smile|say|put|look|be|have|ask|answer|let|clean|buy|hold|give|offer|add|open
    kill two|some|the|a birds|time|hour
    killing|killed|kill|smashing|smash|smashed it|time
    killer heels|at|app|punch|queen
    kill|killed|killing|work|worked|working themselves|themself|yourselves|myself|ourselves to|for|trying|with|over|looking
    worked|working|work|run ..1 to death
    looks|look could kill
    is|was|were|are|absolute|total|like|be suicide|murder ..1 to?
    car_park|parking|temperature|heat|roundabout|road|driving|staircase ..6 suicide|suicidal|murder|death
    political|career|professional|financial suicide
    suicide squad|squeeze|run|bend
    murder mystery|on|to|the
    fit saw|of|when|the|that|and_well|for
    nearly|almost|would|could had|have a_fit|a_heart_attack at|when|seeing|over|paying
    heart_attack|fit|stroke at|when ..4 bill|price|cost|charge|parking
    pain|news|heat|smell|it|kindness|realisation|noise|tiredness|cold|cost|diagnosis hit|hits|hitting|struck me|him|her|us|home
    hit|hits|hitting the spot|nail|mark|ground|buzzer|button|bell|target|roof|right
    hit|hits her|his|my|their head|thumb|elbow|knee|toe|forehead|face|nose ..1 on|at|when|with|in|while|falling|and?
    hit by ..1 car|ball|bike|bus|van|lorry|door|motorbike|taxi|cyclist
    a ..1 hit with
    big|instant|huge hit
    hit and|or miss
    cut|cuts|burnt|burned|hurt|scratched|stabbed|burn|injured|scalded myself|himself|herself|my_finger|my_thumb|my_hand|my_arm|my_leg|my_foot|his_finger|her_finger ..1 on|shaving|with|at|falling|playing|doing|when|by|cooking|opening|making|slicing|while|in|accident*
    shoot|shot me|up|down|through|over|to|of an|a|for
    beat|beats|beaten|beating|fight|fights|fighting|fought|battle ..2 cancer|it|illness|covid|odds|drinking|addiction|queue|record|rush|bug|disease|infection|eggs|traffic
    shook|shaken|shake ..1 hand|hands
    push|pushed|pushing|pushes|wheeled ..2 wheelchair|trolley|chair|bed|bell|buzzer|button|buggy|pram|button|limits|harder|boundaries
    pushed|push|pushing|pushes me|him|her|us|mum|dad to|all|in|round|around|along|hard|back|through|further|up|forward|down_to|towards|into
    dragged|pulled|grabbed|threw me|him|her|us|over|a|the ..1 curtain|lifeline|sheet|party
    dragged|pulled|grabbed me|him|her|us|over|a|the ..2 chair|curtain|blanket|cup|coat|drink|lifeline|through|chairs|seat
    touched|touching|touch ..4 heart|kindness|deeply|by|shoulder|arm|hand|base|moved
    robbery parking|charge
    daylight robbery
    bit|bite|bites|biting|snapped ..1 my|his|her|our head|nose
    took|taking|take my|your|his|her life in_my|in_your|in_his|in_her|in_our hands
    fire|ward|place|team|world|you|they is|are|was|alarm|drill|door|on|up on? fire|with
    on fire ..1
    blow|blown|blew me|us|him|them away
    shot|shoot|shots down|of|in the|a ..1 arm|minutes|see
    end ..1 of the day|world|line|corridor|street|road|week|month
    end of life
    blue light|lights
    life threatening
    belittling|stop people ..2 names
    in danger of losing|being|becoming|missing|falling|running|forgetting|closing|closure
    multi disciplinary
    garden|plants|building|paint|paintwork|grounds|windows|car_park|entrance ..4 neglected
    feel|felt|feeling ..1 neglected
    parking|charges|charge|price|prices|cost|fees|fee ..6 theft|robbery|thieves|thieving
    life saving|saver|support|line|style
    life is|was too_short
    hurt|hurts|hurting a_bit|a_little|slightly|my_feelings|for_a_second|at_all
    raped of
    boy|girl|grandson|baby|toddler|child|son|daughter ..5 hit|kicked|punched me|him|her|doctor|nurse with|by ..2 balloon|toy|accident|mistake|ball
    double|triple checked|check|checks|checking
    kicked|kick|kicks|kicking ..1 me|him|her|us out|off|into|up
    left|now wanting|want to live
    jumped|jump|throw|threw at|in|a|to ..2 help|chance|opportunity|party|action
    beat|beats|beaten|beating me|him|her|us to|at ..1 it|cards|dominoes|chess|scrabble|door|bell|buzzer
    give|gives|gave|giving me|him|her|us a ..1 kick|push|shove|slap|poke|punch
    bitten|attacked|stung|scratched|hit|bit|knocked_down by ..4 dog|cat|insect|wasp|bee|horse|spider|tick|bug|virus|bike|car|nerves|swan
    losing|lose|lost the will to_live ..3 queue|hold|phone|wait|parking|but|menu|waiting|music|lol
    wait|queue|phone|parking|music|hold|menu ..4 losing|lose|lost the will
    held|holding|hold|squeezed|squeeze my|her|his|our hand|hands ..2 tight|tightly|through|when|while|the_whole|all
    get|getting you|them|him|her all? a|some ..1 box|card|cake|chocolates|flowers|drink|coffee|present|biscuits
    die|died|dying|dieing of heat|cold|thirst|hunger|boredom|heatstroke|happiness
    kicked|hit|punched|elbowed|struck|smashed ..1 in|on the|his|her|my face|head|eye|nose|shin|knee|mouth ..3 at|playing|during|by ..1 football|rugby|hockey|netball|school|match|game|ball|cricket|match|boxing|karate|squash|practice
    dead link|battery|phone|leg|telephone
    point|use|reason in|of|to ..1 complaining|asking|going_to|ringing|phoning|turning_up|waiting|having|filling
    """
)

# Words of harm that name a thing: a leaflet, a course, a team, a question on a form.
_SUBJECT = (
    "suicide|suicidal|self_harm|abuse|domestic_abuse|domestic_violence|child_abuse|violence|assault|sexual_assault|"
    "neglect|sepsis|stillbirth|rape|harm|fgm|overdose|safeguarding|complaint|complaints|discrimination|racism|"
    "elder_abuse|side_effects|side_effect|medication_errors|hate_crime|hate_crimes|sexual_harassment|exploitation|"
    "grooming|trafficking|modern_slavery|privacy|gdpr|freedom_to_speak_up|pressure_sores|pressure_ulcers|death|sexual_abuse|theft"
)
_THING = (
    "prevention|leaflet|leaflets|poster|posters|training|awareness|helpline|hotline|policy|course|courses|charity|"
    "campaign|lecture|talk|advice|information|statistics|risk_assessment|questionnaire|screening|module|workshop|"
    "book|video|film|webinar|research|support_group|team|liaison|nurse|lead|procedure|procedures|counselling|form|"
    "forms|notice|notices|sign|signs|guidance|week|officer|service|services|bereavement|survivors|box|specialist|advisor"
)
MENTIONS = phrases(
    f"""
    {_SUBJECT} ..1 and? violence|abuse|harm|neglect|assault? {_THING}
    {_THING}|talk|drama|story|stories|news|programme|read|questions|asked|ask|asks|asking ..3 about|on|of|for|against|around|called|re|if|whether|which_lists ..4 {_SUBJECT}|killing|harming|dying|kill|medication_error
    sign|notice|notices ..2 saying ..2 thieves|theft|abuse|violence
    {_SUBJECT} ..2 first|aid aid|course
    poster|posters|leaflet|leaflets|sign|notice|notices|video|form|helpline|screen ..5 {_SUBJECT}|suicid*
    helpline|number|card|group|course|support ..2 for ..2 suicid*|abuse*|victims|survivors
    asked|ask|asks|asking|checked|questioned|wondered ..3 if|whether|about|was i|she|he|you|i_was|any|thoughts ..4 suicid*|self_harm|abused|harming|killing|safe
    asked|ask|asks|asking|checked ..3 if|whether ..6 hurts|hurt|hits|hit|harmed|harms|abused|safe|suicid*|self_harm|touched|bullied|threatened
    asked|ask|asks|asking about ..6 suicide|suicidal|self_harm|abuse
    assault|obstacle course
    abuse of staff ..2 will|not|tolerated
    zero tolerance ..6
    drug|alcohol|substance and|or? alcohol|drug? ..1 abuse|misuse
    abuse|misuse of|the ..1 system|nhs|alcohol|drugs|power_of_parking|disabled|parking|car|spaces
    safety|crash|fire stab|proof|drill
    knife and|or fork|spoon
    stab|stabbing|shooting|stabbed proof|pain|pains
    work|works|worked in|for|with ..2 suicid*|safeguarding|abuse|domestic
    presented|presenting|chief|main|medical complaint
    complaint|complaints leaflet|procedure|poster|process|form|forms|team|department
    complaint ..1 of ..1 pain|chest|knee|back|headache
    lateral flow
    """
)

_SUBJECTS = frozenset(
    "i he she they we you it my his her their the a an our staff nurse nurses somebody someone there mum dad "
    "doctor doctors carer carers patient patients husband wife son daughter brother sister who this people".split()
)
_STOPS = frozenset(
    ". but because although when while since until and as if i he she they we though that".split()
)
_INACTION = frozenset(
    "done did do stopped stop helped help cared care cares listened listens listen believed believes noticed "
    "reported reports told acted explained explains knows knew answered came comes coming asked checked responded "
    "took taken warned warns only just even notices see saw prevented prevent spotted investigated helping "
    "protected seeing".split()
)
_GOOD = re.compile(
    r"(?<![^ ])(?:kindly|gentle|gently|angels|marvellous|respectful|peaceful|peacefully|in peace|seen quickly|seen fast|was quick|so quickly|straight away|beautifully|superb|spot on|thank|thanks|thankyou|thankful|grateful|brilliant|amazing|lovely|superb|excellent|fantastic|"
    r"wonderful|fabulous|great|outstanding|saved|saving|kind|kindness|helped|well now|well done|recovered|recovery|"
    r"alive|glad|happily|happy|good|best|treated at once|so fast|at once|within minutes|in five minutes|second to "
    r"none|is well|doing well|are well|i am well|am fine|is fine|cannot fault|can not fault|professional|"
    r"reassuring|caring|heroes|got her back|got him back|got me back|looked after|reassured|perfect|first class|supportive|better now|stopped me|explained) "
)
_NOT_GOOD = re.compile(
    r"(?<![^ ])(?:thanks for nothing|thank you for nothing|no thanks to|thanks to you|thanks to your|not|never|no|"
    r"nobody|nothing|none|hardly|no one|ignored|left|waiting|still|again|please help|instead|sent home|without|"
    r"discharged|refused|failed) "
)
_LONG_AGO = re.compile(
    r"(?<![^ ])(?:years ago|year ago|long ago|decades ago|used to|as a (?:boy|girl|child|teenager|kid|young)|when i was "
    r"(?:a child|a teenager|young|little|a kid|ten|\d+)|in (?:19\d\d|20[01]\d)|years before|in the past|back then|"
    r"have not for|in my twenties|in my teens|at school|before i was born|in the war|previously|once felt) "
)
_RESCUED = re.compile(
    r"(?<![^ ])(?:saved|saved me|stopped me|stopped him|stopped her|stop me|talked me|talked him|talked her|kept me "
    r"alive|kept her alive|kept him alive|keep me alive|got me through|helped me|helped him|helped her|helped my "
    r"\w+|pulled me through|brought me back|glad to be alive|is doing well|no longer|"
    r"am well|now well|better now|not any more|there for me|so kind|thank you|thanks|grateful|turned my life|"
    r"would not be here|recovered|was found in time|bereavement) "
)
_STILL = re.compile(
    r"(?<![^ ])(?:tonight|still|right now|again|every day|thanks for nothing|no help|nobody|no one|turned away|"
    r"sent home|hung up|ignored|nothing|left|alone|useless|waiting|no support|refused|dismissed|fobbed|worse|failed|will not|keeps|today|want to) "
)
_PAST = re.compile(
    r"(?<![^ ])(?:was|were|had|been|wanted|felt|tried|used|after|stopped|stop|stopping|from|out of|took|came|"
    r"went|did|arrived|last year|talked|saved|to suicide) "
)
_PRESENT = re.compile(
    r"(?<![^ ])(?:want to|wants to|going to|will|gonna|planning|plan to|may as well|about to|ready to|am|feel|"
    r"feels|feeling|is|are|keep|keeps|still) "
)
_NEARBY = 160  # letters of plain words either side: about thirty words


def quiet_stretches(words: str, tries: Iterable[tuple[Phrase, int, int]]) -> list[tuple[int, int]]:
    """Where idioms and mentions lie in plain words, as (start, end). `tries`: phrases, each with a
    sentence (its start and end) to try it on."""
    return [
        found.span() for phrase, begin, end in tries for found in phrase.pattern.finditer(words, begin, end)
    ]


def _sentence(words: str, start: int, end: int) -> str:
    """The sentence around a stretch, or the part of an endless one that is near."""
    first, last = max(0, start - 2 * _NEARBY), end + 2 * _NEARBY
    after = words.find(" . ", end - 1, last)
    return words[max(first, words.rfind(" . ", first, start) + 1) : after if after >= 0 else last]


def _nearby(words: str, start: int, end: int) -> str:
    return words[max(0, start - _NEARBY) : end + _NEARBY]


def negated(words: str, start: int, end: int) -> bool:
    """A negation up to five words before, in the same clause, that bears on these words.

    "No one was rough with her" is negated; "nobody is coming, he is bleeding" and "nothing was done
    about the abuse" are not.
    """
    if words[start:end].split(" ", 1)[0] in _SUBJECTS:
        return False
    before = words[max(0, start - 60) : start].split()[-5:]
    between: list[str] = []
    for word in reversed(before):
        if word in NEGATIONS or word in {"denied", "denies", "deny", "zero", "free"}:
            return not _INACTION.intersection(between)
        if word in _STOPS:
            return False
        between.append(word)
    return False


def praised(words: str, start: int, end: int) -> bool:
    """The sentence thanks or praises, and tells of no failing."""
    sentence = _sentence(words, start, end)
    rest = sentence.replace(words[start:end], " ", 1)
    return bool(_GOOD.search(rest)) and not _NOT_GOOD.search(rest)


def over(words: str, start: int, end: int) -> bool:
    """Past and ended well: long ago, or helped through it and told as past, and not said to go on."""
    near, up_to = _nearby(words, start, end), words[max(0, start - 40) : end]
    rest = near.replace(words[start:end], " ", 1)
    if _STILL.search(rest) or _PRESENT.search(words[max(0, start - 25) : end]):
        return False
    return bool(_LONG_AGO.search(near) or (_RESCUED.search(near) and _PAST.search(up_to)))


def long_over(words: str, start: int, end: int) -> bool:
    """Long ago and ended well. An allegation of long ago without the good end is still told."""
    near = _nearby(words, start, end)
    return bool(_LONG_AGO.search(near) and _GOOD.search(near)) and not _STILL.search(near)


QUIET: dict[str, Callable[[str, int, int], bool]] = {
    "negated": negated,
    "praised": praised,
    "over": over,
    "long_over": long_over,
}
