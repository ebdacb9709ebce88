"""The faces and signs of the easy-read form, as line drawings (SVG), 24 units square, without words in them."""

_FACE = "<circle cx='12' cy='12' r='10.5'/><circle cx='8.3' cy='9.3' r='.9' fill='{ink}'/><circle cx='15.7' cy='9.3' r='.9' fill='{ink}'/>"
_MOUTHS = {
    "1": "M6.5 13.5c1.8 5.4 9.2 5.4 11 0z",
    "2": "M7 14.5c2.6 3.2 7.4 3.2 10 0",
    "3": "M7.5 15.8h9",
    "4": "M7 17c2.6-3 7.4-3 10 0",
    # A deeper frown and no brows: people are sad about poor care, and brows that meet would make them angry.
    "5": "M6.3 18.4c1.9-6 9.5-6 11.4 0",
}
_QUESTION = "<circle cx='12' cy='12' r='10.5'/><path d='M8.8 9.4a3.3 3.3 0 1 1 4.6 3c-1 .5-1.4 1-1.4 2.2'/><circle cx='12' cy='17.6' r='.8' fill='{ink}'/>"


def answer(value: str, ink: str) -> str:
    """The drawing beside an answer to the first question: five faces, and a question mark for "don't know"."""
    inner = _QUESTION if value == "6" else f"{_FACE}<path d='{_MOUTHS[value]}'/>"
    return (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>"
        f"<g fill='none' stroke='{ink}' stroke-width='1.1' stroke-linecap='round' stroke-linejoin='round'>"
        f"{inner.format(ink=ink)}</g></svg>"
    )
