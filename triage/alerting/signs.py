"""Is the alerting alive? Pure: the facts and the moment in, a judgement of each in plain words out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

ROUND = timedelta(
    minutes=1
)  # a round of the watch takes seconds: scenario C wants a person told within a minute
MAIL = timedelta(minutes=10)
UNTOLD = timedelta(minutes=1)
UNSENT = timedelta(minutes=2)


@dataclass(frozen=True)
class Facts:
    """Moments are None where it never happened. `hosted` is False for a copy on somebody's own computer."""

    watched_at: datetime | None = None
    watch_error: str = ""
    mail_worked_at: datetime | None = None
    mail_failed_at: datetime | None = None
    mail_error: str = ""
    mail_set_up: bool = True
    # Each e-mail becomes a file: for trying things out.
    mail_to_folder: bool = False
    hosted: bool = True
    # When the open alert was raised of which nobody was told, and the message written that has not left.
    untold_since: datetime | None = None
    unsent_since: datetime | None = None
    given_up: int = 0
    read_at: datetime | None = None
    read_failed_at: datetime | None = None
    read_error: str = ""


@dataclass(frozen=True)
class Sign:
    """`bad` alone means that people may not be told; a sign may be worth words without being bad."""

    name: str
    bad: bool
    words: str
    note: bool = field(default=False)


def judge(facts: Facts, now: datetime, at: Callable[[datetime], str]) -> list[Sign]:
    """Every sign, in the order in which an alert passes them. `at` puts a moment into words: "10:42 today"."""
    return [
        _watch(facts, now, at),
        _mail(facts, now, at),
        _told(facts, now, at),
        _sent(facts, now, at),
        _engine(facts, at),
    ]


def _watch(facts, now, at):
    if facts.watched_at is None:
        return Sign(
            "watch", True, "Nobody has looked for alerts to send yet: the background work has not begun."
        )
    if now - facts.watched_at > ROUND:
        why = f" The last error: {facts.watch_error}." if facts.watch_error else ""
        return Sign(
            "watch", True,
            f"Nobody has looked for alerts to send since {at(facts.watched_at)}: the background work has stopped.{why}",
        )  # fmt: skip
    return Sign("watch", False, f"Alerts to send were looked for at {at(facts.watched_at)}.")


def _mail(facts, now, at):
    if not facts.mail_set_up:
        words = "No mail server is set up: nobody can be told by e-mail."
        return Sign("mail", facts.hosted, words, note=not facts.hosted)
    if facts.mail_to_folder:
        return Sign("mail", False, "E-mails are kept in a folder here, and not sent.", note=True)
    worked, failed = facts.mail_worked_at, facts.mail_failed_at
    if failed and (worked is None or failed > worked):
        last = f"It last answered at {at(worked)}." if worked else "It has never answered."
        return Sign(
            "mail", True, f"The mail server did not answer at {at(failed)} ({facts.mail_error}). {last}"
        )
    if worked is None:
        return Sign("mail", True, "Nobody has tried yet whether the mail server answers.")
    if now - worked > MAIL:
        return Sign("mail", True, f"Nobody has tried since {at(worked)} whether the mail server answers.")
    return Sign("mail", False, f"The mail server answered at {at(worked)}.")


def _told(facts, now, at):
    if facts.untold_since and now - facts.untold_since > UNTOLD:
        return Sign(
            "told", True, f"Nobody was told of an alert that was raised at {at(facts.untold_since)}. Look at the alerts."
        )  # fmt: skip
    return Sign("told", False, "Somebody was told of every alert that is open.")


def _sent(facts, now, at):
    if facts.given_up:
        return Sign("sent", True, f"{facts.given_up} messages about open alerts could not be sent at all.")
    if facts.unsent_since and now - facts.unsent_since > UNSENT:
        return Sign(
            "sent", True, f"A message about an alert waits to be sent since {at(facts.unsent_since)}."
        )
    return Sign("sent", False, "No message about an alert waits.")


def _engine(facts, at):
    """Never bad: the check at the door hears danger without the model."""
    still = "Danger is still found by the check at the door."
    worked, failed = facts.read_at, facts.read_failed_at
    if failed and (worked is None or failed > worked):
        return Sign("engine", False, f"The model cannot read comments since {at(failed)} ({facts.read_error}). {still}", note=True)  # fmt: skip
    if worked is None:
        return Sign("engine", False, f"The model has not read comments yet. {still}", note=True)
    return Sign("engine", False, f"The model last looked for comments at {at(worked)}.")
