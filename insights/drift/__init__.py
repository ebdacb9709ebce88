"""Drift: whether the model still reads as it did. Weekly figures, what moved, and who was told."""
