"""Where people check doubtful fields: one at a time, by keyboard, each lent to one person."""
