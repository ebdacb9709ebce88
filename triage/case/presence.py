"""Who else has a case open now: so that two people do not do the same work, unknown to each other.

Rows in the database, not in the cache: every web process sees the same, also where there is no Redis.
"""

from django.utils import timezone

from triage.models import Case, Presence


def arrive(case: Case, user) -> None:
    """This person has the case open. Who was away for longer than it lasts has opened it anew."""
    now = timezone.now()
    mine = Presence.objects.filter(case=case, user=user)
    if not mine.now(now).update(seen_at=now):
        Presence.objects.bulk_create(
            [Presence(case=case, user=user, since=now, seen_at=now)],
            update_conflicts=True,
            unique_fields=["case", "user"],
            update_fields=["since", "seen_at"],
        )


def others(case: Case, user) -> list[Presence]:
    """The colleagues who have it open, the first to come first. One query."""
    here = Presence.objects.filter(case=case).now(timezone.now())
    return list(here.exclude(user=user).select_related("user").order_by("since", "id"))


def others_at(cases: list[Case], user) -> dict[int, list[str]]:
    """Case id -> the names of colleagues who have it open now. One query."""
    here = Presence.objects.filter(case__in=[case.pk for case in cases]).now(timezone.now())
    names = {}
    for one in here.exclude(user=user).select_related("user").order_by("since", "id"):
        names.setdefault(one.case_id, []).append(str(one.user))
    return names
