import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from organisations.models import Membership, Role, User
from organisations.permissions import may
from tests.factories import OrganisationFactory, ServiceFactory, a_member

pytestmark = pytest.mark.django_db
EMAIL = "amara@patientview.example"


@pytest.fixture
def trust():
    return OrganisationFactory(ods_code="RZZ")


def add(*args, **options):
    call_command(
        "add_staff", EMAIL, *args, **{"role": "responsible_person", "organisation": "rzz", **options}
    )


def test_a_responsible_person_is_taken_on_and_may_sign(trust, capsys):
    add(name="Amara Linden")
    user = User.objects.get(email=EMAIL)
    assert may(user, "sign_replies") and not user.has_usable_password()
    assert "Amara Linden is now responsible person at" in capsys.readouterr().out


def test_run_again_it_changes_nothing_but_the_last_day(trust):
    add(name="Amara Linden")
    add(until=dt.date(2030, 3, 31))
    assert Membership.objects.get().valid_to == dt.date(2030, 3, 31)


def test_a_role_that_ends_opens_nothing_from_today_on(trust):
    user = a_member(trust, Role.RESPONSIBLE_PERSON, user__email=EMAIL)
    add(end=True)
    assert not may(User.objects.get(pk=user.pk), "sign_replies")
    assert Membership.objects.get().valid_to is not None
    with pytest.raises(CommandError, match="does not have that role"):
        add(end=True)


def test_a_role_of_today_that_ends_never_began(trust):
    add(name="Amara Linden")
    add(end=True)
    assert not Membership.objects.exists() and User.objects.filter(email=EMAIL).exists()


@pytest.mark.parametrize(
    "options,says",
    [
        ({}, "is new here. Add --name"),
        ({"name": "A", "organisation": "XXX"}, "no organisation with the code XXX"),
        ({"name": "A", "service": "no-such-ward"}, "no service with the link no-such-ward"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(trust, options, says):
    with pytest.raises(CommandError, match=says):
        add(**options)
    assert not Membership.objects.exists()


def test_a_ward_of_another_organisation_is_refused(trust):
    ServiceFactory(slug="far-away-ward")
    with pytest.raises(CommandError, match="does not belong to"):
        add(name="A", service="far-away-ward")


def test_an_address_that_is_none_is_refused(trust):
    with pytest.raises(CommandError, match="not an e-mail address"):
        call_command("add_staff", "amara", role="pals_officer", organisation="RZZ", name="A")


def test_the_new_member_is_sent_a_link_to_choose_a_password(trust, client, mailoutbox):
    add(name="Amara Linden")
    client.post("/account/password/reset/", {"email": EMAIL})
    assert [mail.to for mail in mailoutbox] == [[EMAIL]] and "/account/password/reset/key/" in mailoutbox[0].body
