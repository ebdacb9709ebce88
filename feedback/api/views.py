"""The app's door: give feedback, and find where it goes. Nobody signs in here and no cookie is set."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound
from rest_framework.generics import ListAPIView
from rest_framework.pagination import CursorPagination
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from feedback import intake
from feedback.api import schema
from feedback.api.parsers import CarefulJSONParser
from feedback.api.problems import KeyNeeded, KeyReused
from feedback.api.serializers import FeedbackIn, OrganisationOut, OrganisationSearch, where_wrong
from feedback.api.signposting import SIGNPOSTING
from feedback.api.throttles import ByAddress
from feedback.models import Intent
from organisations.models import Kind, Organisation, Service

KEY = re.compile(r"[!-~]{16,120}")  # visible ASCII; a UUID is one such
PROMISES = {
    "acknowledge": "We will tell you within 3 working days that we have this.",
    "respond": "We will answer within 4 weeks.",
}


class GiveFeedback(APIView):
    """Take one person's feedback, whole, once."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    parser_classes = (CarefulJSONParser,)
    throttle_classes = (ByAddress,)
    throttle_scope = "give"

    @schema.give_feedback
    def post(self, request):
        key = request.headers.get("Idempotency-Key", "")
        if not KEY.fullmatch(key):
            raise KeyNeeded
        sent = FeedbackIn(data=request.data)
        sent.is_valid(raise_exception=True)
        try:
            received = intake.receive(sent.submission(key))
        except ValidationError as problem:
            raise serializers.ValidationError(where_wrong(problem)) from None
        except intake.SameIdOtherContent:
            raise KeyReused from None
        headers = {"Cache-Control": "no-store", "Location": f"{request.path}/{received.feedback.reference}"}
        if not received.created:
            headers["Idempotent-Replayed"] = "true"
        return Response(_taken(received), status=status.HTTP_201_CREATED, headers=headers)


def _taken(received):
    feedback = received.feedback
    # A complaint is owed an answer whatever was ticked about a reply: regulation 14.
    owed = feedback.reply_wanted or feedback.intent == Intent.COMPLAINT
    return {
        "reference": feedback.reference,
        "return_code": received.return_code,
        "received_on": feedback.received_on.isoformat(),
        "someone_at_risk": received.someone_at_risk,
        "signposting": SIGNPOSTING if received.someone_at_risk else [],
        "promises": PROMISES if owed else None,
    }


class ByName(CursorPagination):
    """Pages that neither skip nor repeat a row while the directory changes."""

    page_size = 50
    ordering = ("name", "id")
    cursor_query_description = "Where the page begins: follow `next` and `previous`."

    def get_paginated_response_schema(self, schema):
        described = super().get_paginated_response_schema(schema)
        address = f"{settings.PUBLIC_URL}/api/v1/organisations?cursor=cD1FbGRlcitWYWxl"
        for name in ("next", "previous"):  # the package still writes OpenAPI 3.0 here
            described["properties"][name] = {"type": ["string", "null"], "format": "uri", "example": address}
        return described

    def decode_cursor(self, request):
        cursor = super().decode_cursor(request)
        if cursor and "\0" in (cursor.position or ""):  # PostgreSQL cannot compare with it
            raise NotFound(self.invalid_cursor_message)
        return cursor


class Organisations(ListAPIView):
    """Where feedback can go today."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (ByAddress,)
    throttle_scope = "browse"
    serializer_class = OrganisationOut
    pagination_class = ByName

    @schema.organisations
    def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs)

    def get_queryset(self):
        asked = OrganisationSearch(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        today = timezone.localdate()
        services = Service.objects.open_on(today).order_by("name", "id")
        # National bodies are told of feedback; none of them takes it (CQC settles no one's complaint).
        rows = Organisation.objects.open_on(today).exclude(kind=Kind.NATIONAL)
        if kind := asked.validated_data.get("kind"):
            rows = rows.filter(kind=kind)
        if words := asked.validated_data.get("search"):
            ward = services.filter(organisation=OuterRef("pk"), name__icontains=words)
            rows = rows.filter(
                Q(name__icontains=words)
                | Q(town__icontains=words)
                | Q(postcode__istartswith=words)
                | Q(ods_code__iexact=words)
                | Exists(ward)
            )
        return rows.prefetch_related(Prefetch("services", services))


class Schema(schema.SchemaView):
    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (ByAddress,)
    throttle_scope = "browse"


class TryOut(schema.TryOutView):
    """Swagger UI from our own files. The split view keeps its script out of the page."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    url_name = "api:schema"
    template_name = "feedback/api/docs.html"
    # The package's own script asks for a CSRF token, and so sets a cookie; nothing here needs one.
    template_name_js = "feedback/api/docs.js"
    title = settings.SPECTACULAR_SETTINGS["TITLE"]
