"""What every test may count on: the keyword engine, no network, a signed-in client when asked."""

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck
from hypothesis import settings as trying

from triage.alerting import KEY as ALERTING

# How long an example takes depends on what else the machine does: times are for benchmarks.
trying.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.too_slow])
trying.load_profile("tests")


@pytest.fixture(autouse=True)
def quick_and_alone(settings):
    """The deterministic engine, plain static files, and nothing left in the cache by another test."""
    settings.ENGINE = "keywords"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    # A cache of its own: another test process must not spend this one's rate limits.
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.WHITENOISE_AUTOREFRESH = True  # find static files where they lie: nothing is collected in tests
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    # No sweep runs here: that alerts would reach nobody is the subject of the tests of `triage.alerting` alone.
    cache.set(ALERTING, [], None)


@pytest.fixture
def signed_in(client):
    """`signed_in(user)`: the test client with that person signed in."""

    def sign_in(user):
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in
