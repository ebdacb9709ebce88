"""The service starts with nothing set, and refuses nonsense with a sentence that says what to change."""

import os
import subprocess
import sys

import pytest

from tests.running import ROOT

SERVER = {"DATABASE_URL": "postgres://nobody@127.0.0.1/none"}
SECRETS = {"SECRET_KEY": "s" * 40, "CONTACT_KEYS": "k" * 40}
OURS = (
    "DATABASE_URL",
    "REDIS_URL",
    "SECRET_KEY",
    "CONTACT_KEYS",
    "PUBLIC_URL",
    "DEBUG",
    "ENGINE",
    "NUM_PROXIES",
)


def settings_with(folder, **given):
    env = {name: value for name, value in os.environ.items() if name not in OURS}
    return subprocess.run(
        [sys.executable, "-c", "import patientview.settings as s; print(s.DATABASES['default']['ENGINE'])"],
        env=env | {"PATIENTVIEW_DATA_DIR": str(folder)} | given,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


def test_nothing_set_is_the_embedded_service(tmp_path):
    assert "sqlite3" in settings_with(tmp_path).stdout


def test_a_secret_is_made_once_and_is_the_owners_alone(tmp_path):
    settings_with(tmp_path)
    first = (tmp_path / "secret-key").read_text()
    settings_with(tmp_path)
    assert (tmp_path / "secret-key").read_text() == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_a_server_database_with_secrets_is_the_hosted_service(tmp_path):
    assert "postgresql" in settings_with(tmp_path, **SERVER, **SECRETS).stdout


@pytest.mark.parametrize(
    "given,says",
    [
        (SERVER, "SECRET_KEY must be set"),
        (SERVER | {"SECRET_KEY": "s" * 40}, "CONTACT_KEYS must be set"),
        ({"SECRET_KEY": "short"}, "at least 32 characters"),
        (SECRETS | {"DATABASE_URL": "mysql://u@h/n"}, "PostgreSQL or SQLite"),
        (SECRETS | {"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
        ({"REDIS_URL": "http://localhost"}, "REDIS_URL must start with"),
        ({"PUBLIC_URL": "patientview.example"}, "PUBLIC_URL must start with"),
        ({"ENGINE": "tea-leaves"}, "ENGINE must be"),
        ({"DEBUG": "perhaps"}, "DEBUG cannot be used"),
        ({"NUM_PROXIES": "two"}, "NUM_PROXIES cannot be used"),
        (SERVER | SECRETS | {"DEBUG": "1"}, "DEBUG shows patients' words"),
    ],
)
def test_nonsense_is_refused_in_words(tmp_path, given, says):
    started = settings_with(tmp_path, **given)
    assert started.returncode != 0
    assert says in started.stderr
