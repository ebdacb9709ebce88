from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """What people told us, by whichever door."""

    name = "feedback"

    def ready(self):
        from feedback.search import erased  # noqa: F401  it listens from now on
