"""Reading JSON that strangers send: small, UTF-8, and nothing in it said twice."""

import json

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from feedback.api.problems import TooLarge

LARGEST = 2 * 1024 * 1024  # bytes: ten comments of full length, however they are escaped


class CarefulJSONParser(JSONParser):
    """REST framework's own reads without a limit, in any encoding the sender names, and keeps the last of twins."""

    def parse(self, stream, media_type=None, parser_context=None):
        """The value sent. Raises TooLarge, or ParseError saying where reading stopped."""
        sent = stream.read(LARGEST + 1)
        if len(sent) > LARGEST:
            raise TooLarge
        try:
            # RFC 8259: JSON that travels is UTF-8.
            return json.loads(sent.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refuse)
        except json.JSONDecodeError as problem:
            where = f"line {problem.lineno}, column {problem.colno}"
            raise ParseError(f"This is not JSON: {problem.msg} ({where}). Nothing was stored.") from None
        except (ValueError, RecursionError):
            raise ParseError("This is not JSON in UTF-8. Nothing was stored.") from None


def _once(pairs):
    """A JSON object as a dict; a name given twice would silently lose the first."""
    if len({name for name, _ in pairs}) < len(pairs):
        raise ParseError("A name stands twice in one object. Nothing was stored.")
    return dict(pairs)


def _refuse(constant):
    raise ValueError(constant)
