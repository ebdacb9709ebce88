"""`make bench-queue`: how long the queue's pages take with a year of feedback behind them, on PostgreSQL.

Makes a database of its own (or takes the one it made before), fills it (see `queue_rows`), and asks for each page
through Django, as a signed-in officer of the largest trust and as the lead of all.
Prints the table of docs/benchmarks.md, with what is slower than the 200 ms aimed at marked.
"""

import argparse
import datetime as dt
import os
import platform
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

PARSER = argparse.ArgumentParser(prog="make bench-queue", description=__doc__)
PARSER.add_argument("--cases", type=int, default=250_000, help="of which four in ten are open")
PARSER.add_argument("--feedback", type=int, default=1_000_000)
PARSER.add_argument(
    "--database",
    default="postgres://postgres@127.0.0.1:5432/pv_bench",
    help="its address; made if it is not there",
)
PARSER.add_argument("--times", type=int, default=15, help="how often each page is asked for")
PARSER.add_argument("--only", default="", help="only pages whose name has this pattern")
AIM = 200  # milliseconds, the median
LONGEST = 30_000  # milliseconds spent on one page


def make_database(url):
    """Make the database of that address, unless it is there."""
    import psycopg

    parts = urlsplit(url)
    name = parts.path.strip("/")
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name)))


def main():
    given = PARSER.parse_args()
    if given.feedback % given.cases:
        PARSER.error("--feedback must be a multiple of --cases.")
    make_database(given.database)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "PATIENTVIEW_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "patientview.settings",
            "DATABASE_URL": given.database, "SECRET_KEY": "only-for-figures-" + "0123456789" * 3,
            "CONTACT_KEYS": "only-for-figures-" + "9876543210" * 3, "DEBUG": "no",
        }  # fmt: skip
        os.environ.pop("REDIS_URL", None)
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        report(given)


def report(given):
    from django.conf import settings

    from triage.models import Case

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # nobody signs in with one
    if not Case.objects.exists():
        filled(given)
    officer, lead = who()
    print(place(given))
    print(
        "\n| page | processor | least | median | 95 in 100 within | queries | |\n|---|---|---|---|---|---|---|"
    )
    slow = []
    for user, name, address in pages(officer, lead):
        if re.search(given.only, name):
            spent, least, median, worst, queries = ask(signed_in(user), address, given.times)
            slow += [name] * (median > AIM)
            mark = "slow" if median > AIM else ""
            print(
                f"| {name} | {spent:.0f} ms | {least:.0f} ms | {median:.0f} ms | {worst:.0f} ms | {queries} | {mark} |",
                flush=True,
            )
    print(f"\nMedian above {AIM} ms: {', '.join(slow) or 'none'}.")


def filled(given):
    from tests.benchmarks.queue_rows import fill

    began = time.perf_counter()
    fill(given.cases, given.feedback)
    print(f"Filled in {time.perf_counter() - began:.0f} s.", file=sys.stderr)


def who():
    """(the officer of the largest trust with the most cases, the lead of all)."""
    from django.db.models import Count

    from organisations.models import Membership, Role

    officers = Membership.objects.filter(role=Role.COMPLAINTS_OFFICER)
    busiest = officers.annotate(count=Count("user__cases")).order_by("-count", "id").first()
    return busiest.user, Membership.objects.get(role=Role.ICB_LEAD).user


def place(given):
    from django.db import connection

    from triage.models import Case

    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        (version,) = cursor.fetchone()
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, PostgreSQL {version.split()[0]}, "
        f"{Case.objects.count():,} cases ({Case.objects.open().count():,} open), {given.feedback:,} feedback, "
        f"each page {given.times} times, {dt.date.today()}"
    )


def pages(officer, lead):
    """(who asks, what the page is, its address), one after the other."""
    trust = officer.memberships.first().organisation_id
    yield from ((officer, name, address) for name, address in queue_pages(officer, trust).items())
    yield from ((officer, name, address) for name, address in other_pages(officer).items())
    for name in (
        "first page",
        "deep page",
        "most critical first",
        "late",
        "nobody",
        "words that few wrote",
        "workload",
    ):
        address = queue_pages(lead, trust).get(name) or other_pages(lead)[name]
        yield lead, f"all trusts: {name}", address
    yield signer(trust), "letters to sign", "/letters/to-sign/"


