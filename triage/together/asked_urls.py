from django.urls import path

from triage.together import asked

app_name = "asked"
urlpatterns = [
    path("", asked.asked_of_us, name="list"),
    path("<int:pk>/", asked.part, name="part"),
]
