"""What the workbench keeps for a while only: swept once a day."""

from datetime import timedelta

from triage.models import Presence, SavedView, Search

A_DAY = timedelta(days=1)
KEPT_DAYS = 90  # long enough to ask why somebody was looked for


def forget(now) -> None:
    """Empty the words of old searches (who searched and when stays), and sweep views taken away and old presence."""
    Search.objects.filter(at__lt=now - timedelta(days=KEPT_DAYS)).exclude(words="").update(words="")
    SavedView.objects.filter(removed_at__lt=now - A_DAY).delete()
    Presence.objects.filter(seen_at__lt=now - A_DAY).delete()
