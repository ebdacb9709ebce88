"""Was it handled well? What people answered when we had replied, counted and never alone."""
