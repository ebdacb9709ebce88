"""What of a case goes into the Ombudsman's pack, and what stays out.

Contact details stay out: the Ombudsman has them from the person. So does what may be legally privileged (why
we decided on a claim), and files that were set aside, since they may be somebody else's.
"""

from django.conf import settings
from django.db.models import Q

from feedback.models import Comment, Question
from triage.case.history import history
from triage.case.page import leaving, thread_of
from triage.case.words import body_words
from triage.evidence.kinds import ending_of
from triage.inquiry.page import chronology, decisions
from triage.models import Case, Evidence, Flag
from triage.moves import NotAllowed

SET_ASIDE, UNCLEAN = "set aside as not belonging to this case", "not passed by the virus scanner"


def gather(case: Case) -> dict:
    """Everything the pages of the pack show. Raises NotAllowed while a file waits for the virus scanner."""
    evidence, left_out = files(case)
    return {
        "case": case,
        "feedback": case.feedback,
        "thread": _thread(case),
        "letters": _letters(case),
        "chronology": chronology(case),
        "statements": list(case.statements.select_related("service", "evidence", "asked_by").order_by("id")),
        "investigators": list(case.investigators.select_related("user")),
        "flags": [one | {"told_why": one["kind"] != Flag.Kind.CLAIM} for one in decisions(case)],
        "decisions": list(case.feedback.decisions.select_related("by").order_by("id")),
        "told": [
            (one, body_words(one.body))
            for one in case.feedback.referrals.select_related("organisation").order_by("id")
        ],
        "events": _events(case),
        "evidence": evidence,
        "left_out": left_out,
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
    """[{path, reply, state}], in the order they were written."""
    return [
        {"path": f"letters/{number:03d}-{one.kind}.txt", "reply": one, "state": leaving(one)}
        for number, one in enumerate(case.replies.select_related("written_by").order_by("id"), start=1)
    ]


def _events(case):
    """What happened, the oldest first. That a pack was made is left out: else no two packs would be alike.

    Why we decided on a claim is left out here as well.
    """
    rows = list(case.events.exclude(kind="pack").select_related("by").order_by("id"))
    for one in rows:
        if one.kind == "decide_flag" and one.detail.get("flag") == Flag.Kind.CLAIM:
            one.note = ""
    return list(reversed(history(rows)))
