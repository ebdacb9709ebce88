"""Addresses."""

app_name = "paper"
urlpatterns = []
