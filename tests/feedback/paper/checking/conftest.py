import pytest

from tests.factories import OrganisationFactory, a_member
from tests.feedback.paper.rows import a_batch


@pytest.fixture(autouse=True)
def files_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def officer(trust):
    return a_member(trust)


@pytest.fixture
def desk(officer, signed_in):
    return signed_in(officer)


@pytest.fixture
def batch(trust):
    return a_batch(trust)
