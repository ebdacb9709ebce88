"""Sections 6 to 8 of the KO41a return: what new complaints were about. Pure: the issues of each in, rows out.

Source: the KO41a guidance of NHS England: a complaint is counted once in the total, and once for each distinct
subject and each distinct profession in it, however many of its issues have them. What nobody complained of is 0.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sentiment.coding import PROFESSIONS, SUBJECTS


class Row(NamedTuple):
    """One figure of the return: `section` 2, 6, 7 or 8; `code` of our lists; `name` as the return has it."""

    section: int
    code: str
    name: str
    count: int


def rows(complaints: Mapping[str, Iterable[tuple[str, str]]]) -> list[Row]:
    """The figures for {reference: [(subject code, profession code) of each issue]}. A complaint without issues has none.

    A subject that divides another by speciality (section 6) counts for that one as well (section 7).
    """
    subjects, professions = Counter(), Counter()
    for issues in complaints.values():
        issues = list(issues)
        said = {subject for subject, _ in issues}
        subjects.update(
            said | {SUBJECTS[one].parent for one in said if one in SUBJECTS and SUBJECTS[one].parent}
        )
        professions.update({profession for _, profession in issues})
    return [
        *(Row(6, one.code, one.name, subjects[one.code]) for one in SUBJECTS.values() if one.parent),
        *(Row(7, one.code, one.name, subjects[one.code]) for one in SUBJECTS.values() if not one.parent),
        *(Row(8, one.code, one.name, professions[one.code]) for one in PROFESSIONS.values()),
    ]


def without_issues(complaints: Mapping[str, Iterable]) -> list[str]:
    """References of the complaints that no figure of sections 6 to 8 has: nobody has said what they are about."""
    return sorted(reference for reference, issues in complaints.items() if not list(issues))
