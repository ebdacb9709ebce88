"""The public website's addresses, and the page where staff find the links to hand out. None of them ever carries a patient's words or return code."""

from django.urls import path

from feedback.web import finding, giving, links, pages

app_name = "web"
urlpatterns = [
    path("", finding.start, name="start"),
    path("give-feedback/", finding.find, name="find"),
    path("give-feedback/at/<str:ods>/", giving.give_at, name="give-at"),
    path("give-feedback/<slug:slug>/", giving.give, name="give"),
    path("give-feedback/<slug:slug>/qr.svg", finding.qr, {"kind": "svg"}, name="qr-svg"),
    path("give-feedback/<slug:slug>/qr.png", finding.qr, {"kind": "png"}, name="qr-png"),
    path("links/", links.links, name="links"),
    path("return-code/", pages.download_code, name="download-code"),
    path("clear/", pages.clear, name="clear"),
    path("what-happens/", pages.page, {"name": "what-happens"}, name="what-happens"),
    path("privacy/", pages.page, {"name": "privacy"}, name="privacy"),
    path("accessibility/", pages.page, {"name": "accessibility"}, name="accessibility"),
    path("contact/", pages.page, {"name": "contact"}, name="contact"),
]
