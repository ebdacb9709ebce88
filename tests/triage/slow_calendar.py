"""The dates of a complaint worked out the slow way, one day after the other, from nothing but the rules.

Nothing here is taken from `triage.clock`, `triage.bank_holidays` or the package behind it. The bank holidays are
those of the Banking and Financial Dealings Act 1971 for England, with what was proclaimed for single years:
https://www.gov.uk/bank-holidays and the London Gazette.
"""

import datetime as dt

DAY = dt.timedelta(days=1)
MONDAY, SATURDAY, SUNDAY = 0, 5, 6

MOVED = {
    dt.date(2020, 5, 4): dt.date(2020, 5, 8),  # 75 years of VE Day
    dt.date(2022, 5, 30): dt.date(2022, 6, 2),  # Platinum Jubilee
}
ONCE = {
    dt.date(2022, 6, 3),  # Platinum Jubilee
    dt.date(2022, 9, 19),  # State Funeral of Queen Elizabeth II
    dt.date(2023, 5, 8),  # Coronation of King Charles III
}


def easter(year):
    """Easter Sunday as the tables of the Book of Common Prayer give it: golden number, epact, the Sunday after the full moon."""
    golden = year % 19 + 1
    century = year // 100 + 1
    leap_days_left_out = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon - leap_days_left_out) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    day = dt.date(year, 3, 1) + dt.timedelta(days=full_moon - 1) + DAY
    while day.weekday() != SUNDAY:
        day += DAY
    return day


def monday(year, month, *, last):
    """The first or the last Monday of a month, found by walking."""
    days = [dt.date(year, month, 1) + n * DAY for n in range(31)]
    mondays = [day for day in days if day.month == month and day.weekday() == MONDAY]
    return mondays[-1] if last else mondays[0]


def bank_holidays(year):
    """Every weekday of `year` that is a bank holiday in England."""
    yearly = {
        easter(year) - 2 * DAY,
        easter(year) + DAY,
        monday(year, 5, last=False),
        monday(year, 5, last=True),
        monday(year, 8, last=True),
    }
    off = {MOVED.get(day, day) for day in yearly} | {day for day in ONCE if day.year == year}
    # A fixed day on a weekend is made up for by the next weekday that is not off already.
    for day in (dt.date(year, 1, 1), dt.date(year, 12, 25), dt.date(year, 12, 26)):
        if day.weekday() not in (SATURDAY, SUNDAY):
            off.add(day)
    for day in (dt.date(year, 1, 1), dt.date(year, 12, 25), dt.date(year, 12, 26)):
        if day.weekday() in (SATURDAY, SUNDAY):
            while day.weekday() in (SATURDAY, SUNDAY) or day in off:
                day += DAY
            off.add(day)
    return off


def working_day_after(received, count, off):
    """The `count`th day after `received` that is neither at a weekend nor in `off`."""
    day = received
    while count:
        day += DAY
        if day.weekday() not in (SATURDAY, SUNDAY) and day not in off:
            count -= 1
    return day


def four_weeks_after(received):
    day = received
    for _ in range(28):
        day += DAY
    return day


def last_of_six_months(received):
    """Walk through six months; the period ends on the day before the one that corresponds to the day of receipt.

    A month too short to have that day ends the period on its own last day (Interpretation of time: the
    corresponding date rule, Dodds v Walker [1981] 1 WLR 1027).
    """
    day, months = received, 0
    while True:
        tomorrow = day + DAY
        months += tomorrow.day == 1
        if months == 6 and tomorrow.day == received.day:
            return day
        if months == 7:
            return day
        day = tomorrow
