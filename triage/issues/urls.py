from django.urls import path

from triage.issues import views

app_name = "issues"
urlpatterns = [
    path("", views.show, name="show"),
    path("add/", views.add, name="add"),
    path("dismiss/", views.dismiss, name="dismiss"),
    path("<int:number>/<slug:slug>/", views.do, name="do"),
]
