from django.urls import path

from triage.letters import leaving, reading, views

app_name = "letters"
urlpatterns = [
    path("", views.letters, name="list"),
    path("<int:pk>/", views.write, name="write"),
    path("<int:pk>/preview/", reading.preview, name="preview"),
    path("<int:pk>/versions/", reading.versions, name="versions"),
    path("<int:pk>/pdf/", reading.pdf, name="pdf"),
    path("<int:pk>/sign/", leaving.sign, name="sign"),
    path("<int:pk>/send-back/", leaving.send_back, name="send_back"),
    path("<int:pk>/send/", leaving.send, name="send"),
    path("<int:pk>/aside/", leaving.put_aside, name="put_aside"),
]
