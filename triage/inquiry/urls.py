from django.urls import path

from triage.inquiry import views

app_name = "inquiry"
urlpatterns = [
    path("", views.show, name="show"),
    path("chronology/", views.chronology_page, name="chronology"),
    path("chronology/add/", views.chronicle, name="chronicle"),
    path("chronology/<int:pk>/correct/", views.chronicle, name="correct"),
    path("investigators/name/", views.name, name="name"),
    path("investigators/<int:pk>/release/", views.release, name="release"),
    path("statements/ask/", views.ask, name="ask"),
    path("statements/<int:pk>/<slug:slug>/", views.statement, name="statement"),
    path("decide/<slug:kind>/", views.decide, name="decide"),
]
