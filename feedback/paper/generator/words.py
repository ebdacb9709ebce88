"""Words for invented people to write: made up here, about nobody, and never from anybody's feedback."""

from random import Random

PEOPLE = (
    "the nurse", "the doctor", "the lady at the desk", "the student nurse", "the porter", "the surgeon",
    "the health visitor", "the volunteer", "the ward sister", "the physio", "the night staff", "the midwife",
    "the cleaner", "the pharmacist", "the man who took my blood", "the whole team", "the matron", "the dentist",
)  # fmt: skip
PLACES = (
    "the ward", "the clinic", "the waiting room", "A and E", "the day unit", "the x-ray department",
    "the children's ward", "reception", "the eye clinic", "the discharge lounge", "theatre", "the car park",
    "bay 4", "the side room", "the pharmacy", "the blood test room",
)  # fmt: skip
TIMES = (
    "on Monday", "last week", "in the morning", "at night", "on the second day", "at about 3 o'clock",
    "over the weekend", "on 12 May", "after the operation", "before I went home", "at half past ten",
)  # fmt: skip
WAITS = (
    "20 minutes", "over an hour", "3 hours", "half a day", "five weeks", "nearly six months", "a long while",
    "45 minutes", "two days", "until midnight",
)  # fmt: skip
THINGS = (
    "the letter", "the tablets", "the results", "the food", "the signs", "the parking", "the lift", "the bed",
    "the phone line", "the appointment", "the scan", "the tea", "the noise", "the heating", "the dressing",
    "the blinds", "the chairs", "the leaflet",
)  # fmt: skip

PRAISE = (
    "{Who} was very kind to me.", "{Who} explained everything in plain words.", "I felt safe the whole time.",
    "{Who} made me laugh when I was worried.", "Everyone introduced themselves by name.",
    "{Place} was spotless and calm.", "{Who} held my hand {when}.", "I was seen within {wait}.",
    "Nothing was too much trouble.", "{Who} went out of the way to find me a blanket.",
    "Thank you all for looking after my mum.", "Lovely cup of tea {when}!", "They listened to what I wanted.",
    "My daughter was put at ease straight away.", "{Thing} came sooner than I thought it would.",
    "A quick, friendly and gentle service.", "I would recommend {place} to anyone.",
    "{Who} rang me at home to see how I was.", "The exercises have helped my knee a great deal.",
    "They kept my husband informed all through.", "Could not fault it.", "Very good care from start to finish.",
    "{Who} remembered my name {when}.", "They made time although they were rushed off their feet.",
    "The curtains were always drawn so I had some privacy.", "Brilliant staff, every one of them.",
    "I was treated with respect.", "Pain relief was given when I asked for it.",
    "The new {plain} in {place} is a big improvement.", "All good, thank you.",
)  # fmt: skip
WISHES = (
    "We waited {wait} in {place}.", "{Thing} should be better.", "Nobody told us about {thing}.",
    "Please look at {thing} in {place}.", "It was too noisy to sleep {when}.", "More staff are needed {when}.",
    "{Thing} was cold when it came.", "The water jug was out of reach.", "I could not hear my name being called.",
    "A sign to {place} would help.", "It is hard to find somewhere to park near {place}.",
    "{Thing} was broken again.", "I had to tell my story to four different people.",
    "Please let visitors come {when}.", "The text message had the wrong date in it.",
    "{Who} spoke over me as if I was not there.", "Text me when {thing} is ready.",
    "More choice for vegetarians please.", "The telephone was not answered for {wait}.",
    "Waiting {wait} for {thing} is too long.", "Nothing really.", "Warmer blankets and softer pillows.",
    "Let people know how long the wait will be.", "The toilets near {place} need cleaning more often.",
    "Somewhere to charge a phone would be useful.", "Larger print on {thing}, I could not read it.",
    "Tell relatives sooner when plans change.", "Fewer bank staff {when} who do not know us.",
)  # fmt: skip
STORIES = (
    "I came to {place} {when} and waited {wait}.", "{Who} told me that {thing} had been lost.",
    "We asked {who} for help and nobody came for {wait}.", "My father was moved to {place} {when} without a word.",
    "{Thing} was given to another patient by mistake.", "I was sent home {when} in a taxi, in my nightdress.",
    "When I rang {place} they could not find my notes.", "My operation was put off for the third time.",
    "{Who} was rude and would not give a name.", "We were promised a call back and waited {wait}.",
    "Her hearing aid went missing from {place} {when}.", "He was left without a drink for {wait}.",
    "I had to ask {who} three times for pain relief.", "No one explained {thing} to me or to my son.",
    "I would like to know why this happened.", "I want {place} to say sorry and to put it right.",
    "My complaint is about {thing} and about how {who} spoke to us.",
    "It has happened twice now, first {when} and then again a week later.",
    "The appointment was cancelled with only {wait} of notice.", "I am still waiting for {thing}.",
)  # fmt: skip
# Words that a safety check must hear at once, wherever they are written.
WORRIES = (
    "I was given the wrong tablets and I fainted.", "I fell twice in the night and no one came.",
    "My dad has stopped eating and I am frightened for him.", "He hit me on the arm when I cried.",
)  # fmt: skip

