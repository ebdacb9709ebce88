from django.urls import path

from sentiment.reclassifying import views

app_name = "models"
urlpatterns = [path("", views.models, name="show")]
