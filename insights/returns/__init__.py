"""National returns. Every figure is counted from what people decided, never from what a model suggests."""
