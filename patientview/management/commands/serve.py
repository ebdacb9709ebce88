"""`manage.py serve`: the whole service on this computer, with no other server."""

import os
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

RESTART_AFTER = 1.0  # seconds, so that a process that cannot start does not spin


class Command(BaseCommand):
    help = "Run the website and the background work side by side. If one of them dies it is started again."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port, **options):
        if port_is_taken(port):
            raise CommandError(
                f"Port {port} is in use. Stop what runs there, or use another: make start PORT={port + 1}"
            )
        env = os.environ | {
            "PUBLIC_URL": os.environ.get("PUBLIC_URL", f"http://127.0.0.1:{port}"),
            # Threads that spin while they wait slow everything else on the cores ten-fold.
            "OMP_WAIT_POLICY": "PASSIVE",
            "GOMP_SPINCOUNT": "0",
            "KMP_BLOCKTIME": "0",
        }
        commands = {
            # One process with threads: they share one cache, so that rate limits count everybody.
            "web": [
                sys.executable, "-m", "gunicorn", "patientview.wsgi", "--bind", f"127.0.0.1:{port}",
                "--threads", "8", "--no-control-socket", "--log-level", "warning",
            ],
            "worker": [sys.executable, "manage.py", "work"],
        }  # fmt: skip
        running = {name: self.begin(command, env) for name, command in commands.items()}
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        try:
            while True:
                time.sleep(RESTART_AFTER)
                for name, process in running.items():
                    if process.poll() is not None:
                        self.stderr.write(
                            f"The {name} process stopped ({process.returncode}); starting it again."
                        )
                        running[name] = self.begin(commands[name], env)
        except KeyboardInterrupt:
            self.stdout.write("Stopping.")
        finally:
            for process in running.values():
                process.terminate()
            for process in running.values():
                process.wait(timeout=20)

    def begin(self, command, env):
        return subprocess.Popen(command, env=env, cwd=settings.BASE_DIR)  # noqa: S603 our own two commands


def port_is_taken(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
