from django.urls import path

from triage.evidence import views

app_name = "evidence"
urlpatterns = [
    path("", views.files, name="files"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/download/", views.download, name="download"),
    path("<int:pk>/aside/", views.aside, name="aside"),
]
