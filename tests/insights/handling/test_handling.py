import pytest
from django.utils import timezone

from insights.handling.counted import counted
from organisations.models import Role
from tests.factories import OrganisationFactory, a_case, a_member
from triage import actions
from triage.models import Agreed, Case

pytestmark = pytest.mark.django_db
PAGE = "/insights/handling/"


@pytest.fixture
def trust():
    return OrganisationFactory()


def people_answer(trust, *answers):
    for answer in answers:
        case = a_case(organisation=trust)
        Case.objects.filter(pk=case.pk).update(replied_at=timezone.now(), status="replied")
        case.refresh_from_db()
        actions.tell_how_handled(case, answers={"listened": answer}, words="Our family is the Quillfeathers.")


def test_fewer_than_five_answers_show_nothing(trust, signed_in):
    people_answer(trust, *[Agreed.AGREE] * 4)
    page = signed_in(a_member(trust)).get(PAGE).content.decode()
    assert "Too few answers" in page and "listened" not in page


def test_five_answers_are_counted_and_nobodys_words_are_shown(trust, signed_in):
    people_answer(trust, *[Agreed.AGREE] * 3, Agreed.STRONGLY, Agreed.DISAGREE)
    page = signed_in(a_member(trust)).get(PAGE).content.decode()
    assert "5 people answered" in page and "80%" in page and "Nobody answered" in page
    assert "Quillfeather" not in page


def test_another_organisations_answers_are_not_counted(trust, signed_in):
    people_answer(trust, *[Agreed.AGREE] * 5)
    assert "Too few answers" in signed_in(a_member(OrganisationFactory())).get(PAGE).content.decode()
    assert signed_in(a_member(trust, Role.REGULATOR)).get(PAGE).status_code == 403


def test_it_costs_the_same_for_any_number(trust, signed_in, django_assert_max_num_queries):
    people_answer(trust, *[Agreed.AGREE] * 6)
    staff = signed_in(a_member(trust))
    with django_assert_max_num_queries(12):
        staff.get(PAGE)


def test_answers_outside_the_period_are_left_out(trust):
    people_answer(trust, *[Agreed.AGREE] * 5)
    today = timezone.localdate()
    tomorrow = today + timezone.timedelta(days=1)
    assert counted(Case.objects.all(), tomorrow, tomorrow) == {"people": 0, "rows": []}
    assert counted(Case.objects.all(), today, today)["rows"][2]["agreed"] == 1
