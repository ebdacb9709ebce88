"""What belongs together in the demo: a complaint that came twice, two about the same weeks, and one with two bodies."""

from datetime import timedelta

from django.utils import timezone

from feedback.models import Channel, Feedback
from feedback.submission import Submission
from organisations.models import Organisation, User
from patientview.demo.staff import OFFICER
from triage import actions
from triage.delivery import deliver_batch
from triage.models import Case, Team

TRUST, AMBULANCE = "RZA", "RZB"
ONLINE, BY_POST = "demo-waiting", "demo-by-post"
AGAIN = "I send this by post as well, to be sure that it comes."
TWICE = "They wrote on the website, and the next day sent the same by post. They told us so when we rang."
BESIDE = "Both are about the same weeks in this hospital: read them side by side."
ASKED = "When were you called, when did you come, and what was said to the family?"
AGREED = "On the telephone: they are glad if one letter answers all of it."
MARGIN = timedelta(days=3)


def lay_out() -> None:
    """Near the end of the demo."""
    by = User.objects.get(email=OFFICER)
    merge_the_letter(by)
    own = Case.objects.open().filter(handler=by, team=Team.COMPLAINTS, organisation__ods_code=TRUST)
    waiting = own.filter(
        replied_at=None,
        feedback__about="self",
        feedback__alerts=None,
        respond_by__gt=timezone.localdate() + MARGIN,
    )
    first, second, *others = waiting.select_related("feedback", "organisation").order_by("received_on", "id")
    actions.link(first, with_case=second, why=BESIDE, by=by)
    ask_two_bodies(others[0], by)


def merge_the_letter(by) -> None:
    """The one that was written online stays; its return code is printed."""
    online = Feedback.objects.select_related("organisation", "service").get(external_id=ONLINE)
    said = [(one.question, one.text) for one in online.comments.order_by("id")]
    said[-1] = (said[-1][0], f"{said[-1][1]} {AGAIN}")
    _, posted = actions.take_in(
        Submission(
            channel=Channel.LETTER, source="desk", external_id=BY_POST, organisation=online.organisation,
            service=online.service, intent=online.intent, comments=tuple(said), about=online.about,
            relationship=online.relationship, consent=online.consent, reply_wanted=True, reply_by="post",
            received_on=online.received_on + timedelta(days=1),
            contact={"name": "Robin Fennel", "address": "4 Mill Lane, Elderbridge"}, written_by=by,
            with_return_code=False,
        ),
        by=by,
    )  # fmt: skip
    deliver_batch()
    actions.merge(posted, into=online.case, same_person=True, why=TWICE, by=by)


def ask_two_bodies(case: Case, by) -> None:
    """One works here and has still to answer; of the other, the answer is kept by hand."""
    ambulance = Organisation.objects.get(ods_code=AMBULANCE)
    actions.ask_part(
        case, organisation=ambulance, asked=ASKED, days=10, share_words=True, words_agreed=AGREED, by=by
    )  # fmt: skip
    council = actions.ask_part(case, outside="Elder Vale Council", asked=ASKED, days=5, by=by)
    actions.answer_part(council, text="Our carers stopped on the Friday before. We are sorry.", by=by)
