"""The people of a case: made when it is opened, added and changed by staff. Events hold parts and names of fields only."""

from collections.abc import Iterable

from django.utils import timezone

from feedback.models import About, ReplyBy
from feedback.models.names import NameToken
from feedback.search.names import forget_names, index_names
from feedback.submission import CONTACT_FIELDS
from triage import moves
from triage.actions.changing import changing
from triage.addressee import SAID_TO_RULE_OUT
from triage.models import Case, Party
from triage.parties import first_parties

# What staff may say of a person. Who told us, and whom we answer, are no such fields.
FIELDS = (
    "name", "office", "relationship", "email", "telephone", "address", "needs", "shape", "language", "prefers",
    "ruled_out", "email_agreed_on",
)  # fmt: skip


def introduce(cases: Iterable[Case]) -> None:
    """Give freshly opened cases their people, by what their feedback says: one statement for all of them.

    Reads `feedback.contact`: select it with the feedback. Called in the transaction that opens the cases.
    """
    Party.objects.bulk_create(
        Party(case=case, **fields) for case in cases for fields in first_parties(**told_by(case.feedback))
    )


def told_by(feedback) -> dict:
    """What a feedback says of its people, as `first_parties` takes it."""
    contact = getattr(feedback, "contact", None)
    return {
        "about": feedback.about,
        "relationship": feedback.relationship,
        "prefers": feedback.reply_by,
        "contact": {name: getattr(contact, name) for name in CONTACT_FIELDS} if contact else {},
    }


def add_party(case: Case, *, part: str, version=None, by, **given) -> Party:
    """Add a person with a part that nobody has in this case yet. `given` are values of FIELDS.

    The needs they have follow every letter to them. Source: the Accessible Information Standard (DCB1605).
    """
    if part not in Party.Part.values:
        raise moves.NotAllowed("Choose what part this person has.")
    party = Party(case=case, part=part, added_by=by, **given)
    _check(party)
    fields = [name for name in FIELDS if given.get(name) not in ("", None, [], Party.Shape.STANDARD)]
    with changing(case, "add_party", by=by, version=version, part=part, fields=fields) as locked:
        if locked.parties.filter(part=part).exists():
            raise moves.NotAllowed(
                f"This case has {Party.Part(part).label} already. Change their details instead."
            )
        party.case = locked
        party.save()
        find_by_names(locked)
    return party


def change_party(party: Party, *, version=None, by, **given) -> list[str]:
    """Change what we know of a person. Returns the names of the fields that changed; none changed is no event."""
    fresh = Party.objects.get(pk=party.pk)
    fields = [name for name in FIELDS if name in given and getattr(fresh, name) != given[name]]
    for name in fields:
        setattr(fresh, name, given[name])
    _check(fresh)
    if fields:
        with changing(
            party.case, "change_party", by=by, version=version, part=party.part, fields=fields
        ) as locked:
            fresh.save(update_fields=fields)
            if "name" in fields:
                find_by_names(locked)
    party.refresh_from_db()
    return fields


def find_by_names(case: Case) -> None:
    """From now on the queue's search finds the case by the names of its people as they are now."""
    forget_names(case.feedback_id, of=NameToken.Of.PARTY)
    index_names(case.feedback, filter(None, (party.name for party in case.parties.all())))


def answer_party(party: Party, *, version=None, by) -> None:
    """The reply goes to this person from now on, and to nobody else of the case."""
    with changing(party.case, "answer_party", by=by, version=version, part=party.part) as locked:
        if locked.parties.filter(pk=party.pk, answered=True).exists():
            raise moves.NotAllowed("The reply goes to this person already.")
        locked.parties.filter(answered=True).update(answered=False)
        locked.parties.filter(pk=party.pk).update(answered=True)
    party.refresh_from_db()


def remove_party(party: Party, *, version=None, by) -> None:
    """Take out a person who was added by mistake. Not who told us, nor whom they told us about, nor whom we wrote to."""
    with changing(party.case, "remove_party", by=by, version=version, part=party.part) as locked:
        about_another = locked.feedback.about == About.SOMEONE_ELSE
        if party.told_us or (about_another and party.part == Party.Part.PATIENT):
            raise moves.NotAllowed(
                "This person belongs to what was told to us. Change their details instead."
            )
        if locked.parties.filter(pk=party.pk, answered=True).exists():
            raise moves.NotAllowed("The reply goes to this person. Choose first who else should have it.")
        if locked.letters.filter(to=party.pk).exists():
            raise moves.NotAllowed("There is a letter to this person, so they stay in the case.")
        locked.parties.filter(pk=party.pk).delete()
        find_by_names(locked)


def _check(party):
    """Raises NotAllowed for what cannot be true of a person."""
    if party.shape not in Party.Shape.values:
        raise moves.NotAllowed("Choose how we should write to this person.")
    if party.prefers not in ("", *ReplyBy.values) or not set(party.ruled_out) <= set(ReplyBy.values):
        raise moves.NotAllowed("Choose ways of reaching this person from the list.")
    if party.prefers in party.ruled_out:
        raise moves.NotAllowed(
            f"They cannot ask for {SAID_TO_RULE_OUT[party.prefers]} and rule it out as well. Choose one. "
            "The rule: the Accessible Information Standard (DCB1605)."
        )
    if party.email_agreed_on and party.email_agreed_on > timezone.localdate():
        raise moves.NotAllowed("The day they agreed to e-mail must be today or in the past.")
