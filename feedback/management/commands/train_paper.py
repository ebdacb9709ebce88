"""manage.py train_paper: make the two small files the reader of paper forms reads with, and say how well they do."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

SAID_EVERY = 50  # pages


class Command(BaseCommand):
    help = (
        "Teach the reader of paper forms with made pages and with the boxes that people checked, and write its"
        " model files. Takes about 25 minutes for the boxes and a quarter of an hour for the words, on one core;"
        " run it with nice."
    )

    def add_arguments(self, parser):
        parser.add_argument("--pages", type=int, default=1_831, help="how many pages to draw")
        parser.add_argument("--seed", type=int, default=1, help="below 100000: higher ones are for measuring")
        parser.add_argument(
            "--out", type=Path, help="where to write tick_model.json (where the reader finds it)"
        )
        parser.add_argument("--ticks-only", action="store_true", help="leave text_model.json as it is")
        parser.add_argument(
            "--drawn-only", action="store_true", help="learn nothing from the boxes that people checked"
        )

    def handle(self, pages, seed, out, ticks_only, drawn_only, **options):
        from feedback.paper.learning import corrected, make
        from feedback.paper.reading import letters, ticks

        if pages < 20:
            raise CommandError("--pages must be 20 or more: fewer teach nothing.")
        try:
            boxes, apart, said, lost = make.gathered(
                pages, seed, with_words=not ticks_only, say=lambda done: self.say_done(done, pages)
            )
        except ValueError as problem:
            raise CommandError(str(problem)) from None
        checked = 0 if drawn_only else corrected.gather(boxes, apart, teaching_share=make.TEACHING)
        path = out or ticks.MODEL
        try:
            model, figures = make.tick_model(boxes, apart)
        except ValueError as problem:
            raise CommandError(str(problem)) from None
        make.write(model, path)
        self.say(path, figures)
        if not ticks_only:
            model, figures = make.text_model(said)
            path = path.with_name(letters.MODEL.name)
            make.write(model, path)
            self.say(path, figures)
        self.stdout.write(f"{pages} pages drawn, {lost} not set straight; {checked} that people checked.")

    def say_done(self, done, pages):
        if done % SAID_EVERY == 0 or done == pages:
            self.stdout.write(f"{done:,} of about {pages:,} pages drawn and measured.")
            self.stdout.flush()

    def say(self, path, figures):
        told = ", ".join(
            f"{name} {value:.2%}" if isinstance(value, float) else f"{name} {value:,}"
            for name, value in figures.items()
        )
        self.stdout.write(f"{path.name}: {told}.")
