"""The history that cannot be changed unseen: every row is chained to the one before. See docs/adr/0011-history.md."""
