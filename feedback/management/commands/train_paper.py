"""manage.py train_paper: make the small files the reader of paper forms reads with, and say how well they do."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

FEWEST = 20
SAID_EVERY = 50  # pages
PARTS = ("strikes", "ticks", "words")


class Command(BaseCommand):
    help = (
        "Teach the reader of paper forms with made pages and with the boxes that people checked, and write its"
        " model files. On one core it takes about 40 minutes for crossed-out words, 25 for boxes to tick and a"
        " quarter of an hour for words; run it with nice."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--pages", type=int, default=1_831, help="how many pages to draw for ticks and words"
        )
        parser.add_argument(
            "--boxes",
            type=int,
            default=7_000,
            help="how many boxes of words to draw, to find crossed-out ones",
        )
        parser.add_argument("--seed", type=int, default=1, help="below 100000: higher ones are for measuring")
        parser.add_argument(
            "--out", type=Path, help="the folder to write to (where the reader finds its files)"
        )
        parser.add_argument(
            "--only", choices=PARTS, action="append", help="make this file alone; may be given again"
        )
        parser.add_argument(
            "--drawn-only", action="store_true", help="learn nothing from the boxes that people checked"
        )

    def handle(self, pages, boxes, seed, out, only, drawn_only, **options):
        from feedback.paper.reading import ticks

        if min(pages, boxes) < FEWEST:
            raise CommandError(f"--pages and --boxes must be {FEWEST} or more: fewer teach nothing.")
        self.out, only = out or ticks.MODEL.parent, only or PARTS
        self.out.mkdir(parents=True, exist_ok=True)
        try:
            # Words are judged by what the reader finds crossed out, so that comes first.
            if "strikes" in only:
                self.strikes(boxes, seed)
            if "ticks" in only or "words" in only:
                self.pages(pages, seed, only, drawn_only)
        except ValueError as problem:
            raise CommandError(str(problem)) from None

    def strikes(self, boxes, seed):
        from feedback.paper.learning import make
        from feedback.paper.reading import strikes

        self.keep(strikes.MODEL, *make.strike_model(*make.practised(boxes, seed)))

    def pages(self, pages, seed, only, drawn_only):
        from feedback.paper.learning import corrected, make
        from feedback.paper.reading import letters, ticks

        found, checked = make.gathered(pages, seed, only, self.say_done), 0
        if "ticks" in only:
            if not drawn_only:
                checked = corrected.gather(found.boxes, found.apart, teaching_share=make.TEACHING)
            self.keep(ticks.MODEL, *make.tick_model(found.boxes, found.apart))
        if "words" in only:
            self.keep(letters.MODEL, *make.text_model(found.said))
        self.stdout.write(
            f"{found.lost} pages were not set straight; {checked} are pages that people checked."
        )

    def say_done(self, done, pages):
        if done % SAID_EVERY == 0 or done == pages:
            self.stdout.write(f"{done:,} of {pages:,} pages drawn and measured.")
            self.stdout.flush()

    def keep(self, path, model, figures):
        from feedback.paper.learning import make

        make.write(model, self.out / path.name)
        told = ", ".join(
            f"{name} {value:.2%}" if isinstance(value, float) else f"{name} {value:,}"
            for name, value in figures.items()
        )
        self.stdout.write(f"{path.name}: {told}.")
