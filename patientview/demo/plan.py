"""Who says what, where and when: the plan of the demo, before anything is stored."""

import datetime as dt
import uuid
from dataclasses import dataclass

from feedback.models import About, Channel, Consent, Intent
from feedback.submission import Submission
from patientview.demo import people
from patientview.demo.lives import MUST
from patientview.demo.moments import anytime
from patientview.demo.stories import Story, Teller, read_stories

DAYS = 92  # three months
WAITING = 4  # the last few have only just come in: the worker picks them up
INTENTS = {Intent.COMMENT: 40, Intent.COMPLIMENT: 20, Intent.CONCERN: 22, Intent.COMPLAINT: 18}
WANT_REPLY = {Intent.COMMENT: 0.12, Intent.COMPLIMENT: 0.12, Intent.CONCERN: 0.85, Intent.COMPLAINT: 0.95}
CHANNELS = {
    Intent.COMMENT: {"import": 55, "web": 25, "app": 12, "paper": 8},
    Intent.COMPLIMENT: {"web": 40, "app": 25, "paper": 30, "spoken": 5},
    Intent.CONCERN: {"web": 45, "app": 25, "spoken": 22, "paper": 8},
    Intent.COMPLAINT: {"web": 55, "app": 18, "paper": 17, "spoken": 10},
}
REPLY_BY = {
    "web": {"code": 50, "email": 35, "post": 7, "telephone": 8},
    "app": {"code": 60, "email": 35, "telephone": 5},
    "paper": {"post": 80, "telephone": 20},
    "spoken": {"telephone": 70, "post": 20, "email": 10},
}
MODES = ("SMS", "SMS", "SMS", "Online", "Paper discharge", "Electronic discharge", "Telephone")
HALF = 0.5
GOOD = 0.75  # the share of comments that are glad: most answers of the Friends and Family Test are
WITH_THE = ("Clinic", "Unit", "Team", "Department", "Nurses", "Visitors", "Wing")


@dataclass
class Piece:
    """One feedback of the plan. `life` is a key of LIVES, or "usual"; `hers`: the complaints officer has it."""

    at: dt.datetime
    story: Story
    submission: Submission
    life: str
    hers: bool = False
    alert_open: bool = False


