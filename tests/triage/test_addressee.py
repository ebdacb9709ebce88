"""Who a letter goes to, and by which ways it may reach them."""

import pytest

from feedback.models import ReplyBy
from tests.factories import a_case, a_party
from triage.addressee import Addressee, addressee, refused_ways, usual_party, usual_way
from triage.models import Party

pytestmark = pytest.mark.django_db
WHOLE = {
    "name": "Ada Invented", "email": "ada@patientview.example", "address": "1 Mill Lane", "holds_code": True,
    "email_agreed": True,
}  # fmt: skip


@pytest.fixture(autouse=True)
def notify(settings):
    settings.NOTIFY_API_KEY = ""


def test_without_a_party_it_is_the_person_who_left_their_details():
    case = a_case(reply_by="post", contact={"name": "Ada", "address": "1 Mill Lane", "needs": "Yellow paper"})
    who = addressee(case)
    assert (who.name, who.address, who.needs, who.prefers) == ("Ada", "1 Mill Lane", "Yellow paper", "post")
    assert usual_way(who) == "print"


def test_a_person_without_a_name_reads_it_with_their_code():
    who = addressee(a_case())
    assert who == Addressee(prefers="code", holds_code=True)
    assert usual_way(who) == "portal"


def test_the_party_marked_as_answered_comes_before_the_one_who_complains():
    case = a_case()
    a_party(case, name="Ada")
    mp = a_party(case, "mp", name="The Rt Hon. A. Sample", office="House of Commons", answered=True)
    assert addressee(case).office == "House of Commons"
    assert usual_party(case, "final") == mp


def test_consent_is_asked_of_the_patient_and_a_covering_note_goes_to_the_mp():
    case = a_case()
    patient, mp = a_party(case, "patient"), a_party(case, "mp")
    assert (usual_party(case, "consent"), usual_party(case, "covering")) == (patient, mp)
    assert usual_party(a_case(), "consent") is None


@pytest.mark.parametrize(("wish", "ways"), [
    (ReplyBy.CODE, {"portal"}), (ReplyBy.EMAIL, {"email"}), (ReplyBy.POST, {"print"}), (ReplyBy.TELEPHONE, set()),
])  # fmt: skip
def test_a_way_the_person_ruled_out_is_refused(wish, ways):
    refused = refused_ways(Addressee(**WHOLE, ruled_out=(wish,)))
    assert set(refused) - {"notify"} == ways
    assert all("ruled out" in why for way, why in refused.items() if way in ways)
    assert usual_way(Addressee(**WHOLE, ruled_out=(wish,), prefers=wish)) not in ways


@pytest.mark.parametrize(("lacking", "way", "why"), [
    ({"holds_code": False}, "portal", "no return code"), ({"holds_code": False}, "email", "no return code"),
    ({"email": ""}, "email", "no e-mail address"), ({"email_agreed": False}, "email", "regulation 15"),
    ({"address": " "}, "print", "no postal address"), ({}, "notify", "not set up"),
    *(({"shape": shape}, "print", Party.Shape(shape).label) for shape in ("braille", "audio", "bsl")),
])  # fmt: skip
def test_a_way_that_cannot_be_used_says_why(lacking, way, why):
    assert why in refused_ways(Addressee(**WHOLE | lacking))[way]


def test_notify_posts_where_it_is_set_up(settings):
    settings.NOTIFY_API_KEY = "k" * 73
    assert usual_way(Addressee(**WHOLE, prefers="post")) == "notify"
    assert "notify" in refused_ways(Addressee(**WHOLE, ruled_out=("post",)))


@pytest.mark.parametrize("shape", ["braille", "audio", "bsl"])
def test_what_no_printer_makes_is_ordered_and_done_by_hand(shape):
    who = Addressee(**WHOLE, shape=shape, prefers="post")
    assert "Order" in who.to_order
    assert usual_way(who) == "by_hand"


@pytest.mark.parametrize("prefers", ["", *ReplyBy.values])
def test_there_is_always_a_way(prefers):
    assert usual_way(Addressee(prefers=prefers)) == "by_hand"
    assert usual_way(Addressee(**WHOLE, prefers=prefers, ruled_out=tuple(ReplyBy.values))) == "by_hand"


def test_email_needs_consent_recorded_or_chosen_by_the_person_themselves():
    case = a_case(reply_by="email", contact={"name": "Ada", "email": "ada@patientview.example"})
    assert addressee(case).email_agreed
    chosen = a_party(case, name="Ada", email="ada@patientview.example")
    assert addressee(case).email_agreed
    Party.objects.filter(pk=chosen.pk).update(email="other@patientview.example")
    assert not addressee(type(case).objects.get(pk=case.pk)).email_agreed
    Party.objects.filter(pk=chosen.pk).update(email_agreed_on=case.received_on)
    assert addressee(type(case).objects.get(pk=case.pk)).email_agreed


def test_the_patient_does_not_hold_the_code_of_the_one_who_complained_for_them():
    case = a_case(about="someone_else", relationship="daughter", consent="not_yet",
                  contact={"name": "Ada", "email": "ada@patientview.example"})  # fmt: skip
    patient, who_wrote = a_party(case, "patient", name="Mr B."), a_party(case, "representative", name="Ada",
                                                                         email="ada@patientview.example")  # fmt: skip
    assert not addressee(case, patient).holds_code
    assert addressee(case, who_wrote).holds_code
