"""A person writes again about what they told us: one more feedback that follows the first."""

import uuid

from django.utils import timezone

from feedback import intake
from feedback.models import Channel, Contact, Feedback, Intent, Question
from feedback.submission import CONTACT_FIELDS, Submission
from triage.models import Team
from triage.track.timeline import answering, case_of, thread


def write_back(feedback: Feedback, *, text: str, form_id: uuid.UUID) -> intake.Received:
    """Store what the person wrote, checked for danger like all else; triage adds it to their case.

    `form_id` names the form it was written in: the same words from the same form are stored
    once, other words are a message of their own. Raises ValidationError, in plain words.
    """
    written = thread(feedback)
    first, case, answers = written[0], case_of(written), answering(written)
    contact = Contact.objects.filter(feedback=first).first()
    # Where the case is of a later message, follow that one: a message belongs to one case.
    followed = next((one for one in written if case and one.pk == case.feedback_id), first)
    organisation, service = _open_now(first)
    submission = Submission(
        channel=Channel.WEB,
        source="track",
        external_id=str(uuid.uuid5(form_id, f"{first.pk} {text}")),
        organisation=organisation,
        service=service,
        follows=followed,
        intent=Intent.CONCERN if case else Intent.COMMENT,
        comments=((Question.NONSPECIFIC, text),),
        about=first.about,
        relationship=first.relationship,
        consent=first.consent,
        # Whoever had an answer coming has one coming to this; needs such as large print come along.
        reply_wanted=first.reply_wanted,
        reply_by=first.reply_by,
        resolver_choice=first.resolver_choice,
        contact={name: getattr(contact, name) for name in CONTACT_FIELDS} if contact else {},
        already_complained=bool(answers and answers.team == Team.COMPLAINTS and answers.replied_at),
    )
    return intake.receive(submission)


def _open_now(feedback):
    """Where a message goes today: a body that has closed since is followed to the one that took over."""
    today, organisation, service = timezone.localdate(), feedback.organisation, feedback.service
    while not organisation.is_open_on(today) and organisation.successor:
        organisation = organisation.successor
    stays = service and service.organisation_id == organisation.pk and service.is_open_on(today)
    return organisation, service if stays else None
