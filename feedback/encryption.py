"""Contact details at rest: Fernet (AES-128-CBC with HMAC-SHA256), keys that can be rotated."""

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


@cache
def _fernet(keys):
    derived = (base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest()) for key in keys)
    return MultiFernet([Fernet(key) for key in derived])


def encrypt(text: str) -> str:
    """`text` under the newest key."""
    return _fernet(tuple(settings.CONTACT_KEYS)).encrypt(text.encode()).decode()


def decrypt(token: str) -> str:
    """The text behind `token`. Raises cryptography's InvalidToken if no key of ours made it."""
    return _fernet(tuple(settings.CONTACT_KEYS)).decrypt(token.encode()).decode()
