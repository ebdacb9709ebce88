"""For `paper`: one process that makes pages, one that reads them and counts what was right. Counts are plain and add up."""

import resource
import time
from collections import Counter
from functools import lru_cache
from pathlib import Path

RIGHT_WITHIN = 1.0  # mm: paper that curls is up to 0.9 mm off, and the boxes are found one by one
SEARCH = 3.0  # mm around where printed words should be
LIKE = 0.4  # of matchTemplate: less, and the words were not found (a stain lies there)
CLOSE = 0.05  # the share of characters that may be wrong in words that pass unseen
CONTACT = {"name", "email", "telephone", "address", "patient_name", "relationship", "needs"}
FORMS = ("card-1-standard-en", "card-1-standard-en", "complaint-1-standard-en")
BLANK_DPI = 150  # of the pages set straight (feedback.paper.reading.result.DPI)


def set_up():
    import django

    django.setup()


def make_some(task):
    """Pages into a folder: (folder, seed, mix, start, count) -> [(path, truth)], with the seconds it took."""
    folder, seed, mix, start, count = task
    from feedback.paper.generator.make import make
    from feedback.paper.layout import load

    began, made = time.perf_counter(), []
    for one in make([load(name) for name in FORMS], count, seed, mix=mix, kept_apart=True, start=start):
        path = Path(folder) / f"{mix}-{one.truth['page']:05d}.{one.ending}"
        path.write_bytes(one.picture)
        made.append((str(path), one.truth | {"mix": mix}))
    return made, time.perf_counter() - began


def keep_blanks(folder):
    """The empty forms, to see by them whether a page was set straight: readers must not draw any."""
    import cv2

    from feedback.paper.generator.printed import blank
    from feedback.paper.layout import load

    for name in set(FORMS):
        for page in range(1, load(name).pages + 1):
            cv2.imwrite(f"{folder}/blank-{name}-{page}.png", blank(load(name), page, BLANK_DPI, False))


