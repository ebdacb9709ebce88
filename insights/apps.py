from django.apps import AppConfig


class InsightsConfig(AppConfig):
    """What we tell others."""

    name = "insights"
