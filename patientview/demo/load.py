"""Lay out the demo: three months of feedback and work, in the order of time, in one transaction."""

import heapq
import random
import sys
from contextlib import contextmanager
from datetime import timedelta
from itertools import count as counting
from unittest import mock

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from feedback import intake
from feedback.models import Alert, Feedback
from patientview.demo import changes, desk, directory, rota, staff, together, workbench
from patientview.demo.doing import Doing
from patientview.demo.lives import LIVES, USUAL
from patientview.demo.moments import anytime, as_if_at, at, at_work
from patientview.demo.plan import DAYS, Piece, Plan
from sentiment.classify import classify_batch
from sentiment.engines import engine
from triage import actions
from triage.delivery import deliver_batch
from triage.models import Case, Decision

SEED = 1948
COUNT = 400  # feedback, what people write back not counted
POSTED = 0.8  # the share of letters and calls that are done soon
CHECKED = 0.5  # the share of recent doubts that somebody has looked at
RECENT = timedelta(days=7)
WRITES = ("acknowledge", "reply", "help", "thank")  # steps that write to the person
SENDS = (*WRITES, "tell")
ANSWERS = ("reply", "help")
JUDGED = 0.4  # the share of answered people who say how we handled it
ON_CALL = "Rang the ward and the on-call lead. Somebody is with the person now, and the plan is in the notes."


def load(count=COUNT) -> dict[str, int]:
    """Store the demo. Returns how many feedback and cases there are. Raises if the engine cannot run."""
    with transaction.atomic(), _quietly():
        return _History(count).run()


class _History:
    """Everything that is to happen, the next thing first. What happens may add what follows from it."""

    def __init__(self, count):
        self.now = timezone.localtime()
        self.rng = random.Random(SEED)  # noqa: S311 the same demo each time, no secret
        self.ahead, self.order = [], counting()
        places = directory.lay_out()
        self.people = staff.take_on()
        plan = Plan(self.rng, places, self.now)
        self.doing = Doing(self.rng, plan.teller)
        self.pieces = plan.pieces(count)
        self.engine = _ReadAhead(self.pieces)

    def run(self):
        for piece in self.pieces:
            self.then(piece.at, self.arrives, piece)
        changes.lay_out(self.then, self.now)
        self.then(self.now - timedelta(minutes=1), together.lay_out)
        for days in range(DAYS):
            self.then(at(self.now.date() - timedelta(days=days), 0, 5), actions.note_breaches)
        with tqdm(desc="Demo", total=len(self.pieces), disable=not sys.stderr.isatty(), leave=False) as bar:
            while self.ahead:
                moment, _, happens, args = heapq.heappop(self.ahead)
                with as_if_at(moment):
                    happens(*args)
                bar.update(happens == self.arrives)
        desk.lay_out()
        actions.note_breaches()
        rota.fill(self.now)
        workbench.lay_out()
        return {"feedback": Feedback.objects.count(), "cases": Case.objects.count()}

    def then(self, moment, happens, *args):
        """Let something happen at `moment`, unless that lies in the future."""
        if moment <= self.now:
            heapq.heappush(self.ahead, (moment, next(self.order), happens, args))

    def arrives(self, piece: Piece):
        feedback = intake.receive(piece.submission).feedback
        if piece.at == self.now:
            return  # it has only just come in: the worker takes it from here
        self.sweep()
        decision = feedback.decisions.get()
        if not piece.alert_open:
            self.then(
                piece.at + timedelta(minutes=self.rng.randrange(4, 50)), self.take_alerts, feedback, decision
            )
        case = Case.objects.filter(feedback=feedback).first()
        if case:
            self.live(case, piece, since=piece.at)
        elif decision.needs_person and (self.now - piece.at > RECENT or self.rng.random() < CHECKED):
            self.then(at_work(piece.at.date(), 1, self.rng), self.settle, decision, piece)

    def live(self, case, piece, since):
        """Put the steps of a life in their order of time, a letter by hand an hour after it was written."""
        life = piece.life if piece.life in LIVES else self.usual_life(case)
        by_hand = case.feedback.reply_by in ("post", "telephone") and life != "letters_wait"
        last = since
        for working_days, step in LIVES[life]:
            last = max(at_work(piece.at.date(), working_days, self.rng), last + timedelta(minutes=7))
            if step == "write_back":
                last = max(anytime(last.date(), self.rng), last)
            self.then(last, self.step, step, case, piece)
            if by_hand and step.startswith(WRITES) and self.rng.random() < POSTED:
                last += timedelta(hours=1)
                self.then(last, self.step, "mark_sent", case, piece)

    def usual_life(self, case):
        lives, shares = zip(*USUAL[case.team], strict=True)
        return self.rng.choices(lives, shares)[0]

    def step(self, step, case, piece):
        case = Case.objects.select_related("feedback__organisation", "organisation__parent", "service").get(
            pk=case.pk
        )
        self.doing.do(step, case, by=self.handler(case, piece))
        if step == "write_back":
            self.sweep()
        elif step.startswith(SENDS):
            deliver_batch()
        if step.startswith(ANSWERS) and self.rng.random() < JUDGED:
            self.then(timezone.now() + timedelta(days=2), changes.judge, case, self.rng)

    def handler(self, case, piece):
        if case.handler:
            return case.handler
        able = staff.who_answers(self.people, case.organisation, case.team)
        if piece.hers:
            return next(one for one in able if one.email == staff.OFFICER)
        # Her forty are hers by plan: what chance brings goes to colleagues, where there are any.
        return self.rng.choice([one for one in able if one.email != staff.OFFICER] or able)

    def take_alerts(self, feedback, decision):
        for alert in Alert.objects.open().filter(feedback=feedback):
            team = decision.resolver if decision.resolver in staff.ANSWERS else "pals"
            by = self.rng.choice(staff.who_answers(self.people, feedback.organisation.provider(), team))
            actions.take_alert(alert, note=ON_CALL, by=by)

    def settle(self, decision: Decision, piece: Piece):
        """Somebody looks at what the rules were unsure of; one in three of those who can be answered is."""
        feedback = decision.feedback
        provider = feedback.organisation.provider()
        team = "pals" if provider.kind in staff.HAS_PALS else "service"
        by = self.rng.choice(staff.who_answers(self.people, provider, team))
        answered = feedback.return_code_hash is not None and self.rng.random() < 1 / 3
        note = "They would be glad of an answer, and left a way to read one." if answered else (
            "Read it. The team has what it needs, and nobody waits for an answer."
        )  # fmt: skip
        case = actions.settle_check(
            decision, open_a_case=answered, resolver=team if answered else "", note=note, by=by
        )
        if case:
            piece.life = "helped_later"
            self.live(case, piece, since=timezone.now())

    def sweep(self):
        """What the workers do when something has arrived."""
        classify_batch(self.engine)
        actions.decide_batch()
        deliver_batch()


class _ReadAhead:
    """The engine of the settings, having read the whole plan in one go: a model is quick only in batches."""

    def __init__(self, pieces):
        self._engine = engine()
        self.name = self._engine.name
        asked = list(dict.fromkeys((text, kind) for one in pieces for kind, text in one.submission.comments))
        self._read = dict(zip(asked, self._engine.read(*map(list, zip(*asked, strict=True))), strict=True))

    def read(self, texts, questions):
        return [
            self._read.get(one) or self._engine.read([one[0]], [one[1]])[0]
            for one in zip(texts, questions, strict=True)
        ]


@contextmanager
def _quietly():
    """History sends no e-mail and wakes no worker."""
    with mock.patch.multiple(
        settings, EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend", REDIS_URL=""
    ):
        yield
