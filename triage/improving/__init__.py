"""You said, we did: what a ward or a whole body changes because of what people told it."""
