from django.urls import path

from triage.together import views

app_name = "together"
urlpatterns = [
    path("", views.show, name="show"),
    path("merge/", views.merge, name="merge"),
    path("merges/<int:pk>/split/", views.split, name="split"),
    path("link/", views.link, name="link"),
    path("links/<int:pk>/unlink/", views.unlink, name="unlink"),
    path("parts/ask/", views.ask, name="ask"),
    path("parts/<int:pk>/keep/", views.keep, name="keep"),
    path("parts/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
