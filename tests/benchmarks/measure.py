"""One process that reads, for `understanding`: python -m tests.benchmarks.measure COMMENTS.csv ENGINE.

Prints a line of JSON: pairs of (clock, CPU of all cores) in seconds, latencies in ms, memory in MB.
"""

import time

BEGAN = time.perf_counter()

import csv  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import resource  # noqa: E402
import sys  # noqa: E402

import django  # noqa: E402
import numpy as np  # noqa: E402

ONE_BY_ONE = 300
LIMIT_SIZE, LIMIT_TIMES = 2_048, 20


def now():
    return time.perf_counter(), time.process_time()


def since(start):
    clock, cpu = now()
    return clock - start[0], cpu - start[1]


def one_by_one(engine, rows):
    """(p50, p95) in ms of reading comments that come singly."""
    taken = []
    for text, question in rows[:ONE_BY_ONE]:
        start = time.perf_counter()
        engine.read([text], [question])
        taken.append((time.perf_counter() - start) * 1_000)
    return np.percentile(taken, [50, 95]).tolist()


def operations(lengths):
    """Of the network on pieces of so many tokens: a multiplication and an addition count as two.

    Layers of width 384 and 1,536, six of them, and what words say to each other. Padding and the
    softmax are not counted: they are not what anybody wants done.
    """
    layer = 2 * (4 * 384 * 384 + 2 * 384 * 1_536)
    return float(sum(6 * (layer * length + 4 * 384 * length * length) for length in lengths))


def int8_limit():
    """(by the clock, by the CPU) operations a second of one big int8 multiplication, by the same runtime."""
    import openvino
    from openvino import opset13 as op

    size = LIMIT_SIZE
    left = op.parameter([size, size], np.float32)
    ends = [np.float32(end) for end in (-2, 2, -2, 2)]
    right = op.multiply(
        op.convert(op.constant(np.random.default_rng(1).integers(-127, 128, (size, size), np.int8)), "f32"),
        np.full((size, 1), 0.01, np.float32),
    )
    product = op.matmul(op.fake_quantize(left, *ends, 256), right, False, True)
    graph = openvino.Model([op.reduce_max(product, [1], False)], [left])
    request = openvino.Core().compile_model(graph, "CPU").create_infer_request()
    given = np.random.default_rng(2).standard_normal((size, size), np.float32)
    request.infer([given])
    start = now()
    for _ in range(LIMIT_TIMES):
        request.infer([given])
    clock, cpu = since(start)
    work = 2 * size**3 * LIMIT_TIMES
    return work / clock, work * len(os.sched_getaffinity(0)) / cpu


def main(path, name):
    django.setup()
    from sentiment.engines import engine

    reader = engine(name)
    reader.read(["The nurses were kind."], [""])
    found = {"name": reader.name, "load": (time.perf_counter() - BEGAN, time.process_time())}
    with open(path, encoding="utf-8", newline="") as file:
        rows = [(row["text"], row["question"]) for row in csv.DictReader(file)]
    texts, questions = zip(*rows, strict=True)
    start = now()
    reader.read(texts, questions)
    found["read"] = since(start)
    found["network"], found["peak_mb"] = (
        found["read"],
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )
    found["p50"], found["p95"] = one_by_one(reader, rows)
    if hasattr(reader, "logits"):
        from sentiment.engines.cleaning import clean
        from sentiment.engines.pieces import pieces
        from sentiment.engines.questions import kind_of

        cleaned, kinds = [clean(text) for text in texts], [kind_of(question) for question in questions]
        start = now()
        reader.logits(cleaned, kinds)
        found["network"] = since(start)
        found["operations"] = operations(len(piece.ids) for piece in pieces(cleaned))
        found["limit"] = int8_limit()
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
