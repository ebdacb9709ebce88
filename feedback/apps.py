from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """What people told us, by whichever door."""

    name = "feedback"
