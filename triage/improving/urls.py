from django.urls import path

from triage.improving import views

app_name = "improving"
urlpatterns = [
    path("", views.improvements, name="list"),
    path("new/", views.promise, name="promise"),
    path("poster/<slug:slug>/", views.print_poster, name="poster"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/done/", views.finish, name="finish"),
    path("<int:pk>/drop/", views.drop, name="drop"),
    path("<int:pk>/public/", views.publish, name="publish"),
]
