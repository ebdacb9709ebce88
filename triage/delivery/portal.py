"""Read inside this service: a referral on the body's own page, a reply with the return code.

Nothing is carried anywhere, so nothing can fail: the row being there is the delivery.
"""


def send(row) -> None:
    """There is nothing to carry."""
