"""Rows of a rota, with invented people."""

import datetime as dt

from django.utils import timezone

from triage.models import OnCall

DANGER = "I want to end my life and nobody rings me back."


def a_turn(user, organisation, kind="on_call", *, begins=-60, ends=600, **given):
    """A turn that began `-begins` minutes ago and ends in `ends` minutes."""
    now = timezone.now()
    return OnCall.objects.create(
        user=user, organisation=organisation, kind=kind, added_by=user,
        from_at=now + dt.timedelta(minutes=begins), to_at=now + dt.timedelta(minutes=ends), **given,
    )  # fmt: skip
