"""How the patient's consent stands in one case, or in many: from what was recorded, never from an edited feedback."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from feedback.models import About, Consent
from triage import consent, moves
from triage.models import Case, ConsentRequest, Evidence, JointPart, Party
from triage.models.consent import Answer

# Where one of these has a part, somebody speaks for another, whatever was ticked on the form.
FOR_ANOTHER = (Party.Part.PATIENT, Party.Part.REPRESENTATIVE)
# What `consent_of` reads, to be fetched at once for many cases.
READS = ("parties", "consent_requests__evidence")


def speaks_for_another(case: Case) -> bool:
    """Whether the one we answer is not the patient. Source: regulation 5(2) of the 2009 complaints regulations."""
    return case.feedback.about == About.SOMEONE_ELSE or any(
        party.part in FOR_ANOTHER for party in case.parties.all()
    )


def consent_of(case: Case) -> str:
    """How consent stands today: a word of `triage.consent`. Two queries or three, none where READS are prefetched."""
    for_another = speaks_for_another(case)
    requests = list(_requests(case)) if for_another else []
    return consent.standing(
        for_another=for_another,
        told=case.feedback.consent,
        answers=[(one.answer, one.stands) for one in requests if one.answer],
        asking=any(not one.answer for one in requests),
    )


def waits_for_consent(case: Case) -> bool:
    """Whether a reply must wait, because nobody has recorded that the patient agrees."""
    return consent_of(case) not in consent.LETS_REPLY


def patient_agrees(case: Case) -> bool:
    """Whether the patient's words may be shown to another body. A decision of ours to answer without them is no yes."""
    return consent_of(case) in (consent.NOT_NEEDED, consent.GIVEN)


def shows_words(part: JointPart) -> bool:
    """Whether the other body may read the words now: the person agreed, and so does the patient."""
    return part.shares_words and patient_agrees(part.case)


def check_may_answer(case: Case) -> None:
    """Raises NotAllowed while words about another person's care may not leave."""
    about = About.SOMEONE_ELSE if speaks_for_another(case) else About.SELF
    moves.check_reply(about=about, consent=consent_of(case))


def waiting_for_consent(cases: QuerySet) -> QuerySet:
    """Those of `cases` of which `waits_for_consent` is true: the same rule, asked of the database."""
    requests = ConsentRequest.objects.filter(case=OuterRef("pk"))
    newest = requests.answered().order_by("-id").values("pk")[:1]
    gone = Evidence.objects.filter(Q(set_aside_at__isnull=False) | Q(clean=False), pk=OuterRef("evidence"))
    stands = ConsentRequest.objects.filter(
        ~Exists(gone), pk=OuterRef("_newest_answer"), answer__in=(Answer.GIVEN, Answer.WITHOUT)
    )
    for_another = Q(feedback__about=About.SOMEONE_ELSE) | Exists(
        Party.objects.filter(case=OuterRef("pk"), part__in=FOR_ANOTHER)
    )
    said_when_they_told_us = Q(feedback__consent=Consent.GIVEN) & ~Exists(requests)
    return (
        cases.annotate(_newest_answer=Subquery(newest))
        .filter(for_another)
        .exclude(Exists(stands))
        .exclude(said_when_they_told_us)
    )


def _requests(case):
    if "consent_requests" in getattr(case, "_prefetched_objects_cache", {}):
        return case.consent_requests.all()
    return case.consent_requests.select_related("evidence")