class Plan:
    """Draws pieces from the stories, the ones told least first."""

    def __init__(self, rng, places, now):
        self.rng, self.now, self.teller = rng, now, Teller(rng)
        self.stories = read_stories()
        self.uses = dict.fromkeys(self.stories, 0)
        self.places = places

    def pieces(self, count) -> list[Piece]:
        """`count` pieces in order of time: all that must be there, then as chance has it."""
        pieces = [self.piece(days, life, needs) for days, life, needs in MUST]
        weights = [self._weight(days) for days in range(DAYS)]
        while len(pieces) < count - WAITING:
            days = 0 if len(pieces) == len(MUST) else self.rng.choices(range(DAYS), weights)[0]
            pieces.append(self.piece(days, "usual", {}))
        just_now = [self.piece(0, "usual", {"channel": "web"}) for _ in range(WAITING)]
        for one in just_now:
            one.at = self.now
        return sorted(pieces, key=lambda one: one.at) + just_now

    def piece(self, days, life, needs) -> Piece:
        """One feedback of so many days ago; `needs` says what it must be like."""
        intent = needs.get("intent") or ("" if _special(needs) else _draw(self.rng, INTENTS))
        if intent == Intent.COMMENT:
            needs = needs | {"glad": self.rng.random() < GOOD}
        story, service, comments, relationship = self._told(intent, life, needs)
        intent = intent or story.intents[0]
        at = self._moment(days)
        submission = self._submission(
            needs
            | {"must_reply": life != "usual"}
            | {"consent": Consent.NOT_YET if "consent" in life else ""},
            story, service, comments, relationship, intent, at.date(),
        )  # fmt: skip
        return Piece(at, story, submission, life, needs.get("handler", False), needs.get("alert_open", False))

    def _told(self, intent, life, needs):
        """A story that fits, told at a place that fits."""
        fits = [one for one in self.stories if self._fits(one, intent, life, needs)]
        fits.sort(key=lambda one: (self.uses[one] / one.often, self.rng.random()))
        for story in fits:
            service = self.rng.choice(self._services(story, needs))
            if told := self.teller.tell(story, _said(service.name)):
                self.uses[story] += 1
                return story, service, *told
        raise LookupError(f"No story is left for {intent} {life} {needs}.")

    def _fits(self, story, intent, life, needs):
        if _special(needs):
            right = all(getattr(story, name) == value for name, value in _special(needs).items())
        else:
            right = story.ordinary
        right = right and (not intent or intent in story.intents)
        right = right and ("consent" not in life or bool(story.about))
        right = right and ("glad" not in needs or needs["glad"] == (story.fft <= 2))
        return right and bool(self._services(story, needs))

    def _services(self, story, needs):
        kinds = self.places if "any" in story.where else story.where
        services = [one for kind in kinds for one in self.places.get(kind, ())]
        code = needs.get("provider", "")
        return [one for one in services if one.organisation.provider().ods_code.startswith(code)]

    def _submission(self, needs, story, service, comments, relationship, intent, day):
        rng = self.rng
        channel = needs.get("channel") or _draw(rng, _channels(intent, needs))
        wanted = channel != Channel.IMPORT and (needs["must_reply"] or rng.random() < WANT_REPLY[intent])
        reply_by = (needs.get("reply_by") or _draw(rng, REPLY_BY[channel])) if wanted else ""
        online = channel in (Channel.WEB, Channel.APP)
        provider = service.organisation.provider()
        about, consent = About.SELF, Consent.NOT_NEEDED
        if relationship and channel != Channel.IMPORT:
            about = About.SOMEONE_ELSE
            consent = needs["consent"] or rng.choice((Consent.GIVEN, Consent.GIVEN, Consent.NOT_YET))
        patient = about == About.SOMEONE_ELSE
        days_before = 430 if needs.get("too_late") else rng.randrange(0, 12)
        return Submission(
            channel=channel,
            source=f"fft:{provider.ods_code}" if channel == Channel.IMPORT else str(channel),
            external_id=needs.get("external_id") or str(uuid.UUID(int=rng.getrandbits(128), version=4)),
            organisation=service.organisation, service=service, intent=intent, comments=comments,
            fft_answer=story.fft if channel in (Channel.IMPORT, Channel.WEB, Channel.APP) else None,
            fft_mode=rng.choice(MODES) if channel == Channel.IMPORT else "",
            about=about, relationship=relationship if patient else "", consent=consent,
            reply_wanted=wanted, reply_by=reply_by, already_complained=story.before,
            resolver_choice=_two_doors(rng, provider, intent), received_on=day,
            experience_on=None if channel == Channel.IMPORT else day - dt.timedelta(days=days_before),
            contact=people.contact(rng, reply_by=reply_by, patient=patient, needs=story.needs) if wanted else {},
            with_return_code=online,
        )  # fmt: skip

    def _moment(self, days):
        """Some time on that day; today, some time before now."""
        day = self.now.date() - dt.timedelta(days=days)
        if days:
            return anytime(day, self.rng)
        since_midnight = self.now - self.now.replace(hour=0, minute=0, second=0, microsecond=0)
        return self.now - since_midnight * self.rng.uniform(0.05, 0.9)

    def _weight(self, days):
        """Fewer at weekends, more of late."""
        weekend = (self.now.date() - dt.timedelta(days=days)).weekday() >= 5
        return (HALF if weekend else 1.0) * (2 - days / DAYS)


def _said(name):
    """A place as people say it: "the Eye Clinic", but "Bramble Ward"."""
    return f"the {name}" if name.endswith(WITH_THE) else name


def _special(needs):
    return {name: needs[name] for name in ("danger", "language", "harm", "mha") if name in needs}


def _channels(intent, needs):
    """The doors through which it can have come: a code is only given online, a letter needs an address."""
    reply_by, answered = needs.get("reply_by"), needs["must_reply"] or "external_id" in needs
    if reply_by == "code":
        return {"web": 1}
    return {name: share for name, share in CHANNELS[intent].items() if not (answered and name == "import")}


def _two_doors(rng, provider, intent):
    """In primary care a complaint goes to the practice or to the ICB, as the person chooses."""
    if intent != Intent.COMPLAINT or not provider.is_primary_care:
        return ""
    return rng.choice(("provider", "provider", "icb", ""))


def _draw(rng, shares):
    return rng.choices(list(shares), list(shares.values()))[0]
