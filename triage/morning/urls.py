from django.urls import path

from triage.morning import views

app_name = "morning"
urlpatterns = [path("", views.morning, name="show")]
