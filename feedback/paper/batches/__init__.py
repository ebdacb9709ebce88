"""What was scanned together, and what became of every page."""
