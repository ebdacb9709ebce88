"""What of a case goes into the Ombudsman's pack, and what stays out.

Contact details stay out: the Ombudsman has them from the person. So does what may be legally privileged (why
we decided on a claim), and files that were set aside, since they may be somebody else's.
"""

from dataclasses import replace

from django.conf import settings
from django.db.models import Q

from feedback.models import Comment, Question
from triage.actions.writing import fingerprint
from triage.case.history import history
from triage.case.page import consent_asked, consent_facts, leaving, thread_of
from triage.case.words import body_words
from triage.delivery import printing
from triage.evidence.kinds import ending_of
from triage.inquiry.page import chronology, decisions
from triage.issues.page import issues_page
from triage.models import Case, Evidence, Flag
from triage.moves import NotAllowed

NOT_DRAWN = "of a letter that our type has no signs for: its words are here as text"
SET_ASIDE, UNCLEAN = "set aside as not belonging to this case", "not passed by the virus scanner"


def gather(case: Case) -> dict:
    """Everything the pages of the pack show. Raises NotAllowed while a file waits for the virus scanner."""
    evidence, left_out = files(case)
    letters = _letters(case)
    return {
        **issues_page(case),
        "case": case,
        "feedback": case.feedback,
        "thread": _thread(case),
        "letters": letters,
        "chronology": chronology(case),
        "statements": list(case.statements.select_related("service", "evidence", "asked_by").order_by("id")),
        "investigators": list(case.investigators.select_related("user")),
        "flags": [one | {"told_why": one["kind"] != Flag.Kind.CLAIM} for one in decisions(case)],
        "decisions": list(case.feedback.decisions.select_related("by").order_by("id")),
        "consent": consent_facts(case)["consent_words"],
        "consent_asked": consent_asked(case, list(case.events.select_related("by"))),
        "told": [
            (one, body_words(one.body))
            for one in case.feedback.referrals.select_related("organisation").order_by("id")
        ],
        "events": _events(case),
        "evidence": evidence,
        "left_out": left_out + [one["no_pdf"] for one in letters if one["no_pdf"]],
    }


def files(case: Case) -> tuple[list[tuple[str, object]], list[dict]]:
    """([(path in the pack, Evidence)], [{sha256, why}] of what stays out)."""
    inside, outside = [], []
    merged = case.took_in.standing().values("merged")
    for one in Evidence.objects.filter(Q(case=case) | Q(case__in=merged)).order_by("id"):
        if one.set_aside_at or one.clean is False:
            outside.append({"sha256": one.sha256, "why": SET_ASIDE if one.set_aside_at else UNCLEAN})
        elif settings.CLAMAV_HOST and one.scanned_at is None:
            raise NotAllowed("A file of this case waits for the virus scanner. Try again in a few minutes.")
        else:
            inside.append((f"files/{len(inside) + 1:03d}-{one.kind}.{ending_of(one.media)}", one))
    return inside, outside


def _thread(case):
    parts = thread_of(case)
    comments = {one.pk: [] for one in parts}
    for comment in Comment.objects.filter(feedback__in=parts).order_by("id"):
        comments[comment.feedback_id].append((Question(comment.question).label, comment.text))
    return [(one, comments[one.pk]) for one in parts]


def _letters(case):
    """[{path, reply, state, pdf_path, pdf, no_pdf}], in the order they were written.

    `pdf` are bytes, for what has left; None for what has not, and where it cannot be drawn: `no_pdf` then says why.
    """
    rows = case.replies.select_related(
        "written_by", "letter__to", "letter__signed_by", "letter__signed_for", "case__organisation", "case__feedback",
    )  # fmt: skip
    told = []
    for number, one in enumerate(rows.order_by("id"), start=1):
        name = f"letters/{number:03d}-{one.kind}"
        pdf, no_pdf = _on_paper(one) if one.delivered_at else (None, None)
        told.append(
            {"path": f"{name}.txt", "reply": one, "state": leaving(one), "pdf_path": f"{name}.pdf", "pdf": pdf,
             "no_pdf": no_pdf}
        )  # fmt: skip
    return told


def _on_paper(reply):
    """(the PDF, None), or (None, what the manifest says of it). Without the address: contact details stay out."""
    try:
        return printing.draw(replace(printing.of_reply(reply), to=())), None
    except printing.CannotPrint:
        return None, {"sha256": fingerprint(reply.text), "why": NOT_DRAWN}


def _events(case):
    """What happened, the oldest first. That a pack was made is left out: else no two packs would be alike.

    Why we decided on a claim is left out here as well.
    """
    rows = list(case.events.exclude(kind="pack").select_related("by").order_by("id"))
    for one in rows:
        if one.kind == "decide_flag" and one.detail.get("flag") == Flag.Kind.CLAIM:
            one.note = ""
    return list(reversed(history(rows)))
