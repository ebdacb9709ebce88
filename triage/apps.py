from django.apps import AppConfig


class TriageConfig(AppConfig):
    """What we do about it."""

    name = "triage"

    def ready(self):
        from triage import audit  # noqa: F401  it listens from now on
        from triage.alerting import heartbeats

        heartbeats.listen()
