"""The whole service in processes of its own, to be used, killed and started again by a test.

Embedded (SQLite, one supervisor) unless the environment names a database and a broker:
then web, worker and beat run apart, on a database made for this test alone.
"""

import atexit
import contextlib
import functools
import http.client
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from dataclasses import dataclass
from email import message_from_string, policy
from pathlib import Path

import dj_database_url
import psycopg

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
PATIENCE = 180  # seconds: far more than is needed, for machines that do much else


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(true, what, patience=PATIENCE):
    """Ask again until `true()` answers, or fail saying what was awaited."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        answer = true()
        if answer:
            return answer
        time.sleep(0.2)
    raise AssertionError(f"Waited {patience} seconds for {what}.")


@dataclass(frozen=True)
class Laid:
    """What every service begins with: a migrated database and the static files, in `folder` or on our server."""

    folder: str
    database: str = ""


@functools.cache
def _laid():
    """Made once a test process and copied, because the migrations take longer than most tests."""
    folder = tempfile.mkdtemp(prefix="patientview-laid-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    env, database = os.environ | {"PATIENTVIEW_DATA_DIR": folder}, ""
    if "DATABASE_URL" in os.environ:
        database = f"patientview_laid_{uuid.uuid4().hex[:8]}"
        env["DATABASE_URL"] = _on_our_server(database)
        _ask_server(f'CREATE DATABASE "{database}"')
        atexit.register(_drop, database)
    _manage(env, "migrate", "--verbosity", "0")
    _manage(env, "collectstatic", "--noinput", "--verbosity", "0")
    return Laid(folder, database)


def _manage(env, *command, code=0):
    done = subprocess.run([PYTHON, "manage.py", *command], env=env, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == code, done.stderr[-3000:]
    return done.stdout


def _on_our_server(database):
    server, _, _ = os.environ["DATABASE_URL"].rpartition("/")
    return f"{server}/{database}"


def _drop(database):
    _ask_server(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


def _ask_server(statement):
    settings = dj_database_url.parse(os.environ["DATABASE_URL"])
    with psycopg.connect(
        host=settings["HOST"], port=settings["PORT"] or 5432, user=settings["USER"],
        password=settings["PASSWORD"], dbname="postgres", autocommit=True,
    ) as server:  # fmt: skip
        server.execute(statement)


class Service:
    """`start`, `kill` and `stop` the processes; `post` and `get` as an app would; `ask` the database."""

    def __init__(self, folder, redis_url=None, engine="keywords"):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = Path(folder)
        self.processes = {}
        self.env = os.environ | {
            "PATIENTVIEW_DATA_DIR": str(folder),
            "ENGINE": engine,
            "PUBLIC_URL": self.url,
            "OMP_NUM_THREADS": "1",
            "EMAIL_FOLDER": f"{folder}/mail",
        }
        self.hosted = "DATABASE_URL" in os.environ
        if redis_url:
            self.env["REDIS_URL"] = redis_url
        elif "REDIS_URL" in os.environ:
            # A Redis database of its own, so that no other service's worker takes its nudges.
            server, _, _ = os.environ["REDIS_URL"].rpartition("/")
            self.env["REDIS_URL"] = f"{server}/{random.randint(1, 15)}"
        laid = _laid()
        shutil.copytree(laid.folder, folder, dirs_exist_ok=True)
        if self.hosted:
            self.database = f"patientview_running_{uuid.uuid4().hex[:8]}"
            self.env["DATABASE_URL"] = _on_our_server(self.database)
            _ask_server(f'CREATE DATABASE "{self.database}" TEMPLATE "{laid.database}"')

    def commands(self):
        if not self.hosted:
            return {"all": [PYTHON, "manage.py", "serve", "--port", str(self.port)]}
        celery = [PYTHON, "-m", "celery", "-A", "patientview"]
        beat_file = str(self.folder / f"beat-{uuid.uuid4().hex[:6]}")
        return {
            "web": [
                PYTHON, "-m", "gunicorn", "patientview.wsgi", "--bind", f"127.0.0.1:{self.port}",
                "--workers", "2", "--no-control-socket", "--log-level", "warning",
            ],
            "worker": [*celery, "worker", "--concurrency", "1", "--loglevel", "WARNING"],
            "beat": [*celery, "beat", "--loglevel", "WARNING", "--schedule", beat_file],
        }  # fmt: skip

    def start(self, *names):
        commands = self.commands()
        with (self.folder / "log.txt").open("ab") as log:
            for name in names or commands:
                self.processes[name] = subprocess.Popen(
                    commands[name], env=self.env, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
                )
        wait_until(self.is_up, "the website to answer")
        return self

    def is_up(self):
        try:
            return urllib.request.urlopen(f"{self.url}/healthy", timeout=2).status == 200
        except OSError:
            return False

    def kill(self, *names):
        """kill -9 of whole process groups: nothing gets to tidy up."""
        for name in names or list(self.processes):
            process = self.processes.pop(name)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def kill_a_child(self, words):
        """kill -9 of one process below the supervisor, found by words of its command line."""
        found = subprocess.run(
            ["pgrep", "-g", str(self.processes["all"].pid), "-f", words], capture_output=True, text=True
        )
        for pid in found.stdout.split():
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)
        return bool(found.stdout.split())

    def stop(self):
        self.kill()
        if self.hosted:
            _drop(self.database)

    def manage(self, *command, code=0):
        return _manage(self.env, *command, code=code)

    def ask(self, code):
        """Run a few lines in the service's own shell; what they print last is JSON."""
        return json.loads(self.manage("shell", "--verbosity", "0", "-c", code).strip().splitlines()[-1])

    def mail(self):
        """Every e-mail that has left, the oldest first."""
        files = sorted((self.folder / "mail").glob("*.log"), key=lambda file: file.stat().st_mtime_ns)
        letters = (letter for file in files for letter in file.read_text().split("-" * 79 + "\n"))
        return [message_from_string(one, policy=policy.default) for one in letters if one.strip()]

    def post(self, path, body, **headers):
        """(status, answer) of a JSON POST; (0, {}) when nobody answered."""
        request = urllib.request.Request(
            self.url + path, json.dumps(body).encode(), {"Content-Type": "application/json", **headers}
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as problem:
            return problem.code, json.loads(problem.read() or b"{}")
        except (OSError, http.client.HTTPException):  # killed before, or in the middle of, its answer
            return 0, {}

    def get(self, path):
        """The JSON at `path`, whatever its status; {} when nobody answered."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as problem:
            return json.loads(problem.read() or b"{}")
        except (OSError, http.client.HTTPException):
            return {}
