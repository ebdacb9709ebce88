"""How the issues of a case stand, in numbers and in one outcome."""

from triage import outcome
from triage.models import Case


def summary(case: Case) -> dict:
    """Of what stands: see `counted`. One query."""
    return counted(case.issues.findings())


def counted(findings: list[str]) -> dict:
    """{issues, with_finding, outcome}: two numbers, and the outcome in words, "" while none follows yet."""
    return {
        "issues": len(findings),
        "with_finding": len(findings) - findings.count(""),
        "outcome": outcome.IN_WORDS.get(outcome.derived(findings), ""),
    }
