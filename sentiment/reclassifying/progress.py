"""How far an order to read again has come, for the command line and for the page."""

from dataclasses import dataclass

from sentiment.models import Reclassification
from sentiment.reclassifying.again import in_reach


@dataclass(frozen=True)
class Progress:
    """`done` of `total` comments were read again, or had been read by the same model before."""

    order: Reclassification
    total: int
    done: int

    @property
    def share(self) -> float:
        """0 to 1; 1 when there was nothing to read."""
        return self.done / self.total if self.total else 1.0

    @property
    def scope(self) -> str:
        """Whose feedback, and since when, in words."""
        whose = f"feedback to {self.order.organisation.name}" if self.order.organisation else "all feedback"
        return f"{whose} since {self.order.since_on:%-d %B %Y}" if self.order.since_on else whose

    @property
    def state(self) -> str:
        """ "waiting or being read", "done", or why it stopped."""
        if self.order.stopped:
            return f"stopped: {self.order.stopped}"
        return "done" if self.order.finished_at else "under way"


def latest(most: int = 5) -> list[Progress]:
    """The last orders, the newest first."""
    orders = Reclassification.objects.select_related("model", "organisation").order_by("-id")[:most]
    return [progress(order) for order in orders]


def progress(order: Reclassification) -> Progress:
    """One order's progress, in two counts."""
    reach = in_reach(order)
    total = reach.count()
    if order.finished_at and not order.stopped:
        return Progress(order, total, total)
    return Progress(order, total, reach.filter(pk__lte=order.last_comment).count())
