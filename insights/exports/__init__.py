"""Structured exports for the bodies that should know.

Explicit columns, a manifest with row counts and SHA-256, and no word, name or
contact detail of any person. The same request on the same records gives the same bytes.
"""
