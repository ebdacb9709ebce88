"""From the picture of a page to what stands on it. Nothing here knows the database.

`page.read_page(picture)` is the whole of it. Importing this package alone loads nothing heavy.
"""

from feedback.paper.reading.result import DPI, FieldRead, PageRead

__all__ = ["DPI", "FieldRead", "PageRead"]
