"""Before a date is missed: warnings on the case, and the officer's e-mail of each working morning."""
