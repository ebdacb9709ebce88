"""`make bench-understanding`: how fast comments are read on this machine, and how near that is to its limit.

Reads 6,000 comments (the rows of a file of your own with --feedback, over and over, without those it marks
as trivial; else invented ones), each measure in a process of its own. "CPU" is what the processors spent, all together: on a
machine that does other work it says more than the clock. Prints the tables of docs/benchmarks.md.
"""

import argparse
import csv
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

PARSER = argparse.ArgumentParser(prog="make bench-understanding", description=__doc__)
PARSER.add_argument("--feedback", type=Path, help="a CSV with text and, if there, question_type")
PARSER.add_argument("--count", type=int, default=6_000)
PARSER.add_argument("--engine", default="fast", choices=["fast", "transformer", "keywords"])
INVENTED = Path(__file__).parents[1] / "sentiment" / "engines" / "comments.csv"


def write_rows(path, source, count):
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            (row["text"], row.get("question_type") or row.get("question") or "")
            for row in csv.DictReader(file)
            if row.get("trivial") != "1"
        ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "text", "question"))
        writer.writerows((number, *row) for number, row in enumerate(islice(cycle(rows), count)))


def command(path, engine):
    """(seconds, CPU seconds) of the whole command, from process start to process end."""
    before = os.times()
    subprocess.run(
        [sys.executable, "manage.py", "classify_file", str(path), f"{path}.ndjson", "--engine", engine],
        check=True,
    )
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return after.elapsed - before.elapsed, spent


def inside(path, engine):
    """The figures of a process that reads and does nothing else (see `measure`)."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.measure", str(path), engine],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def main():
    given = PARSER.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"PATIENTVIEW_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "patientview.settings"}
        path = Path(folder) / "comments.csv"
        write_rows(path, given.feedback or INVENTED, given.count)
        whole, spent = command(path, given.engine)
        found = inside(path, given.engine)
    count, cores = given.count, len(os.sched_getaffinity(0))
    print(f"{platform.machine()}, {cores} cores, engine {found['name']}, {dt.date.today()}")
    print("\n| what | clock | CPU, all cores |\n|---|---|---|")
    print(f"| classify_file, {count:,} comments, process start to end | {whole:.1f} s | {spent:.1f} s |")
    for name, words in {
        "load": "loading: process start to an engine that has read one comment",
        "read": f"an engine reading {count:,} comments: language, both safety tiers, words",
        "network": "of that, the network and its tokens",
    }.items():
        print(f"| {words} | {found[name][0]:.1f} s | {found[name][1]:.1f} s |")
    print("\n| what | |\n|---|---|")
    seconds, busy = found["network"]
    print(
        f"| comments a second, the network | {count / seconds:,.0f} (were all cores free: {count * cores / busy:,.0f}) |"
    )
    print(f"| comments a second, the engine | {count / found['read'][0]:,.0f} |")
    print(f"| one comment, half within | {found['p50']:.1f} ms |")
    print(f"| one comment, 95 in 100 within | {found['p95']:.1f} ms |")
    print(f"| peak memory of a process that only reads | {found['peak_mb']:,.0f} MB |")
    if found.get("limit"):
        clock, cpu = found["limit"]
        work = found["operations"]
        print(f"| multiplications and additions a comment | {work / count / 1e9:.2f} thousand million |")
        print(
            f"| int8 limit, one big multiplication of matrices | {cpu / 1e12:.2f} million million a second |"
        )
        print(f"| share of that limit reached, CPU against CPU | {work / busy * cores / cpu:.0%} |")
        print(f"| share of that limit reached, clock against clock | {work / seconds / clock:.0%} |")


if __name__ == "__main__":
    main()
