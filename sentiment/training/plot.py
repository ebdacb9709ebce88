"""How sure the model is, drawn: a reliability diagram as SVG, for the model card.

Each point is a bin of answers: how sure the model said it was, against how often it was right. On the
dotted line it means what it says; below the line it is too sure (DeGroot and Fienberg 1983).
"""

from collections.abc import Mapping, Sequence

# A plot's frame, and where it stands, in units of the picture.
SIDE, LEFT, TOP, GAP = 240, 48, 34, 64
LARGEST = 9.0  # radius of the point of the bin with most answers
SMALLEST = 2.5


def reliability_svg(calibration: Mapping[str, Mapping]) -> str:
    """One diagram beside the other for each of `measure.calibration`'s curves, each with a plain title."""
    width = LEFT + len(calibration) * (SIDE + GAP)
    height = TOP + SIDE + 46
    plots = "".join(
        f'<g transform="translate({LEFT + at * (SIDE + GAP)} {TOP})">{_plot(name, one)}</g>'
        for at, (name, one) in enumerate(calibration.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{_spoken(calibration)}" font-family="Arial, sans-serif" font-size="12">'
        f'<rect width="100%" height="100%" fill="#fff"/>{plots}</svg>\n'
    )


def _plot(name: str, one: Mapping) -> str:
    grid = "".join(
        f'<path d="M{share * SIDE} 0V{SIDE}M0 {share * SIDE}H{SIDE}" stroke="#d8dde0" fill="none"/>'
        f'<text x="{share * SIDE}" y="{SIDE + 16}" text-anchor="middle">{share:.0%}</text>'
        f'<text x="-6" y="{SIDE - share * SIDE + 4}" text-anchor="end">{share:.0%}</text>'
        for share in (0, 0.25, 0.5, 0.75, 1)
    )
    line = " ".join(f"{part['sure'] * SIDE:.1f},{SIDE - part['right'] * SIDE:.1f}" for part in one["curve"])
    return (
        f'<text y="-14" font-weight="bold">{name.capitalize()}: calibration error {one["error"]:.3f}</text>{grid}'
        f'<path d="M0 {SIDE}L{SIDE} 0" stroke="#4c6272" stroke-dasharray="2 4"/>'
        f'<polyline points="{line}" fill="none" stroke="#005eb8" stroke-width="2"/>{_points(one["curve"])}'
        f'<text x="{SIDE / 2}" y="{SIDE + 34}" text-anchor="middle">how sure it says it is</text>'
        f'<text transform="translate(-38 {SIDE / 2}) rotate(-90)" text-anchor="middle">how often it is right</text>'
    )


def _points(curve: Sequence[Mapping]) -> str:
    most = max((part["answers"] for part in curve), default=1)
    return "".join(
        f'<circle cx="{part["sure"] * SIDE:.1f}" cy="{SIDE - part["right"] * SIDE:.1f}" fill="#005eb8" '
        f'r="{max(SMALLEST, LARGEST * (part["answers"] / most) ** 0.5):.1f}">'
        f"<title>{part['answers']:,} answers: says {part['sure']:.0%}, right {part['right']:.0%}</title></circle>"
        for part in curve
    )


def _spoken(calibration: Mapping[str, Mapping]) -> str:
    parts = [f"{name}, expected calibration error {one['error']:.3f}" for name, one in calibration.items()]
    return f"How sure the model is against how often it is right: {'; '.join(parts)}. The tables hold the figures."
