"""manage.py train_paper: make the small files the reader of paper forms reads with, and say how well they do."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

FEWEST = 20
PARTS = ("ticks", "strikes", "words")


class Command(BaseCommand):
    help = (
        "Teach the reader of paper forms with made pages and with the boxes that people checked, and write its"
        " model files. Takes minutes; run it with nice."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--pages", type=int, default=600, help="how many pages to draw for ticks and words"
        )
        parser.add_argument(
            "--boxes",
            type=int,
            default=5_000,
            help="how many boxes of words to draw, to find crossed-out ones",
        )
        parser.add_argument("--seed", type=int, default=1, help="below 100000: higher ones are for measuring")
        parser.add_argument(
            "--out", type=Path, help="the folder to write to (where the reader finds its files)"
        )
        parser.add_argument(
            "--only",
            choices=PARTS,
            action="append",
            help="make this file alone; may be given again. Without it: all three, each with the ones before",
        )
        parser.add_argument(
            "--drawn-only", action="store_true", help="learn nothing from the boxes that people checked"
        )

    def handle(self, pages, boxes, seed, out, only, drawn_only, **options):
        from feedback.paper.learning import make
        from feedback.paper.reading import ticks

        if min(pages, boxes) < FEWEST:
            raise CommandError(f"--pages and --boxes must be {FEWEST} or more: fewer teach nothing.")
        self.out, only = out or ticks.MODEL.parent, only or PARTS
        self.out.mkdir(parents=True, exist_ok=True)
        try:
            if "strikes" in only:
                self.strikes(make, boxes, seed)
            if "ticks" in only or "words" in only:
                self.pages(make, pages, seed, only, drawn_only)
        except ValueError as problem:
            raise CommandError(str(problem)) from None

    def strikes(self, make, boxes, seed):
        from feedback.paper.reading import strikes

        self.keep(strikes.MODEL.name, *make.strike_model(*make.practised(boxes, seed)))

    def pages(self, make, pages, seed, only, drawn_only):
        from feedback.paper.learning import corrected
        from feedback.paper.reading import letters, ticks

        boxes, apart, said, lost = make.gathered(pages, seed, with_words="words" in only)
        checked = 0 if drawn_only else corrected.gather(boxes, apart, teaching_share=make.TEACHING)
        if "ticks" in only:
            self.keep(ticks.MODEL.name, *make.tick_model(boxes, apart))
        if "words" in only:
            self.keep(letters.MODEL.name, *make.text_model(said))
        self.stdout.write(f"{pages} pages drawn, {lost} not set straight; {checked} that people checked.")

    def keep(self, name, model, figures):
        from feedback.paper.learning import make

        make.write(model, self.out / name)
        told = ", ".join(
            f"{what} {value:.2%}" if isinstance(value, float) else f"{what} {value:,}"
            for what, value in figures.items()
        )
        self.stdout.write(f"{name}: {told}.")
