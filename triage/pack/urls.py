from django.urls import path

from triage.pack import views

app_name = "pack"
urlpatterns = [path("", views.show, name="show")]
