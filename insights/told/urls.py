from django.urls import path

from insights.told import views

app_name = "told"
urlpatterns = [
    path("", views.told, name="list"),
    path("export/", views.export, name="export"),
    path("<str:reference>/", views.one, name="one"),
]
