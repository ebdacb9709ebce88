"""History lies in the past: the demo's own clock, and when people do things."""

import datetime as dt
from contextlib import contextmanager
from unittest import mock

from django.utils import timezone

from triage import clock


@contextmanager
def as_if_at(moment):
    """Let everything inside believe that it is `moment`.

    The demo's past must come about through the real actions, and those ask `timezone.now()`
    themselves. Its `datetime` is replaced, not the function: fields hold on to the function.
    """

    class Then(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    with mock.patch.object(timezone, "datetime", Then):
        yield


def at(day, hour, minute) -> dt.datetime:
    """A moment in England."""
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=timezone.get_default_timezone())


def anytime(day, rng) -> dt.datetime:
    """People write at all hours, most of them in the evening."""
    hour = rng.choices(range(6, 24), weights=[1, 2, 3, 4, 5, 5, 5, 5, 4, 4, 4, 5, 6, 7, 8, 7, 4, 2])[0]
    return at(day, hour, rng.randrange(60))


def at_work(received_on, working_days, rng) -> dt.datetime:
    """In office hours so many working days after receipt."""
    return at(clock.add_working_days(received_on, working_days), rng.randrange(9, 17), rng.randrange(60))
