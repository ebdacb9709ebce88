"""The outcome of a complaint follows from what was found on each of its issues. Pure: findings in, an outcome or a refusal out.

Source: the KO41a guidance of NHS England (formerly NHS Digital): upheld where substantive evidence was found,
partially upheld where it was found for one or more of the issues but not for all, not upheld where for none.
"""

from collections.abc import Iterable

from triage.moves import OUTCOMES_WITHOUT_REPLY, NotAllowed

# What can be found on one issue, and the outcome of a complaint that has no other.
FINDINGS = {"upheld": "upheld", "partly": "partly", "not": "not_upheld"}
IN_WORDS = {"upheld": "upheld", "partly": "partly upheld", "not_upheld": "not upheld"}
RULE = "The rule: the guidance of the yearly return (KO41a)."


def derived(findings: Iterable[str]) -> str:
    """The outcome of issues with these findings; "" without an issue, or while one has no finding ("").

    derived(["upheld", "not"]) -> "partly". Raises KeyError for a finding that there is not.
    """
    found = set(findings)
    if not found or "" in found:
        return ""
    return FINDINGS[found.pop()] if len(found) == 1 else "partly"


def check_decided(findings: Iterable[str], *, complaint: bool) -> None:
    """Raises NotAllowed while an issue has no finding ("") or, of a complaint, where there is no issue at all.

    Sources: regulation 14(2)(b) of the 2009 complaints regulations (the reply has the conclusions reached);
    KO41a counts each complaint by the subjects of its issues.
    """
    findings = list(findings)
    if complaint and not findings:
        raise NotAllowed(
            "First say what is complained about: add at least one issue on the page Issues of this case, and decide "
            f"on it. The complaint is counted by its subjects. {RULE}"
        )
    if waiting := findings.count(""):
        raise NotAllowed(
            f"First decide on every issue: {waiting} of {len(findings)} {'has' if waiting == 1 else 'have'} no finding "
            "yet. The rule: regulation 14(2) of the complaints regulations (2009): the reply has our conclusions."
        )


def check_close(outcome: str, findings: Iterable[str], *, complaint: bool) -> None:
    """Raises NotAllowed where a case would end with another outcome than its findings have.

    Settled and withdrawn end it without a finding. A concern without issues ends as whoever closes it says.
    """
    if outcome in OUTCOMES_WITHOUT_REPLY:
        return
    findings = list(findings)
    check_decided(findings, complaint=complaint)
    if findings and outcome != derived(findings):
        raise NotAllowed(
            f"The outcome follows from the findings on the issues: {IN_WORDS[derived(findings)]}. Choose that, or "
            f"change a finding first. {RULE}"
        )
