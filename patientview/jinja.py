"""The Jinja environment of every page: loaders, globals, filters, and what each page is given."""

from datetime import datetime

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.functional import SimpleLazyObject
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, FileSystemLoader, PackageLoader

from feedback.signposting import HELP_NOW
from patientview.fields import error_list, nhs_field


def environment(**options):
    """Django's options for the Jinja backend -> the environment all our templates run in."""
    options["loader"] = ChoiceLoader(
        [
            options["loader"],
            # Django asks for its error pages by bare name: 404.html, 403_csrf.html.
            FileSystemLoader(settings.BASE_DIR / "templates" / "errors"),
            PackageLoader("nhsuk_frontend_jinja"),
        ]
    )
    # The NHS macros read parameters that nobody passed, as Nunjucks does.
    options["undefined"] = ChainableUndefined
    # Left alone, None prints as "None" into a textarea and comes back as a patient's words.
    options["finalize"] = none_is_nothing
    options["lstrip_blocks"] = True
    env = Environment(**options)  # noqa: S701  Django passes autoescape=True
    env.globals.update(
        static=static,
        url=address,
        PUBLIC_URL=settings.PUBLIC_URL,
        STATIC_URL=settings.STATIC_URL,
        nhs_field=nhs_field,
        error_list=error_list,
        HELP_NOW=HELP_NOW,
    )
    # The NHS macros indent what is put into them, line by line: that would change a person's words
    # where line breaks are kept, and takes a third of the time of a page.
    env.filters["indent"] = as_it_is
    env.filters.update(
        uk_date=uk_date,
        uk_day=uk_day,
        uk_time=uk_time,
        number=number,
        capped=capped,
        percent=percent,
        plural=plural,
        code4=code4,
    )
    return env


def every_page(request):
    """Context processor: what layouts need. Nothing here reads the session until a page asks."""
    return {
        "csp_nonce": str(getattr(request, "csp_nonce", "")),
        "year": timezone.localdate().year,
        # A request refused before sign-in was looked at (a bad host) has no user.
        "signed_in": SimpleLazyObject(
            lambda: bool(getattr(request, "user", None) and request.user.is_authenticated)
        ),
    }


def none_is_nothing(value):
    """None -> "", all else as it is."""
    return "" if value is None else value


def as_it_is(text, *_args, **_kwargs):
    """Stands in for Jinja's `indent`."""
    return text


def address(name, *args, **kwargs):
    """A URL name and its arguments -> the path. Raises NoReverseMatch."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def local(moment):
    """A moment -> the same in Europe/London. A date or a naive moment stays what it is."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


def uk_date(day):
    """A date or moment -> "2 April 2026"."""
    return format_date(local(day), "j F Y") if day else ""


def uk_day(day):
    """A date or moment -> "Thu 2 Apr"."""
    return format_date(local(day), "D j M") if day else ""


def uk_time(moment):
    """A moment -> "9am", "2:05pm", "midday" or "midnight", as the NHS writes times."""
    if not moment:
        return ""
    moment = local(moment)
    if moment.minute == 0 and moment.hour in (0, 12):
        return "midday" if moment.hour else "midnight"
    hour, minutes = moment.hour % 12 or 12, f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def number(value):
    """1234567 -> "1,234,567"; None -> ""."""
    return "" if value is None else f"{value:,}"


def capped(count, most=1_000):
    """A count that stopped beyond `most`: 1001 -> "1,000+", 17 -> "17"."""
    return f"{most:,}+" if count > most else number(count)


def percent(share, places=0):
    """A share from 0 to 1 -> "76%"; None (nothing to divide by) -> ""."""
    return "" if share is None else f"{share:.{places}%}"


def plural(count, one, many=None):
    """How many, with the word that goes with it: 1 -> "1 reply", 2 -> "2 replies"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def code4(code):
    """ "1234567890123456" -> "1234 5678 9012 3456": people read and type a return code in fours."""
    code = str(code or "")
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))
