"""What staff of the demo wrote down: a call, an e-mail, an MP's letter, and two things said to a nurse."""

from datetime import timedelta

from django.utils import timezone

from feedback.models import Channel
from feedback.submission import Submission
from organisations.models import Organisation, Service, User
from patientview.demo.staff import OFFICER
from triage import actions
from triage.delivery import deliver_batch

TRUST = "RZA"
CALL = "I rang three times about my scan, and each time I was told to ring another number."
MAIL = "My mother went home without her tablets, and nobody had told us that they were stopped."
MP_WROTE = "My constituent has waited for eleven months for her hip, and has been given four dates."
SETTLED = "My lunch was cold two days running."
OPEN = "I have asked since this morning who will tell me about my operation."
MP = actions.Mp(
    name="Ida Brook MP", office="Constituency office, Elderbridge", address="1 Corn Street, Elderbridge"
)


def lay_out() -> None:
    """By the complaints officer of the demo's trust, yesterday and today."""
    by, trust = User.objects.get(email=OFFICER), Organisation.objects.get(ods_code=TRUST)
    ward = Service.objects.filter(organisation=trust).order_by("id").first()
    today = timezone.localdate()

    def wrote(channel, words, name, **given):
        given = {
            "intent": "complaint",
            "reply_wanted": True,
            "reply_by": "post",
            "received_on": today,
        } | given
        return Submission(
            channel=channel, source="desk", external_id=f"demo-{name}", organisation=trust, service=ward,
            comments=(("what_happened", words),), with_return_code=False, written_by=by, **given,
        )  # fmt: skip

    actions.take_in(
        wrote(Channel.TELEPHONE, CALL, "call", intent="concern", reply_by="telephone",
              contact={"name": "Avis Thorne", "telephone": "01632 960118"}),
        by=by,
    )  # fmt: skip
    actions.take_in(
        wrote(Channel.EMAIL, MAIL, "mail", reply_by="email", about="someone_else", consent="not_yet",
              relationship="daughter", received_on=today - timedelta(days=1),
              contact={"name": "Lena Foss", "email": "lena.foss@mail.example", "patient_name": "Greta Foss"}),
        by=by,
    )  # fmt: skip
    actions.take_in(
        wrote(Channel.LETTER, MP_WROTE, "mp", contact={"name": "Hilda Crane", "address": "9 Weir Road, Elderbridge"}),
        mp=MP, by=by,
    )  # fmt: skip
    said = {"reply_wanted": False, "reply_by": ""}
    actions.log_spoken(
        wrote(Channel.SPOKEN, SETTLED, "settled", **said),
        done="The kitchen sent a hot meal, and the cook came up to say sorry.", agreed=True, by=by,
    )  # fmt: skip
    actions.log_spoken(wrote(Channel.SPOKEN, OPEN, "open", **said), by=by)
    while deliver_batch():
        pass
