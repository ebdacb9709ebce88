from django.urls import path

from triage.mailing import views

app_name = "mailing"
urlpatterns = [
    path("", views.say, name="say"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/undo/", views.undo, name="undo"),
]
