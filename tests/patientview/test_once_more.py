"""Before something important is changed, the person shows once more that it is them: by password or by code."""

import re
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
WAYS = {
    "/account/reauthenticate/": "Enter your password again",
    "/account/2fa/reauthenticate/": "Enter a code from your app",
}


@pytest.fixture
def desk(client):
    user = UserFactory()
    TOTP.activate(user, generate_totp_secret())
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize(("address", "title"), WAYS.items())
def test_each_way_asks_says_why_and_offers_the_other(address, title, desk):
    (other,) = set(WAYS) - {address}
    page = desk.get(address).text
    assert f"<h1>{title}</h1>" in page
    assert "so we check that it is you" in page
    assert f'action="{address}"' in page
    assert re.search(rf'<a href="{other}', page)


@pytest.mark.parametrize("address", WAYS)
def test_a_wrong_answer_is_refused_on_the_same_page(address, desk):
    page = desk.post(address, {"password": "wrong", "code": "000000"}).text
    assert "There is a problem" in page
    assert WAYS[address] in page


def test_both_ways_share_their_form():
    templates = Path(settings.BASE_DIR) / "templates"
    holding = [
        path.name for path in templates.rglob("*.html") if "so we check that it is you" in path.read_text()
    ]
    assert holding == ["once_more.html"]
