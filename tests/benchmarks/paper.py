"""`make bench-paper`: how rightly and how fast scanned forms are read, on pages made from seeds nothing was taught with.

Four pages in five are treated as on a ward, one in five badly; a share of both is scanned in black and white.
Handwriting is by fonts, two of which nothing was ever taught with: real hands are two to five times worse.
Makes the pages first, then reads them in two processes. `--throughput 500` instead times the whole
command `read_scans` on one PDF, once straight through and once killed half way and started again.
"""

import argparse
import datetime as dt
import os
import platform
import sys
import tempfile
import time
from collections import Counter, defaultdict
from multiprocessing import get_context

from tests.benchmarks import paper_reading, paper_throughput

PARSER = argparse.ArgumentParser(prog="make bench-paper", description=__doc__)
PARSER.add_argument("--pages", type=int, default=1_000)
PARSER.add_argument("--seed", type=int, default=100_000, help="100,000 or more: those below are for tuning")
PARSER.add_argument("--processes", type=int, default=2)
PARSER.add_argument(
    "--throughput", type=int, metavar="PAGES", help="time read_scans on a PDF of so many pages"
)
AT_ONCE = 20  # pages made by one call
COLUMNS = {
    "all": "all",
    "ordinary": "grey, as on a ward",
    "hard": "grey, treated badly",
    "one bit": "black and white",
}
ONE_HARD_IN = 5  # pages


def made(folder, given, pool):
    """[(path, truth)] of all pages, and the seconds that making one took."""
    hard = given.pages // ONE_HARD_IN
    tasks = [
        (folder, seed, mix, start, min(AT_ONCE, count - start))
        for seed, mix, count in ((given.seed, "ordinary", given.pages - hard), (given.seed + 1, "hard", hard))
        for start in range(0, count, AT_ONCE)
    ]
    pages, seconds = [], 0.0
    for some, taken in pool.imap_unordered(paper_reading.make_some, tasks):
        pages += some
        seconds += taken
    return sorted(pages, key=lambda one: one[0]), seconds / len(pages)


def share(part, whole, places=1):
    return f"{part / whole:.{places}%}" if whole else "-"


def rows(one):
    """(what, words) of one column's counts."""
    n = Counter(one)
    yield "pages", f"{n['pages']:,.0f}"
    yield "set straight, rightly", share(n["registered_right"], n["pages"])
    yield "set straight, wrongly", f"{n['registered'] - n['registered_right']:,.0f}"
    yield "codes read, rightly", share(n["codes_right"], n["pages"])
    yield "codes read, wrongly", f"{n['codes'] - n['codes_right']:,.0f}"
    yield "known to be grey, or black and white", share(n["one_bit_seen"], n["pages"])
    yield "pages that no person need see", share(n["unseen"], n["pages"])
    yield "boxes to tick: empty, marked or solid, rightly", share(n["boxes_right"], n["boxes"], 2)
    yield "of them marked, read as empty", share(n["mark boxes read as empty"], n["mark boxes"], 2)
    yield "of them empty, read as marked", share(n["empty boxes read as mark"], n["empty boxes"], 2)
    yield "questions ticked once, answered unseen", share(n["groups_answered_unseen"], n["groups_answered"])
    yield "questions settled unseen (blanks and doubles too)", share(n["groups_unseen"], n["groups"])
    yield "of those settled unseen, right", share(n["groups_unseen_right"], n["groups_unseen"], 2)
    yield "two boxes ticked, passed unseen", f"{n['doubles_unseen']:,.0f} of {n['doubles']:,.0f}"
    yield "typed words, characters wrong", share(n["errors typed"], n["letters typed"])
    yield "handwriting, characters wrong", share(n["errors hand"], n["letters hand"])
    yield "handwriting kept apart, characters wrong", share(n["errors apart"], n["letters apart"])
    yield "comments that pass unseen", share(n["texts_unseen"], n["texts"])
    yield (
        "of them handwritten",
        share(n["texts_unseen hand"] + n["texts_unseen apart"], n["texts hand"] + n["texts apart"]),
    )
    yield "of those unseen, within 5 % errors", share(n["texts_unseen_close"], n["texts_unseen"])
    yield "empty boxes for words, passed unseen", share(n["blanks_unseen"], n["blanks"])
    yield "empty boxes in which words were seen", f"{n['blanks_wrong']:,.0f}"
    yield "figures in cells, rightly", share(n["figures_right"], n["figures"])
    yield "dates, rightly", share(n["dates_right"], n["dates"])
    yield "dates that pass unseen", share(n["dates_unseen"], n["dates"])
    yield "of those unseen, right", share(n["dates_unseen_right"], n["dates_unseen"])
    yield "seconds a page, clock", f"{n['seconds'] / n['pages']:.2f}" if n["pages"] else "-"
    yield "seconds a page, CPU", f"{n['cpu'] / n['pages']:.2f}" if n["pages"] else "-"


def table(counted):
    whole = Counter()
    for counts in counted.values():
        whole.update(counts)
    columns = {"all": whole} | {kind: counted.get(kind, {}) for kind in COLUMNS if kind != "all"}
    told = [dict(rows(counts)) for counts in columns.values()]
    yield "| what | " + " | ".join(COLUMNS.values()) + " |"
    yield "|---|" + "---|" * len(COLUMNS)
    for what in told[0]:
        yield f"| {what} | " + " | ".join(one[what] for one in told) + " |"


def reading(given):
    """Make, read and count."""
    pages_of, peak = defaultdict(Counter), 0.0
    spawned = get_context("spawn")  # a reader begins small: its memory is its own
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "patientview.settings", "PATIENTVIEW_DATA_DIR": folder}
        with spawned.Pool(given.processes, paper_reading.set_up) as pool:
            pool.apply(paper_reading.keep_blanks, (folder,))
            pages, making = made(folder, given, pool)
        began = time.perf_counter()
        with spawned.Pool(given.processes, paper_reading.set_up) as pool:
            for done, (kind, counts, most) in enumerate(
                pool.imap_unordered(paper_reading.read_one, pages), 1
            ):
                pages_of[kind].update(counts)
                peak = max(peak, most)
                if done % 50 == 0:
                    print(f"{done:,} of {len(pages):,} pages read", file=sys.stderr)
        clock = time.perf_counter() - began
    print(
        f"{platform.machine()}, {len(os.sched_getaffinity(0))} cores, seed {given.seed}, {dt.date.today()}\n"
    )
    print("\n".join(table(pages_of)))
    seconds = sum(counts["seconds"] for counts in pages_of.values())
    print(
        f"\n| what | |\n|---|---|\n| pages a minute, {given.processes} processes | {60 * given.processes * len(pages) / seconds:.0f} |"
    )
    print(f"| the whole reading, with counting, by the clock | {clock:,.0f} s |")
    print(f"| peak memory of a process that reads | {peak:,.0f} MB |")
    print(f"| making a page | {making:.2f} s |")


if __name__ == "__main__":
    asked = PARSER.parse_args()
    if asked.throughput:
        paper_throughput.run(asked.throughput, asked.seed)
    else:
        reading(asked)
