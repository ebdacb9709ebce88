"""Coding: the same words as two national lists would count them, always as suggestions.

The model's themes are the first coded view of a text. The other two, the subjects of the KO41a
return and the quality statements of the Care Quality Commission, follow from themes, signals and
feeling by a versioned crosswalk. A person decides; nothing is counted or sent on a suggestion.
"""

from sentiment.coding.crosswalk import VERSION
from sentiment.coding.lists import PROFESSIONS, STATEMENTS, SUBJECTS
from sentiment.coding.suggest import Because, Suggestion, Views, suggested

__all__ = ["PROFESSIONS", "STATEMENTS", "SUBJECTS", "VERSION", "Because", "Suggestion", "Views", "suggested"]
