"""For `paper --throughput N`: the whole command on one PDF in a scratch database; then killed half way, and once more."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

SLUG = "bramble-ward"
PLACE = f"""
import datetime as dt
from organisations.models import Kind, Organisation, Service
day = dt.date(2013, 4, 1)
one = Organisation.objects.create(ods_code="RZ9", name="Elder Vale Hospital Trust", kind=Kind.ACUTE, opened_on=day)
Service.objects.create(organisation=one, name="Bramble Ward", slug="{SLUG}", opened_on=day)
"""
LONGEST = 4 * 3_600  # seconds: then something is stuck


def run(count, seed):
    """Prints how long N pages took, straight through and killed half way, and whether each page has one line."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        pdf = folder / "pile.pdf"
        began = time.monotonic()
        straight = Scratch(folder / "straight")
        straight.manage(
            "make_scans",
            "--service",
            SLUG,
            "--count",
            str(count),
            "--seed",
            str(seed),
            "--kept-apart",
            "--pdf",
            str(pdf),
        )
        making = time.monotonic() - began
        whole = straight.read(pdf)
        killed = Scratch(folder / "killed")
        half = killed.read_until(pdf, count // 2)
        again = killed.read(pdf)
        size = pdf.stat().st_size / 2**20
        print(f"\n| {count:,} pages in one PDF of {size:,.0f} MB | |\n|---|---|")
        print(f"| making them | {making:,.0f} s |")
        print(f"| read_scans straight through | {whole}, {60 * count / whole.clock:.0f} pages a minute |")
        print(f"| lines | {straight.told(count)} |")
        print(f"| killed (SIGKILL) after {half:,} pages, started again | {again} for the rest |")
        print(f"| lines after both | {killed.told(count)} |")
        print(
            f"| the same outcome and payload for every page | {'yes' if straight.pages() == killed.pages() else 'NO'} |"
        )


@dataclass(frozen=True)
class Took:
    """What a command took, its own processes included: seconds by the clock and of all processors, and the most
    memory that one process had, in MB."""

    clock: float
    cpu: float
    peak: float

    def __str__(self):
        return f"{self.clock:,.0f} s by the clock, {self.cpu:,.0f} s of processors, at most {self.peak:,.0f} MB a process"


class Scratch:
    """A database and files of its own."""

    def __init__(self, folder):
        folder.mkdir()
        self.lines = folder / "lines.ndjson"
        self.world = os.environ | {
            "PATIENTVIEW_DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "patientview.settings",
        }
        self.world.pop("DATABASE_URL", None)
        self.manage("migrate", "--verbosity", "0")
        self.manage("shell", "--verbosity", "0", "--command", PLACE)

    def manage(self, *words):
        subprocess.run(self.command(*words), env=self.world, check=True, timeout=LONGEST)

    def command(self, *words):
        return [sys.executable, "manage.py", *words]

    def read(self, pdf):
        """What the command took until it ended by itself."""
        began = time.monotonic()
        reading = subprocess.Popen(
            self.command("read_scans", str(pdf), "--json", str(self.lines)), env=self.world
        )
        # What a process took is told once, to who waits for it; that of its own children is in it.
        _, status, used = os.wait4(reading.pid, 0)
        reading.returncode = os.waitstatus_to_exitcode(status)
        if reading.returncode:
            raise subprocess.CalledProcessError(reading.returncode, reading.args)
        return Took(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)

    def read_until(self, pdf, pages):
        """Start reading and kill it with all its processes, without warning, after so many pages. Gives how many."""
        # A group of its own, so that the readers it began die with it, as in a power cut.
        reading = subprocess.Popen(
            self.command("read_scans", str(pdf), "--json", str(self.lines)),
            env=self.world,
            start_new_session=True,
        )
        until = time.monotonic() + LONGEST
        while reading.poll() is None and self.count() < pages and time.monotonic() < until:
            time.sleep(0.2)
        if reading.poll() is None:
            os.killpg(reading.pid, signal.SIGKILL)
        reading.wait()
        return self.count()

    def count(self):
        return self.lines.read_bytes().count(b"\n") if self.lines.exists() else 0

    def pages(self):
        """{page: (outcome, serial)}."""
        told = [json.loads(line) for line in self.lines.read_text(encoding="utf-8").splitlines()]
        return {line["page"]: (line["outcome"], line["serial"]) for line in told}

    def told(self, count):
        """Whether every page has exactly one line, in words."""
        lines = [json.loads(line) for line in self.lines.read_text(encoding="utf-8").splitlines()]
        times = Counter(line["page"] for line in lines)
        once = sum(1 for page in range(1, count + 1) if times[page] == 1)
        kinds = ", ".join(
            f"{number} {kind}" for kind, number in Counter(line["outcome"] for line in lines).items()
        )
        return f"{once:,} of {count:,} pages have exactly one; {len(lines):,} lines: {kinds}"
