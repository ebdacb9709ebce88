"""Drawing and printing forms."""
