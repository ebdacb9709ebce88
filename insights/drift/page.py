"""What the page shows of one model's half year: what moved, and charts with a sentence and a table each."""

import datetime as dt

from insights.drift import chart, words
from insights.drift.drift import (
    COMMENTS_NEEDED,
    WEEKS_BEFORE,
    WEEKS_NEEDED,
    mix_before,
    movements,
    share,
    usual_confidence,
    weeks_before,
)
from insights.drift.models import WeeklyReading
from insights.drift.weeks import WEEKS_KEPT_UP, has_ended, monday
from sentiment.models import ModelVersion
from sentiment.themes import NAMES, SENTIMENTS

WEEK = dt.timedelta(weeks=1)


def models_with_figures(today: dt.date) -> list[ModelVersion]:
    """Every model that read comments of the last half year, the one that read the newest first."""
    rows = _half_year(today).order_by("week_on", "read").values_list("model", flat=True)
    order = {model: at for at, model in enumerate(rows)}
    return sorted(ModelVersion.objects.filter(pk__in=order), key=lambda one: -order[one.pk])


def half_year(model: ModelVersion, today: dt.date) -> list[WeeklyReading]:
    """One model's weeks of the last half year, oldest first, without those in which it read nothing."""
    return list(_half_year(today).filter(model=model))


def shown(weeks: list[WeeklyReading], today: dt.date) -> dict:
    """The context of the page. `judged` is the last whole week; without one there are no charts yet."""
    whole = [week for week in weeks if has_ended(week.week_on, today)]
    context = {
        "rows": [_row(week, today) for week in reversed(weeks)],
        "judged": whole[-1] if whole else None,
    }
    if not whole:
        return context
    before = weeks_before(whole[-1], weeks)
    return context | {
        "enough": usual_confidence(whole[-1], before) is not None,
        "needs": {
            "comments": COMMENTS_NEEDED,
            "weeks": words.NUMBERS[WEEKS_NEEDED],
            "of": words.NUMBERS[WEEKS_BEFORE],
        },
        "moved": movements(whole[-1], before),
        "confidence": _confidence(_in_step(whole), whole, before),
        "feelings": _feelings(_in_step(whole), whole[-1], before),
        "themes": _themes(whole[-1], before),
        "ends": [whole[0].week_on, whole[-1].week_on],
    }


def _half_year(today):
    first = monday(today) - WEEKS_KEPT_UP * WEEK
    return WeeklyReading.objects.filter(week_on__gte=first, read__gt=0)


def _in_step(weeks):
    """One place a week from the first to the last, None where nothing was read: a gap in the lines."""
    by_week = {week.week_on: week for week in weeks}
    count = (weeks[-1].week_on - weeks[0].week_on) // WEEK + 1
    return [by_week.get(weeks[0].week_on + at * WEEK) for at in range(count)]


def _row(week, today):
    return {
        "week": week,
        "so_far": not has_ended(week.week_on, today),
        "shares": {name: share(week, name) for name in ("unsure", "not_english", "not_scored")},
        "feelings": [
            week.feelings.get(str(one), 0) / week.scored if week.scored else None for one in SENTIMENTS
        ],
    }


def _confidence(steps, whole, before):
    values = [week and week.confidence for week in steps]
    usual = [week and usual_confidence(week, weeks_before(week, whole)) for week in steps]
    bands = [one and (one.low, one.high) for one in usual]
    ends = chart.scale([*values, *(end for band in bands if band for end in band)])
    return {
        "chart": chart.line(values, ends, bands),
        "sentence": words.confidence(whole[-1], usual_confidence(whole[-1], before)),
    }


def _feelings(steps, judged, before):
    """One small chart a feeling, all on one scale."""
    then = mix_before("feelings", judged, before)
    lines = {
        one: [
            week and (week.feelings.get(str(one), 0) / week.scored if week.scored else None) for week in steps
        ]
        for one in SENTIMENTS
    }
    ends = chart.scale([0.0, *(value for line in lines.values() for value in line)])
    return [
        {
            "name": SENTIMENTS[one],
            "chart": chart.line(line, ends),
            "sentence": words.mix_share(SENTIMENTS[one], line[-1], then and then[str(one)] / then.total()),
        }
        for one, line in lines.items()
    ]


def _themes(judged, before):
    """Each theme's share of the themes found, this week and before: the largest difference first."""
    then, total = mix_before("themes", judged, before), sum(judged.themes.values())
    rows = [
        {
            "name": words.label("themes", name),
            "found": judged.themes.get(name, 0),
            "now": judged.themes.get(name, 0) / total if total else None,
            "before": then[name] / then.total() if then else None,
        }
        for name in {*NAMES, *judged.themes, *(then or ())}
    ]
    return sorted(
        rows, key=lambda row: (-abs((row["now"] or 0) - (row["before"] or 0)), -row["found"], row["name"])
    )
