from django.urls import path

from insights.wards import views

app_name = "wards"
urlpatterns = [
    path("", views.wards, name="list"),
    path("<slug:slug>/", views.ward, name="ward"),
    path("<slug:slug>/<str:feeling>/", views.comments, name="comments"),
]
