"""Which model reads: how a new one comes into force, and how the one before comes back."""
