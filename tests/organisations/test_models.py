import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from organisations.models import Kind, Membership, Organisation, Service, User
from tests.factories import (
    LONG_AGO,
    IcbFactory,
    MembershipFactory,
    NationalBodyFactory,
    OrganisationFactory,
    PracticeFactory,
    ServiceFactory,
)

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
CLOSING = dt.date(2025, 3, 31)


@pytest.fixture
def tree():
    """board -> trust -> site, and a trust of another board."""
    board = IcbFactory()
    trust = OrganisationFactory(parent=board)
    site = OrganisationFactory(parent=trust, kind=Kind.SITE, ods_code="RX901")
    return board, trust, site, OrganisationFactory(parent=IcbFactory())


def test_a_row_knows_its_chain_of_parents_as_soon_as_it_is_saved(tree):
    board, trust, site, _ = tree
    assert site.lineage == f"/{board.pk}/{trust.pk}/{site.pk}/"
    assert site.ancestor_ids == [board.pk, trust.pk, site.pk]
    assert Organisation.objects.get(pk=site.pk).lineage == site.lineage


def test_under_is_the_organisation_and_all_below_and_nothing_else(tree):
    board, trust, site, other = tree
    assert set(Organisation.objects.under(board)) == {board, trust, site}
    assert set(Organisation.objects.under(trust)) == {trust, site}
    assert set(Organisation.objects.under(other)) == {other}


def test_an_id_that_begins_with_another_is_not_below_it():
    one = OrganisationFactory(pk=7)
    OrganisationFactory(pk=71)
    assert list(Organisation.objects.under(one)) == [one]


def test_one_without_a_lineage_has_only_itself_and_never_everybody(tree):
    board, *_ = tree
    Organisation.objects.filter(pk=board.pk).update(lineage="")
    board.refresh_from_db()
    assert list(Organisation.objects.under(board)) == [board]
    assert not Organisation.objects.under(Organisation()).exists()


def test_moving_an_organisation_takes_all_below_with_it(tree):
    board, trust, site, other = tree
    trust.parent = other.parent
    trust.save()
    assert set(Organisation.objects.under(other.parent)) == {other.parent, other, trust, site}
    assert set(Organisation.objects.under(board)) == {board}


def test_an_organisation_is_open_on_its_first_and_its_last_day():
    one = OrganisationFactory(opened_on=LONG_AGO, closed_on=CLOSING)
    for day, is_open in ((LONG_AGO - DAY, False), (LONG_AGO, True), (CLOSING, True), (CLOSING + DAY, False)):
        assert one.is_open_on(day) is is_open
        assert Organisation.objects.open_on(day).exists() is is_open


def test_a_service_is_open_on_its_first_and_its_last_day():
    ward = ServiceFactory(opened_on=LONG_AGO, closed_on=CLOSING)
    for day, is_open in ((LONG_AGO - DAY, False), (LONG_AGO, True), (CLOSING, True), (CLOSING + DAY, False)):
        assert ward.is_open_on(day) is is_open
        assert Service.objects.open_on(day).exists() is is_open


def test_the_national_body_is_the_one_that_stands_on_the_day():
    before = NationalBodyFactory(closed_on=CLOSING)
    after = NationalBodyFactory(opened_on=CLOSING + DAY)
    assert Organisation.objects.national("cqc", CLOSING) == before
    assert Organisation.objects.national("cqc", CLOSING + DAY) == after
    assert Organisation.objects.national("phso", CLOSING) is None


@pytest.mark.parametrize(
    "given", [{"opened_on": CLOSING, "closed_on": CLOSING - DAY}, {"opened_on": LONG_AGO, "succeeded": True}]
)
def test_the_database_refuses_impossible_dates_and_successors_of_the_living(given):
    if given.pop("succeeded", False):
        given["successor"] = OrganisationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(**given)


def test_a_code_belongs_to_one_organisation():
    OrganisationFactory(ods_code="RX9")
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(ods_code="RX9")


def test_a_ward_is_named_once_in_an_organisation_but_may_be_in_two():
    ward = ServiceFactory(name="Bramble Ward")
    ServiceFactory(name="Bramble Ward")
    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceFactory(name="Bramble Ward", organisation=ward.organisation)


def test_primary_care_is_told_from_trusts():
    assert PracticeFactory().is_primary_care
    assert not OrganisationFactory().is_primary_care


def test_people_sign_in_by_an_address_whatever_its_capitals():
    person = User.objects.create_user("Ada.Moor@PatientView.example", "a long pass phrase", name="Ada Moor")
    assert person.email == "ada.moor@patientview.example"
    assert (person.get_full_name(), person.get_short_name(), str(person)) == ("Ada Moor", "Ada", "Ada Moor")
    assert person.check_password("a long pass phrase")
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("", "a long pass phrase")


def test_a_superuser_is_staff():
    person = User.objects.create_superuser("root@patientview.example", "a long pass phrase")
    assert person.is_staff and person.is_superuser


def test_a_membership_counts_from_its_first_to_its_last_day():
    MembershipFactory(valid_from=LONG_AGO, valid_to=CLOSING)
    for day, current in ((LONG_AGO - DAY, False), (LONG_AGO, True), (CLOSING, True), (CLOSING + DAY, False)):
        assert Membership.objects.current(day).exists() is current
    assert not Membership.objects.current().exists()


@pytest.mark.parametrize("in_a_ward", [False, True])
def test_a_person_has_a_role_in_a_place_once(in_a_ward):
    member = MembershipFactory()
    same = {"user": member.user, "organisation": member.organisation}
    if in_a_ward:
        same["service"] = ServiceFactory(organisation=member.organisation)
        MembershipFactory(**same)
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(**same)


def test_a_membership_cannot_end_before_it_begins():
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(valid_from=CLOSING, valid_to=CLOSING - DAY)
