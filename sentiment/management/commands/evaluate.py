"""manage.py evaluate DATA.csv: how good an engine is on comments it has not seen."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sentiment.engines import ENGINES, EngineUnavailable, engine

LINES = {
    "themes_micro_f1": "Themes, micro-F1",
    "themes_macro_f1": "Themes, macro-F1, all that occur",
    "themes_macro_f1_10_cases": "Themes, macro-F1, ten cases or more",
    "sentiment_accuracy": "Sentiment, five classes, right",
    "sentiment_three_class": "Sentiment, three classes, right",
    "sentiment_kappa": "Sentiment, quadratic kappa",
}


class Command(BaseCommand):
    """Print figures with 95 % intervals."""

    requires_system_checks = []  # it uses no page and no database
    help = "Measure an engine on labelled comments: figures with 95 % bootstrap intervals."

    def add_arguments(self, parser):
        """See --help."""
        parser.add_argument("data", type=Path, help="CSV as for train")
        parser.add_argument("--engine", choices=list(ENGINES), default=None)
        parser.add_argument(
            "--model", type=Path, help="folder of a trained model, instead of the shipped one"
        )
        parser.add_argument(
            "--all",
            action="store_true",
            help="every row that is not trivial: only for a file no model was trained on",
        )
        parser.add_argument("--json", action="store_true", help="JSON with F1 by theme, instead of lines")

    def handle(self, *, data, model, all, json: bool, **options):  # noqa: A002
        """Measure and print."""
        from sentiment.training.measure import measured
        from sentiment.training.rows import UnreadableData, divided, read_feedback, strict

        try:
            rows = read_feedback(data)
            parts = divided(rows)
            chosen = strict(rows, ()) if all else strict(parts["test"], parts["train"] + parts["validation"])
            figures = measured(self.engine(model, options["engine"]), chosen)
        except (UnreadableData, EngineUnavailable) as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(as_json(figures) if json else as_lines(figures))

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
    rows = figures["rows"]
    lines = [f"{rows['themes']} comments with a theme, {rows['sentiment']} with a sentiment"]
    for key, words in LINES.items():
        figure = figures[key]
        if figure["value"] is not None:
            lines.append(f"{words:<38} {figure['value']:.3f}  ({figure['low']:.3f} to {figure['high']:.3f})")
    return "\n".join(lines)