def signer(trust):
    from organisations.models import Role, User

    return User.objects.get(memberships__organisation=trust, memberships__role=Role.RESPONSIBLE_PERSON)


def queue_pages(user, trust):
    """Every filter of the queue, by what it is called here."""
    from triage.models import Case

    cases = Case.objects.visible_to(user)
    deep = cases.open().in_order()[int(cases.open().count() * 0.9)]
    mark = f"{deep.priority}~{deep.next_due_on}~{deep.severity}~{deep.pk}"
    known = cases.open().select_related("feedback", "service").order_by("-id")[cases.open().count() // 2]
    colleague = cases.open().exclude(handler=None).exclude(handler=user).first().handler_id
    today = dt.date.today()
    asked = {
        "first page": "", "deep page": f"after={mark}", "the page before a deep one": f"before={mark}",
        "most critical first": "order=severity", "late": "due=late", "due this week": "due=week",
        "mine": "handler=me", "nobody": "handler=nobody", "a colleague's": f"handler={colleague}",
        "new": "status=new", "replied": "status=replied", "closed": "status=closed",
        "open and closed": "status=all", "immediate": "priority=0", "urgent": "priority=1",
        "complaints": "intent=complaint", "PALS": "team=pals", "alert to be taken": "needs=alert",
        "a person to look": "needs=person", "to be signed": "needs=signing", "not left": "needs=sending",
        "statement late": "needs=statement", "consent to chase": "needs=consent",
        "one organisation": f"organisation={trust}", "one ward": f"service={known.service_id}",
        "received in a month": f"received_from={today - dt.timedelta(60)}&received_to={today - dt.timedelta(30)}&status=all",
        "three at once": "due=late&handler=nobody&team=complaints",
        "a reference": f"q={known.reference}", "a person's name": looked_for("Flintwood", user),
        "a ward's name": looked_for(known.service.name, user), "words that many wrote": looked_for("car park", user),
        "words that few wrote": looked_for(f"Visit {known.feedback_id}.", user),
        "a phrase": looked_for('"the bus had gone"', user),
        "words that nobody wrote": looked_for("harpsichord", user),
    }  # fmt: skip
    return {name: f"/queue/?{query}" for name, query in asked.items()}


def looked_for(words, user) -> str:
    """The address of the page that a search for these words leads to."""
    from triage.queue import searching

    search, among = searching.search(words, by=user)
    return f"look={search.token}&among={among}"


def other_pages(user):
    """The pages beside the queue."""
    from triage.models import Case

    case = (
        Case.objects.visible_to(user)
        .open()
        .exclude(handler=None)
        .select_related("feedback")
        .in_order()
        .first()
    )
    return {
        "to check": "/queue/to-check/", "alerts": "/queue/alerts/", "morning": "/morning/",
        "workload": "/queue/workload/", "letters to print": "/letters/to-print/", "spoken, not settled": "/desk/spoken/open/",
        "a case": f"/cases/{case.reference}/", "a form on a case": f"/cases/{case.reference}/do/note/",
    }  # fmt: skip


def signed_in(user):
    from django.test import Client

    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def ask(client, address, times):
    """(processor, least, median, 95 in 100 within, in ms, and queries) of a page.

    "Processor" is what this process and the database's own spent on one request: it does not grow when the machine
    does other work as well, and it is what a quiet machine would need.
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    queries = len(asked)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")
    taken, spent = [], processor(connection)
    while len(taken) < times and sum(taken) < LONGEST:
        began = time.perf_counter()
        client.get(address)
        taken.append((time.perf_counter() - began) * 1000)
    spent = (processor(connection) - spent) * 1000 / len(taken)
    return spent, min(taken), statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)], queries


def processor(connection) -> float:
    """Seconds of processor time that this process and its database process (on the same machine) have spent."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:  # the database is elsewhere
        return time.process_time()
    return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
