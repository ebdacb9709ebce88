import pytest

from feedback.models import Intent
from feedback.references import return_code
from tests.factories import IcbFactory, OrganisationFactory, ServiceFactory, a_member, received
from triage.actions import decide_batch

PAGE = "/track/"


@pytest.fixture
def trust(db):
    return OrganisationFactory(name="Elder Vale Hospital Trust", parent=IcbFactory(name="Vale and Moor ICB"))


@pytest.fixture
def ward(trust):
    return ServiceFactory(organisation=trust, name="Bramble Ward", slug="bramble-ward")


@pytest.fixture
def officer(trust):
    return a_member(trust, user__name="Perpetua Quill")


@pytest.fixture
def complaint(ward):
    """A complaint, decided, with its case open."""
    feedback = told(ward, intent=Intent.COMPLAINT, reply_wanted=True, reply_by="code")
    assert feedback.case
    return feedback


def told(ward, words="Nobody could tell us when the doctor would come.", **given):
    """Feedback that the rules have decided."""
    feedback = received(words, service=ward, **given)
    decide(feedback)
    return feedback


def decide(feedback):
    feedback.comments.update(read_at=feedback.received_at)
    decide_batch()
    feedback.refresh_from_db()


def code_of(feedback):
    return return_code(feedback.source, feedback.external_id)
