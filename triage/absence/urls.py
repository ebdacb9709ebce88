from django.urls import path

from triage.absence import views

app_name = "absence"
urlpatterns = [
    path("", views.absences, name="list"),
    path("<int:pk>/call-off/", views.call_off, name="call_off"),
]
