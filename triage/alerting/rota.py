"""The rota as its page shows it: whose it is, who is on it, when nobody is."""

from django.utils import timezone

from organisations.models import Organisation, User
from organisations.permissions import MAY, current_memberships
from triage.alerting.crew import bodies_of, crew, names, people_who_may
from triage.alerting.gaps import gaps
from triage.models import OnCall

AHEAD = timezone.timedelta(days=14)


def kept_by(user) -> list[Organisation]:
    """The bodies whose rota the person may keep. A manager of one ward does not keep the whole trust's."""
    bodies = {
        one.organisation_id: one.organisation
        for one in current_memberships(user)
        if one.role in MAY["keep_rota"] and not one.service_id
    }
    return sorted(bodies.values(), key=lambda body: (body.name, body.pk))


def able(organisation: Organisation):
    """Who can be put on the rota: those who may take alerts of this body, by name."""
    ids = people_who_may("take_alerts", bodies_of(organisation))
    return User.objects.filter(pk__in=ids).order_by("name", "id")


def turns(organisation: Organisation, now):
    return OnCall.objects.filter(organisation=organisation).not_over(now).select_related("user")


def gaps_ahead(organisation: Organisation, now) -> list[dict]:
    """When nobody is on call in the next 14 days: [{begins, ends}], None for now and for the end of those days."""
    on_call = OnCall.objects.filter(
        organisation__in=bodies_of(organisation), kind=OnCall.Kind.ON_CALL, user__in=able(organisation)
    )
    until = now + AHEAD
    stretches = on_call.filter(to_at__gt=now, from_at__lt=until).values_list("from_at", "to_at")
    return [
        {"begins": begins if begins > now else None, "ends": ends if ends < until else None}
        for begins, ends in gaps(stretches, now, until)
    ]


def now_in_words(organisation: Organisation, now) -> dict:
    """Who would be told at once of an alert: {on_call: [names], site_manager: [names], everyone: count}."""
    people, _ = crew(bodies_of(organisation), None, "take_alerts", now)
    return {
        "on_call": names(people.on_call),
        "site_manager": names(people.site_manager),
        "everyone": len(people.everyone),
    }
