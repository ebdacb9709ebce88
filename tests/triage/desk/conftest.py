import pytest

from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_member


@pytest.fixture
def trust(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return OrganisationFactory(name="Elder Vale Hospitals NHS Trust")


@pytest.fixture
def ward(trust):
    return ServiceFactory(organisation=trust, name="Rowan Ward", slug="rowan-ward")


@pytest.fixture
def officer(trust):
    return a_member(trust)


@pytest.fixture
def desk(officer, signed_in):
    return signed_in(officer)


@pytest.fixture
def ward_manager(trust, ward):
    return a_member(trust, Role.SERVICE_MANAGER, service=ward)


@pytest.fixture
def stranger(db):
    return a_member(OrganisationFactory())


def on(day, name):
    """A day as three boxes send it."""
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}
