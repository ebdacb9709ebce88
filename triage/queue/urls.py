from django.urls import include, path

from triage.queue import alerts, checks, taking, views, workload

app_name = "queue"
urlpatterns = [
    path("", views.queue, name="cases"),
    path("assign/", views.assign, name="assign"),
    path("search/", views.search, name="search"),
    path("list/", taking.ask, name="ask_for_list"),
    path("list.csv", taking.take, name="take_list"),
    path("views/", include("triage.queue.saved.urls")),
    path("workload/", workload.workload, name="workload"),
    path("undo/", views.undo, name="undo"),
    path("to-check/", checks.to_check, name="to_check"),
    path("to-check/<str:reference>/", checks.check, name="check"),
    path("alerts/", alerts.alerts, name="alerts"),
    path("alerts/<int:pk>/take/", alerts.take_alert, name="take_alert"),
]
