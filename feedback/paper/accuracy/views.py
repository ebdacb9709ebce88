"""The accuracy page: how right the machine is where this person works."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from feedback.models import FormField
from feedback.paper.accuracy import words
from feedback.paper.accuracy.figures import BY, counts, differing, together
from feedback.paper.checking import kinds
from feedback.paper.checking.lending import MAY as MAY_CHECK
from feedback.paper.checking.lending import reach
from organisations.permissions import allowed, may, within

MAY = "scan_paper"
MOST = 50
TITLES = {
    "kind": "By kind of field",
    "scanner": "By scanner",
    "organisation": "By organisation",
    "service": "By ward or clinic",
}


@never_cache
@require_GET
@allowed(MAY)
def figures(request):
    """The same table four ways, and what people read otherwise than what had passed unseen."""
    rows = FormField.objects.filter(within(request.user, MAY, path="form__"))
    tables = {by: counts(rows, by=by) for by in TITLES if by in BY}
    return render(
        request,
        "feedback/paper/checking/accuracy.html",
        {
            "sentence": words.sentence(together(tables["kind"].values())),
            "tables": [
                {"title": TITLES[by], "rows": [_row(name, one) for name, one in groups.items()]}
                for by, groups in tables.items()
            ],
            "differing": _differing(request.user),
        },
    )


def _row(name, one):
    return {
        "name": name,
        "read": one.read,
        "precision": words.share(one.precision),
        "straight_through": words.share(one.straight_through),
        "guesses": words.share(one.guesses),
        "characters": words.character_errors(one),
    }


def _differing(user):
    """Only for who may check fields; contact details only for who may read these."""
    if not may(user, MAY_CHECK):
        return []
    found = differing(reach(user)).select_related("form__feedback", "scan")[:MOST]
    return [
        {
            "field": one,
            "called": kinds.called(one.name),
            "machine": kinds.in_words(one.form.layout, one.name, one.machine_value),
            "person": kinds.in_words(one.form.layout, one.name, one.human_value),
        }
        for one in found
    ]
