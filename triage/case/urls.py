from django.urls import path

from triage.afterwards.views import afterwards
from triage.case import acting, correcting, leaving, views

app_name = "case"
urlpatterns = [
    path("<str:reference>/", views.show, name="show"),
    path("<str:reference>/afterwards/", afterwards, name="afterwards"),
    path("<str:reference>/here/", views.here, name="here"),
    path("<str:reference>/contact/", views.show_contact, name="contact"),
    path("<str:reference>/do/<slug:slug>/", acting.step, name="step"),
    path("<str:reference>/comments/<int:pk>/correct/", correcting.correct_reading, name="correct_reading"),
    path("<str:reference>/replies/<int:pk>/sent/", leaving.mark_sent, name="mark_sent"),
    path("<str:reference>/replies/<int:pk>/again/", leaving.send_again, name="send_again"),
    path("<str:reference>/replies/<int:pk>/call-back/", leaving.call_back, name="call_back"),
]
