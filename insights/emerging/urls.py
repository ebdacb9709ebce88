from django.urls import path

from insights.emerging import views

app_name = "emerging"
urlpatterns = [
    path("", views.found, name="found"),
    path("look/", views.look, name="look"),
    path("<int:pk>/", views.theme, name="theme"),
]
