"""How far everyone together is with checking, in one line. Pure."""


def in_words(groups: list[dict]) -> str:
    """Groups as `lending.left` counts them -> "14 of 52 ticks left; then 9 handwritten answers." """
    waiting = [one for one in groups if one["left"]]
    if not waiting:
        return "Nothing is left to check."
    now, *after = waiting
    said = f"{now['left']:,} of {_count(now['total'], now)} left"
    if after:
        said += "; then " + ", ".join(_count(one["left"], one) for one in after)
    urgent = sum(one["urgent"] for one in waiting)
    return f"{said}." + (f" {urgent:,} of them urgent: these come first." if urgent else "")


def _count(number, group):
    return f"{number:,} {group['one'] if number == 1 else group['many']}"
