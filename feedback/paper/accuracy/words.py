"""The figures in plain words, for the page and for the command. Pure."""

from feedback.paper.accuracy.figures import TOO_FEW, Counts, Share

TOO_FEW_WORDS = "too few"


def share(one: Share) -> str:
    """ "97% (94% to 99%)", or "too few" below 30."""
    if not one.enough:
        return f"{TOO_FEW_WORDS} ({one.total})" if one.total else TOO_FEW_WORDS
    low, high = one.limits
    return f"{one.share:.0%} ({low:.0%} to {high:.0%})"


def character_errors(one: Counts) -> str:
    """The mean share of wrong characters, or "too few"."""
    return TOO_FEW_WORDS if one.written < TOO_FEW else f"{one.character_errors:.1%}"


def sentence(one: Counts) -> str:
    """What the figures come to, in plain words."""
    if not one.read:
        return "No form has been read yet."
    said = f"The machine has read {one.read:,} fields. "
    said += f"{one.straight_through.share:.0%} passed without a person. "
    if not one.precision.enough:
        return said + (
            f"People have read {one.precision.total:,} of these afresh: too few to say how often they are right."
        )
    low, high = one.precision.limits
    return said + (
        f"People read {one.precision.total:,} of these afresh, and {one.precision.share:.1%} were right:"
        f" for all of them it lies between {low:.1%} and {high:.1%}."
    )
