"""`manage.py route_file IN.ndjson OUT.ndjson`: what the rules decide, line by line, writing nothing else."""

import json
import os
import sys
from contextlib import ExitStack

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import ENGINES, EngineUnavailable, engine
from triage.routing.replay import replay


class Command(BaseCommand):
    help = "Decide where each line of feedback would go, with the engine and the rules the service itself uses. Writes no data."
    requires_system_checks = []  # it must answer with no database and no pages

    def add_arguments(self, parser):
        parser.add_argument("source", metavar="IN", help="one JSON object a line, or - for standard input")
        parser.add_argument(
            "target", metavar="OUT", help="where to write one decision a line, or - for standard output"
        )
        parser.add_argument(
            "--engine",
            choices=ENGINES,
            default=settings.ENGINE,
            help="who reads the words (default: %(default)s)",
        )

    def handle(self, *args, source, target, **options):
        read = _reader(options["engine"])
        if _same_file(source, target):
            raise CommandError("IN and OUT are the same file: the answers would overwrite the questions.")
        lines = refused = 0
        try:
            with ExitStack() as files:
                words = sys.stdin.buffer if source == "-" else files.enter_context(open(source, "rb"))
                answers = (
                    self.stdout if target == "-" else files.enter_context(open(target, "w", encoding="utf-8"))
                )
                for answer in replay(words, read):
                    lines += 1
                    refused += "error" in answer
                    answers.write(json.dumps(answer) + "\n")
                answers.flush()
        except BrokenPipeError:
            # The reader has what it wants (`| head`): hand Python a pipe it can close in peace.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        except OSError as problem:
            raise CommandError(f"{problem.filename or target} cannot be used: {problem.strerror}.") from None
        if refused:
            where = "the output" if target == "-" else target
            raise CommandError(f"{refused} of {lines} lines could not be decided: see each error in {where}.")


def _reader(name: str):
    try:
        return engine(name).read
    except EngineUnavailable as problem:
        raise CommandError(str(problem)) from None


def _same_file(source: str, target: str) -> bool:
    return (
        "-" not in (source, target)
        and all(map(os.path.exists, (source, target)))
        and os.path.samefile(source, target)
    )
