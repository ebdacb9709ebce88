"""Reading history again with the model in force, behind new comments, without touching what people decided."""
