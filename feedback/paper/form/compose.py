"""What stands where on each form. Pure: the same words give the same layout; `make_layouts` writes it down."""

from dataclasses import replace
from functools import partial

from feedback.paper.form import wording
from feedback.paper.form.measuring import lead
from feedback.paper.form.sheet import BAND, BOTTOM, FOOT, HALF, HEIGHT, LEFT, RIGHT, WIDTH, Measures, Sheet
from feedback.paper.form.wording import CARD, COMPLAINT, EASY_READ, LARGE_PRINT, STANDARD
from feedback.paper.layout import Box, Layout

FORMS = (CARD, COMPLAINT)
VARIANTS = (STANDARD, LARGE_PRINT, EASY_READ)
VERSIONS = {CARD: 1, COMPLAINT: 1}
DATE, TELEPHONE = (2, 2, 4), (11,)
MEASURES = {
    STANDARD: Measures(
        text=12, heading=13, title=18, tick=6, across=6, under=True, picture=0,
        cell=(7, 9), line=9, gap=3.4,
    ),
    LARGE_PRINT: Measures(
        text=18, heading=20, title=26, tick=8, across=3, under=False, picture=0,
        cell=(7.8, 11), line=13, gap=4,
    ),
    EASY_READ: Measures(
        text=16, heading=18, title=26, tick=8, across=6, under=True, picture=16,
        cell=(7.8, 11), line=13, gap=4,
    ),
}  # fmt: skip

# The second page of a complaint is full in large print, and has room to spare in the others.
SECOND_PAGE = {
    STANDARD: {"line": 14, "gap": 10, "cell": (7.8, 12)},
    LARGE_PRINT: {"line": 12, "gap": 2.9},
    EASY_READ: {"gap": 3.6},
}


def compose(form: str, variant: str, language: str) -> Layout:
    """The newest version of a form, in the language that is active (`translation.override`)."""
    title, asked = wording.title(form, variant), wording.questions(form, variant)
    sheet = Sheet(MEASURES[variant])
    pages = 1 if (form, variant) == (CARD, STANDARD) else 2
    draw = _short_card if pages == 1 else _long_card if form == CARD else _complaint
    draw(sheet, asked, variant, title)
    layout = Layout(
        form, VERSIONS[form], variant, language, "ltr", title, WIDTH, HEIGHT, pages,
        tuple(sheet.marks), tuple(sheet.fields), tuple(sheet.words),
    )  # fmt: skip
    return mirrored(layout) if language in wording.RIGHT_TO_LEFT else layout


def mirrored(layout: Layout) -> Layout:
    """The layout for a script that runs from right to left. Markers stay, and figures still run left to right."""

    def flip(box):
        return Box(round(layout.width - box.x - box.width, 2), box.y, box.width, box.height)

    def flipped(field):
        choices = tuple(replace(choice, box=flip(choice.box)) for choice in field.choices)
        return replace(field, box=flip(field.box), choices=choices, cells=_from_left(field, flip(field.box)))

    marks = (mark if mark.kind == "marker" else replace(mark, box=flip(mark.box)) for mark in layout.marks)
    return replace(
        layout,
        direction="rtl",
        marks=tuple(marks),
        fields=tuple(flipped(field) for field in layout.fields),
        words=tuple(replace(words, box=flip(words.box)) for words in layout.words),
    )


def _from_left(field, box):
    """The cells as they were, in their comb's new place."""
    return tuple(replace(cell, x=round(cell.x - field.box.x + box.x, 2)) for cell in field.cells)


def _short_card(sheet, asked, variant, title):
    _head(sheet, 1, title, variant)
    _guide(sheet, CARD, variant)
    sheet.scale("fft_answer", asked["fft_answer"])
    top, kept = sheet.y, (len(sheet.fields), len(sheet.words))
    _card_answers(sheet, asked, variant)  # once to learn how high they are, and then in their place
    high = sheet.y - top - sheet.measures.gap
    del sheet.fields[kept[0] :], sheet.words[kept[1] :]
    sheet.y = top
    _writing(sheet, asked, ("what_good", "could_improve"), until=BOTTOM - high)
    _card_answers(sheet, asked, variant)
    _foot(sheet, 1, wording.rather_not_write(variant))


def _long_card(sheet, asked, variant, title):
    _head(sheet, 1, title, variant)
    _guide(sheet, CARD, variant)
    sheet.scale("fft_answer", asked["fft_answer"])
    _writing(sheet, asked, ("what_good", "could_improve"), until=BOTTOM)
    _foot(sheet, 2, (wording.use_your_phone(),))
    sheet.measures = replace(sheet.measures, gap=6)
    _head(sheet, 2, wording.second_title(), variant)
    _card_answers(sheet, asked, variant)
    _instead(sheet, variant)
    _foot(sheet, 2, (wording.thanks(),))


def _card_answers(sheet, asked, variant):
    sheet.ticks("intent", asked["intent"])
    _someone(sheet, asked)
    _reply(sheet, asked, variant)
    _reach(sheet, asked)
    _dates(sheet, asked)


