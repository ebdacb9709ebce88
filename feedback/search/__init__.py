"""Finding what people told us: by a name, which is stored unreadable, and by their words."""
