"""Addresses."""

app_name = "paper_forms"
urlpatterns = []
