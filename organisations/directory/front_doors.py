"""A practice's front door: the one service by which a patient chooses it, made when the practice is imported."""

from django.utils import timezone
from django.utils.text import slugify

from organisations.models import Kind, Service

BATCH = 500


def slug_for(name: str, code: str) -> str:
    """The address of a practice's feedback page. It never changes: it is on posters."""
    return f"{slugify(name)[: 79 - len(code)].strip('-')}-{code.lower()}".strip("-")


def open_and_close(entries, organisations):
    """One service a practice that takes feedback, with the practice's name and dates.

    `organisations` are rows by code. A door follows its practice's name, opening and closing;
    services made by hand are left alone.
    """
    practices = [entry for entry in entries if organisations[entry.code].kind == Kind.GP]
    doors = _doors(practices, organisations)
    today = timezone.localdate()
    fresh, changed = [], []
    for entry in practices:
        practice, door = organisations[entry.code], doors.get(entry.code)
        facts = {"name": entry.name[:120], "opened_on": entry.opened_on, "closed_on": entry.closed_on}
        if door and any(getattr(door, name) != value for name, value in facts.items()):
            for name, value in facts.items():
                setattr(door, name, value)
            changed.append(door)
        elif not door and entry.takes_feedback and not (entry.closed_on and entry.closed_on < today):
            fresh.append(Service(organisation=practice, slug=slug_for(entry.name, entry.code), **facts))
    # A practice may have been given a service of that very name by hand: that one is its door.
    Service.objects.bulk_create(fresh, batch_size=BATCH, ignore_conflicts=True)
    for door in changed:
        door.save(update_fields=["name", "opened_on", "closed_on"])


def _doors(practices, organisations):
    code_of = {organisations[entry.code].pk: entry.code for entry in practices}
    return {
        code_of[door.organisation_id]: door
        for door in Service.objects.filter(organisation__kind=Kind.GP)
        if door.organisation_id in code_of and door.slug.endswith(f"-{code_of[door.organisation_id].lower()}")
    }
