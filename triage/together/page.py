"""What belongs to a case, gathered for its page. A fixed number of queries, however much that is."""

from django.db.models import Q

from organisations.models import User
from triage import clock
from triage.agreement import shows_words
from triage.case.alike import alike
from triage.case.dates import agreed_words, all_dates
from triage.case.page import agreed_last, merged_feedback, their_clocks, worked_again_on
from triage.evidence.showing import files_of_merged
from triage.models import Case, CaseLink, JointPart, Merge, Party


def together(case: Case, user: User, today) -> dict:
    """The context of the page: {took_in, merged_here, links, parts, alike, dates, their_clocks, agreed, files, parties}."""
    merges = list(
        Merge.objects.filter(Q(kept=case) | Q(merged=case))
        .select_related("kept__feedback", "merged__feedback", "by", "undone_by")
        .order_by("-id")
    )
    links = list(
        CaseLink.objects.standing()
        .filter(Q(first=case) | Q(second=case))
        .select_related("first__feedback", "second__feedback", "by")
    )
    named = {one.kept_id for one in merges} | {one.merged_id for one in merges}
    named |= {one.other(case).pk for one in links}
    opens = set(Case.objects.visible_to(user).filter(pk__in=named).values_list("pk", flat=True))
    took_in = [one for one in merges if one.kept_id == case.pk and one.undone_at is None]
    known = {one.merged.feedback_id for one in took_in} | {one.other(case).feedback_id for one in links}
    return {
        "took_in": [{"merge": one, "opens": one.merged_id in opens} for one in took_in],
        "merged_here": next((one for one in merges if one.merged_id == case.pk and not one.undone_at), None),
        "split": [one for one in merges if one.undone_at],
        "links": [_link(one.other(case), one, opens) for one in links],
        "parts": [
            _part(one, today) for one in case.parts.select_related("organisation", "asked_by", "answered_by")
        ],
        "alike": [one for one in alike(case.feedback, user) if one["may_open"] and one["feedback"].pk not in known],
        "dates": all_dates(
            case, today, agreed=agreed_last(case),
            worked_again_on=worked_again_on(case, case.events.order_by("id")),
        ),
        "merged": merged_feedback(case),
        "their_clocks": their_clocks(case, today),
        "agreed": [
            {"date": one.agreed_on, "words": agreed_words(one)}
            for one in case.dates_agreed.select_related("asked_by").order_by("-id")
        ],
        "files": files_of_merged(case),
        "parties": Party.objects.filter(case__in=[one.merged_id for one in took_in]).select_related(
            "case__feedback"
        ),
    }  # fmt: skip


def part_page(part: JointPart, today) -> dict:
    """What the other body sees: what it was asked, its own due date, and the words only if that was agreed."""
    words = part.case.feedback.comments.order_by("id") if shows_words(part) else []
    return {**_part(part, today), "lead": part.case.organisation, "words": words}


def _link(other, one, opens):
    return {"link": one, "other": other, "opens": other.pk in opens}


def _part(one, today):
    """{part, days, why}; `days` left are None once it was answered or taken back."""
    return {
        "part": one,
        "days": clock.days_left(one.due_on, today) if one.is_waiting else None,
        "why": clock.explain_working_days(one.asked_on, one.days),
    }
