"""The second tier of the safety check: a small model that may add signals and never takes one away.

The first tier (`feedback.signals`) finds what it has words for. This one compares each sentence
with invented sentences of danger, by meaning, so it also finds danger worded in other ways.
It runs in the worker, inside the transformer engine, on the same encoder.
"""
