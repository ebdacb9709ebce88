import datetime as dt
import io

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feedback.models import Consent
from tests.factories import UserFactory, a_case, a_letter, a_party, days_ago
from triage import actions
from triage.agreement import consent_of, waiting_for_consent, waits_for_consent
from triage.models import Case, ConsentRequest, Event
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return UserFactory(name="Sam Okoro")


def for_another(**given):
    return a_case(**{"about": "someone_else", "relationship": "daughter", "consent": "not_yet"} | given)


@pytest.fixture
def case(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return for_another(intent="concern", received_on=days_ago(10))


def a_form(case, by, words=b"I agree."):
    file = io.BytesIO(words)
    return actions.attach(
        case, file=file, name="form.txt", kind="consent", received_on=days_ago(0), by=by
    ).kept[0]


def replies(case, by):
    actions.reply(case, text=a_letter(), by=by)


def stands(case):
    return consent_of(Case.objects.get(pk=case.pk))


def test_asking_sets_the_day_to_ask_again_and_stops_no_clock(sam, time_machine):
    time_machine.move_to(dt.datetime(2026, 4, 2, 10, tzinfo=dt.UTC))
    case = for_another()
    before = case.next_due_on
    asked = actions.ask_consent(case, how="post", by=sam)
    assert (asked.asked_on, asked.chase_on) == (dt.date(2026, 4, 2), dt.date(2026, 4, 13))
    assert case.next_due_on == before


def test_what_was_done_earlier_is_kept_with_its_own_day(case, sam):
    asked = actions.ask_consent(case, how="post", asked_on=days_ago(8), by=sam)
    assert asked.asked_on == days_ago(8)
    actions.record_consent(case, told="telephone", note="He rang.", answered_on=days_ago(2), by=sam)
    kept = ConsentRequest.objects.get()
    assert (kept.answered_on, kept.told) == (days_ago(2), "telephone")


@pytest.mark.parametrize(("days", "why"), [(-1, "in the past"), (11, "before the day we received this")])
def test_a_day_of_asking_that_cannot_be_is_refused(days, why, case, sam):
    with pytest.raises(NotAllowed, match=why):
        actions.ask_consent(case, how="post", asked_on=days_ago(days), by=sam)
    assert not ConsentRequest.objects.exists()


@pytest.mark.parametrize(("days", "why"), [(-1, "in the past"), (6, "before the day we asked")])
def test_a_day_of_the_answer_that_cannot_be_is_refused(days, why, case, sam):
    actions.ask_consent(case, how="post", asked_on=days_ago(5), by=sam)
    with pytest.raises(NotAllowed, match=why):
        actions.record_consent(case, told="telephone", note="He rang.", answered_on=days_ago(days), by=sam)
    assert ConsentRequest.objects.get().answer == ""


def test_an_answer_of_an_earlier_day_does_not_undo_a_later_one(case, sam):
    actions.record_consent(case, answer="refused", note="She rang.", answered_on=days_ago(2), by=sam)
    with pytest.raises(NotAllowed, match="the answer that is kept already"):
        actions.record_consent(case, told="email", note="By e-mail.", answered_on=days_ago(3), by=sam)
    assert stands(case) == "refused"


def test_the_patient_is_asked_once_at_a_time_and_again_twice_and_who_did_it_stays(case, sam):
    with pytest.raises(NotAllowed, match="Ask them first"):
        actions.chase_consent(case, by=sam)
    asked = actions.ask_consent(case, how="email", by=sam)
    with pytest.raises(NotAllowed, match="asked already"):
        actions.ask_consent(case, how="post", by=sam)
    first = ConsentRequest.objects.get().chase_on
    actions.chase_consent(case, how="in_person", by=sam)
    second = ConsentRequest.objects.get().chase_on
    other = UserFactory()
    actions.chase_consent(case, by=other)
    assert first < second and ConsentRequest.objects.get().chase_on is None
    chases = Event.objects.filter(kind="chase_consent").order_by("id")
    assert [(one.by, one.detail) for one in chases] == [
        (sam, {"consent": asked.pk, "how": "in_person"}),
        (other, {"consent": asked.pk, "how": "email"}),
    ]


def test_what_is_due_to_be_asked_again_is_found_until_it_is_answered(case, sam):
    asked = actions.ask_consent(case, how="post", by=sam)
    day_before = asked.chase_on - dt.timedelta(days=1)
    assert not ConsentRequest.objects.to_chase(day_before)
    assert ConsentRequest.objects.to_chase(asked.chase_on).get() == asked
    actions.record_consent(case, told="telephone", note="Signed form.", by=sam)
    assert not ConsentRequest.objects.to_chase(asked.chase_on)


@pytest.mark.parametrize("how", ["telephone", "post", "email"])
def test_a_patient_is_never_asked_by_a_way_they_ruled_out(how, case, sam):
    a_party(case, "patient", ruled_out=[how])
    with pytest.raises(NotAllowed, match=r"The patient ruled out .*DCB1605"):
        actions.ask_consent(case, how=how, by=sam)
    actions.ask_consent(case, how="in_person", by=sam)
    with pytest.raises(NotAllowed, match="DCB1605"):
        actions.chase_consent(case, how=how, by=sam)
    assert ConsentRequest.objects.get().chased == 0


@pytest.mark.parametrize(
    "said", [{"told": "telephone"}, {"answer": "without", "ground": "capacity"}, {"told": "form"}]
)
def test_with_consent_or_a_ground_the_reply_may_go(said, case, sam):
    form = {"evidence": a_form(case, sam)} if said.get("told") == "form" else {}
    actions.record_consent(case, **said, **form, note="Dr Sedge and the family agreed.", by=sam)
    kept = ConsentRequest.objects.get()
    assert kept.answered_by == sam
    replies(case, sam)
    assert case.status == "replied"


@pytest.mark.parametrize("ground", ["died", "child", "capacity", "authority", "law"])
def test_every_ground_of_the_list_is_kept_with_who_decided(ground, case, sam):
    actions.record_consent(case, answer="without", ground=ground, note="I decided.", by=sam)
    assert stands(case) == "without"
    assert Event.objects.filter(kind="record_consent", by=sam, detail__ground=ground).exists()


def test_the_feedback_says_for_ever_what_it_said(case, sam):
    before = type(case.feedback).objects.filter(pk=case.feedback_id).values().get()
    actions.record_consent(case, told="telephone", note="She agreed.", by=sam)
    actions.record_consent(case, answer="withdrawn", note="She rang.", by=sam)
    assert type(case.feedback).objects.filter(pk=case.feedback_id).values().get() == before
    assert before["consent"] == Consent.NOT_YET


@pytest.mark.parametrize("answer", ["refused", "withdrawn"])
def test_a_later_no_keeps_the_reply_back_even_after_consent_was_given(answer, case, sam):
    actions.record_consent(case, told="telephone", note="She agreed on the telephone.", by=sam)
    actions.record_consent(case, answer=answer, note="She rang: she does not want it.", by=sam)
    assert stands(case) == answer
    with pytest.raises(NotAllowed, match="regulation 5"):
        replies(case, sam)


def test_nobody_takes_back_what_they_did_not_give(case, sam):
    with pytest.raises(NotAllowed, match="had not agreed before"):
        actions.record_consent(case, answer="withdrawn", note="She rang.", by=sam)


def test_a_form_that_is_set_aside_is_consent_no_more(case, sam):
    form = a_form(case, sam)
    actions.record_consent(case, told="form", evidence=form, note="It came.", by=sam)
    assert stands(case) == "given"
    actions.set_aside(form, why="It is of another patient.", by=sam)
    assert stands(case) == "fell"
    with pytest.raises(NotAllowed, match="regulation 5"):
        replies(case, sam)


def test_a_form_of_another_case_or_set_aside_is_no_evidence(case, sam):
    other, aside = a_form(for_another(), sam), a_form(case, sam, b"Another.")
    actions.set_aside(aside, why="Wrong.", by=sam)
    for form in (other, aside):
        with pytest.raises(NotAllowed, match="another case, or was set aside"):
            actions.record_consent(case, told="form", evidence=form, note="It came.", by=sam)


def test_once_the_patient_is_asked_their_word_counts_and_not_what_another_said(sam):
    case = for_another(intent="concern", consent="given")
    assert stands(case) == "given"
    actions.ask_consent(case, how="post", by=sam)
    assert stands(case) == "asked"
    with pytest.raises(NotAllowed, match="regulation 5"):
        replies(case, sam)


def test_a_case_with_a_patient_besides_is_about_someone_else_whatever_was_ticked(sam):
    case = a_case(intent="concern")
    assert stands(case) == "not_needed"
    actions.add_party(case, part="patient", name="Mr B. Invented", by=sam)
    assert stands(case) == "not_yet"
    with pytest.raises(NotAllowed, match="regulation 5"):
        replies(case, sam)


def test_a_person_who_speaks_for_themselves_is_never_asked(sam):
    for act in (
        lambda case: actions.ask_consent(case, how="post", by=sam),
        lambda case: actions.record_consent(case, told="telephone", note="By letter.", by=sam),
    ):
        with pytest.raises(NotAllowed, match="no consent is needed"):
            act(a_case())


@pytest.mark.parametrize(("said", "why"), [
    ({"note": " ", "told": "telephone"}, "Say how"), ({"answer": "perhaps"}, "what the patient said"), ({}, "how the patient told"),
    ({"told": "pigeon"}, "how the patient told"), ({"told": "note"}, "how the patient told"), ({"told": "form"}, "Add it to the files"),
    ({"answer": "without"}, "Choose the ground"), ({"answer": "without", "ground": "note"}, "Choose the ground"),
    ({"told": "telephone", "ground": "died"}, "only for going on without"),
])  # fmt: skip
def test_an_answer_says_what_and_how(said, why, case, sam):
    with pytest.raises(NotAllowed, match=why):
        actions.record_consent(case, **{"note": "By letter."} | said, by=sam)
    assert not ConsentRequest.objects.exists()


@pytest.mark.parametrize(
    "row", [{"answer": "given"}, {"answer": "given", "told": "form"}, {"answer": "without"},
            {"answer": "refused", "ground": "died"}],
)  # fmt: skip
def test_the_database_holds_no_answer_without_its_evidence_or_ground(row, case, sam):
    today = timezone.localdate()
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentRequest.objects.create(
            case=case, asked_on=today, asked_by=sam, answered_on=today, answered_by=sam, note="x", **row
        )


SAYS = st.sampled_from(["ask", "given", "form", "aside", "refused", "withdrawn", "without"])


@settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.sampled_from(["not_yet", "given"]), st.lists(SAYS, max_size=6))
def test_the_database_finds_the_same_cases_that_wait_as_the_rule_does(case, sam, told, steps):
    with transaction.atomic():
        type(case.feedback).objects.filter(pk=case.feedback_id).update(consent=told)
        form = a_form(case, sam)
        for step in steps:
            _says(step, case, form, sam)
            fresh = Case.objects.get(pk=case.pk)
            assert waiting_for_consent(Case.objects.all()).exists() == waits_for_consent(fresh)
        transaction.set_rollback(True)


def _says(step, case, form, by):
    said = {
        "given": {"told": "in_person"}, "form": {"told": "form", "evidence": form}, "refused": {"answer": "refused"},
        "withdrawn": {"answer": "withdrawn"}, "without": {"answer": "without", "ground": "died"},
    }  # fmt: skip
    try:
        if step == "ask":
            actions.ask_consent(case, how="in_person", by=by)
        elif step == "aside":
            actions.set_aside(form, why="Wrong.", by=by)
        else:
            actions.record_consent(case, note="Said so.", **said[step], by=by)
    except NotAllowed:
        pass
