from django.urls import path

from triage.letters.desk import printing, signing, templates

app_name = "letter_desk"
urlpatterns = [
    path("to-sign/", signing.to_sign, name="to_sign"),
    path("to-print/", printing.to_print, name="to_print"),
    path("templates/", templates.bodies, name="templates"),
    path("templates/<str:code>/", templates.kinds, name="kinds"),
    path("templates/<str:code>/<slug:kind>/", templates.template, name="template"),
]
