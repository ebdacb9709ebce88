"""Who may answer a complaint about primary care: the practice or the ICB that commissions it, never both. Pure.

Source: regulation 7 of the 2009 complaints regulations (a complaint to the commissioner), and regulation 8(1)
(a matter that was investigated already is outside them; by 8(2) the person is told so in writing).
"""

ONE_ONLY = (
    "A complaint about primary care is answered by the practice or by the ICB, never by both. {why} If the person is "
    "not content, open the case again or tell them of the Ombudsman. "
    "The rule: regulations 7 and 8(1) of the complaints regulations (2009)."
)


def refused(*, primary_care: bool, answered_by: str, answered_before: bool) -> str:
    """Why the case cannot go to another body, in sentences; "" where it can.

    `answered_by` names who answers now, `answered_before` says whether they have replied.
    """
    if primary_care and answered_before:
        return ONE_ONLY.format(why=f"{answered_by} has answered this one already.")
    return ""


def check_two_doors(*, primary_care: bool, bodies: set[str]) -> str:
    """Why two cases about the same matter cannot stand at two `bodies` (names); "" where they can."""
    if primary_care and len(bodies) > 1:
        return ONE_ONLY.format(
            why="These two are with two bodies. Ask the person which of them should answer."
        )
    return ""
