"""Addresses where staff print forms."""

from django.urls import path

from feedback.paper.form import views

app_name = "paper_forms"
urlpatterns = [
    path("", views.choose, name="choose"),
    path("<slug:slug>/", views.print_for, name="print"),
]
