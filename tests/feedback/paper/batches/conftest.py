import io

import pytest
from django.core.files.base import ContentFile

from feedback.models import Scan
from feedback.paper.batches import actions
from feedback.paper.files.apart import Page
from tests.factories import OrganisationFactory, a_member
from tests.feedback.paper import scanned


@pytest.fixture(autouse=True)
def files_of_its_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def trust():
    return OrganisationFactory(ods_code="RX1", name="Elder Vale Hospital Trust")


@pytest.fixture
def officer(trust):
    return a_member(trust)


@pytest.fixture
def desk(officer, signed_in):
    return signed_in(officer)


@pytest.fixture
def batch(trust):
    return actions.open_batch(organisation=trust, source="upload")


@pytest.fixture
def add(batch):
    """add(content, name): a file of these bytes in the batch, or in the one given."""

    def one(content, name="scan.pdf", to=None):
        return actions.add_file(batch=to or batch, name=name, content=io.BytesIO(content))

    return one


@pytest.fixture
def page(add):
    """page(): a page that waits to be read, of a file of its own."""
    numbers = iter(range(1000))

    def one(to=None, file=None):
        number = next(numbers)
        file = file or add(scanned.jpeg(str(number)), to=to).file
        scan = Scan(file=file, number=file.scans.count() + 1)
        scan.picture.save("page.jpg", ContentFile(scanned.jpeg(str(number))), save=True)
        return scan

    return one


@pytest.fixture
def quickly_apart(monkeypatch):
    """Files are taken apart here, not in a process of their own: for tests of what comes after."""
    from feedback.paper.files.pages_of import pages_of

    def take_apart(path, after=0):
        said = iter(pages_of(path, after))
        _, of, _, _ = next(said)
        yield from (Page(number, of, picture, why) for number, of, picture, why in said)

    monkeypatch.setattr(actions, "take_apart", take_apart)
