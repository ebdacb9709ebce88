"""The tables of the model card, in Markdown, from measured figures: nobody copies a number by hand."""

from collections.abc import Iterable, Mapping

HEADLINES = {
    "themes_micro_f1": "Themes, micro-F1",
    "themes_macro_f1_10_cases": "Themes, macro-F1, ten cases or more",
    "themes_macro_f1": "Themes, macro-F1, all that occur",
    "sentiment_accuracy": "Sentiment, five classes, right",
    "sentiment_three_class": "Sentiment, three classes, right",
    "sentiment_kappa": "Sentiment, quadratic kappa",
    "severity_auc": "Severity, area under the curve for criticality of -3 or below",
}
SAFETY = {
    "danger": "invented danger that raises an alarm",
    "harmless": "invented harmless look-alikes that raise one",
    "ordinary": "real comments that raise one (some rightly)",
}
FEWEST_CASES = 10


def headlines(figures: Mapping) -> list[tuple[str, dict]]:
    """(what it is, {"value", "low", "high"}) for every headline figure that was measured."""
    return [
        (words, figures[key])
        for key, words in HEADLINES.items()
        if figures.get(key, {}).get("value") is not None
    ]


def card(figures: Mapping) -> str:
    """All tables, one after the other, each under its title."""
    parts = [("Headline figures", _headlines(figures)), ("By theme", _by_theme(figures["by_theme"]))]
    parts += [(f"By {name}", _part(part)) for name, part in figures["parts"].items() if part]
    parts.append(("How sure it is", _calibration(figures["calibration"])))
    if "safety" in figures:
        parts.append(("Danger", _safety(figures["safety"])))
    return "\n\n".join(f"### {title}\n\n{table}" for title, table in parts) + "\n"


def _headlines(figures: Mapping) -> str:
    rows = [(words, f"{one['value']:.3f}", _between(one)) for words, one in headlines(figures)]
    return _table(("", "value", "95 % interval"), rows)


def _by_theme(themes: Mapping) -> str:
    common = sorted(
        ((name, one) for name, one in themes.items() if one["cases"] >= FEWEST_CASES),
        key=lambda row: -row[1]["cases"],
    )
    return _table(
        ("theme", "cases", "F1"), [(name, one["cases"], f"{one['f1']:.2f}") for name, one in common]
    )


def _part(part: Mapping) -> str:
    rows = [
        (
            name,
            one["rows"]["themes"],
            *(
                _or_none(one[key]["value"])
                for key in ("themes_micro_f1", "sentiment_accuracy", "sentiment_three_class")
            ),
        )
        for name, one in part.items()
    ]
    return _table(("", "comments", "themes micro-F1", "five feelings", "three feelings"), rows)


def _calibration(found: Mapping) -> str:
    tables = []
    for name, one in found.items():
        rows = [
            (f"{100 * part['sure']:.0f} %", f"{100 * part['right']:.0f} %", part["answers"])
            for part in one["curve"]
        ]
        tables.append(
            f"{name.capitalize()}: expected calibration error {one['error']:.3f}.\n\n"
            + _table(("it says", "it is right", "answers"), rows)
        )
    return "\n\n".join(tables)


def _safety(shares: Mapping) -> str:
    rows = [
        (words, shares[key]["rows"], f"{100 * shares[key]['value']:.1f} %", _between(shares[key], 100, " %"))
        for key, words in SAFETY.items()
    ]
    return _table(("", "of", "share", "95 % interval"), rows)


def _table(head: Iterable[str], rows: Iterable[Iterable]) -> str:
    lines = [head, ["---"] * len(tuple(head)), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def _between(one: Mapping, times: float = 1, unit: str = "") -> str:
    digits = 1 if times == 100 else 3
    return f"{times * one['low']:.{digits}f} to {times * one['high']:.{digits}f}{unit}"


def _or_none(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
