"""What a PDF must not hold. A scanner makes none of it; whoever attacks a reader does. Runs in the child alone."""

import pikepdf

from feedback.paper.files import Refused, limits

LOCKED = "It is locked with a password. Save it without one and send it again."
SCRIPT = "It holds a script. Print it and scan it, or save it as a plain PDF."
LAUNCHES = "It tries to open another program or file. Print it and scan it."
ATTACHED = "It has other files inside. Take them out and send the scans alone."
DYNAMIC = "It is a form to fill in on a screen. Print it and scan it."
ODD_PAGES = "Its list of pages does not add up. Scan it again."
CANNOT_OPEN = "It is damaged and could not be opened. Scan it again."

ACTIONS = {
    "/JavaScript": SCRIPT,
    "/Launch": LAUNCHES,
    "/ImportData": LAUNCHES,
    "/GoToE": LAUNCHES,
    "/GoToR": LAUNCHES,
    "/SubmitForm": LAUNCHES,
    "/Rendition": LAUNCHES,
}
KEYS = {
    "/JS": SCRIPT,
    "/XFA": DYNAMIC,
    "/EmbeddedFiles": ATTACHED,
    "/EF": ATTACHED,
    "/RichMediaContent": ATTACHED,
}
DEEPEST = 12  # values within values of one object


def checked(path: str) -> pikepdf.Pdf:
    """The PDF, open, if it holds nothing but pages. Raises Refused. The page count comes first: it is cheap."""
    try:
        pdf = pikepdf.open(path, suppress_warnings=True)
    except pikepdf.PasswordError:
        raise Refused(LOCKED) from None
    except (pikepdf.PdfError, ValueError, TypeError, OSError):
        raise Refused(CANNOT_OPEN) from None
    try:
        _check(pdf)
    except Refused:
        pdf.close()
        raise
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pdf.close()
        raise Refused(CANNOT_OPEN) from None
    return pdf


def _check(pdf):
    if pdf.is_encrypted:
        raise Refused(LOCKED)
    tree = pdf.Root.Pages
    if int(tree.get("/Count", 0)) > limits.PAGES:
        raise Refused(limits.TOO_MANY_PAGES)
    _count(tree)
    if len(pdf.objects) > limits.OBJECTS:
        raise Refused(limits.TOO_MANY_PAGES)
    for one in pdf.objects:
        _look_at(one, DEEPEST)


def _count(tree):
    """Walk the tree of pages, whatever it says of itself, and stop when there are too many."""
    pages, nodes, waiting = 0, 0, [tree]
    while waiting:
        node, nodes = waiting.pop(), nodes + 1
        kids = node.get("/Kids")
        pages += kids is None
        if kids is not None and len(kids) > limits.PAGES:
            raise Refused(limits.TOO_MANY_PAGES)
        waiting += list(kids or ())
        if pages > limits.PAGES or nodes > 2 * limits.PAGES:
            raise Refused(limits.TOO_MANY_PAGES)


def _look_at(value, depth):
    """Refuse a value with anything of ACTIONS or KEYS in it. Values it only refers to are looked at by themselves."""
    if depth < 0:
        return
    if isinstance(value, pikepdf.Array):
        held = list(value) if len(value) < 100_000 else ()
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        held = []
        for key, one in value.items():
            if key in KEYS:
                raise Refused(KEYS[key])
            if key in ("/S", "/Type") and isinstance(one, pikepdf.Name):
                if why := ACTIONS.get(str(one)):
                    raise Refused(why)
                if one == "/EmbeddedFile":
                    raise Refused(ATTACHED)
            held.append(one)
    else:
        return
    for one in held:
        if isinstance(one, pikepdf.Array | pikepdf.Dictionary) and not one.is_indirect:
            _look_at(one, depth - 1)
