from django.urls import path

from triage.people import views

app_name = "people"
urlpatterns = [
    path("", views.show, name="show"),
    path("contacts/", views.contacts, name="contacts"),
    path("add/", views.add, name="add"),
    path("<int:pk>/change/", views.change, name="change"),
    path("<int:pk>/<slug:slug>/", views.press, name="press"),
]
