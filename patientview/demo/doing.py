"""What staff do in the demo: each step of a life is the product's own action, with the words of a kind officer."""

import datetime as dt
import uuid
from functools import partial

from django.utils import timezone

from organisations.models import Kind
from patientview.demo.finding import find as find_issues
from patientview.demo.stories import read_words
from triage import actions
from triage.addressee import addressee, usual_way
from triage.agreement import waits_for_consent
from triage.delivery import printing
from triage.destinations import find
from triage.letter import GAP
from triage.letters.beginning import begin
from triage.markup import plain
from triage.models import BY_HAND, PRINT, Team
from triage.signing import signers
from triage.track.writing_back import write_back

WHY_TOLD = {
    "cqc": "What is alleged bears on how safe this place is for others.",
    "icb": "The same has come up at two other places that the ICB pays for.",
    "healthwatch": "The person asked us to share their view on how hard it is to be seen.",
}
ANOTHER_FEELING = {1: 2, 2: 3, 3: 4, 4: 5, 5: 4}


class Doing:
    """Does one step to one case. `rng` chooses the words, `teller` fills their slots."""

    def __init__(self, rng, teller):
        self.rng, self.teller = rng, teller
        self.words = read_words("letters")
        self.steps = {
            "take": actions.take,
            "assign": lambda case, by: actions.assign(case, handler=by, by=by),
            "acknowledge": self.acknowledge,
            "note": lambda case, by: actions.note(case, text=self._say("note", case), by=by),
            "ask_consent": partial(actions.ask_consent, how="post"),
            "record_consent": partial(actions.record_consent, told="telephone", note="Signed consent form received by post and filed."),
            "agree_date": self.agree_date,
            "pass_on": self.pass_on,
            "reopen": partial(actions.reopen, note="Rang us: the reply left out the second point. They are right."),
            "mark_sent": self.mark_sent,
            "help": partial(self.reply, parts=("helped",)),
            "thank": partial(self.reply, parts=("thanks",)),
            "correct_classification": self.correct_classification,
            "correct_decision": partial(
                actions.correct_decision, priority="urgent", note="The person is frail and lives alone. Not one to wait."
            ),
            "write_back": self.write_back,
        }  # fmt: skip
        for body, why in WHY_TOLD.items():
            self.steps[f"tell_{body}"] = partial(self.tell, body=body, reason=why)
        for finding in ("upheld", "partly", "not_upheld"):
            self.steps[f"reply_{finding}"] = partial(self.answer, outcome=finding)
        for outcome in ("upheld", "partly", "not_upheld", "settled", "withdrawn"):
            self.steps[f"close_{outcome}"] = partial(self.close, outcome=outcome)

    def do(self, step, case, by):
        """One step, now. Raises what the action raises: the demo does nothing that staff could not."""
        self.steps[step](case, by=by)

    def acknowledge(self, case, by):
        greeting, rest = plain(begin(case, "acknowledgement", by).text).split("\n\n", 1)
        own = self._say("hello", case, name=by)
        actions.acknowledge(case, text=f"{greeting}\n\n{own}\n\n{rest}", by=by)

    def answer(self, case, by, outcome):
        """The answer to a complaint begins with what was found on its issues; in a concern the officer writes it."""
        found = f"found_{outcome}"
        if not actions.owes_signed_reply(case):
            return self.reply(case, by, ("asked", found, "doing"))
        find_issues(case, outcome, self._say(found, case), by)
        return self.reply(case, by, ("asked", "doing"))

    def reply(self, case, by, parts):
        """An answer: that to a complaint is a letter, signed by the responsible person before it leaves.

        First the consent, if it is still missing.
        """
        if waits_for_consent(case):
            actions.record_consent(
                case, told="telephone", note="Agreed on the telephone, and confirmed in writing.", by=by
            )
        said = [self._say(part, case) for part in parts]
        signed = actions.owes_signed_reply(case)
        words = begin(case, "final" if signed else "answer", by).text
        # The short letter has one gap, and takes everything in it; where one part is said, each gap has it.
        gaps = len(GAP.findall(words))
        fill = iter(said if gaps == len(said) else ["\n\n".join(said)] * gaps)
        text = GAP.sub(lambda _: next(fill), words)
        if signed:
            self._sign_and_send(case, text, by)
        else:
            actions.reply(case, text=plain(text), by=by)

    def _sign_and_send(self, case, text, by):
        letter = actions.begin_letter(case, kind="final", text=text, by=by)
        actions.put_forward(letter, seen=1, by=by)
        actions.sign_letter(letter, seen=1, by=signers(case.organisation).first())
        actions.send_letter(letter, way=usual_way(addressee(case)), seen=1, by=by)
        case.refresh_from_db()

    def close(self, case, by, outcome):
        """The end of it; first the reason for a late reply, if nobody has told the person yet."""
        if actions.unexplained(case, timezone.localdate()):
            actions.explain(case, reason=self._say("late", case), by=by)
        actions.close(case, outcome=outcome, by=by)

    def mark_sent(self, case, by):
        for letter in case.replies.waiting().filter(way__in=(BY_HAND, PRINT)):
            if letter.way == PRINT:
                printing.kept(letter)
            actions.mark_sent(letter, reached=self.reached(letter), by=by)

    def reached(self, letter):
        """How a colleague's hand brings it: by telephone to who asked for that, else by post."""
        who = addressee(letter.case, letter.letter.to if letter.letter else None)
        return "telephone" if who.prefers == "telephone" and not who.to_order else "post"

    def agree_date(self, case, by):
        agreed_on = max(case.respond_by, timezone.localdate()) + dt.timedelta(days=14)
        actions.agree_date(
            case, agreed_on=agreed_on, how="telephone", by=by,
            note="Agreed on the telephone: the person would rather wait for the outside review than have half an answer.",
        )  # fmt: skip

    def tell(self, case, by, body, reason):
        """Unless the rules have told them already."""
        if not case.feedback.referrals.filter(body=body).exists():
            actions.tell(case, body=body, reason=reason, by=by)

    def pass_on(self, case, by):
        """From PALS to complaints; from there to the ICB, or back where there is no other."""
        note, team, to = (
            "The person has asked for a complaint to be made of it.",
            Team.COMPLAINTS,
            case.organisation,
        )
        if case.team == Team.COMPLAINTS and case.organisation.kind != Kind.ICB:
            to = find("icb", case.organisation, timezone.localdate())
            note = "The person would rather that somebody outside looked at it, and chose the ICB."
        elif case.team == Team.COMPLAINTS:
            to, note = (
                case.feedback.organisation.provider(),
                "After a talk the person would like the practice to answer.",
            )
        elsewhere = to.pk != case.organisation_id
        agreed = "Asked on the telephone today: they agree that it goes there." if elsewhere else ""
        actions.refer(case, team=team, organisation=to, note=note, agreed=agreed, by=by)

    def correct_classification(self, case, by):
        read = case.feedback.comments.first().classifications.latest("id")
        actions.correct_classification(
            case, classification=read, sentiment=ANOTHER_FEELING.get(read.sentiment, 4), by=by,
            themes=sorted({*read.predicted_themes, "Being kept informed, clarity & consistency of information"}),
            note="The heart of it is that nobody told them.",
        )  # fmt: skip

    def write_back(self, case, by):
        """The person, not staff: through their own door."""
        said = self.words["write_back_answered" if case.replied_at else "write_back_waiting"]
        words = self.teller.another(said)
        write_back(case.feedback, text=words, form_id=uuid.UUID(int=self.rng.getrandbits(128), version=4))

    def _say(self, part, case, **also):
        place = case.service.name if case.service else case.organisation.name
        return self.rng.choice(self.words[part]).format(place=place, **also)
