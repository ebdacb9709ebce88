"""The pages where people check what the machine was unsure of."""
