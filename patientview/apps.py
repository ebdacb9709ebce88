from django.apps import AppConfig


class PatientViewConfig(AppConfig):
    """The wiring: it has no rules and no tables, only the commands that run the service."""

    name = "patientview"
