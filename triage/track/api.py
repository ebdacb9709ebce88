"""The state of one feedback for the app: the tracking page's account, as JSON."""

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import APIException, NotFound
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from feedback.api.schema import TOO_MANY, problem
from feedback.api.throttles import ByAddress
from triage.track.timeline import find, timeline

NOT_FOUND = "There is nothing for this reference and return code together. Check both."


class CodeNeeded(APIException):
    status_code = 400
    default_code = "return_code_needed"
    default_detail = "Send the 16-digit return code in the X-Return-Code header, never in the address."


class PromiseOut(serializers.Serializer):
    """One thing still owed."""

    what = serializers.ChoiceField(["acknowledge", "answer"])
    by = serializers.DateField()
    late = serializers.BooleanField()
    says = serializers.CharField()


class ToldOut(serializers.Serializer):
    """One body that was told."""

    name = serializers.CharField()
    why = serializers.CharField()
    on = serializers.DateField()


class EventOut(serializers.Serializer):
    """One thing that happened. `text` holds our words, or the person's, in full."""

    on = serializers.DateField(help_text="The day in London.")
    title = serializers.CharField()
    text = serializers.CharField(allow_blank=True)
    by = serializers.CharField(allow_blank=True)


class StateOut(serializers.Serializer):
    """What happened to one feedback, in plain words and dates."""

    reference = serializers.CharField()
    state = serializers.ChoiceField(["waiting", "no_reply", "open", "replied", "closed"])
    says = serializers.CharField(help_text="The state in words to show.")
    who = serializers.CharField(allow_blank=True, help_text="Who answers.")
    received_on = serializers.DateField()
    promises = PromiseOut(many=True)
    waiting_for_consent = serializers.CharField(allow_blank=True)
    if_unhappy = serializers.CharField(
        allow_blank=True, help_text="What to do when the answer is not enough."
    )
    told = ToldOut(many=True)
    events = EventOut(many=True, help_text="Newest first.")


EXAMPLE = {
    "reference": "PV-7KD4-QM3X",
    "state": "open",
    "says": "The complaints team at Elder Vale Hospital Trust is looking into this.",
    "who": "the complaints team at Elder Vale Hospital Trust",
    "received_on": "2026-04-02",
    "promises": [
        {"what": "answer", "by": "2026-04-30", "late": False, "says": "We will answer by 30 April 2026."},
    ],
    "waiting_for_consent": "",
    "if_unhappy": "",
    "told": [],
    "events": [{"on": "2026-04-02", "title": "We received what you told us", "text": "", "by": ""}],
}


class FeedbackState(APIView):
    """Follow one feedback, with its reference and return code."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (ByAddress,)
    throttle_scope = "look_up"

    @extend_schema(
        operation_id="follow_feedback",
        summary="See what happened to feedback",
        description="A wrong reference and a wrong code give the same answer.",
        tags=["Feedback"],
        parameters=[
            OpenApiParameter(
                "X-Return-Code",
                str,
                OpenApiParameter.HEADER,
                required=True,
                description="The 16 digits given when the feedback was sent; spaces and dashes do no harm.",
            )
        ],
        responses={
            200: OpenApiResponse(
                StateOut, "Found.", [OpenApiExample("Being looked into", value=EXAMPLE, response_only=True)]
            ),
            **problem(400, "return_code_needed", CodeNeeded.default_detail),
            **problem(404, "not_found", NOT_FOUND),
            **TOO_MANY,
        },
    )
    def get(self, request, reference):
        code = request.headers.get("X-Return-Code", "")
        if not code:
            raise CodeNeeded
        feedback = find(code, reference)
        if feedback is None:
            raise NotFound(NOT_FOUND)
        return Response(StateOut(timeline(feedback)).data, headers={"Cache-Control": "no-store"})
