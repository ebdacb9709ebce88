"""The page: who may see it, what it says, and that it costs the same at any size."""

import pytest

from insights.drift.weeks import count_weeks
from insights.models import DriftNotice
from insights.tasks import note_drift
from organisations.models import Role
from tests.factories import IcbFactory, OrganisationFactory, a_member
from tests.insights.drift.rows import a_notice, eight_usual_weeks, read, weeks_ago

pytestmark = pytest.mark.django_db
PAGE = "/insights/drift/"
NOTICE = "What the model finds in comments has changed"


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def administrator(trust):
    return a_member(trust, Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", Role)
def test_only_administrators_and_icb_leads_may_see_it(signed_in, role):
    allowed = role in (Role.ADMINISTRATOR, Role.ICB_LEAD)
    assert signed_in(a_member(IcbFactory(), role)).get(PAGE).status_code == (200 if allowed else 403)


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(PAGE).status_code == 302


def test_before_anything_was_read_the_page_says_so(signed_in, administrator):
    assert "No comment was read yet" in signed_in(administrator).get(PAGE).text


def test_before_a_week_has_ended_the_page_says_so(signed_in, administrator):
    read(weeks_ago(0), 3)
    count_weeks()
    page = signed_in(administrator).get(PAGE).text
    assert "No whole week was read yet" in page and "3 comments were" in page


def test_few_comments_are_shown_and_nothing_is_said_of_them(signed_in, administrator):
    read(weeks_ago(2), 5)
    read(weeks_ago(1), 5, sure=0.3)
    count_weeks()
    page = signed_in(administrator).get(PAGE).text
    assert "too little to say whether anything moved" in page
    assert "Nothing has moved" not in page


def test_usual_weeks_have_not_moved(signed_in, administrator):
    eight_usual_weeks()
    read(weeks_ago(1), 100)
    note_drift()
    page = signed_in(administrator).get(PAGE).text
    assert "Nothing has moved." in page
    assert "80 in 100 sure on average. That is usual" in page
    assert page.count('<svg class="pv-chart"') == 6 and page.count("<title id=") == 6
    assert "style=" not in page.split("<main")[1]


def test_what_moved_is_said_and_noted_with_name_and_time(signed_in, administrator):
    eight_usual_weeks()
    read(weeks_ago(1), 100, sure=0.45)
    note_drift()
    client = signed_in(administrator)
    page = client.get(PAGE).text
    assert "the model was less sure than in the eight weeks before: 45 in 100 on average" in page
    assert "Nothing has moved" not in page
    newest = DriftNotice.objects.last().pk
    page = client.post(PAGE, {"note": "The new survey asks in Welsh.", "up_to": newest}, follow=True).text
    assert "You have noted what moved" in page
    assert "The new survey asks in Welsh." in page and str(administrator) in page
    assert not DriftNotice.objects.open().exists()


def test_a_note_without_words_is_refused_and_the_notice_stays(signed_in, administrator):
    notice = a_notice()
    answer = signed_in(administrator).post(PAGE, {"note": " ", "up_to": notice.pk})
    assert answer.status_code == 422 and "Say what you found" in answer.text
    assert DriftNotice.objects.open().exists()


def test_who_comes_second_is_told_that_a_colleague_was_first(signed_in, administrator):
    notice = a_notice()
    client = signed_in(administrator)
    client.post(PAGE, {"note": "A new survey.", "up_to": notice.pk})
    page = client.post(PAGE, {"note": "No idea.", "up_to": notice.pk}, follow=True).text
    assert "A colleague has noted it before you" in page and "No idea." not in page


def test_an_icb_lead_reads_and_may_not_note(signed_in):
    notice = a_notice()
    client = signed_in(a_member(IcbFactory(), Role.ICB_LEAD))
    page = client.get(PAGE).text
    assert notice.sentence in page and "What did you find?" not in page
    assert client.post(PAGE, {"note": "Seen.", "up_to": notice.pk}).status_code == 403
    assert DriftNotice.objects.open().exists()


def test_an_open_notice_is_on_every_page_of_administrators_and_of_nobody_else(
    signed_in, trust, administrator
):
    notice = a_notice()
    assert NOTICE in signed_in(administrator).get("/links/").text
    assert NOTICE not in signed_in(a_member(trust, Role.COMPLAINTS_OFFICER)).get("/links/").text
    DriftNotice.objects.filter(pk=notice.pk).delete()
    assert NOTICE not in signed_in(administrator).get("/links/").text


def test_the_figures_are_of_all_organisations_and_name_none(signed_in, administrator):
    elsewhere = OrganisationFactory(name="Faraway Hospital Trust")
    for weeks in (1, 2):
        read(weeks_ago(weeks), 4, organisation=elsewhere)
    count_weeks()
    page = signed_in(administrator).get(PAGE).text
    assert "not only yours" in page and "<strong>" in page
    assert "Faraway" not in page and "of 4" in page


def test_another_models_figures_can_be_asked_for(signed_in, administrator):
    read(weeks_ago(2), 4, model="invented-1", sure=0.9)
    read(weeks_ago(1), 4, model="invented-2", sure=0.7)
    count_weeks()
    client = signed_in(administrator)
    page = client.get(PAGE).text
    assert "<strong>invented-2</strong>" in page and "70 in 100 sure" in page
    link = page.split('href="?model=')[1].split('"')[0]
    assert "90 in 100 sure" in client.get(f"{PAGE}?model={link}").text
    assert "<strong>invented-2</strong>" in client.get(f"{PAGE}?model=no-such-model").text


def test_the_page_costs_the_same_however_much_was_read(
    signed_in, administrator, django_assert_max_num_queries
):
    eight_usual_weeks(20)
    read(weeks_ago(1), 100)
    count_weeks()
    a_notice()
    client = signed_in(administrator)
    with django_assert_max_num_queries(12):
        client.get(PAGE)
