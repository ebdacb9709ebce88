from django.urls import path

from triage.alerting import views

app_name = "alerting"
urlpatterns = [
    path("", views.alive, name="alive"),
    path("rota/", views.keep_rota, name="rota"),
    path("rota/<int:pk>/end/", views.end_turn, name="end_turn"),
    path("drills/<int:pk>/", views.drill, name="drill"),
]
