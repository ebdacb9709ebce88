from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Who exists and who belongs where."""

    name = "organisations"
