from django.urls import path

from insights.handling.views import handling

app_name = "handling"
urlpatterns = [path("", handling, name="handling")]
