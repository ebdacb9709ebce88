"""The demo: an invented corner of the NHS that shows everything, and could be mistaken for nobody."""

import random
import re
from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from feedback.models import About, Alert, Channel, Consent, Contact, Feedback, FftAnswer, Intent, ReplyBy
from feedback.references import hash_return_code, return_code
from feedback.search.names import named
from feedback.signals import TIER_0
from organisations.models import Kind, Membership, Organisation, Role, Service, User
from patientview.demo.lives import MUST
from patientview.demo.load import load
from patientview.demo.moments import as_if_at, at
from patientview.demo.staff import LOGINS, OFFICER, PASSWORD
from patientview.demo.stories import Teller, read_stories
from sentiment.models import Classification
from triage.absence.covers import Covers
from triage.actions import note_breaches
from triage.alerting.rota import gaps_ahead, now_in_words
from triage.ledger.verify import walk
from triage.models import (
    Case,
    CaseLink,
    Decision,
    Event,
    Issue,
    JointPart,
    Letter,
    Merge,
    Outcome,
    Priority,
    Referral,
    Reply,
    SavedView,
    Status,
    Team,
)
from triage.outcome import derived
from triage.queue.filters import Filters

COUNT = 150
QUICK = {"ENGINE": "keywords", "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"]}


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """A smaller demo, loaded once, gone again after the last test of this module."""
    kept = {"MEDIA_ROOT": tmp_path_factory.mktemp("letters")}
    with django_db_blocker.unblock(), override_settings(**QUICK, **kept), transaction.atomic():
        load(COUNT)
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def held(rows, field):
    rows = rows if isinstance(rows, QuerySet) else rows.objects.all()
    return set(rows.order_by().values_list(field, flat=True).distinct())


def test_all_that_was_planned_is_there():
    written_back = Feedback.objects.filter(source="track").count()
    at_the_desk = Feedback.objects.filter(source="desk").count()
    assert Feedback.objects.count() - written_back - at_the_desk == COUNT
    assert written_back


def test_a_case_is_in_every_state_with_every_team_priority_and_outcome():
    assert held(Case, "status") == set(Status.values)
    assert held(Case, "team") == set(Team.values)
    assert held(Case, "priority") == set(Priority.values)
    assert held(Case, "outcome") >= set(Outcome.values)


def test_every_way_in_and_every_wish_is_there():
    assert held(Feedback, "channel") == set(Channel.values)
    assert held(Feedback, "intent") == set(Intent.values)
    assert held(Feedback, "about") == set(About.values)
    assert held(Feedback, "consent") == set(Consent.values)
    assert held(Feedback, "reply_by") == {"", *ReplyBy.values}
    assert held(Feedback, "fft_answer") == {None, *FftAnswer.values}


def test_views_are_kept_and_shared_and_none_is_out_of_date():
    officer = User.objects.get(email=OFFICER)
    views = list(SavedView.objects.visible_to(officer))
    assert len(views) == 3
    assert {bool(one.organisation) for one in views} == {True, False}
    for view in views:
        assert Filters(QueryDict(view.query), user=officer).is_valid()


def test_a_person_of_the_demo_is_found_by_name():
    contact = next(one for one in Contact.objects.select_related("feedback").order_by("id") if one.name)
    for ids in named(contact.name):
        assert contact.feedback_id in ids.values_list("feedback", flat=True)


def test_everything_that_can_happen_to_a_case_has_happened():
    assert held(Event, "kind") == {
        "open", "take", "assign", "acknowledge", "agree_date", "refer", "tell", "note", "correct",
        "record_consent", "reply", "close", "reopen", "write_back", "take_alert", "breach", "explain",
        "draft", "put_forward", "sign", "ask_consent", "raise_issue", "decide_issue", "merge", "absorb",
        "link", "ask_part", "answer_part", "take_in",
    }  # fmt: skip
    assert held(Event, "clock") >= {"acknowledge_by", "respond_by"}


def test_history_lies_in_the_past_and_in_order():
    assert not Event.objects.filter(at__gt=timezone.now()).exists()
    assert Event.objects.filter(at__lt=timezone.now() - timezone.timedelta(days=60)).exists()
    for case in Case.objects.prefetch_related("events"):
        moments = [event.at for event in case.events.all()]
        assert moments == sorted(moments)
        assert moments[0] >= case.opened_at
        assert timezone.localdate(case.opened_at) >= case.received_on


