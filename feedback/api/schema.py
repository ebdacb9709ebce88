"""How the API describes itself: parameters, answers, errors and examples for the OpenAPI schema."""

from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema
from drf_spectacular.views import SpectacularAPIView as SchemaView
from drf_spectacular.views import SpectacularSwaggerSplitView as TryOutView

from feedback.api.problems import CONTENT_TYPE, TITLES, TYPE, Problem
from feedback.api.serializers import FeedbackIn, FeedbackOut, OrganisationOut, OrganisationSearch
from feedback.api.signposting import SIGNPOSTING

__all__ = ["SchemaView", "TryOutView", "give_feedback", "organisations", "problem"]

KEY_HEADER = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description="16 to 120 visible characters, best a random UUID, one for each feedback. Sending the same key and "
    "content again stores nothing and gives the same answer.",
)


def problem(status: int, code: str, detail: str, errors: dict | None = None):
    """One error for `responses`: {(status, media type): shape with an example}."""
    example = {
        "type": TYPE.format(code.replace("_", "-")),
        "title": TITLES[code],
        "status": status,
        "detail": detail,
    }
    shown = OpenApiExample(
        TITLES[code],
        value=example | ({"errors": errors} if errors else {}),
        media_type=CONTENT_TYPE,
        response_only=True,
        status_codes=[str(status)],
    )
    return {(status, CONTENT_TYPE): OpenApiResponse(Problem, TITLES[code], examples=[shown])}


TOO_MANY = problem(429, "throttled", "There were too many from your connection. Try again in 120 seconds.")
TAKEN = {
    "reference": "PV-7KD4-QM3X",
    "return_code": "4218096630157749",
    "received_on": "2026-04-02",
    "someone_at_risk": False,
    "signposting": [],
    "promises": {
        "acknowledge": "We will tell you within 3 working days that we have this.",
        "respond": "We will answer within 4 weeks.",
    },
}

give_feedback = extend_schema(
    operation_id="give_feedback",
    summary="Give feedback",
    description="Anyone may, and what is sent here is stored. A return code in the answer is the only way back to what was given. If `someone_at_risk` "
    "is true, show the signposting at once, before any thanks.",
    tags=["Feedback"],
    parameters=[KEY_HEADER],
    request={"application/json": FeedbackIn},
    responses={
        201: OpenApiResponse(
            FeedbackOut, "Stored. The header `Idempotent-Replayed: true` says that it was before."
        ),
        **problem(
            400,
            "invalid",
            "Correct what is named under errors and send it again. Nothing was stored.",
            {"experience_on": "The date must be today or in the past."},
        ),
        **problem(413, "too_large", "Send 2 MB or less. Nothing was stored."),
        **problem(415, "unsupported_media_type", 'Unsupported media type "text/plain" in request.'),
        **problem(422, "idempotency_key_reused", "This key came before with other content, which is stored."),
        **TOO_MANY,
        **problem(503, "unavailable", "Try again in a minute, with the same Idempotency-Key."),
    },
    examples=[
        OpenApiExample(
            "A concern, with a reply wanted",
            request_only=True,
            value={
                "service": "bramble-ward",
                "intent": "concern",
                "comments": [
                    {"question": "what_happened", "text": "Nobody could tell us when the doctor would come."}
                ],
                "reply_wanted": True,
            },
        ),
        OpenApiExample(
            "The Friends and Family Test only",
            request_only=True,
            value={
                "service": "bramble-ward",
                "fft_answer": 1,
                "comments": [{"question": "what_good", "text": "The nurses were kind."}],
            },
        ),
        OpenApiExample("Stored", response_only=True, status_codes=["201"], value=TAKEN),
        OpenApiExample(
            "Words that suggest danger",
            response_only=True,
            status_codes=["201"],
            value=TAKEN | {"someone_at_risk": True, "signposting": list(SIGNPOSTING)},
        ),
    ],
)

organisations = extend_schema(
    operation_id="list_organisations",
    summary="Find an organisation or service",
    description="Those open today, by name, with their wards and clinics, 50 a page.",
    tags=["Organisations"],
    parameters=[OrganisationSearch],
    responses={
        200: OrganisationOut(many=True),
        **problem(400, "invalid", "Correct what is named under errors.", {"kind": "Choose one of: icb, ..."}),
        **problem(404, "not_found", "Invalid cursor"),
        **TOO_MANY,
    },
    examples=[
        OpenApiExample(
            "A trust",
            response_only=True,
            status_codes=["200"],
            value={
                "ods_code": "RQ3",
                "name": "Elder Vale Hospital Trust",
                "kind": "acute_trust",
                "town": "Elder Vale",
                "postcode": "EV1 2AB",
                "services": [{"slug": "bramble-ward", "name": "Bramble Ward"}],
            },
        )
    ],
)
