"""Addresses."""

from django.urls import path

from feedback.paper.accuracy import views as accuracy
from feedback.paper.checking.views import aside, fields, pictures, urgent

app_name = "checking"
urlpatterns = [
    path("", fields.ask, name="ask"),
    path("undo/", fields.undo, name="undo"),
    path("<int:pk>/", fields.answer, name="answer"),
    path("<int:pk>/picture/", pictures.part, name="part"),
    path("pages/<int:pk>/", pictures.page, name="page"),
    path("urgent/", urgent.waiting, name="urgent"),
    path("urgent/<int:pk>/", urgent.read, name="urgent_form"),
    path("aside/", aside.waiting, name="aside"),
    path("aside/<int:pk>/", aside.decide, name="decide"),
    path("aside/<int:pk>/letter/", aside.letter, name="letter"),
    path("aside/<int:pk>/undo/", aside.undo, name="undo_aside"),
    path("accuracy/", accuracy.figures, name="accuracy"),
]
