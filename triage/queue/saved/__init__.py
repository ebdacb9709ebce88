"""Lists of cases kept under a name, one's own and those shared with colleagues."""
