"""Addresses of the paper door, for staff: forms to print, batches that were scanned, fields to check."""

from django.urls import include, path

urlpatterns = [
    path("forms/", include("feedback.paper.form.urls")),
    path("checking/", include("feedback.paper.checking.urls")),
    path("", include("feedback.paper.batches.urls")),
]
