"""Finding comments by their words: full text on PostgreSQL, the same letters elsewhere."""

import re

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import connection
from django.db.models import F, Func, QuerySet

from feedback.models import Comment

# Three letters at least: half the language begins with any two.
LAST_WORD = re.compile(r"(?P<before>(?:.*[\W_])?)(?P<last>[^\W_]{3,})\s*", re.DOTALL)
OPERATOR = re.compile(r"\"|(?<!\S)-|(?<!\S)or(?!\S)", re.IGNORECASE)


class Lexemes(Func):
    """Written exactly as the index is (feedback/migrations/0004_search.py), or PostgreSQL does not use it."""

    template = "to_tsvector('english'::regconfig, %(expressions)s)"
    output_field = SearchVectorField()


def by_meaning() -> bool:
    """Whether words are found in all their forms ("wait" finds "waiting"). Else letter by letter."""
    return connection.vendor == "postgresql"


def saying(words: str) -> QuerySet[Comment]:
    """Comments that hold `words`.

    On PostgreSQL as people search the web: all words, "a phrase", or, -without; the last word may be
    unfinished. Elsewhere these very letters, in any case of the Latin alphabet.
    """
    if not by_meaning():
        return Comment.objects.filter(text__icontains=words)
    return Comment.objects.annotate(lexemes=Lexemes(F("text"))).filter(lexemes=_asked(words))


def said_by(words: str, most: int) -> list[int]:
    """Ids of the feedback in which somebody wrote `words`: `most` of them and no more, in no order.

    Planned as if all were wanted, so that the index of words is always used: told of a limit, PostgreSQL reads the
    comments one by one, for a minute where a rare word is only begun, as it cannot tell how rare that is.
    """
    sql, params = saying(words).values("feedback").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"WITH found AS MATERIALIZED ({sql}) SELECT * FROM found LIMIT %s", [*params, most])  # noqa: S608
        return [row[0] for row in cursor.fetchall()]


def _asked(words):
    """A tsquery. Where all are plain words, the last may be only begun: "car par" finds a car park."""
    plain = LAST_WORD.fullmatch(words)
    if not plain or OPERATOR.search(words):
        return SearchQuery(words, config="english", search_type="websearch")
    last = SearchQuery(f"{plain['last']}:*", config="english", search_type="raw")
    if not plain["before"].strip():
        return last
    return SearchQuery(plain["before"], config="english", search_type="websearch") & last
