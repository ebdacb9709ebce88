"""Every address of the service."""

from django.urls import include, path

from feedback.paper.form.public import digital
from patientview.health import healthy
from triage.alerting.health import healthy_alerting
from triage.improving.public import what_changed
from triage.track.api import FeedbackState

urlpatterns = [
    path("", include("feedback.web.urls")),
    path("track/", include("triage.track.urls")),
    # What became of feedback is triage's to say, so this one of the API's addresses is served from there.
    path("api/v1/feedback/<str:reference>", FeedbackState.as_view(), name="feedback-state"),
    path("api/v1/", include("feedback.api.urls")),
    path("queue/acknowledge/", include("triage.mailing.urls")),
    path("queue/", include("triage.queue.urls")),
    path("desk/", include("triage.desk.urls")),
    path("cases/<str:reference>/letters/", include("triage.letters.urls")),
    path("letters/", include("triage.letters.desk.urls")),
    path("cases/", include("triage.case.urls")),
    path("cases/<str:reference>/investigation/", include("triage.inquiry.urls")),
    path("cases/<str:reference>/people/", include("triage.people.urls")),
    path("cases/<str:reference>/issues/", include("triage.issues.urls")),
    path("cases/<str:reference>/pack/", include("triage.pack.urls")),
    path("cases/<str:reference>/together/", include("triage.together.urls")),
    path("asked-of-us/", include("triage.together.asked_urls")),
    path("cases/<str:reference>/files/", include("triage.evidence.urls")),
    path("labelling/", include("sentiment.labelling.urls")),
    path("models/", include("sentiment.reclassifying.urls")),
    # What the codes on printed forms say: an address in capitals, because a QR code packs those best.
    path("P/<str:payload>", digital, name="digital"),
    path("paper/", include("feedback.paper.urls")),
    path("improvements/", include("triage.improving.urls")),
    path("what-changed/<slug:slug>/", what_changed, name="what-changed"),
    path("insights/handling/", include("insights.handling.urls")),
    path("wards/", include("insights.wards.urls")),
    path("told/", include("insights.told.urls")),
    path("insights/drift/", include("insights.drift.urls")),
    path("insights/emerging/", include("insights.emerging.urls")),
    path("alerting/", include("triage.alerting.urls")),
    path("absence/", include("triage.absence.urls")),
    path("morning/", include("triage.morning.urls")),
    path("healthy", healthy),
    path("healthy/alerting", healthy_alerting),
    path("account/", include("allauth.urls")),
]
