"""The phrasebook: for each kind of signal, what people say, in families with the reason for each."""

from feedback.signals.phrasebook import abuse, danger, formal, harm, powers, self_harm, views, violence
from feedback.signals.phrasebook.family import Family

FAMILIES: tuple[Family, ...] = tuple(
    family
    for module in (self_harm, danger, abuse, violence, harm, powers, formal, views)
    for family in module.FAMILIES
)
