from django.urls import path

from sentiment.labelling import views

app_name = "labelling"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("undo/", views.undo, name="undo"),
    path("<int:pk>/", views.answer, name="answer"),
]
