"""Who took over from whom. A closed organisation names one successor, and chains never run in a circle."""

from django.db import transaction

from organisations.directory.files import Refused
from organisations.directory.load import BATCH, Tally
from organisations.models import Organisation


def latest(successions) -> set[tuple[str, str]]:
    """Of (code, successor's code, day) keep one successor a code: the latest, and of equals the first."""
    kept = {}
    for before, after, day in successions:
        if before not in kept or day > kept[before][1]:
            kept[before] = (after, day)
    return {(before, after) for before, (after, _) in kept.items()}


def load(successions, refuse, dry_run=False) -> Tally:
    """Note the successor of each closed organisation. `successions` are (row, code, successor's code, day).

    `refuse(row, Refused)` is told of what cannot be kept: an unknown code, an organisation
    that is still open, a split (only the latest successor is kept), a circle.
    """
    tally = Tally()
    kept = latest([one[1:] for one in successions])
    with transaction.atomic():
        known = Organisation.objects.in_bulk(field_name="ods_code")
        by_id = {row.pk: row for row in known.values()}
        changed, done = [], set()
        for number, before, after, _ in successions:
            try:
                row = _checked(before, after, kept, done, known, by_id)
            except Refused as problem:
                refuse(number, problem)
                continue
            done.add((before, after))
            if row.successor_id == known[after].pk:
                tally.unchanged += 1
            else:
                row.successor = known[after]
                changed.append(row)
                tally.updated += 1
        Organisation.objects.bulk_update(changed, ["successor"], batch_size=BATCH)
        if dry_run:
            transaction.set_rollback(True)
    return tally


def _checked(before, after, kept, done, known, by_id):
    for column, code in (("code", before), ("successor code", after)):
        if code not in known:
            raise Refused(column, f"There is no organisation {code}. Import the file that holds it first.")
    row = known[before]
    if not row.closed_on:
        raise Refused("code", f"{before} has no closing date. Import the file that closes it first.")
    if (before, after) not in kept:
        raise Refused("successor code", f"{before} has a later successor, and only one can be kept.")
    if (before, after) in done:
        raise Refused("", "The same succession is in the file twice.")
    onward = known[after]
    while onward:
        if onward.pk == row.pk:
            raise Refused("successor code", f"{after} was itself succeeded by {before}: that is a circle.")
        onward = by_id.get(onward.successor_id)
    return row
