"""How people really write: text-message forms, common misspellings and words worth guessing at."""

# One way of writing a word -> the words it stands for. Apostrophes are gone by the time this is read.
WRITTEN_AS = {
    heard: meant
    for meant, written in {
        "i am": "im iam",
        "i have": "ive",
        "i would": "id",
        "i will": "il",
        "he is": "hes",
        "she is": "shes",
        "it is": "its",
        "that is": "thats",
        "there is": "theres",
        "what is": "whats",
        "who is": "whos",
        "they are": "theyre theyr",
        "we are": "weve",
        "you are": "youre",
        "they will": "theyll",
        "it would": "itd",
        "he would": "hed",
        "they would": "theyd",
        "they have": "theyve",
        "can not": "cant cannot carnt canot cany",
        "could not": "couldnt cudnt couldent",
        "do not": "dont dnt doent",
        "does not": "doesnt dosent dosnt doesent",
        "did not": "didnt didn diddnt dident",
        "is not": "isnt aint int",
        "are not": "arent arnt",
        "was not": "wasnt wasent wosnt",
        "were not": "werent wernt",
        "will not": "wont",
        "would not": "wouldnt wudnt",
        "should not": "shouldnt shudnt",
        "has not": "hasnt hasent",
        "have not": "havent havnt havent",
        "had not": "hadnt",
        "going to": "gonna gona gunna gna gunnah",
        "want to": "wanna wana wnna wona",
        "got to": "gotta",
        "no one": "noone no1",
        "someone": "sum1 sumone some1 sumbody somebody",
        "everyone": "every1 evry1",
        "nobody": "nobodys nobdy nobodies nobody's nobodi",
        "because": "cos coz cuz bcos becos bc becuz becouse becuase bcuz",
        "you": "u yu",
        "your": "ur yor yr",
        "are": "r",
        "and": "n an nd",
        "please": "pls plz plse pleas",
        "right now": "rn",
        "kill myself": "kms killmyself",
        "tonight": "2nite tonite 2night tonit tonyt",
        "tomorrow": "2moro tomoro tomorow tmrw",
        "today": "2day",
        "though": "tho",
        "through": "thru",
        "when": "wen",
        "with": "wiv wif",
        "what": "wot wat",
        "the": "da teh",
        "that": "dat",
        "they": "dey thay thye",
        "them": "dem",
        "was": "wos woz waz",
        "have": "hav av",
        "said": "sed",
        "about": "bout abt",
        "nothing": "nuthin nuffin nothin",
        "all": "al",
        "night": "nite nyt",
        "floor": "flor flore",
        "any": "ny",
        "again": "agen agian",
        "before": "b4 befor",
        "will": "wil",
        "still": "stil",
        "live": "liv",
        "anymore": "enymore anymor",
        "give": "giv",
        "gave": "gived",
        "would": "wud",
        "could": "cud",
        "should": "shud",
        "staff": "staf staffs",
        "nurse": "nures nerse nurs nusre",
        "nurses": "nurces",
        "doctor": "docter doctur dr doc",
        "mum": "mam mom mums mums mummy mammy",
        "dad": "dads daddy",
        "nan": "nans",
        "boyfriend": "bf",
        "girlfriend": "gf",
        "daughter": "dawter daugther dauhgter daugter",
        "kill": "kil kll",
        "killing": "kiling",
        "die": "dye dei diee",
        "dying": "dieing",
        "dead": "ded deid",
        "suicide": "sucide suiside sueside suacide suicid sewerslide suacide suicde",
        "suicidal": "sucidal suisidal suicidle suicidial sucicidal",
        "overdose": "overdoes ovadose",
        "hurt": "hert hurted",
        "hurting": "herting",
        "hit": "hitted hited",
        "slapped": "slaped slappd",
        "punched": "punchd",
        "kicked": "kiked kickd",
        "wrong": "rong worng wrng",
        "tablets": "tablits tabletts tabs",
        "medicine": "medcine medisin medecine medicen",
        "breathing": "brething breething",
        "breathe": "breeth brethe",
        "bleeding": "bleding",
        "unconscious": "unconcious unconchus uncontious unconsious",
        "collapsed": "collasped colapsed",
        "ambulance": "ambulence amblance",
        "knife": "nife",
        "bruises": "bruses brusis bruzes brooses",
        "bruise": "bruse",
        "abuse": "abuze",
        "abused": "abuzed",
        "raped": "raiped",
        "stealing": "steeling",
        "complain": "complane",
        "complaint": "complant complante",
        "neck": "nek",
        "wall": "wal",
        "hospital": "hospitle hosp hospitel",
        "police": "polis",
        "faeces": "feces feaces faeceas poo poop shit excrement",
        "urine": "urin piss",
        "herself": "hirself herselve",
        "himself": "hisself himselfs",
        "myself": "meself myslef",
        "stopped": "stoped",
        "hitting": "hiting",
        "cutting": "cuting",
        "locked": "lockt",
        "threatened": "threatend thretened",
    }.items()
    for heard in written.split()
}

# Long words worth guessing at when one letter is wrong, missing, extra or swapped.
GUESSED = frozenset(
    "suicide suicidal overdose overdosed assault assaulted strangled bruises bruised unconscious collapsed "
    "breathing ambulance threatened threatening neglected neglect sectioned tribunal seclusion restrained "
    "restraint medication medicine tablets allergic allergy penicillin morphine insulin warfarin complaint "
    "investigated investigation solicitor compensation discrimination dentist appointment safeguarding "
    "sepsis paralysed urine faeces violent molested exploited resuscitate attacked hanging hospital seizure "
    "punched kicked smacked slapped strangle grabbed stabbed hitting murder poison poisoned bleeding stealing abused abusing ligature deteriorating".split()
)

# Verbs often written without their last g.
DROPPED_G = frozenset(
    "walking stepping driving throwing lying sitting standing burning killing ending dying thinking going saying bringing trying hitting cutting jumping hurting living doing coming "
    "bleeding breathing choking shouting punching kicking slapping beating stealing touching locking dragging "
    "pushing hanging drinking taking making feeling getting having looking waiting swallowing stabbing attacking "
    "threatening abusing screaming crying begging ringing leaving fitting collapsing shaking planning wanting".split()
)

# True words one letter away from those, which must be left as they are.
LEFT_ALONE = frozenset(
    "retrained retrain retraining stacked snacked slacked smocked slipped snapped swapped slopped strapped slapper stubbed swabbed scabbed straggle strangler snagged grabber amused amusing attached detailed meditation complain complaints compliant dentists dental medicines "
    "tablet appointments investigate allergies assaults overdoses bruise sections sectioned attacks attack "
    "murders murdered kicks kicker packed picked ambulances hospitals hospitable seizures bleeding breeding "
    "blending insulins poisons poisonous prison neglects suicides restraints restrain breathings "
    "assaulting bruiser punches threaten threatens stealing steaming sealing handing hinging hangings "
    "solicitors medicinal investigator allergen violet violin urines hatting heating".split()
)
