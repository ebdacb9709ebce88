"""Minimal true rows, with invented words and invented people."""

import datetime as dt
import uuid

import factory
from django.utils import timezone

from feedback import intake
from feedback.models import Channel, Intent, Question
from feedback.submission import Submission
from organisations.models import Kind, Membership, Organisation, Role, Service, User
from sentiment.classify import classify_batch
from triage import actions
from triage.actions import decide_batch
from triage.addressee import addressee, usual_way
from triage.letter import FOUND, NOT_HAPPY, PARTS
from triage.models import Party
from triage.signing import signers

LONG_AGO = dt.date(2013, 4, 1)


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    ods_code = factory.Sequence(
        lambda n: f"R{chr(65 + n // 36 % 26)}{'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 36]}"
    )
    name = factory.Sequence(lambda n: f"Elder Vale Hospital Trust {n}")
    kind = Kind.ACUTE
    opened_on = LONG_AGO


class IcbFactory(OrganisationFactory):
    ods_code = factory.Sequence(
        lambda n: f"Q{chr(65 + n // 36 % 26)}{'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 36]}"
    )
    name = factory.Sequence(lambda n: f"Vale and Moor ICB {n}")
    kind = Kind.ICB


class PracticeFactory(OrganisationFactory):
    ods_code = factory.Sequence(lambda n: f"Y{n:05d}")
    name = factory.Sequence(lambda n: f"Millbrook Surgery {n}")
    kind = Kind.GP


class NationalBodyFactory(OrganisationFactory):
    ods_code = factory.Sequence(lambda n: f"X{n:03d}")
    name = "Care Quality Commission"
    kind = Kind.NATIONAL
    body = "cqc"


class ServiceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Service

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Bramble Ward {n}")
    slug = factory.Sequence(lambda n: f"bramble-ward-{n}")
    opened_on = LONG_AGO


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"officer{n}@patientview.example")
    name = factory.Sequence(lambda n: f"Officer Number {n}")
    password = factory.django.Password("correct horse battery staple")


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Role.COMPLAINTS_OFFICER
    valid_from = LONG_AGO


def a_submission(words="The waiting room was cold and nobody told us why.", **given):
    """A submission from the website; any field of Submission may be given."""
    given.setdefault("organisation", None)
    organisation = given.pop("organisation") or (
        given["service"].organisation if given.get("service") else OrganisationFactory()
    )
    defaults = {
        "channel": Channel.WEB,
        "source": "web",
        "external_id": str(uuid.uuid4()),
        "organisation": organisation,
        "intent": Intent.COMMENT,
        "comments": ((Question.WHAT_HAPPENED, words),),
        "with_return_code": True,
    }
    return Submission(**(defaults | given))


def received(words="The waiting room was cold and nobody told us why.", **given):
    """Feedback as intake stores it."""
    return intake.receive(a_submission(words, **given)).feedback


def a_member(organisation, role=Role.COMPLAINTS_OFFICER, **given):
    """A member of staff with one role in one organisation."""
    return MembershipFactory(organisation=organisation, role=role, **given).user


def days_ago(days):
    return timezone.localdate() - dt.timedelta(days=days)


def a_letter(answer="We are sorry. The lift is mended."):
    """A reply with every part that a complaint is owed; `answer` is what was found."""
    under = {FOUND: answer, NOT_HAPPY: "You can ask the Ombudsman to look at it."}
    return "\n\n".join(f"{part}\n{under.get(part, 'We asked the ward.')}" for part in PARTS)


def an_issue(case, finding="upheld", *, by=None, learning="", **given):
    """One issue of a case with its finding; finding="": nobody has decided yet."""
    by = by or UserFactory()
    words = {"sentence": "Nobody answered the bell.", "subject": "communications", "profession": "nursing"}
    issue = actions.raise_issue(case, **words | given, by=by)
    if finding:
        actions.decide_issue(issue, finding=finding, reason="The log shows it.", learning=learning, by=by)
    return issue


def signed_reply(case, text=None, *, finding="upheld", by=None, way=None):
    """The answer to a complaint, all the way: written, put forward, signed by the responsible person, sent -> Reply.

    `finding` is that of its one issue, where the case has none yet.
    """
    by = by or UserFactory()
    if not case.issues.exists():
        an_issue(case, finding, by=by)
    letter = actions.begin_letter(case, kind="final", text=text or a_letter(), by=by)
    signer = a_signer_of(case)
    actions.put_forward(letter, seen=1, by=by)
    actions.sign_letter(letter, seen=1, by=signer)
    sent = actions.send_letter(letter, way=way or usual_way(addressee(case)), seen=1, by=by)
    case.refresh_from_db()
    return sent


def a_signer_of(case):
    """The responsible person of the body that answers: taken on if there is none yet."""
    return signers(case.organisation).first() or a_member(case.organisation, Role.RESPONSIBLE_PERSON)


def a_party(case, part="complainant", **given):
    """A person with a part in a case: those whom the case was opened with are changed, others added."""
    if given.get("answered"):
        case.parties.update(answered=False)
    return Party.objects.update_or_create(case=case, part=part, defaults=given)[0]


def a_case(words="Nobody told us why the operation was put off.", **given):
    """A case as the pipeline opens it, from feedback that owes a reply."""
    given = {"intent": Intent.COMPLAINT, "reply_wanted": True, "reply_by": "code"} | given
    feedback = received(words, **given)
    while classify_batch():
        pass
    while decide_batch():
        pass
    return feedback.case
