"""The two things a person takes away: a reference to quote, and a return code to come back with."""

import hashlib
import hmac
import secrets

from django.conf import settings

# No 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V: read aloud and copied by hand without a slip.
ALPHABET = "3467ACDEFGHJKMNPQRTWXY"


def new_reference() -> str:
    """A fresh reference such as "PV-7KD4-QM3X": about 5 * 10^10 of them, no meaning in any part."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"PV-{letters[:4]}-{letters[4:]}"


def check_digit(digits: str) -> str:
    """The Luhn digit (ISO/IEC 7812-1) that follows `digits`: finds any one wrong digit and most swaps."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def return_code(source: str, external_id: str) -> str:
    """The 16-digit return code of one feedback: 15 digits and a check digit.

    Made from the secret key and the identity of what was sent, so that a repeated
    request can show it again although it is stored nowhere.
    """
    made = hmac.new(_key("return code"), f"{source}\x1f{external_id}".encode(), hashlib.sha256).digest()
    digits = f"{int.from_bytes(made, 'big') % 10**15:015d}"
    return digits + check_digit(digits)


def clean_return_code(typed: str) -> str | None:
    """The 16 digits in what a person typed, or None if they cannot be a code of ours."""
    digits = "".join(ch for ch in typed if ch.isascii() and ch.isdigit())
    return digits if len(digits) == 16 and check_digit(digits[:-1]) == digits[-1] else None


def hash_return_code(code: str) -> str:
    """What is stored of a return code: a keyed SHA-256, useless without the secret key."""
    return hmac.new(_key("return code hash"), code.encode(), hashlib.sha256).hexdigest()


def _key(purpose):
    return f"{settings.SECRET_KEY}|{purpose}".encode()
