"""Every word on the printed forms, for readers of nine to eleven years and up.

A form in another language is a .po file with these sentences (feedback/locale/cy/LC_MESSAGES/django.po),
and `make_layouts --language cy`.
"""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

CARD, COMPLAINT = "card", "complaint"
STANDARD, LARGE_PRINT, EASY_READ = "standard", "large-print", "easy-read"
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


@dataclass(frozen=True)
class Asked:
    """A question, the choices to tick as (value, words) pairs, and a line of help."""

    label: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


def title(form: str, variant: str) -> str:
    """The heading of the form. It fits a complaint as well as a concern."""
    if form == CARD:
        return _("Tell us about your care")
    return _("Tell us what went wrong")


def second_title() -> str:
    """The heading of the second page."""
    return _("About you")


def about_form(form: str, variant: str) -> list[str]:
    """What the form is for, that it is voluntary, and how the words are used."""
    if variant == EASY_READ:
        return [
            _("You do not have to fill this in. You can leave bits out."),
            _("Your words help us to make care better."),
            _("We ask you before we share your name."),
        ]
    if form == CARD:
        return [
            _(
                "It is your choice to fill this in. Give your name only if you want a reply. We use your words"
                " to make care better. We may share them, but not your name."
            )
        ]
    return [
        _(
            "It is your choice to fill this in. It will not change the care you get. We use your words to look"
            " into what happened and to make care better."
        )
    ]


def how_to(variant: str) -> str:
    """How to tick, and how to mend a wrong tick."""
    if variant == EASY_READ:
        return _("Tick one box. Wrong box? Colour it all in. Then tick the right box.")
    return _("Tick one box. Wrong box? Fill it in solid and tick the right one. Use a dark pen.")


def questions(form: str, variant: str) -> dict[str, Asked]:
    """What every field asks, by the field's name. No two ask the same words."""
    return _experience() | _words(form, variant) | _answers(variant) | _contact(variant) | _dates()


def _experience():
    return {
        "fft_answer": Asked(
            _("Overall, how was your experience of our service?"),
            (
                ("1", _("Very good")),
                ("2", _("Good")),
                ("3", _("Neither good nor poor")),
                ("4", _("Poor")),
                ("5", _("Very poor")),
                ("6", _("Don’t know")),
            ),
        )
    }


def _words(form, variant):
    easy = variant == EASY_READ
    if form == CARD:
        return {
            "what_good": Asked(_("What was good?") if easy else _("What was good about your care?")),
            "could_improve": Asked(_("What could be better?") if easy else _("What could we do better?")),
        }
    where = Asked(_("What happened?"), hint=_("Say where it was, and when. Say who was there, if you know."))
    return {
        "what_happened": Asked(_("What happened?")) if variant != STANDARD else where,
        "could_improve": Asked(
            _("What should we do now?") if easy else _("What should we do to put it right?")
        ),
    }


def _answers(variant):
    return {
        "intent": Asked(
            _("This is a:"),
            (
                ("compliment", _("thank you")),
                ("comment", _("comment")),
                ("concern", _("concern")),
                ("complaint", _("complaint")),
            ),
        )
        if variant == LARGE_PRINT
        else Asked(
            _("This is:"),
            (
                ("compliment", _("a thank you")),
                ("comment", _("a comment")),
                ("concern", _("a concern")),
                ("complaint", _("a complaint")),
            ),
        ),
        "about": Asked(_("Who is it about?"), (("self", _("Me")), ("someone_else", _("Someone else")))),
        "consent": Asked(
            _("If someone else, do they agree?") if variant == STANDARD else _("Do they agree to this?"),
            (("given", _("Yes")), ("not_yet", _("Not yet"))),
        ),
        "reply_wanted": Asked(_("Do you want a reply?"), (("yes", _("Yes")), ("no", _("No")))),
        "reply_by": Asked(
            _("How should we reply?"),
            (("email", _("Email")), ("post", _("Letter")), ("telephone", _("Telephone"))),
        ),
    }


def _contact(variant):
    return {
        "name": Asked(_("Your name")),
        "telephone": Asked(_("Telephone number")),
        "email": Asked(_("Email address")),
        "address": Asked(_("Address and postcode")),
        "patient_name": Asked(_("If someone else, their name") if variant == STANDARD else _("Their name")),
        "relationship": Asked(_("Who are you to them?")),
        "needs": Asked(
            _("Do you need our reply in large print, or another way?")
            if variant == STANDARD
            else _("What would help you to read our reply?")
        ),
    }


def _dates():
    return {
        "experience_on": Asked(_("When was it? (day, month, year)")),
        "stamp": Asked(_("Date received (staff)")),
    }


def danger() -> str:
    """On the first page of every form."""
    return _("If anyone is in danger now, call 999.")


def rather_not_write(variant: str) -> tuple[str, ...]:
    """Other ways to tell us. The last is left out where the organisation has no telephone number."""
    return (
        _("Rather not write? Use your phone on the square code, or go to:")
        if variant == STANDARD
        else _("Rather not write? Go to:"),
        "{link}",
        _("Or telephone {telephone}."),
    )


def use_your_phone() -> str:
    """Beside the QR code, where there is no room for the address."""
    return _("Rather not write? Use your phone here.")


def thanks() -> str:
    return _("Thank you for telling us.")


def page_of(page: int, pages: int) -> str:
    words = _("Page %(page)s of %(pages)s: turn over") if page < pages else _("Page %(page)s of %(pages)s")
    return words % {"page": page, "pages": pages}


def serial() -> str:
    return _("Form {serial}")


def picture(value: str) -> str:
    """What the drawing above an answer to the first question shows."""
    return {
        "1": _("A face with a wide smile"),
        "2": _("A smiling face"),
        "3": _("A face that neither smiles nor frowns"),
        "4": _("A sad face"),
        "5": _("A very sad face"),
        "6": _("A question mark"),
    }[value]


def sentences() -> list[str]:
    """All the words of all forms in the active language, in an order that never changes."""
    said = [second_title(), danger(), use_your_phone(), thanks(), serial(), page_of(1, 2), page_of(2, 2)]
    for variant in (STANDARD, LARGE_PRINT, EASY_READ):
        said += [how_to(variant), *rather_not_write(variant)]
        for form in (CARD, COMPLAINT):
            said += [title(form, variant), *about_form(form, variant)]
            for asked in questions(form, variant).values():
                said += [asked.label, asked.hint, *(label for _value, label in asked.choices)]
    return said + [picture(value) for value in "123456"]


def untranslated() -> list[str]:
    """Sentences that are still English in the active language. A single word may be the same in both."""
    with translation.override("en"):
        english = sentences()
    pairs = zip(english, sentences(), strict=True)
    return [before for before, after in pairs if before == after and " " in before]
