"""When a complaint may go to the Ombudsman. Pure: dates in, a refusal in words or nothing out.

Source: Health Service Commissioners Act 1993, section 4(5) (local resolution first, unless it is not
reasonable to expect it), and regulation 14(2)(d) of the 2009 complaints regulations; the six months
without a reply are those of regulation 14(3).
"""

from datetime import date

from triage import clock


def locked(
    *, complaint: bool, replied_on: date | None, working_again: bool, backstop_on: date, today: date
) -> str:
    """Why the Ombudsman's stage may not open today, in a sentence that says when it may; "" where it may.

    `complaint` is false for a concern; `working_again` is true while a case that was answered is open again.
    """
    if not complaint:
        return "This is a concern. The Ombudsman looks at complaints: the person can make one at any time."
    if today > backstop_on:
        return ""
    if replied_on is None:
        return (
            "Our final reply has not gone yet. The Ombudsman's stage opens when it has, or "
            f"after {clock.in_words(backstop_on)}, when the six months have passed."
        )
    if working_again:
        return "We are looking at this again. The Ombudsman's stage opens when we have answered again."
    return ""
