from django.urls import path

from insights.drift import views

app_name = "drift"
urlpatterns = [path("", views.drift, name="page")]
