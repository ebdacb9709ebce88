"""Finding a person by name, although names are encrypted: a blind index.

Each part of a name is stored as a keyed hash. Who has the database alone can neither read nor guess
a name from it; who has a key can ask for one. See docs/adr/0012-search.md for what it does not hide.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from feedback.models import Contact, Feedback
from feedback.models.names import NameToken

LENGTH = 16  # bytes: two names of millions do not share a token by chance
MOST_PARTS = 16  # of the names in one feedback
BATCH = 500
TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "lady", "lord", "rev", "and"}
# Letters that Unicode does not take apart, as people type them who have no such key.
ALONE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
APOSTROPHES = re.compile(r"['’‘`´ʼ]")
NOT_LETTERS = re.compile(r"[\W\d_]+")


def parts(name: str) -> list[str]:
    """The parts of a name by which it is found, each once: "Dr Zoë O'Brien-Łuk" -> ["zoe", "obrien", "luk"].

    Case and accents do not count; titles and single Latin letters (initials) are left out.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = APOSTROPHES.sub("", plain).casefold().translate(ALONE)
    found = (part for part in NOT_LETTERS.split(plain) if part)
    return list(dict.fromkeys(part for part in found if part not in TITLES and not _an_initial(part)))


def token(part: str) -> bytes:
    """What is stored for one part of a name: under the newest key."""
    return _token(settings.CONTACT_KEYS[0], part)


def tokens(part: str) -> list[bytes]:
    """What may be stored for one part: under each key that is still in use."""
    return [_token(key, part) for key in settings.CONTACT_KEYS]


def index_names(feedback: Feedback, names: Iterable[str], *, of: str = NameToken.Of.PARTY) -> None:
    """From now on `feedback` is found by `names`. Adds to what is there; twice is harmless.

    When a name was changed or taken away: `forget_names`, then this with all that are left.
    """
    index_many([(feedback, names)], of=of)


def index_many(named: Iterable[tuple[Feedback, Iterable[str]]], *, of: str) -> None:
    """`index_names` for many feedback, in one statement a batch."""
    rows = [
        NameToken(feedback=feedback, token=token(part), of=of)
        for feedback, names in named
        for part in list(dict.fromkeys(part for name in names for part in parts(name)))[:MOST_PARTS]
    ]
    NameToken.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)


def forget_names(feedback_id: int, *, of: str = "") -> None:
    """From now on no name leads to this feedback; with `of`, none of those."""
    NameToken.objects.filter(feedback=feedback_id, **({"of": of} if of else {})).delete()


def names_in(contact: Contact) -> list[str]:
    """The names that contact details hold: of who wrote, and of the patient."""
    return [name for name in (contact.name, contact.patient_name) if name]


def named(name: str) -> list[QuerySet]:
    """For each part of `name`, the feedback ids it stands in. All must hold. Empty if nothing can be looked for."""
    return [
        NameToken.objects.filter(token__in=tokens(part)).values("feedback")
        for part in parts(name)[:MOST_PARTS]
    ]


def index_again() -> Iterator[int]:
    """Make all tokens of contact details anew under the newest key, a batch a transaction. Yields how many each had."""
    last = 0
    while batch := list(
        Contact.objects.filter(pk__gt=last).select_related("feedback").order_by("pk")[:BATCH]
    ):
        with transaction.atomic():
            NameToken.objects.filter(
                feedback__in=[one.feedback_id for one in batch], of=NameToken.Of.CONTACT
            ).delete()
            index_many([(one.feedback, names_in(one)) for one in batch], of=NameToken.Of.CONTACT)
        last = batch[-1].pk
        yield len(batch)


def _an_initial(part):
    return len(part) == 1 and part.isascii()


def _token(key, part):
    return hmac.new(_derived(key), part.encode(), hashlib.sha256).digest()[:LENGTH]


@cache
def _derived(key):
    """A key of its own: knowing it says nothing about the one that contact details are encrypted with."""
    return hmac.new(key.encode(), b"feedback names", hashlib.sha256).digest()
