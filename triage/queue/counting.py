"""How many cases several lists hold, in one query that stops counting early."""

from django.db.models import IntegerField, Subquery

from organisations.models import User

MOST = 99


class _Rows(Subquery):
    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()
    empty_result_set_value = 0  # a list that can hold nothing


def counted(lists, user) -> list[str]:
    """Querysets of cases -> "12", or "99+" where there are more. `user` is the one who asks."""
    if not lists:
        return []
    rows = {f"list_{at}": _Rows(one.order_by().values("pk")[: MOST + 1]) for at, one in enumerate(lists)}
    counts = User.objects.filter(pk=user.pk).values_list(*rows.values()).get()
    return [f"{MOST}+" if count > MOST else str(count) for count in counts]
