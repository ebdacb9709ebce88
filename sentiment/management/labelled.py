"""The arguments by which every training command is told its files."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import CommandError

SAFETY = Path(__file__).resolve().parent.parent / "safety"
SENTENCES = SAFETY / "invented"
# No model learns from these. The one is for choosing (how sure a model must be), the other is frozen: nothing is
# chosen by it, and each model is held against it before it may be used.
DEVELOPMENT, FROZEN = SAFETY / "development", SAFETY / "frozen"


def add_files(parser: ArgumentParser) -> None:
    """DATA, --criticality, --danger, --harmless and --map."""
    files = {"type": Path, "nargs": "*", "metavar": "FILE"}
    parser.add_argument("data", type=Path, help="CSV: text, question_type, sentiment, a 0/1 column a theme")
    parser.add_argument("--criticality", **files, default=[], help="CSV files: text, criticality (-5 to 5)")
    parser.add_argument(
        "--danger", **files, help="CSV files: kind, text (default: those that come with this)"
    )
    parser.add_argument("--harmless", **files, help="CSV files: text (default: those that come with this)")
    parser.add_argument(
        "--map", nargs="+", default=[], metavar="COLUMN=NAME", help="the file's own names, e.g. text=comment"
    )


def files_of(options: dict) -> tuple:
    """What `training.train.load` takes. Raises CommandError."""
    if not all("=" in pair for pair in options["map"]):
        raise CommandError("--map takes pairs such as text=comment.")
    columns = dict(pair.split("=", 1) for pair in options["map"])
    danger, harmless = options["danger"], options["harmless"]
    if danger is None:
        danger = sorted(SENTENCES.glob("danger_*.csv"))
    if harmless is None:
        harmless = sorted(SENTENCES.glob("harmless_*.csv"))
    return options["data"], options["criticality"], danger, harmless, columns
