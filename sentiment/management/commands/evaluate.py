"""manage.py evaluate DATA.csv: how good an engine is on comments it has not seen."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import ENGINES, EngineUnavailable, engine
from sentiment.management.labelled import SAFETY, add_files, files_of


class Command(BaseCommand):
    """Every figure of the model card, with 95 % intervals."""

    requires_system_checks = []  # it uses no page and no database
    help = "Measure an engine on labelled comments and on the frozen safety sentences."

    def add_arguments(self, parser):
        """See --help."""
        add_files(parser)
        parser.add_argument("--engine", choices=list(ENGINES), default=None)
        parser.add_argument(
            "--model", type=Path, help="folder of a trained model, instead of the one in force"
        )
        parser.add_argument(
            "--all",
            action="store_true",
            help="every row that is not trivial: only for a file no model was trained on",
        )
        parser.add_argument(
            "--sentences",
            choices=["frozen", "development"],
            default="frozen",
            help="the invented sentences of danger to measure on: choose by those of development alone (frozen)",
        )
        parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw how sure it is, too")
        shape = parser.add_mutually_exclusive_group()
        shape.add_argument("--json", action="store_true", help="all figures as JSON")
        shape.add_argument("--card", action="store_true", help="the tables of the model card, in Markdown")

    def handle(self, *, model, all, json: bool, card: bool, plot, **options):  # noqa: A002
        """Measure and print."""
        from sentiment.training.plot import reliability_svg
        from sentiment.training.rows import UnreadableData
        from sentiment.training.tables import card as as_card

        try:
            figures = self.figures(all, self.engine(model, options["engine"]), options)
            if plot:
                plot.write_text(reliability_svg(figures["calibration"]), encoding="utf-8")
        except (UnreadableData, EngineUnavailable, OSError) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(as_json(figures) if json else as_card(figures) if card else as_lines(figures))

    def figures(self, every_row, using, options) -> dict:
        """The figures of the engine, and of the whole safety check with it."""
        from sentiment.training.data import load
        from sentiment.training.invented import read_invented
        from sentiment.training.measure import measured, safety
        from sentiment.training.rows import strict

        data = load(*files_of(options))
        rows = strict(data.real, ()) if every_row else data.test
        apart = SAFETY / options["sentences"]
        sentences = read_invented([apart / "danger.csv"], [apart / "harmless.csv"])
        return measured(using, rows) | {"safety": safety(using, sentences, rows)}

    def engine(self, model, name):
        """The model in a folder, or the engine by name."""
        if model is None:
            return engine(name)
        from sentiment.engines.transformer import TransformerEngine

        return TransformerEngine.load(model)


def as_json(figures: dict) -> str:
    """The figures, indented."""
    return json.dumps(figures, indent=2, ensure_ascii=False)


def as_lines(figures: dict) -> str:
    """A line a headline figure, with its interval."""
    from sentiment.training.tables import SAFETY, headlines

    rows = figures["rows"]
    lines = [f"{rows['themes']} comments with a theme, {rows['sentiment']} with a sentiment"]
    shares = [(SAFETY[name].capitalize(), share) for name, share in figures["safety"].items()]
    for words, figure in [*headlines(figures), *shares]:
        lines.append(f"{words:<62} {figure['value']:.3f}  ({figure['low']:.3f} to {figure['high']:.3f})")
    return "\n".join(lines)
