from django.urls import path

from triage.track.views import track

app_name = "track"
urlpatterns = [path("", track, name="track")]
