"""The row of saved views above the queue, and what one of them asks for that is no longer there."""

from django.http import QueryDict

from triage.models import Case, SavedView
from triage.queue.counting import counted
from triage.queue.filters import Filters

SHOWN = 12  # in the row; the others are on their own page

GONE = {
    "handler": "The colleague it names does not work here any more. It shows the cases of everyone.",
    "service": "The ward or clinic it names is not in your reach. It shows the cases of all.",
    "organisation": "The organisation it names is not in your reach. It shows the cases of all.",
}


def row(user, filters: Filters) -> dict:
    """{views: [{view, href, count, current, mine}], more, current}: two queries, however many there are.

    `current` is the view that the page shows now, or None: the one that asks for the same.
    """
    views = list(SavedView.objects.visible_to(user).select_related("owner", "organisation"))
    # One's own in their own order, then those of colleagues by name.
    views.sort(
        key=lambda one: (one.owner_id != user.pk, one.position if one.owner_id == user.pk else one.name)
    )
    first = views[:SHOWN]
    counts = counted([_asks(one, filters).apply(Case.objects.visible_to(user)) for one in first], user)
    here = "" if filters.data.get("q") or filters.data.get("look") else filters.to_keep()
    current = next((one for one in views if one.query == here), None) if here else None
    return {
        "views": [
            {
                "view": one, "href": f"?{one.query}", "count": count, "current": one == current,
                "mine": one.owner_id == user.pk,
            }
            for one, count in zip(first, counts, strict=True)
        ],
        "more": len(views) - len(first),
        "current": current,
    }  # fmt: skip


def gone(filters: Filters, today) -> list[str]:
    """What the filters of a view ask for that is no longer there, in sentences for the person who opens it."""
    says = [
        GONE.get(
            name, f"It asks for something that is no longer there: {filters.fields[name].label.lower()}."
        )
        for name in filters.errors
        if name in filters.fields
    ]
    if closed := _closed_ward(filters, today):
        says.append(f"{closed.name} has closed. Its cases are still shown.")
    return says


def in_words(filters: Filters) -> list[str]:
    """What the filters ask for: ["Next date: Late", "Who has it: Me"]. Those that make no sense are left out."""
    filters.is_valid()
    return [
        f"{field.label}: {_said(filters, name)}"
        for name, field in filters.fields.items()
        if name not in filters.SEARCH and filters.cleaned_data.get(name) not in ("", None)
    ]


def _said(filters, name):
    value, field = filters.cleaned_data[name], filters.fields[name]
    if hasattr(field, "choices"):
        return next(said for key, said in field.choices if str(key) == str(value))
    return f"{value:%-d %B %Y}"


def _closed_ward(filters, today):
    chosen = filters.data.get("service", "")
    return next(
        (
            one
            for one in filters.choices.services
            if str(one.pk) == chosen and one.closed_on and one.closed_on < today
        ),
        None,
    )


def _asks(view, filters):
    return Filters(QueryDict(view.query), user=filters.user, choices=filters.choices)