def read_one(task):
    """(path, truth) -> ((which kind of scan), counts). `peak_mb` is the process's so far."""
    path, truth = task
    from feedback.paper.reading.page import read_page

    picture = Path(path).read_bytes()
    before, began = time.process_time(), time.perf_counter()
    read = read_page(picture)
    counts = Counter(
        pages=1, seconds=time.perf_counter() - began, cpu=time.process_time() - before,
        codes=bool(read.payload), codes_right=read.payload == truth["payload"],
        one_bit_seen=read.one_bit == truth["one_bit"], unseen=read.outcome == "read",
    )  # fmt: skip
    counts[f"outcome {read.outcome}"] += 1
    if read.fields:
        counts["registered"] += 1
        right = straight(read, truth, Path(path).parent)
        counts["registered_right"] += right
        counts += boxes(picture, truth)
    found = {field.name: field for field in read.fields}
    for name, told in truth["fields"].items():
        COUNTED[told["kind"]](counts, name, told, found.get(name), truth)
    kind = "one bit" if truth["one_bit"] else truth["mix"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return kind, dict(counts), peak


def straight(read, truth, folder):
    """Whether printed words lie where the layout has them, by looking for them in the page set straight."""
    import cv2
    import numpy as np

    from feedback.paper.payload import read as payload_of

    codes = payload_of(truth["payload"])
    page = cv2.imdecode(np.frombuffer(read.straight, np.uint8), cv2.IMREAD_GRAYSCALE)
    away = []
    for left, top, words in _words(codes.layout, codes.page, folder):
        reach = round(SEARCH * BLANK_DPI / 25.4)
        y, x = max(0, top - reach), max(0, left - reach)
        part = page[y : top + words.shape[0] + reach, x : left + words.shape[1] + reach]
        if part.shape[0] < words.shape[0] or part.shape[1] < words.shape[1]:
            continue
        _, like, _, at = cv2.minMaxLoc(cv2.matchTemplate(part, words, cv2.TM_CCOEFF_NORMED))
        if like >= LIKE:
            away.append(np.hypot(at[0] + x - left, at[1] + y - top) * 25.4 / BLANK_DPI)
    return len(away) >= 3 and bool(np.median(away) <= RIGHT_WITHIN)


@lru_cache
def _words(name, page, folder):
    """(left, top, picture) of up to a dozen words all over a printed page."""
    import cv2

    from feedback.paper.layout import load

    scale, printed = BLANK_DPI / 25.4, cv2.imread(f"{folder}/blank-{name}-{page}.png", cv2.IMREAD_GRAYSCALE)
    found = []
    for one in load(name).words:
        if one.page == page and one.role != "serial":
            left, top = round(one.box.x * scale), round(one.box.y * scale)
            part = printed[
                top : top + round(one.box.height * scale), left : left + round(min(one.box.width, 40) * scale)
            ]
            if part.size and part.std() > 20:
                found.append((left, top, part))
    return found[:: max(1, len(found) // 12)]


def boxes(picture, truth):
    """Every box of the page against what was put in it."""
    from feedback.paper.reading import ticks
    from feedback.paper.reading.page import straight_page

    counts, placed = Counter(), straight_page(picture)
    if placed is None:
        return counts
    for name, group in ticks.read_boxes(*placed).items():
        marks = truth["fields"].get(name, {}).get("marks", {})
        for box in group:
            kind = marks.get(box.value, "")
            meant = kind if kind == "solid" else "mark" if kind else "empty"
            counts["boxes"] += 1
            counts["boxes_right"] += box.kind == meant
            counts[f"{meant} boxes"] += 1
            counts[f"{meant} boxes read as {box.kind}"] += box.kind != meant
    return counts


def _group(counts, name, told, read, truth):
    ticked = sum(1 for kind in told["marks"].values() if kind not in ("", "solid"))
    counts["groups"] += 1
    counts["groups_answered"] += ticked == 1
    counts["doubles"] += ticked > 1
    if read and read.trusted:
        right = ticked < 2 and read.value == told["value"]
        counts["groups_unseen"] += 1
        counts["groups_unseen_right"] += right
        counts["groups_answered_unseen"] += ticked == 1
        counts["doubles_unseen"] += ticked > 1


def _text(counts, name, told, read, truth):
    from feedback.paper.accuracy.compare import character_errors

    if not told["value"]:
        counts["blanks"] += 1
        counts["blanks_unseen"] += bool(read and read.trusted and not read.value)
        counts["blanks_wrong"] += bool(read and read.trusted and read.value)
        return
    hand = truth["hand"]
    kind = "typed" if hand == "typed" else "apart" if hand in _held_out() else "hand"
    if read:
        letters = len(" ".join(told["value"].split()))
        errors = character_errors(read.value, told["value"])
        counts[f"letters {kind}"] += letters
        counts[f"errors {kind}"] += errors * letters
    if name not in CONTACT:
        counts["texts"] += 1
        counts[f"texts {kind}"] += 1
        if read and read.trusted:
            counts["texts_unseen"] += 1
            counts[f"texts_unseen {kind}"] += 1
            counts["texts_unseen_close"] += errors <= CLOSE


def _comb(counts, name, told, read, truth):
    if told["value"] and read:
        counts["figures"] += len(told["value"])
        counts["figures_right"] += sum(
            one == other for one, other in zip(read.value, told["value"], strict=False)
        )


def _date(counts, name, told, read, truth):
    if told["value"] and read:
        counts["dates"] += 1
        counts["dates_right"] += read.value == told["value"]
        counts["dates_unseen"] += read.trusted
        counts["dates_unseen_right"] += read.trusted and read.value == told["value"]


COUNTED = {"choice": _group, "text": _text, "comb": _comb, "date": _date}


@lru_cache
def _held_out():
    from feedback.paper.generator.hands import HELD_OUT

    return HELD_OUT