FIRST = (
    "Ada", "Bernard", "Chidi", "Daphne", "Elif", "Fergus", "Gwenda", "Hari", "Imani", "Jolyon", "Kezia", "Lorna",
    "Mairead", "Nnamdi", "Olwen", "Priti", "Rufus", "Saoirse", "Tomasz", "Una", "Vikram", "Winifred", "Yusuf", "Zofia",
)  # fmt: skip
LAST = (
    "Appleyard", "Brockway", "Catterall", "Dunmore", "Eastlake", "Fairhurst", "Goodbody", "Hollins", "Inchbald",
    "Jessop", "Kettlewell", "Lovelock", "Mistry", "Nightingale", "Okoro", "Pennyfeather", "Quarmby", "Ramsbottom",
    "Silverwood", "Thistle", "Umpleby", "Venables", "Whitlock", "Yarrow",
)  # fmt: skip
STREETS = (
    "Bramble Lane", "Copper Beech Road", "Duckpond Close", "Elder Row", "Foundry Street", "Gooseberry Hill",
    "Harebell Walk", "Larkspur Way", "Millrace Court", "Old Tannery Yard", "Quarry View", "Saffron Terrace",
)  # fmt: skip
TOWNS = ("Elderbridge", "Millbrook", "Thornwick", "Upper Vale", "Harrowmoor", "Castlebeck", "Wrenford")
MAIL = ("example.com", "example.org", "example.net", "post.example", "mail.example")
KIN = ("daughter", "son", "wife", "husband", "neighbour", "carer", "sister", "grandson", "friend", "mother")
NEEDS = (
    "Large print please", "I use a hearing loop", "Polish interpreter", "Please phone, I cannot read well",
    "Easy read letters", "BSL interpreter", "Call after 4 pm", "Text only", "Write on yellow paper",
)  # fmt: skip
TONES = {"what_good": PRAISE, "could_improve": WISHES, "what_happened": STORIES}


def sentence(source: Random, pool: tuple[str, ...]) -> str:
    """One sentence of `pool`, its parts filled."""
    who, place, thing = source.choice(PEOPLE), source.choice(PLACES), source.choice(THINGS)
    return source.choice(pool).format(
        who=who, Who=_capital(who), place=place, Place=_capital(place), thing=thing, Thing=_capital(thing),
        plain=thing.removeprefix("the "), when=source.choice(TIMES), wait=source.choice(WAITS),
    )  # fmt: skip


def comment(source: Random, question: str, most: int) -> str:
    """One to `most` sentences in answer to a question, in sentence case or as people in a hurry write."""
    pool = TONES.get(question, WISHES)
    said = " ".join(sentence(source, pool) for _ in range(source.randint(1, most)))
    return said if source.random() < 0.8 else said[:1].lower() + said[1:].rstrip(".")


def person(source: Random) -> str:
    """A name nobody bears."""
    title = source.choice(("", "", "", "Mr ", "Mrs ", "Ms "))
    return f"{title}{source.choice(FIRST)} {source.choice(LAST)}"


def email(source: Random, name: str) -> str:
    """An address at a domain that is nobody's (RFC 2606)."""
    first, last = name.lower().split()[-2:]
    return f"{first}{source.choice('._-')}{last}{source.choice(('', '', '7', '62'))}@{source.choice(MAIL)}"


def telephone(source: Random) -> str:
    """Eleven figures from the ranges that Ofcom keeps free for drama: 020 7946 0xxx and 07700 900xxx."""
    if source.random() < 0.5:
        return f"02079460{source.randrange(1000):03d}"
    return f"07700900{source.randrange(1000):03d}"


def address(source: Random) -> str:
    """A house in a street in a town, with a postcode of no place (areas that do not exist)."""
    code = f"{source.choice(('ZX', 'QJ', 'XV'))}{source.randint(1, 19)} {source.randint(1, 9)}{source.choice('ABDEFGH')}{source.choice('JLNPQRS')}"
    return f"{source.randint(1, 180)} {source.choice(STREETS)}, {source.choice(TOWNS)} {code}"


def _capital(words):
    return words[:1].upper() + words[1:]
