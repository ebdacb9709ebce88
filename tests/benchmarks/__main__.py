"""`make bench`: how long the main job takes, on this machine, from an empty database.

Imports comments (a file of your own with --feedback, else invented ones), reads and
decides them all, opens as many cases again, and times the pages of the people who wait.
Prints the table of docs/benchmarks.md.
"""

import argparse
import csv
import datetime as dt
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PARSER = argparse.ArgumentParser(prog="make bench", description=__doc__)
PARSER.add_argument("--feedback", type=Path, help="a CSV of comments; without it, invented ones")
PARSER.add_argument("--count", type=int, default=6000, help="how many comments to invent, and cases to open")
PARSER.add_argument("--times", type=int, default=40, help="how often each page is asked for")

STARTS = (
    "The nurse on the desk",
    "My appointment",
    "The physio",
    "The ambulance crew",
    "The new clinic",
    "Reception",
)
MIDDLES = ("was kind and told me what would happen", "was moved twice and nobody rang", "could not find my notes",
           "listened to my mother and took her time", "kept us waiting most of the morning", "was easy to find")  # fmt: skip
ENDS = ("and I would say so to anyone.", "which made the day longer than it had to be.", "and the tea was cold.",
        "so we went home happy.", "and the car park was full again.", "but it came right in the end.")  # fmt: skip


def invented(count):
    chosen = random.Random(7)
    return [
        f"{chosen.choice(STARTS)} {chosen.choice(MIDDLES)} {chosen.choice(ENDS)} Visit {number}."
        for number in range(count)
    ]


def write_csv(folder, count):
    path = folder / "invented.csv"
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "comment"))
        rows.writerows(enumerate(invented(count)))
    return path


def manage(*command):
    began = time.perf_counter()
    subprocess.run([sys.executable, "manage.py", *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def a_place():
    from tests.factories import OrganisationFactory, ServiceFactory, a_member

    trust = OrganisationFactory(ods_code="RZ9", name="Elder Vale Hospital Trust")
    ServiceFactory(organisation=trust, slug="bramble-ward", name="Bramble Ward")
    return trust, a_member(trust)


def read_and_decide():
    from sentiment.classify import classify_batch
    from triage.actions import decide_batch

    began = time.perf_counter()
    read = 0
    while done := classify_batch():
        read += done
    classified = time.perf_counter() - began
    began = time.perf_counter()
    decided = 0
    while done := decide_batch():
        decided += done
    return read, classified, decided, time.perf_counter() - began


def open_cases(trust, count):
    from feedback import intake
    from tests.factories import a_submission, days_ago

    words = invented(count)
    for start in range(0, count, 500):
        intake.receive_many(
            [
                a_submission(
                    text, organisation=trust, intent="complaint", reply_wanted=True, reply_by="code",
                    received_on=days_ago(number % 60),
                )
                for number, text in enumerate(words[start : start + 500], start)
            ]
        )  # fmt: skip


def time_page(client, address, times):
    """(median ms, worst of twenty ms, queries) of a page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        assert client.get(address).status_code == 200
        taken.append((time.perf_counter() - began) * 1000)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)], len(asked)


def main():
    given = PARSER.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PATIENTVIEW_DATA_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "patientview.settings"
        manage("migrate", "--verbosity", "0")
        manage("collectstatic", "--noinput", "--verbosity", "0")
        measure(given, Path(folder))


def measure(given, folder):
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    settings.ALLOWED_HOSTS = ["testserver"]
    trust, officer = a_place()
    file = given.feedback or write_csv(folder, given.count)
    imported = manage(
        "import_feedback",
        str(file),
        "--source",
        "fft",
        "--organisation",
        "RZ9",
        "--refused",
        str(folder / "no.csv"),
    )
    read, classified, decided, deciding = read_and_decide()
    open_cases(trust, given.count)
    read_and_decide()
    client = Client()
    client.force_login(officer, backend="allauth.account.auth_backends.AuthenticationBackend")
    from triage.models import Case

    cases = Case.objects.count()
    address = f"/cases/{Case.objects.in_order().first().reference}/"
    pages = {
        f"the queue, {cases:,} open cases": "/queue/",
        "the queue, late and unassigned": "/queue/?late=1&handler=unassigned",
        "a case": address,
        "the form a QR code opens": "/give-feedback/bramble-ward/",
    }
    print(f"{platform.machine()}, {os.cpu_count()} cores, {connection.vendor}, engine {settings.ENGINE}, "
          f"{dt.date.today()}")  # fmt: skip
    print("\n| what | how long | |\n|---|---|---|")
    print(f"| import {decided:,} comments | {imported:.1f} s | {decided / imported:,.0f} a second |")
    print(f"| read them | {classified:.1f} s | {read / classified:,.0f} a second |")
    print(f"| decide them | {deciding:.1f} s | {decided / deciding:,.0f} a second |")
    print("\n| page | median | 95 in 100 within | queries |\n|---|---|---|---|")
    for name, page in pages.items():
        median, slow, queries = time_page(client, page, given.times)
        print(f"| {name} | {median:.0f} ms | {slow:.0f} ms | {queries} |")


if __name__ == "__main__":
    main()