def _complaint(sheet, asked, variant, title):
    _head(sheet, 1, title, variant)
    _guide(sheet, COMPLAINT, variant)
    sheet.scale("fft_answer", asked["fft_answer"])
    sheet.ticks("intent", asked["intent"])
    _writing(sheet, asked, ("what_happened", "could_improve"), until=BOTTOM, shares=(0.62, 0.38))
    here = wording.rather_not_write(variant) if variant == STANDARD else (wording.use_your_phone(),)
    _foot(sheet, 2, here)
    sheet.measures = replace(sheet.measures, **SECOND_PAGE[variant])
    _head(sheet, 2, wording.second_title(), variant)
    _someone(sheet, asked)
    patient, who = asked["patient_name"], asked["relationship"]
    line = partial(sheet.write, high=sheet.measures.line, width=HALF)
    sheet.halves(partial(line, "patient_name", patient), partial(line, "relationship", who), patient, who)
    _reply(sheet, asked, variant)
    _reach(sheet, asked)
    sheet.write("needs", asked["needs"], sheet.measures.line)
    _dates(sheet, asked)
    if variant != STANDARD:
        _instead(sheet, variant)
    _foot(sheet, 2, (wording.thanks(),))


def _head(sheet, page, title, variant):
    """The blue band, and whose form it is: in the band where the type is small enough, else below it."""
    sheet.start(page)
    size, high = sheet.measures.text, lead(sheet.measures.text)
    sheet.put("h1" if page == 1 else "h2", BAND, title, sheet.measures.title)
    whose = ("{service}", "{organisation}")
    if variant == STANDARD:
        for number, text in enumerate(whose, start=1):
            box = Box(BAND.x + 4, BAND.y + BAND.height - 0.6 - (3 - number) * high, BAND.width - 8, high)
            sheet.put("p", box, text, size)
    elif page == 1:
        for text in whose:
            sheet.put("p", Box(LEFT, sheet.y, RIGHT - LEFT, high), text, size)
            sheet.y += high
        sheet.gap(0.5)


def _guide(sheet, form, variant):
    for text in wording.about_form(form, variant):
        sheet.say("p", text)
    sheet.y += 1.2
    sheet.say("p", wording.how_to(variant))
    sheet.gap()


def _writing(sheet, asked, names, until, shares=(0.5, 0.5)):
    """Boxes for words that fill the page down to `until`."""
    one = sheet.measures
    asks = sum(sheet.asking(asked[name], RIGHT - LEFT) + 1 + one.gap for name in names)
    room = until - sheet.y - asks + one.gap * (until == BOTTOM)
    for name, share in zip(names, shares, strict=True):
        sheet.write(name, asked[name], round(room * share, 1))


def _someone(sheet, asked):
    about, consent = asked["about"], asked["consent"]
    ticks = partial(sheet.ticks, width=HALF)
    sheet.halves(partial(ticks, "about", about), partial(ticks, "consent", consent), about, consent)


def _reply(sheet, asked, variant):
    wanted, by = asked["reply_wanted"], asked["reply_by"]
    if variant == STANDARD:
        ticks = partial(sheet.ticks, width=HALF)
        sheet.halves(partial(ticks, "reply_wanted", wanted), partial(ticks, "reply_by", by), wanted, by)
        return
    sheet.ticks("reply_wanted", wanted, width=HALF)
    sheet.ticks("reply_by", by)


def _reach(sheet, asked):
    line = partial(sheet.write, high=sheet.measures.line, width=HALF)
    lines = partial(sheet.write, high=round(sheet.measures.line * 1.8, 1), width=HALF)
    name, telephone, email, address = (asked[one] for one in ("name", "telephone", "email", "address"))
    sheet.halves(
        partial(line, "name", name), partial(sheet.comb, "telephone", telephone, TELEPHONE), name, telephone
    )
    sheet.halves(partial(line, "email", email), partial(lines, "address", address), email, address)


def _dates(sheet, asked):
    when, stamp = asked["experience_on"], asked["stamp"]
    sheet.halves(
        partial(sheet.comb, "experience_on", when, DATE),
        partial(sheet.comb, "stamp", stamp, DATE),
        when,
        stamp,
    )


def _instead(sheet, variant):
    for text in wording.rather_not_write(variant):
        sheet.say("p", text)


def _foot(sheet, pages, texts):
    """Lines beside the QR code: danger first, and last which page and which form it is."""
    size, high = sheet.measures.text, lead(sheet.measures.text)
    if sheet.page == 1:
        sheet.put("h2", Box(FOOT.x, FOOT.y, FOOT.width, high), wording.danger(), size)
    step = min(high + 1.5, (FOOT.height - high) / (len(texts) + 1))
    for number, text in enumerate(texts, start=1 if sheet.page == 1 else 0):
        sheet.put("p", Box(FOOT.x, FOOT.y + number * step, FOOT.width, high), text, size)
    last, part = FOOT.y + FOOT.height - high, FOOT.width * 0.55
    sheet.put("p", Box(FOOT.x, last, part, high), wording.page_of(sheet.page, pages), size)
    sheet.put("serial", Box(FOOT.x + part, last, FOOT.width - part, high), wording.serial(), size)
