import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from organisations import permissions
from organisations.models import Kind, Role
from tests.factories import (
    IcbFactory,
    MembershipFactory,
    OrganisationFactory,
    UserFactory,
    a_member,
    days_ago,
)

pytestmark = pytest.mark.django_db

# The whole table, said once more: a change to a permission must be made on purpose, in two places.
MAY = {
    Role.PALS_OFFICER: {
        "log_spoken",
        "take_in",
        "read_improvements",
        "improve",
        "read_wards",
        "read_handling",
        "read_alerting",
        "read_absences",
        "scan_paper",
        "check_paper",
        "read_contacts",
        "read_emerging",
        "read_cases",
        "work_cases",
        "take_alerts",
        "label_comments",
        "print_links",
    },
    Role.COMPLAINTS_OFFICER: {
        "log_spoken",
        "take_in",
        "read_improvements",
        "improve",
        "read_wards",
        "read_handling",
        "read_alerting",
        "read_absences",
        "scan_paper",
        "check_paper",
        "read_contacts",
        "read_cases",
        "work_cases",
        "take_alerts",
        "read_emerging",
        "label_comments",
        "print_links",
        "import",
        "keep_letters",
    },
    Role.RESPONSIBLE_PERSON: {
        "log_spoken",
        "take_in",
        "read_improvements",
        "improve",
        "read_wards",
        "read_handling",
        "read_cases",
        "work_cases",
        "take_alerts",
        "read_contacts",
        "sign_replies",
        "keep_letters",
        "read_alerting",
        "read_absences",
        "keep_absences",
        "keep_rota",
    },
    Role.SERVICE_MANAGER: {
        "log_spoken",
        "read_improvements",
        "improve",
        "read_wards",
        "read_handling",
        "read_alerting",
        "read_absences",
        "keep_rota",
        "scan_paper",
        "check_paper",
        "read_emerging",
        "read_cases",
        "work_cases",
        "take_alerts",
        "label_comments",
        "print_links",
    },
    Role.ICB_LEAD: {
        "log_spoken",
        "take_in",
        "read_improvements",
        "improve",
        "read_wards",
        "read_handling",
        "read_alerting",
        "read_absences",
        "scan_paper",
        "read_contacts",
        "read_emerging",
        "read_cases",
        "work_cases",
        "take_alerts",
        "print_links",
        "export",
        "read_drift",
    },
    Role.REGULATOR: {"read_told", "export"},
    Role.ADMINISTRATOR: {
        "read_improvements",
        "read_wards",
        "read_handling",
        "read_alerting",
        "read_absences",
        "keep_absences",
        "keep_rota",
        "scan_paper",
        "read_models",
        "read_drift",
        "note_drift",
        "export",
        "import",
        "manage_staff",
        "print_links",
        "keep_letters",
    },
}


@pytest.mark.parametrize("action", sorted(permissions.MAY))
@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_is_listed_and_nothing_else(role, action):
    assert permissions.may(a_member(OrganisationFactory(), role), action) is (action in MAY[role])


@pytest.mark.parametrize("action", sorted(permissions.MAY))
def test_strangers_and_people_without_a_role_may_do_nothing(action):
    assert not permissions.may(AnonymousUser(), action)
    assert not permissions.may(UserFactory(), action)
    assert not permissions.organisations_for(UserFactory(), action).exists()


def test_an_action_nobody_has_listed_is_an_error_not_a_yes():
    with pytest.raises(KeyError):
        permissions.may(UserFactory(), "read_everything")


def test_a_role_that_has_ended_or_not_begun_gives_nothing():
    person = UserFactory()
    MembershipFactory(user=person, valid_to=days_ago(1))
    MembershipFactory(user=person, valid_from=days_ago(-1))
    assert not permissions.may(person, "read_cases")
    assert not permissions.organisations_for(person, "read_cases").exists()


def test_people_see_their_own_organisation_and_all_below_and_no_other():
    board = IcbFactory()
    trust, other = OrganisationFactory(parent=board), OrganisationFactory(parent=board)
    site = OrganisationFactory(parent=trust, kind=Kind.SITE, ods_code="RX901")
    elsewhere = OrganisationFactory()
    officer, lead = a_member(trust), a_member(board, Role.ICB_LEAD)
    stranger = a_member(elsewhere)
    assert set(permissions.organisations_for(officer, "read_cases")) == {trust, site}
    assert set(permissions.organisations_for(lead, "read_cases")) == {board, trust, other, site}
    assert set(permissions.organisations_for(stranger, "read_cases")) == {elsewhere}


def test_two_roles_in_two_places_do_not_lend_each_other_their_powers():
    trust, practice = OrganisationFactory(), OrganisationFactory()
    person = a_member(trust, Role.ADMINISTRATOR)
    MembershipFactory(user=person, organisation=practice, role=Role.PALS_OFFICER)
    assert list(permissions.organisations_for(person, "manage_staff")) == [trust]
    assert list(permissions.organisations_for(person, "work_cases")) == [practice]


def test_memberships_are_read_once(django_assert_num_queries):
    person = a_member(OrganisationFactory())
    with django_assert_num_queries(1):
        assert permissions.may(person, "read_cases")
        assert not permissions.may(person, "export")


def test_a_page_is_closed_to_a_role_that_may_not(rf):
    @permissions.allowed("manage_staff")
    def page(request, number):
        return number

    request = rf.get("/")
    request.user = a_member(OrganisationFactory(), Role.ADMINISTRATOR)
    assert page(request, 3) == 3
    request.user = a_member(OrganisationFactory(), Role.REGULATOR)
    with pytest.raises(PermissionDenied):
        page(request, 3)
    assert page.permission == "manage_staff"
