"""What the demo's complaints are about and what was found: each issue in an officer's words, decided by a person."""

from triage import actions
from triage.issues.suggesting import suggestions
from triage.outcome import FINDINGS

# What is found on the issues of a complaint with this outcome.
FOUND = {"upheld": ("upheld",), "partly": ("upheld", "not"), "not_upheld": ("not",)}
# subject -> (what is complained about, whose work, what will change)
ISSUES = {
    "communications": ("Nobody told you what was going on.", "nursing", "One person on each shift rings families."),
    "waiting_times": ("You waited much longer than you were told.", "administrative", "A board shows how long the wait is."),
    "values_behaviours": ("You were not spoken to with respect.", "nursing", "The team has training with patients."),
    "appointments": ("Your appointment was moved without a word to you.", "administrative", "Each change is told by telephone."),
    "facilities": ("The place was not clean and not in order.", "estates", "It is checked each Monday and signed for."),
    "patient_care": ("You did not have the help you needed to eat, drink or wash.", "nursing", "Help at meals has a name."),
    "privacy_dignity": ("You were not treated with dignity.", "nursing", "Curtains and blankets are checked each shift."),
    "prescribing": ("You did not get the right medicine in time.", "medical", "Medicines are checked by two people."),
    "admissions_discharges": ("You were sent home before all was ready.", "medical", "Nobody goes home without a call first."),
    "clinical_treatment": ("Your treatment was not as it should be.", "medical", "The doctors meet on it each month."),
}  # fmt: skip
USUAL = ("communications", "values_behaviours")


def find(case, outcome: str, reason: str, by) -> None:
    """Say what the issues are, where nobody has, and decide on each so that `outcome` follows."""
    if not case.issues.stands().exists():
        for subject in _subjects(case, len(FOUND[outcome])):
            sentence, profession, _ = ISSUES[subject]
            actions.raise_issue(
                case,
                sentence=sentence,
                subject=subject,
                profession=profession,
                service=_own_ward(case),
                by=by,
            )
    issues = list(case.issues.stands())
    findings = FOUND[outcome] if len(FOUND[outcome]) == len(issues) else _for_all(outcome, len(issues))
    for issue, finding in zip(issues, findings, strict=True):
        learning = "" if finding == "not" else ISSUES[issue.subject][2]
        actions.decide_issue(issue, finding=finding, reason=reason, learning=learning, by=by)


def _subjects(case, many):
    """The likeliest of those that the words suggest and we have a sentence for, then the usual ones."""
    likely = [one.code for one in suggestions(case) if one.code in ISSUES]
    return list(dict.fromkeys((*likely, *USUAL)))[:many]


def _for_all(outcome, many):
    finding = next(one for one, means in FINDINGS.items() if means == outcome)
    return (finding,) * many


def _own_ward(case):
    """The ward, while the body that it belongs to answers."""
    here = {case.organisation_id, case.feedback.organisation_id}
    return case.service if case.service and case.service.organisation_id in here else None
