"""Which model is in force. Asked for each batch, so that every worker follows a promotion at once."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from sentiment.engines import Engine, engine
from sentiment.promotion.models import Promotion
from sentiment.promotion.shelf import folder_of

# Reads by word lists: there is nothing to promote.
WITHOUT_WEIGHTS = "keywords"


def standing(history: Iterable[Promotion]) -> list[Promotion]:
    """The promotions that nobody took back, oldest first: the last is in force. Empty: the shipped model is."""
    stack: list[Promotion] = []
    for row in history:
        if row.rollback:
            stack = stack[:-1]
        else:
            stack.append(row)
    return stack


def in_force() -> Promotion | None:
    """The promotion in force; None while the shipped model is."""
    stack = standing(Promotion.objects.defer("figures", "reason"))
    return stack[-1] if stack else None


def folder_in_force() -> Path | None:
    """The folder of the model in force; None while the shipped one is. Raises EngineUnavailable."""
    promoted = in_force()
    return folder_of(promoted.name, promoted.weights_sha256) if promoted else None


def engine_in_force() -> Engine:
    """The engine the settings name, on the model in force. Raises EngineUnavailable."""
    return engine(settings.ENGINE, None if settings.ENGINE == WITHOUT_WEIGHTS else folder_in_force())
