"""People teach the model: one comment at a time, the least certain first."""