def test_nothing_is_left_to_send_but_letters_and_calls_by_hand():
    assert not Referral.objects.waiting().exists()
    assert held(Reply, "way") == {"portal", "email", "by_hand", "print"}
    assert held(Reply.objects.waiting(), "way") <= {"by_hand", "print"}
    assert Reply.objects.to_print().exists()


def test_the_answer_to_a_complaint_was_signed_by_the_responsible_person_of_the_body_that_answered():
    signed = Letter.objects.filter(kind="final", state="sent").select_related("case", "signed_by")
    assert signed.count() == Event.objects.filter(kind="sign").count() > 20
    for letter in signed:
        assert letter.signed_by.memberships.get().role == Role.RESPONSIBLE_PERSON
        assert letter.signed_by.memberships.get().organisation == letter.signed_for


def test_every_complaint_that_was_answered_says_what_was_found_and_ended_as_its_findings_say():
    answered = Case.objects.filter(letters__kind="final", letters__state="sent").distinct()
    assert answered.count() > 20
    for case in answered:
        outcome = derived(case.issues.findings())
        assert outcome and case.outcome in ("", outcome), case
    assert held(Issue, "finding") >= {"upheld", "not"}
    assert len(held(Issue, "subject")) > 3


def test_a_person_at_risk_waits_and_others_were_seen_to():
    assert Alert.objects.open().count() >= 2
    assert held(Alert.objects.exclude(taken_by=None), "kind") == set(TIER_0)


def test_only_the_words_that_are_meant_to_raise_an_alert():
    assert {story.danger for story in read_stories()} == {"", *TIER_0}
    alarming = Feedback.objects.exclude(alerts=None).distinct().count()
    assert alarming == sum("danger" in needs for _, _, needs in MUST)


def test_the_complaints_officer_has_forty_open_cases_and_three_about_to_breach():
    hers = Case.objects.open().filter(handler__email=OFFICER)
    today = timezone.localdate()
    soon = hers.filter(respond_by__range=(today, today + timezone.timedelta(days=2)), replied_at=None)
    assert 34 <= hers.count() <= 44
    assert soon.count() == 3
    assert hers.overdue(today).exists()


def test_doubts_are_open_and_settled_and_some_feedback_has_only_just_come():
    unsettled = Decision.objects.current().filter(needs_person=True, feedback__case=None)
    assert unsettled.exists()
    assert Decision.objects.exclude(by=None).exists()
    assert Classification.objects.exclude(by=None).exists()
    assert Feedback.objects.undecided().exists()
    assert Feedback.objects.filter(received_on=timezone.localdate()).exists()


def test_no_two_people_say_the_same():
    said = Counter(
        " ".join(comment.text for comment in one.comments.all())
        for one in Feedback.objects.prefetch_related("comments")
    )
    assert [words for words, times in said.items() if times > 1] == []


def test_the_words_have_no_slot_left_open():
    texts = [comment.text for one in Feedback.objects.all() for comment in one.comments.all()]
    texts += Reply.objects.values_list("text", flat=True)
    assert [text for text in texts if "{" in text or "[Write" in text] == []


def test_every_reply_to_a_complaint_has_the_parts_the_law_asks_for():
    replies = Reply.objects.filter(kind="reply", case__team=Team.COMPLAINTS)
    assert replies.exists()
    parts = ("How we looked into it", "What we found", "What we are doing about it", "Ombudsman")
    assert all(part in reply.text for reply in replies for part in parts)


def test_numbers_ring_nowhere_and_letters_go_nowhere():
    for contact in Contact.objects.all():
        assert re.fullmatch(r"(07700 900|01632 960)\d{3}", contact.telephone) or not contact.telephone
        assert contact.email.endswith("@mail.example") or not contact.email


def test_no_provider_has_the_name_of_a_real_body():
    invented = re.compile(
        "Elder Vale|Vale and Moor|Moorside and Tarn|Nettlebeck|Beck Lane|Tarn|The Old Mill|Larkspur|Hollin Bank|"
        "Millbrook|Fellside|Chapel Lane|Moorhope|Bridge Street|Weir Lane"
    )
    providers = Organisation.objects.exclude(kind=Kind.NATIONAL)
    assert [one.name for one in providers if not invented.match(one.name)] == []
    # Codes of a shape that is right and from ranges that the directory has not given to such bodies.
    assert all("Z" in one.ods_code or "99" in one.ods_code for one in providers)
    assert set(Organisation.objects.filter(kind=Kind.NATIONAL).values_list("body", flat=True)) == {
        "cqc", "healthwatch", "phso", "hssib",
    }  # fmt: skip


