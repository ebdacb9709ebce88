"""What is asked for: one body, one organisation and all below it, one period by date of receipt."""

from dataclasses import dataclass
from datetime import date

from feedback.models import Feedback
from organisations.models import Organisation


class CannotExport(ValueError):
    """The request makes no sense. The message says what to change."""


@dataclass(frozen=True)
class Request:
    """Both days are included. Raises CannotExport for a period that ends before it begins.

    `told_only` leaves out every single row the body was not told of: what it asks for by
    itself. The provider, or its ICB, can hand over all of them.
    """

    body: str
    organisation: Organisation
    from_on: date
    to_on: date
    told_only: bool = False

    def __post_init__(self):
        if self.to_on < self.from_on:
            raise CannotExport("The last day comes before the first. Swap them.")

    def feedback(self):
        """The feedback received by the organisation, and all below it, in the period."""
        return Feedback.objects.filter(
            organisation__lineage__startswith=self.organisation.lineage,
            received_on__gte=self.from_on,
            received_on__lte=self.to_on,
        )
