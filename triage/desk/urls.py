from django.urls import path

from triage.desk import papers, spoken

app_name = "desk"
urlpatterns = [
    path("", papers.home, name="home"),
    path("new/", papers.new, name="new"),
    path("mp/", papers.mp, name="mp"),
    path("spoken/", spoken.log, name="spoken"),
    path("spoken/open/", spoken.waiting, name="open"),
    path("spoken/all/", spoken.kept, name="kept"),
    path("spoken/<str:reference>/", spoken.one, name="one"),
    path("spoken/<str:reference>/settle/", spoken.settle, name="settle"),
    path("spoken/<str:reference>/complaint/", spoken.complaint, name="complaint"),
    path("spoken/<str:reference>/contact/", spoken.contact, name="contact"),
]
