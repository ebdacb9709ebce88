"""`manage.py clock 2026-04-02`: the dates of a case received that day, and how each came about."""

import json
from dataclasses import asdict
from datetime import date

from django.core.management.base import BaseCommand, CommandError

from triage import clock
from triage.bank_holidays import OutOfReach


class Command(BaseCommand):
    help = "Print the dates a case must meet, from the day it was received, with the skipped days named."
    requires_system_checks = []  # dates alone: it must answer with no database and no pages

    def add_arguments(self, parser):
        parser.add_argument(
            "received_on", nargs="+", metavar="DATE", help="day of receipt, such as 2026-04-02"
        )
        parser.add_argument("--agreed-on", metavar="DATE", help="the date agreed with the person, if one is")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(self, *args, received_on, agreed_on, **options):
        agreed = _day(agreed_on) if agreed_on else None
        # Every date is read before the first line is printed: a mistake in the last leaves no half answer.
        clocks = [_start(_day(text), agreed) for text in received_on]
        show = _as_json if options["json"] else _as_text
        self.stdout.write("\n".join(show(one) for one in clocks))


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # fromisoformat also reads 20260402 and week dates: one form only, so that nobody guesses.
    if day is None or day.isoformat() != text:
        raise CommandError(
            f'"{text[:40]}" is not a date we can read. Write year-month-day, such as 2026-04-02.'
        )
    return day


def _start(received_on: date, agreed_on: date | None) -> clock.Clock:
    if agreed_on and agreed_on < received_on:
        raise CommandError(f"The agreed date {agreed_on} is before the day of receipt, {received_on}.")
    try:
        return clock.start(received_on, agreed_on)
    except OutOfReach as problem:
        raise CommandError(str(problem)) from None


def _as_json(one: clock.Clock) -> str:
    dates = {name: day.isoformat() for name, day in asdict(one).items() if day}
    return json.dumps({**dates, "explained": clock.explain(one)})


def _as_text(one: clock.Clock) -> str:
    explained = clock.explain(one)
    lines = [f"Received on        {clock.in_words(one.received_on)}"]
    for name, label in clock.CLOCKS.items():
        day = getattr(one, name)
        date_words = clock.in_words(day) if day else "none"
        how = explained.get(name, "no date has been agreed with the person")
        lines.append(f"{label:<18} {date_words:<16} {how}")
    return "\n".join(lines) + "\n"
