"""How every public page is served: to anyone, with no cookie, and kept by nobody on the way."""

from django.contrib.auth.decorators import login_not_required
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt


def public(view):
    """View decorator for patients' pages.

    Exempt from the CSRF check because there is nothing to forge: no session and no cookie
    stand behind these forms, so another site could only send what anyone may send.

    Only the person's own browser may keep a page, and only to go back to it. With "no-store"
    the Back button of a phone shows an error in place of the words just written.
    """
    return login_not_required(csrf_exempt(cache_control(no_cache=True, private=True)(view)))


def unkept(response):
    """`response`, which shows a return code: not even the person's own browser may keep it."""
    patch_cache_control(response, no_store=True)
    return response
