from django.urls import path

from feedback.api.views import GiveFeedback, Organisations, Schema, TryOut

app_name = "api"
urlpatterns = [
    path("feedback", GiveFeedback.as_view(), name="give"),
    path("organisations", Organisations.as_view(), name="organisations"),
    path("schema/", Schema.as_view(), name="schema"),
    path("docs/", TryOut.as_view(), name="docs"),
]
