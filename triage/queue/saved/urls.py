from django.urls import path

from triage.queue.saved import pages

urlpatterns = [
    path("", pages.views, name="views"),
    path("keep/", pages.keep, name="keep_view"),
    path("<int:pk>/", pages.change, name="change_view"),
    path("<int:pk>/up/", pages.move_up, name="move_view_up"),
    path("<int:pk>/begin/", pages.begin_with, name="begin_with_view"),
    path("<int:pk>/take-away/", pages.take_away, name="take_view_away"),
    path("<int:pk>/bring-back/", pages.bring_back, name="bring_view_back"),
]
