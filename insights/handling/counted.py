"""The answers of many people to the five sentences, counted. Fewer than five answers are not shown."""

from collections import Counter
from datetime import date

from triage.models import Agreed, Handling
from triage.track.handling import QUESTIONS

# A count of fewer might be known to be one person's.
FEWEST = 5
AGREE = (Agreed.STRONGLY, Agreed.AGREE)


def counted(cases, from_on: date, to_on: date) -> dict:
    """Of `cases` (a queryset), what people answered from `from_on` to `to_on`. One query.

    {people, rows: [{sentence, answers: [(words, count)], of, agreed}]}; `agreed` is a share of 0 to 1;
    `rows` is empty where fewer than five people answered.
    """
    given = Handling.objects.filter(
        case__in=cases, answered_at__date__gte=from_on, answered_at__date__lte=to_on
    ).values_list(*QUESTIONS)
    rows = list(given)
    if len(rows) < FEWEST:
        return {"people": len(rows), "rows": []}
    columns = zip(*rows, strict=True)
    return {
        "people": len(rows),
        "rows": [_row(said, column) for said, column in zip(QUESTIONS.values(), columns, strict=True)],
    }


def _row(sentence, column):
    counts = Counter(value for value in column if value is not None)
    of = sum(counts.values())
    return {
        "sentence": sentence,
        "answers": [(one.label, counts[one]) for one in Agreed],
        "of": of,
        "agreed": sum(counts[one] for one in AGREE) / of if of else None,
    }
