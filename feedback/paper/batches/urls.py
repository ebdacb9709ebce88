"""Addresses."""

from django.urls import path

from feedback.paper.batches import pages, views

app_name = "paper"
urlpatterns = [
    path("", views.batches, name="batches"),
    path("send/", views.send, name="send"),
    path("batches/<int:pk>/", views.batch, name="batch"),
    path("batches/<int:pk>/files", views.add, name="add"),
    path("batches/<int:pk>/progress", views.progress, name="progress"),
    path("scans/<int:pk>/", pages.scan, name="scan"),
    path("scans/<int:pk>/picture", pages.picture, name="picture"),
    path("scans/<int:pk>/original", pages.original, name="original"),
    path("scans/<int:pk>/hold", pages.hold, name="hold"),
]
