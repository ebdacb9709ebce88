"""Looks: which comments they read, what they keep, and that each is done once whatever happens."""

import datetime as dt
import json
from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from insights.emerging.ask import ask, ask_for_today, row_of
from insights.emerging.look import do, look_at_next, told
from insights.emerging.sentences import found, growth
from insights.models import EmergingComment, EmergingLook, EmergingTheme
from insights.tasks import group_waiting
from organisations.models import Role
from sentiment.classify import classify_batch, correct
from sentiment.models import Classification
from tests.factories import IcbFactory, OrganisationFactory, ServiceFactory, a_member, days_ago, received
from tests.insights.emerging.invented import PIGEONS, ordinary

pytestmark = pytest.mark.django_db


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


@pytest.fixture
def ward(trust):
    return ServiceFactory(organisation=trust)


def write(texts, days=3, **where):
    for text in texts:
        received(text, received_on=days_ago(days), **where)


def read_all():
    while classify_batch():
        pass


@pytest.fixture
def new_story(ward):
    """Pigeons this month at one ward; ordinary words there before and since."""
    write([one.text for one in ordinary(60, Random(3))], days=50, service=ward)
    write([one.text for one in ordinary(20, Random(4))], service=ward)
    write(PIGEONS, service=ward)
    read_all()


def looked_at(place, service=None, weeks=4):
    look = row_of(place, service, weeks=weeks, to_on=timezone.localdate())
    do(look)
    return look


def test_a_new_story_is_found_and_kept_with_its_comments(trust, new_story):
    look = looked_at(trust)
    theme = look.themes.get(is_new=True)
    assert "pigeon" in " ".join(theme.words) and theme.people == 7
    texts = set(theme.members.values_list("comment__text", flat=True))
    assert texts == set(PIGEONS)
    assert (look.comments, look.comments_before) == (27, 60)
    assert found(theme).endswith("in the last 4 weeks; nobody did in the 12 weeks before.")
    assert growth(theme) == "new"


def test_nothing_comes_from_another_organisation(trust, new_story):
    other = OrganisationFactory()
    write([text.replace("entrance", "foyer") for text in PIGEONS], organisation=other)
    read_all()
    looked_at(trust)
    looked_at(other)
    for member in EmergingComment.objects.select_related("theme__look", "comment__feedback"):
        assert member.comment.feedback.organisation_id == member.theme.look.organisation_id
    assert EmergingTheme.objects.filter(look__organisation=trust, people__gt=7).count() == 0


def test_a_board_sees_all_below_it_and_a_ward_only_itself(trust, ward, new_story):
    write(["The lift was out of order"], organisation=trust)
    read_all()
    assert looked_at(trust.parent).comments == 28
    assert looked_at(trust, ward).comments == 27


def test_periods_meet_without_a_gap_or_an_overlap(trust, ward):
    for days in (0, 6, 7, 7 + 84 - 1, 7 + 84):
        write(["Tea was cold"], days=days, service=ward)
    read_all()
    look = looked_at(trust, weeks=1)
    assert (look.comments, look.comments_before) == (2, 2)
    assert look.weeks == 1


def test_a_persons_correction_is_sure(trust, ward):
    write(["Tea was cold"], service=ward)
    read_all()
    person = a_member(trust)
    correct(Classification.objects.get(), sentiment=4, themes=["Parking"], by=person)
    look = row_of(trust, weeks=4, to_on=timezone.localdate())
    (one,) = told(look, look.from_on, look.to_on)
    assert (one.themes, one.sure) == (("Parking",), 1.0)


def test_looking_again_puts_new_in_place_of_old(trust, new_story):
    first = looked_at(trust)
    again = looked_at(trust)
    assert again.pk == first.pk
    assert again.themes.filter(is_new=True).count() == 1


def test_what_is_asked_for_is_done_by_the_next_sweep_and_only_once(trust, new_story):
    look = ask(trust, None, weeks=4, by=a_member(trust, Role.REGULATOR))
    assert look_at_next() and not look_at_next()
    look.refresh_from_db()
    assert look.found_at and look.themes.exists()


def test_a_look_that_failed_is_still_waiting(trust, new_story, monkeypatch):
    look = ask(trust, None, weeks=4, by=None)
    with monkeypatch.context() as broken:
        broken.setattr("insights.emerging.look.grouping.find", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            look_at_next()
    assert list(EmergingLook.objects.waiting()) == [look] and not EmergingTheme.objects.exists()
    assert look_at_next()


def test_each_night_every_place_with_a_reader_is_looked_at_once(trust, ward):
    a_member(trust)
    a_member(trust, Role.PALS_OFFICER)
    a_member(trust, Role.SERVICE_MANAGER, service=ward)
    a_member(OrganisationFactory(), Role.ADMINISTRATOR)
    group_waiting()
    group_waiting()
    looks = EmergingLook.objects.order_by("id").values_list("organisation", "service", "to_on")
    assert list(looks) == [(trust.pk, None, timezone.localdate()), (trust.pk, ward.pk, timezone.localdate())]
    assert not EmergingLook.objects.waiting().exists()


def test_asking_for_today_costs_the_same_once_asked(trust, django_assert_max_num_queries):
    for _ in range(5):
        a_member(trust)
    ask_for_today()
    with django_assert_max_num_queries(2):
        ask_for_today()


def test_the_command_says_it_in_sentences_and_in_json(trust, new_story):
    out = StringIO()
    call_command("clusters", organisation=trust.ods_code.lower(), weeks=4, stdout=out)
    assert "7 people wrote about" in out.getvalue() and "nobody did in the 12 weeks before" in out.getvalue()
    out = StringIO()
    call_command("clusters", organisation=trust.ods_code, weeks=4, json=True, stdout=out)
    answer = json.loads(out.getvalue())
    assert answer["organisation"] == trust.ods_code and answer["comments"] == 27
    group = answer["groups"][0]
    assert group["new"] and group["people"] == len(group["comments"]) == 7
    assert "wheelchair" not in json.dumps(group["words"])


def test_the_command_says_when_nothing_is_new(trust):
    out = StringIO()
    call_command("clusters", organisation=trust.ods_code, to=dt.date(2024, 5, 1), stdout=out)
    assert "0 comments of the 4 weeks to 1 May 2024" in out.getvalue()
    assert "No group of five people or more" in out.getvalue()


@pytest.mark.parametrize(
    ("wrong", "why"), [({"organisation": "NOWHERE"}, "No organisation"), ({"weeks": 0}, "--weeks")]
)
def test_the_command_refuses_what_makes_no_sense(trust, wrong, why):
    with pytest.raises(CommandError, match=why):
        call_command("clusters", **({"organisation": trust.ods_code} | wrong))
