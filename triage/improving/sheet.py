"""The poster as typst draws it. Pure: words and a picture in, a PDF out."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

SOURCE = rb"""
#let given = json(bytes(sys.inputs.given))
#set document(title: "You said, we did: " + given.place, author: given.organisation)
#set page(paper: given.paper, margin: (x: 9%, y: 7%))
#set text(font: "Noto Sans", size: given.points * 1pt, fill: rgb("#212b32"), lang: "en", region: "GB", hyphenate: false)
#set par(leading: 0.5em)
#show heading: set text(weight: "semibold")
#block(width: 100%, fill: rgb("#005eb8"), inset: 0.9em)[
  #set text(fill: white)
  #heading(level: 1, text(size: 2.1em)[You said, we did])
  #text(size: 1.1em)[#given.place, #given.organisation]
]
#v(0.4em)
#if given.changes.len() == 0 [
  #text(size: 1.3em)[Tell us what we could do better. We write here what we change because of it.]
]
#for change in given.changes [
  #block(width: 100%, breakable: false, stroke: (left: 0.3em + rgb("#007f3b")), inset: (left: 0.8em, y: 0.25em))[
    #heading(level: 2, text(size: 1.05em)[You said])
    #change.at(0)
    #heading(level: 2, text(size: 1.05em, fill: rgb("#007f3b"))[We did])
    #change.at(1)
  ]
  #v(0.25em)
]
#v(1fr)
#block(width: 100%, breakable: false, grid(columns: (6.5em, 1fr), gutter: 1em, align: horizon,
  figure(alt: "Code that opens the feedback form of " + given.place, kind: "code", supplement: none,
    numbering: none, image(bytes(given.code), format: "svg", width: 6.5em)),
  [*Tell us how it was for you* \
   Point your phone's camera here, or go to \
   #text(size: 0.8em)[#given.link]]))
#context [#metadata(counter(page).final().first()) <pages>]
"""


def render(
    *, place: str, organisation: str, changes: list, link: str, code: str, paper: str, sizes: Sequence[int]
) -> bytes:
    """One page of `paper` ("a4", "a3"). `changes` are (said, did), `code` is an SVG, `sizes` those of the words in points.

    The first size at which all fits is taken; at the last, the oldest changes are left out until the rest fits.
    """
    import typst  # not at start: a web process that prints nothing should not carry it

    given = {"place": place, "organisation": organisation, "link": link, "code": code, "paper": paper}
    tries = [(points, len(changes)) for points in sizes]
    tries += [(sizes[-1], count) for count in range(len(changes) - 1, -1, -1)]
    for points, count in tries:
        inputs = {"given": json.dumps(given | {"points": points, "changes": changes[:count]})}
        drawn = {"font_paths": _fonts(), "sys_inputs": inputs}
        if typst.query(SOURCE, "<pages>", field="value", one=True, **drawn).strip() == "1":
            break
    return typst.compile(SOURCE, format="pdf", pdf_standards=["ua-1"], **drawn)


@cache
def _fonts():
    import typst

    folder = str(files("fontpkg_noto_sans") / "files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
