"""The sources we can import from, by the name given to --source."""

from feedback.imports import fft

SOURCES = {source.name: source for source in (fft.SOURCE,)}
