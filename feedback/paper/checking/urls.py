"""Addresses."""

app_name = "checking"
urlpatterns = []
