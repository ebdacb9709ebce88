"""What the pages of a letter show: how it stands, what is missing, what the person needs."""

from django.shortcuts import get_object_or_404
from django.utils import timezone

from triage import moves, outcome
from triage.actions.signing import needs_signing, nobody_signs
from triage.addressee import addressee, answered_party
from triage.agreement import check_may_answer
from triage.case.page import facts, leaving
from triage.letter import KINDS, gaps, missing_parts
from triage.markup import blocks
from triage.models import Case, Issue, Letter, Party, State
from triage.people.needs import CALLED
from triage.signing import may_sign, signers, who_gives_the_role

MOST_NAMED = 5  # administrators


def own_letter(case: Case, pk: int) -> Letter:
    """A letter of this case, with its versions. Raises Http404."""
    letters = case.letters.select_related(
        "to", "template", "begun_by", "put_forward_by", "signed_by", "signed_for", "sent_by", "reply"
    )
    letter = get_object_or_404(letters.prefetch_related("versions__saved_by"), pk=pk)
    letter.case = case
    return letter


def list_page(case: Case, user, here: str) -> dict:
    """The letters of a case, the newest first, and what the person needs."""
    letters = case.letters.select_related("begun_by", "signed_by", "reply").prefetch_related("versions")
    return {
        **around(case, here),
        "letters": [row(letter) for letter in letters.order_by("-id")],
        **people_who_sign(case),
    }


def letter_page(letter: Letter, user, here: str, text: str = "") -> dict:
    """One letter: `text` is what is typed but not saved, if anything is."""
    newest = newest_version(letter)
    issues = issues_of(letter)
    return {
        **around(letter.case, here, letter.to),
        **row(letter),
        "goes_to": CALLED[letter.to.part] if letter.to else "",
        "elsewhere": _goes_elsewhere(letter),
        "newest": newest,
        "text": text or newest.text,
        "blocks": blocks(text or newest.text),
        "signs": needs_signing(letter),
        "may_sign": needs_signing(letter) and may_sign(user, letter.case),
        "problems": problems(letter, text or newest.text, issues),
        "issues": issues,
        "found_later": any(one.decided_at and one.decided_at > newest.saved_at for one in issues),
        **(people_who_sign(letter.case) if needs_signing(letter) else {}),
    }


def _goes_elsewhere(letter: Letter) -> str:
    """Whom the reply goes to now, where that is somebody else than this open letter is to; else ""."""
    now = answered_party(letter.case)
    if not letter.is_open or KINDS[letter.kind].move != "reply" or now is None or letter.to in (None, now):
        return ""
    return CALLED[now.part]


def around(case: Case, here: str, to: Party | None = None) -> dict:
    """What stands around every page of letters. `here` is the path that the section's link has."""
    return {**facts(case, timezone.localdate(), here), "who": addressee(case, to), "shapes": Party.Shape}


def row(letter: Letter) -> dict:
    """A letter as the list shows it: {letter, kind, state, left, versions}."""
    sent = getattr(letter, "reply", None)
    return {
        "letter": letter,
        "kind": KINDS[letter.kind],
        "state": letter.get_state_display(),
        "reply": sent,
        "left": leaving(sent) if sent else None,
        "versions": len(letter.versions.all()),
    }


def newest_version(letter: Letter):
    """The newest words, from what was prefetched."""
    return list(letter.versions.all())[-1]


def issues_of(letter: Letter) -> list[Issue]:
    """What the case is about, where the letter must say what was found on it; none once it is finished."""
    return list(letter.case.issues.stands()) if KINDS[letter.kind].parts and letter.is_open else []


def problems(letter: Letter, text: str, issues: list[Issue]) -> list[str]:
    """What keeps these words from leaving now, one sentence each. None once the letter is finished."""
    if not letter.is_open:
        return []
    kind, case, found = KINDS[letter.kind], letter.case, []
    if kind.parts and (missing := missing_parts(text)):
        found.append(
            f"These parts are missing, each heading with words under it: {', '.join(missing)}. "
            "The rule: regulation 14(2) of the complaints regulations (2009)."
        )
    if kind.parts:
        found += _undecided(issues)
    if left := gaps(text):
        found.append(f"Fill in each part in square brackets, or take it out: {', '.join(left)}.")
    if kind.answers:
        try:
            check_may_answer(case)
        except moves.NotAllowed as refusal:
            found.append(str(refusal))
    if needs_signing(letter) and letter.state == State.DRAFT and not signers(case.organisation).exists():
        found.append(nobody_signs(case.organisation))
    return found


def _undecided(issues):
    try:
        outcome.check_decided([one.finding for one in issues], complaint=True)
    except moves.NotAllowed as refusal:
        return [str(refusal)]
    return []


def people_who_sign(case: Case) -> dict:
    """{signers, role_givers}: who signs for the body that answers; where nobody does, who can give the role."""
    if case.team != "complaints":
        return {"signers": [], "role_givers": []}
    sign = list(signers(case.organisation))
    return {
        "signers": sign,
        "role_givers": [] if sign else list(who_gives_the_role(case.organisation)[:MOST_NAMED]),
    }
