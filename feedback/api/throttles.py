"""How often one connection may ask. Its address is never kept: only a keyed hash, in the cache, for an hour."""

from ipaddress import IPv6Address, ip_address
from types import SimpleNamespace

from django.utils.crypto import salted_hmac
from rest_framework.throttling import ScopedRateThrottle


class ByAddress(ScopedRateThrottle):
    """The view's `throttle_scope` names its rate in settings.REST_FRAMEWORK."""

    def get_cache_key(self, request, view):
        hashed = salted_hmac(
            "throttle", _one_household(self.get_ident(request)), algorithm="sha256"
        ).hexdigest()
        return self.cache_format % {"scope": self.scope, "ident": hashed}


def seconds_to_wait(request, scope: str) -> int:
    """0 if this connection may ask now (and this asking counts), else how long it must wait.

    For plain Django views: the pages share their limit with the API.
    """
    throttle = ByAddress()
    if throttle.allow_request(request, SimpleNamespace(throttle_scope=scope)):
        return 0
    return max(1, round(throttle.wait() or 1))


def _one_household(address):
    """One IPv6 customer holds 2^64 addresses: the network (/64) stands for all of them."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return address or ""
    return (
        str(int(parsed) >> 64) if isinstance(parsed, IPv6Address) and not parsed.ipv4_mapped else str(parsed)
    )
