"""Every error of the API in one shape: RFC 9457 problem details, in plain words."""

import logging

from django.db import OperationalError
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, Throttled, ValidationError
from rest_framework.views import exception_handler

log = logging.getLogger(__name__)

CONTENT_TYPE = "application/problem+json"
# RFC 9457 asks for a name that stays the same wherever the service runs; a tag URI is that and no address.
TYPE = "tag:patientview.example,2026:{}"
TITLES = {
    "invalid": "Some of what was sent cannot be taken",
    "parse_error": "What was sent could not be read",
    "idempotency_key_needed": "The Idempotency-Key header is needed",
    "idempotency_key_reused": "The Idempotency-Key was used for something else",
    "return_code_needed": "The X-Return-Code header is needed",
    "not_authenticated": "Sign in first",
    "authentication_failed": "Sign in first",
    "permission_denied": "You may not do that",
    "not_found": "Nothing was found",
    "method_not_allowed": "That method is not used here",
    "not_acceptable": "We answer in JSON only",
    "too_large": "Too much was sent",
    "unsupported_media_type": "We read JSON only",
    "throttled": "Too many requests",
    "unavailable": "The service cannot answer now",
}


class KeyNeeded(APIException):
    status_code = status.HTTP_400_BAD_REQUEST
    default_code = "idempotency_key_needed"
    default_detail = (
        "Send an Idempotency-Key header of 16 to 120 visible characters, such as a random UUID made once for each "
        "feedback. Send the same key again if you must try again. Nothing was stored."
    )


class KeyReused(APIException):
    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_code = "idempotency_key_reused"
    default_detail = (
        "This key came before with other content, which is stored. Nothing new was stored. "
        "Use a new key for new feedback."
    )


class TooLarge(APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"
    default_detail = "Send 2 MB or less. Nothing was stored."


class Unavailable(APIException):
    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_code = "unavailable"
    default_detail = "Try again in a minute, with the same Idempotency-Key: nothing is stored twice."
    wait = 60  # seconds, sent as Retry-After


class Problem(serializers.Serializer):
    """What went wrong, in the shape of RFC 9457."""

    type = serializers.CharField(
        help_text="What kind of problem it is. Stays the same; tell problems apart by it."
    )
    title = serializers.CharField(help_text="The kind of problem in a few words.")
    status = serializers.IntegerField(help_text="The HTTP status again.")
    detail = serializers.CharField(help_text="What happened this time and what to do.")
    errors = serializers.DictField(
        child=serializers.CharField(),
        required=False,
        help_text='What is wrong, by field: {"comments[0].text": "..."}.',
    )


def as_problem(exc, context):
    """REST framework's EXCEPTION_HANDLER: an exception -> a problem+json response, or None for a fault of ours."""
    if isinstance(exc, OperationalError):
        # A bad world, not a bad request. The message may quote what was being stored: only its kind is logged.
        log.error("The database did not answer the API: %s", type(exc).__name__)
        exc = Unavailable()
    response = exception_handler(exc, context)
    if response is None:
        return None
    missing = response.status_code == status.HTTP_404_NOT_FOUND
    code = getattr(exc, "default_code", "not_found" if missing else "permission_denied")
    problem = {
        "type": TYPE.format(code.replace("_", "-")),
        "title": TITLES.get(code, "Something went wrong"),
        "status": response.status_code,
        "detail": _detail(exc),
    }
    if isinstance(exc, ValidationError):
        problem["errors"] = by_field(exc.detail)
    response.data, response.content_type = problem, CONTENT_TYPE
    return response


def by_field(detail, path="") -> dict[str, str]:
    """Errors as REST framework nests them -> {"comments[0].text": "a sentence"}. What fits no field is "body"."""
    if isinstance(detail, dict):
        inner = detail.items()
    elif all(isinstance(one, str) for one in detail):
        return {path or "body": " ".join(detail)}
    else:
        inner = enumerate(detail)
    return {key: words for name, one in inner for key, words in by_field(one, _inside(path, name)).items()}


def _inside(path, name):
    if name == "non_field_errors":
        return path
    return f"{path}[{name}]" if isinstance(name, int) else f"{path}.{name}".lstrip(".")


def _detail(exc):
    if isinstance(exc, ValidationError):
        return "Correct what is named under errors and send it again. Nothing was stored."
    if isinstance(exc, Throttled):
        return f"There were too many from your connection. Try again in {exc.wait} seconds."
    return str(getattr(exc, "detail", "") or "There is nothing here that you may see.")
