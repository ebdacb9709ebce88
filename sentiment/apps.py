from django.apps import AppConfig


class SentimentConfig(AppConfig):
    """What a model made of it."""

    name = "sentiment"
