"""The investigation of a case: who, which statements, what happened when, what must be decided."""
