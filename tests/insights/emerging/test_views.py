"""The pages of new themes: whose they are, what they say, what reading them leaves behind, what they cost."""

import subprocess
import sys

import pytest
from django.utils import timezone

from insights.emerging.ask import row_of
from insights.models import EmergingComment, EmergingLook, EmergingTheme
from organisations.models import Role
from tests.factories import IcbFactory, OrganisationFactory, ServiceFactory, a_case, a_member, received
from tests.running import ROOT
from triage.models import Access

pytestmark = pytest.mark.django_db
HOME = "/insights/emerging/"


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


@pytest.fixture
def ward(trust):
    return ServiceFactory(organisation=trust)


@pytest.fixture
def theme(trust, ward):
    return a_theme(trust, [received(f"Pigeons at the entrance, visit {n}.", service=ward) for n in range(6)])


def a_theme(organisation, told, service=None, **given):
    look = row_of(organisation, service, weeks=4, to_on=timezone.localdate())
    EmergingLook.objects.filter(pk=look.pk).update(found_at=timezone.now(), comments=90, comments_before=200)
    made = EmergingTheme.objects.create(
        look=look,
        **{
            "words": ["pigeons", "entrance"],
            "people": len(told),
            "people_before": 0,
            "is_new": True,
            **given,
        },
    )
    for place, feedback in enumerate(told):
        EmergingComment.objects.create(theme=made, comment=feedback.comments.get(), nearness=1 - place / 100)
    return made


READERS = [Role.PALS_OFFICER, Role.COMPLAINTS_OFFICER, Role.SERVICE_MANAGER, Role.ICB_LEAD]


@pytest.mark.parametrize("role", READERS)
def test_a_reader_sees_the_sentence_and_the_table(trust, theme, role, signed_in):
    page = signed_in(a_member(trust, role)).get(HOME).content.decode()
    assert (
        "6 people wrote about pigeons and entrance in the last 4 weeks; nobody did in the 12 weeks before."
        in page
    )
    assert f'href="{HOME}{theme.pk}/"' in page


@pytest.mark.parametrize("role", [role for role in Role if role not in READERS])
def test_all_other_roles_are_turned_away(trust, theme, role, signed_in):
    client = signed_in(a_member(trust, role))
    assert client.get(HOME).status_code == client.get(f"{HOME}{theme.pk}/").status_code == 403
    assert client.post(f"{HOME}look/").status_code == 403


def test_an_anonymous_person_is_sent_to_sign_in(theme, client):
    assert "/account/login/" in client.get(HOME)["Location"]


def test_another_organisation_finds_nothing(theme, signed_in):
    client = signed_in(a_member(OrganisationFactory()))
    assert client.get(f"{HOME}{theme.pk}/").status_code == 404
    assert client.get(f"{HOME}?look={theme.look_id}").status_code == 404
    page = client.get(HOME).content.decode()
    assert "pigeons" not in page and "Nobody has looked yet" in page
    assert not Access.objects.exists()


def test_a_manager_of_one_ward_sees_looks_at_that_ward_alone(trust, ward, theme, signed_in):
    own = a_theme(trust, [received("Wifi is down.", service=ward)], service=ward, words=["wifi"])
    client = signed_in(a_member(trust, Role.SERVICE_MANAGER, service=ward))
    assert client.get(f"{HOME}{theme.pk}/").status_code == 404
    assert "wifi" in client.get(HOME).content.decode()
    assert client.get(f"{HOME}{own.pk}/").status_code == 200


def test_the_board_above_reads_as_well(trust, theme, signed_in):
    assert signed_in(a_member(trust.parent, Role.ICB_LEAD)).get(f"{HOME}{theme.pk}/").status_code == 200


def test_opening_a_theme_shows_its_comments_and_keeps_who_read_them(trust, theme, signed_in):
    officer = a_member(trust)
    page = signed_in(officer).get(f"{HOME}{theme.pk}/").content.decode()
    assert page.count("Pigeons at the entrance, visit") == 6
    assert Access.objects.filter(what="emerging", by=officer).count() == 6


def test_a_comment_with_a_case_leads_to_it(trust, ward, signed_in):
    case, other = a_case("Pigeons again.", service=ward), received("Pigeons still.", service=ward)
    made = a_theme(trust, [case.feedback, other])
    page = signed_in(a_member(trust)).get(f"{HOME}{made.pk}/").content.decode()
    assert f'href="/cases/{case.reference}/"' in page and f"/cases/{other.reference}/" not in page


def test_a_comment_that_is_not_of_the_persons_own_is_left_out(trust, theme, signed_in):
    stray = received("From far away.")
    EmergingComment.objects.create(theme=theme, comment=stray.comments.get(), nearness=1)
    page = signed_in(a_member(trust)).get(f"{HOME}{theme.pk}/").content.decode()
    assert "From far away" not in page and stray.reference not in page


def test_long_themes_come_in_pages_at_the_same_cost(trust, ward, signed_in, django_assert_max_num_queries):
    made = a_theme(trust, [received(f"Pigeon number {n}.", service=ward) for n in range(60)])
    client = signed_in(a_member(trust))
    with django_assert_max_num_queries(15):  # five of them chain the reads: see triage.models.ledger
        page = client.get(f"{HOME}{made.pk}/").content.decode()
    assert page.count("Pigeon number") == 25 and "?start=25" in page
    last = client.get(f"{HOME}{made.pk}/?start=50").content.decode()
    assert last.count("Pigeon number") == 10 and "?start=25" in last


def test_the_list_costs_the_same_however_long(trust, ward, signed_in, django_assert_max_num_queries):
    told = [received("Pigeons.", service=ward)]
    for n in range(30):
        a_theme(trust, told, words=[f"pigeon{n}"])
    client = signed_in(a_member(trust))
    with django_assert_max_num_queries(9):
        assert client.get(HOME).content.decode().count("in the last 4 weeks") >= 30


def test_looking_now_leaves_a_row_for_a_worker(trust, signed_in):
    officer = a_member(trust)
    place = officer.memberships.get().pk
    answer = signed_in(officer).post(f"{HOME}look/", {"place": place, "weeks": 2}, follow=True)
    look = EmergingLook.objects.get()
    assert (look.organisation, look.weeks, look.asked_by, look.found_at) == (trust, 2, officer, None)
    assert "We are still looking" in answer.content.decode()


def test_nobody_starts_a_look_at_anothers_place(trust, signed_in):
    strange = a_member(OrganisationFactory()).memberships.get().pk
    answer = signed_in(a_member(trust)).post(f"{HOME}look/", {"place": strange, "weeks": 2}, follow=True)
    assert "Nothing was started" in answer.content.decode() and not EmergingLook.objects.exists()


@pytest.mark.parametrize("odd", ["x", "-1", "9" * 30, "٣"])
def test_odd_numbers_in_the_address_find_nothing(trust, theme, odd, signed_in):
    client = signed_in(a_member(trust))
    assert client.get(HOME, {"look": odd}).status_code == 404
    assert client.get(f"{HOME}{theme.pk}/", {"start": odd}).status_code == 200


def test_web_processes_never_load_scikit_learn():
    code = (
        "import sys, django; django.setup(); import patientview.wsgi, patientview.urls, insights.tasks;"
        "from django.core.management import load_command_class; load_command_class('insights', 'clusters');"
        "print(sorted({'sklearn', 'scipy', 'numpy', 'torch'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"DJANGO_SETTINGS_MODULE": "patientview.settings", "PATH": ""},
    )
    assert done.stdout.strip() == "[]"
