"""The plain sentences of a ward's page. Pure."""

from insights.wards.told import DAYS, IN_WORDS, Told

MOST_NAMED = 5


def overall(told: Told) -> str:
    """Such as "In the last 30 days we read 42 comments: 30 happy, 8 unhappy, 4 mixed or neither."."""
    if not told.comments:
        return f"In the last {DAYS} days nobody wrote about this ward, or nothing was read yet."
    comments = "1 comment" if told.comments == 1 else f"{told.comments} comments"
    return (
        f"In the last {DAYS} days we read {comments}: {told.happy} happy, {told.unhappy} unhappy, "
        f"{told.mixed} mixed or neither."
    )


def most(counts) -> list[dict]:
    """The themes named most, most first, then by name: [{theme, words, count}]."""
    ordered = sorted(counts.items(), key=lambda one: (-one[1], IN_WORDS[one[0]]))
    return [{"theme": name, "words": IN_WORDS[name], "count": count} for name, count in ordered[:MOST_NAMED]]


def changed(sides: dict | None, theme: str) -> str:
    """Whether a change shows in what people write. Never more than the counts say."""
    if sides is None:
        return "There are too few comments yet to say whether it helped."
    before, after = (_share(sides[one], sides[f"of_{one}"]) for one in ("before", "after"))
    return (
        f"{IN_WORDS[theme]}: unhappy comments named it {sides['before']} times in {sides['of_before']} comments "
        f"before ({before}), and {sides['after']} times in {sides['of_after']} since ({after})."
    )


def _share(part, whole):
    return f"{100 * part / whole:.0f} in 100"
