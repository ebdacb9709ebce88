"""How right the machine is, counted from what people said of the same fields."""
