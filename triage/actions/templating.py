"""The words an organisation keeps for its letters: rows are added, never changed."""

from django.db import transaction

from organisations.models import Organisation
from triage import moves
from triage.letter import KINDS, check_fields, check_says_nothing_of_the_care, missing_parts
from triage.models import LetterTemplate


@transaction.atomic
def keep_template(*, organisation: Organisation, kind: str, text: str, seen: int, by) -> LetterTemplate:
    """Keep an organisation's own words for a kind of letter, as one more version.

    `seen` is the number of the version it was written from, 0 for the words shipped. Raises NotAllowed for an
    unknown field, for a final reply without its legal headings, and if a colleague was quicker.
    """
    if kind not in KINDS:
        raise moves.NotAllowed("Choose a kind of letter from the list.")
    if not text.strip():
        raise moves.NotAllowed("Write the words first.")
    check_fields(text)
    check_says_nothing_of_the_care(text, kind)
    if KINDS[kind].parts and (missing := missing_parts(text)):
        raise moves.NotAllowed(
            f"This letter must keep each of these headings, with words under it: {', '.join(missing)}. "
            "The rule: regulation 14(2) of the complaints regulations (2009)."
        )
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    newest = LetterTemplate.objects.filter(organisation=organisation, kind=kind).last()
    if (newest.number if newest else 0) != seen:
        raise moves.NotAllowed(
            f"{newest.kept_by} kept other words meanwhile (version {newest.number}). Yours are still here: "
            "read theirs, then keep yours if they should stand."
        )
    return LetterTemplate.objects.create(
        organisation=organisation, kind=kind, number=seen + 1, text=text.strip(), kept_by=by
    )