def test_the_directory_is_whole():
    for one in Organisation.objects.all():
        one.full_clean()
        assert one.lineage.endswith(f"/{one.pk}/")
    assert Organisation.objects.filter(kind=Kind.ICB).count() == 2
    closed = Organisation.objects.get(name="Chapel Lane Surgery")
    assert closed.successor.is_open_on(timezone.localdate())
    assert Service.objects.count() >= 40


@pytest.mark.parametrize(("role", "email"), [(role, email) for role, email, *_ in LOGINS])
def test_every_role_can_sign_in(role, email):
    client = Client()
    client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    assert client.session.get("_auth_user_id") == str(User.objects.get(email=email).pk), role


def test_there_is_a_login_for_every_role():
    emails = [email for _, email, *_ in LOGINS]
    assert set(Membership.objects.filter(user__email__in=emails).values_list("role", flat=True)) == set(
        Role.values
    )


def test_the_return_codes_that_are_printed_lead_somewhere():
    replied, waiting = (
        Feedback.objects.get(return_code_hash=hash_return_code(return_code("web", name)))
        for name in ("demo-replied", "demo-waiting")
    )
    assert replied.case.replies.filter(kind="reply").exists()
    assert waiting.case.is_open
    assert waiting.case.replied_at is None


def test_a_second_run_changes_nothing_and_asks_once(capsys, django_assert_num_queries):
    before = (Feedback.objects.count(), Event.objects.count(), User.objects.count())
    with django_assert_num_queries(1):
        call_command("load_demo", yes_a_demo=True)
    assert (Feedback.objects.count(), Event.objects.count(), User.objects.count()) == before
    printed = capsys.readouterr().out
    assert all(email in printed for _, email, *_ in LOGINS)
    assert re.search(r"\d{4} \d{4} \d{4} \d{4} +has a reply", printed)


def test_a_complaint_came_twice_two_belong_together_and_two_bodies_have_a_part():
    merge = Merge.objects.standing().get()
    assert merge.kept.feedback.external_id == "demo-waiting"
    assert merge.kept.is_open and not merge.merged.is_open
    assert CaseLink.objects.standing().count() == 1
    assert {part.is_waiting for part in JointPart.objects.all()} == {True, False}


def test_every_breach_is_noted_already():
    assert note_breaches() == 0


def test_a_hosted_database_gets_no_well_known_passwords_by_mistake(settings):
    settings.HOSTED = True
    with pytest.raises(CommandError, match="passwords are known"):
        call_command("load_demo")


def test_the_clock_of_the_demo_reaches_every_now():
    moment = at(timezone.localdate() - timezone.timedelta(days=40), 10, 30)
    with as_if_at(moment):
        assert timezone.now() == moment
        assert timezone.localdate() == moment.date()
        assert Reply(way="portal").next_try_at == moment
    assert timezone.now() > moment


def test_a_story_is_never_told_twice_in_the_same_words():
    story = next(one for one in read_stories() if one.language == "pl")
    teller = Teller(random.Random(1))
    assert teller.tell(story, "Rowan Ward")
    assert teller.tell(story, "Rowan Ward") is None


def test_somebody_is_on_call_at_the_demo_trust_now_and_a_gap_is_left_to_be_seen():
    trust, now = Organisation.objects.get(ods_code="RZA"), timezone.now()
    told = now_in_words(trust, now)
    assert told["on_call"]
    assert told["site_manager"]
    assert [gap["ends"] for gap in gaps_ahead(trust, now)] == [None]


def test_a_colleague_at_the_demo_trust_is_away_and_covered():
    covers = Covers.on(timezone.localdate())
    grace = User.objects.get(email="complaints@patientview.example")
    (away,) = covers.covered_by(grace.pk)
    assert covers.of(away).by == grace


def test_the_demos_history_is_whole():
    assert not [fault for _, _, fault in walk() if fault]
