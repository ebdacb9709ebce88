"""The demo: an invented corner of the NHS with three months of feedback in every state.

Everything in it went through the same door and the same actions as real feedback.
"""
