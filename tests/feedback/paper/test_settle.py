"""What stands on a form, as feedback: once, when nothing is doubtful, and nothing lost."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from feedback.models import Alert, Contact, Feedback, FilledForm, FormField
from feedback.paper import settle
from feedback.paper.settle import settle_ready
from feedback.paper.submitting import submission
from tests.factories import LONG_AGO, OrganisationFactory, ServiceFactory, UserFactory, days_ago
from tests.feedback.paper.rows import COMPLAINT, a_batch, a_field, a_form, a_scan, doubtful, fields

pytestmark = pytest.mark.django_db
YESTERDAY = days_ago(1).isoformat()
WORDS = {"what_good": "Everyone was kind."}


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({"fft_answer": "1"}, {"fft_answer": 1, "intent": "comment", "comments": ()}),
        ({"fft_answer": "6"}, {"fft_answer": 6}),
        ({"fft_answer": "?"} | WORDS, {"fft_answer": None, "comments": (("what_good", "Everyone was kind."),)}),
        ({"fft_answer": ""} | WORDS, {"fft_answer": None}),
        ({"intent": "compliment"} | WORDS, {"intent": "compliment", "reply_wanted": False}),
        ({"intent": "complaint"} | WORDS, {"intent": "complaint", "reply_wanted": True, "reply_by": ""}),
        ({"intent": "complaint", "reply_wanted": "no"} | WORDS, {"reply_wanted": False}),
        ({"what_good": " Kind\r\nstaff ", "could_improve": "?"}, {"comments": (("what_good", "Kind\nstaff"),)}),
        # consent is only for someone else, and silence is none
        ({"about": "self", "consent": "given"} | WORDS, {"about": "self", "consent": "not_needed"}),
        ({"about": "someone_else"} | WORDS, {"about": "someone_else", "consent": "not_yet"}),
        ({"about": "someone_else", "consent": "given"} | WORDS, {"consent": "given"}),
        ({"about": "", "consent": "given"} | WORDS, {"about": "someone_else", "consent": "given"}),
        ({"patient_name": "Ada Invented"} | WORDS, {"about": "someone_else", "consent": "not_yet"}),
        ({"about": "self", "relationship": "son"} | WORDS, {"relationship": ""}),
        ({"about": "someone_else", "relationship": "son"} | WORDS, {"relationship": "son"}),
        # a way to reply needs its detail, and falls back on what there is
        ({"reply_by": "email", "email": "jo@example.org"} | WORDS, {"reply_wanted": True, "reply_by": "email"}),
        ({"reply_by": "email", "address": "1 Invented Lane"} | WORDS, {"reply_wanted": True, "reply_by": "post"}),
        ({"reply_by": "email"} | WORDS, {"reply_wanted": True, "reply_by": ""}),
        ({"reply_by": "code"} | WORDS, {"reply_by": "code", "with_return_code": True}),
        ({"reply_wanted": "no", "reply_by": "email", "email": "jo@example.org"} | WORDS,
         {"reply_wanted": False, "reply_by": "", "contact": {"email": "jo@example.org"}}),
        ({"reply_wanted": "yes", "telephone": "01134960000"} | WORDS, {"reply_by": "telephone"}),
        # days
        ({"stamp": YESTERDAY} | WORDS, {"received_on": days_ago(1)}),
        ({"stamp": days_ago(-9).isoformat()} | WORDS, {"received_on": days_ago(3)}),
        ({"stamp": "2026-99-99"} | WORDS, {"received_on": days_ago(3)}),
        ({"stamp": ""} | WORDS, {"received_on": days_ago(3), "experience_on": None}),
        ({"experience_on": YESTERDAY} | WORDS, {"experience_on": days_ago(1)}),
        # what nobody can make out is nothing
        ({"name": "?", "intent": "?"} | WORDS, {"contact": {}, "intent": "comment"}),
    ],
)  # fmt: skip
def test_a_card_as_a_submission(values, wanted):
    one = submission(form := a_form(), fields(form, **values))
    assert {name: getattr(one, name) for name in wanted} == wanted
    one.tidied().check()


def test_it_says_where_it_comes_from():
    ward = ServiceFactory()
    form = a_form(service=ward, organisation=ward.organisation)
    one = submission(form, fields(form, fft_answer="2"))
    assert (one.channel, one.source, one.external_id) == ("paper", "paper", str(form.key))
    assert (one.organisation, one.service, one.fft_mode) == (ward.organisation, ward, "Paper discharge")


def test_who_fills_in_the_complaint_form_and_ticks_nothing_complains():
    form = a_form(layout=COMPLAINT)
    one = submission(form, fields(form, what_happened="The lift was broken for a week.", intent=""))
    assert (one.intent, one.reply_wanted, one.fft_mode) == ("complaint", True, "")


def test_a_person_is_believed_before_the_machine():
    form = a_form()
    one = submission(form, [a_field(form, "fft_answer", "5", trusted=False, human="1")])
    assert one.fft_answer == 1


def test_cards_outlive_mergers_and_closed_wards():
    heir = OrganisationFactory()
    closed = OrganisationFactory(closed_on=days_ago(400), successor=heir)
    ward = ServiceFactory(organisation=closed, opened_on=LONG_AGO)
    form = a_form(a_batch(closed), service=ward)
    one = submission(form, fields(form, **WORDS))
    assert (one.organisation, one.service) == (heir, None)


def test_a_long_relationship_and_no_date_are_for_a_person():
    form = a_form()
    given = fields(form, about="someone_else", relationship="x" * 61, **WORDS)
    with pytest.raises(ValidationError):
        submission(form, given)
    other = a_form()
    with pytest.raises(ValidationError):
        submission(other, fields(other, experience_on="2026-02-31", **WORDS))


# settling


def settled(form):
    return settle_ready(), FilledForm.objects.get(pk=form.pk)


def question(form, name):
    """The field as it waits for a person, or None."""
    return FormField.objects.doubtful().filter(form=form, name=name).first()


def test_a_form_with_nothing_doubtful_is_feedback_once():
    form = a_form()
    fields(form, fft_answer="1", name="Jo Invented", email="jo@example.org", reply_by="email", **WORDS)
    count, form = settled(form)
    assert (count, form.set_aside) == (1, "")
    assert form.settled_at
    assert (form.feedback.channel, form.feedback.fft_answer) == ("paper", 1)
    assert form.feedback.comments.get().text == "Everyone was kind."
    assert Contact.objects.get().email == "jo@example.org"
    assert settle_ready() == 0
    assert Feedback.objects.count() == 1


def test_nothing_settles_with_a_doubtful_field():
    form = a_form()
    fields(form, fft_answer="1")
    doubtful(form, "what_good", "Kmd nurzes")
    assert settled(form)[0] == 0
    assert not Feedback.objects.exists()


def test_a_form_just_checked_waits_so_that_a_slip_can_be_undone_unless_it_is_urgent():
    calm, urgent = a_form(), a_form(urgent=True)
    for form in (calm, urgent):
        doubtful(form, "fft_answer", human="1", checked_at=timezone.now())
    assert settle_ready() == 1
    assert FilledForm.objects.get(pk=urgent.pk).settled_at
    assert settle_ready(grace=timedelta(0)) == 1


def test_words_of_danger_raise_an_alert():
    form = a_form()
    fields(form, could_improve="I want to end my life and nobody listens.")
    settled(form)
    assert Alert.objects.get().kind == "self_harm"


@pytest.mark.parametrize("values", [{}, {"fft_answer": "", "what_good": ""}, {"stamp": YESTERDAY}])
def test_an_empty_form_is_set_aside_and_says_why(values):
    form = a_form()
    fields(form, **values)
    count, form = settled(form)
    assert (count, form.feedback, form.set_aside) == (1, None, "Nothing is written on it")


def test_a_form_with_only_a_name_is_looked_at_by_a_person_first():
    form = a_form()
    fields(form, name="Jo Invented", what_good="", intent="complaint")
    assert settled(form)[0] == 0
    asked = question(form, "what_good")
    assert asked.why == settle.NO_WORDS
    say(asked, "")
    count, form = settled(form)
    assert (count, form.set_aside) == (1, settle.NOTHING_TO_KEEP)


def test_two_ticks_void_the_score_and_keep_the_words():
    form = a_form()
    fields(form, **WORDS)
    say(doubtful(form, "fft_answer", "", why="Two boxes are ticked"), "?")
    settled(form)
    feedback = Feedback.objects.get()
    assert feedback.fft_answer is None
    assert feedback.comments.get().text == "Everyone was kind."


def say(field, value):
    """A person said so an hour ago."""
    FormField.objects.filter(pk=field.pk).update(
        human_value=value, checked_by=UserFactory(), checked_at=timezone.now() - timedelta(hours=1)
    )


ASKING = "I want to make a formal complaint about how I was spoken to."


@pytest.mark.parametrize("before", [None, ""])
def test_an_empty_complaint_box_never_stands_alone(before):
    form = a_form()
    fields(form, could_improve=ASKING)
    a_field(form, "intent", "", human=before)
    assert settled(form)[0] == 0
    asked = question(form, "intent")
    assert asked.why == settle.ASKS_COMPLAINT
    say(asked, "complaint")
    settled(form)
    assert Feedback.objects.get().intent == "complaint"


def test_a_person_may_say_that_it_is_no_complaint():
    form = a_form()
    fields(form, could_improve=ASKING, intent="")
    settled(form)
    say(question(form, "intent"), "")
    settled(form)
    assert Feedback.objects.get().intent == "comment"


def test_a_ticked_box_is_not_doubted():
    form = a_form()
    fields(form, could_improve=ASKING, intent="concern")
    settled(form)
    assert Feedback.objects.get().intent == "concern"


def test_a_way_to_reply_without_its_detail_is_asked_about_and_then_says_what_was_done():
    form = a_form()
    fields(form, reply_by="email", email="", address="1 Invented Lane, Eldervale", **WORDS)
    assert settled(form)[0] == 0
    say(question(form, "email"), "")
    settled(form)
    assert Feedback.objects.get().reply_by == "post"
    assert form.fields.get(name="reply_by").why == "No email address was given, so the reply goes by letter"


def test_what_intake_refuses_is_put_to_a_person_with_its_reason():
    form = a_form()
    fields(form, experience_on=days_ago(-30).isoformat(), **WORDS)
    other = a_form()
    fields(other, fft_answer="1")
    assert settled(form)[0] == 1  # the other one goes on
    asked = question(form, "experience_on")
    assert asked.why == "The date must be today or in the past."
    say(asked, YESTERDAY)
    assert settled(form)[0] == 1


def test_a_place_that_was_closed_is_mended_by_the_day():
    form = a_form(a_batch(OrganisationFactory(closed_on=days_ago(30))))
    fields(form, fft_answer="1")
    assert settled(form)[0] == 0
    asked = question(form, "stamp")
    assert (asked.kind, "was not open on that day" in asked.why) == ("date", True)
    say(asked, days_ago(40).isoformat())
    assert settled(form)[0] == 1


def test_a_form_taken_in_before_with_other_words_is_put_to_a_person():
    form = a_form()
    fields(form, fft_answer="1")
    one = submission(form, list(form.fields.all()))
    settled(form)
    Feedback.objects.filter(external_id=one.external_id).update(fingerprint="other")
    FilledForm.objects.filter(pk=form.pk).update(settled_at=None, feedback=None)
    assert settled(form)[0] == 0
    assert question(form, "stamp").why == settle.TAKEN_BEFORE


# pages that are awaited


def half_a_complaint(**given):
    form = a_form(layout=COMPLAINT, pages=[1], **given)
    fields(form, what_happened="The lift was broken for a week.")
    return form


def test_a_second_page_is_awaited_while_its_batch_is_read():
    form = half_a_complaint()
    unread = a_scan(form.scans.get().file, outcome="")
    assert settled(form)[0] == 0
    assert question(form, "missing_page") is None
    unread.delete()
    settled(form)
    assert question(form, "missing_page").why == "Page 2 did not come with the others"


def test_without_its_second_page_a_form_settles_only_when_a_person_says_so():
    form = half_a_complaint()
    settled(form)
    assert settled(form)[0] == 0
    say(question(form, "missing_page"), "without")
    count, form = settled(form)
    assert (count, form.feedback.intent) == (1, "complaint")


def test_a_page_that_comes_after_all_ends_the_question():
    form = half_a_complaint()
    settled(form)
    a_scan(form.scans.get().file, form=form, page=2)
    assert settled(form)[0] == 1
    assert not form.fields.filter(name="missing_page").exists()


def test_the_limit_holds():
    for _ in range(3):
        fields(a_form(), fft_answer="1")
    assert [settle_ready(limit=2), settle_ready(limit=2), settle_ready()] == [2, 1, 0]
