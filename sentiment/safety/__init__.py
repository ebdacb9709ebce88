"""The second tier of the safety check: the model may add signals and never takes one away.

The first tier (`feedback.signals`) finds what it has words for. The model's danger head was taught
with invented sentences of danger, so it also finds danger worded in other ways. It runs in the
worker, in the same pass as feelings and themes.
"""
