"""Who is on call in the demo (days and nights of ten days, so that a gap is left to be seen), and who is away."""

from datetime import timedelta

from organisations.models import Organisation, User
from patientview.demo.moments import at
from triage.actions import go_away, put_on_rota

TRUST = "RZA"
KEEPER = "admin@patientview.example"
BY_DAY, BY_NIGHT = "complaints@patientview.example", "tom.sedge@patientview.example"
SITE_MANAGER = "agnes.mbeki-hall@patientview.example"
AWAY = "owen.tallis@patientview.example"  # the one on call by day covers for him
DAYS = 10


def fill(now) -> None:
    """Put the demo trust's staff on its rota from this morning on; one of them is away this week."""
    trust = Organisation.objects.get(ods_code=TRUST)
    people = {
        one.email: one
        for one in User.objects.filter(email__in=(KEEPER, BY_DAY, BY_NIGHT, SITE_MANAGER, AWAY))
    }
    days = [now.date() + timedelta(days=n) for n in range(DAYS)]
    turns = [(BY_NIGHT, at(days[0], 0, 0), at(days[0], 8, 0))]
    for day in days:
        turns += [
            (BY_DAY, at(day, 8, 0), at(day, 20, 0)),
            (BY_NIGHT, at(day, 20, 0), at(day + timedelta(days=1), 8, 0)),
        ]
    for who, begins, ends in turns:
        if ends > now:
            put_on_rota(
                trust, user=people[who], kind="on_call", from_at=begins, to_at=ends, by=people[KEEPER]
            )
    put_on_rota(
        trust, user=people[SITE_MANAGER], kind="site_manager", by=people[KEEPER],
        from_at=at(days[0], 0, 0), to_at=at(days[-1], 20, 0),
    )  # fmt: skip
    go_away(
        people[AWAY],
        cover=people[BY_DAY],
        from_on=days[0],
        to_on=days[0] + timedelta(days=6),
        by=people[AWAY],
    )
