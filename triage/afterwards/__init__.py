"""After the reply: a second look, the Ombudsman, what the person thinks of our handling, what we change."""
