from django.apps import AppConfig


class TriageConfig(AppConfig):
    """What we do about it."""

    name = "triage"
