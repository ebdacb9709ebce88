"""Scanned words that may show somebody at risk are seen at once, by those who may act."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from feedback.models import FilledForm
from feedback.paper.checking.urgent import urgent_forms
from organisations.models import Role
from tests.factories import OrganisationFactory, a_member
from tests.feedback.paper.rows import a_batch, a_field, a_form, a_ward, doubtful

pytestmark = pytest.mark.django_db
ADDRESS = "/paper/checking/urgent/"


@pytest.fixture
def form(trust):
    form = a_form(a_batch(trust), service=a_ward(trust), urgent=True, kinds=["self_harm"], picture=True)
    doubtful(form, "what_good", "I want to end it")
    a_field(form, "name", "Jo Invented")
    return form


def test_an_urgent_form_is_listed_until_it_is_settled(form, officer, desk):
    page = desk.get(ADDRESS).text
    assert f"Read form {form.serial:08d} now" in page
    assert "hurt themselves" in page
    assert "I want to end it" not in page
    assert list(urgent_forms(officer)) == [form]
    FilledForm.objects.update(settled_at=timezone.now(), set_aside="Nothing is written on it")
    assert "Nothing urgent" in desk.get(ADDRESS).text


def test_its_page_shows_the_words_the_pictures_and_the_way_to_its_fields(form, desk):
    page = desk.get(f"{ADDRESS}{form.pk}/").text
    assert "I want to end it" in page
    assert "as the machine read it" in page
    assert f'href="/paper/checking/?form={form.pk}"' in page
    assert f"/paper/checking/pages/{form.scans.get().pk}/" in page
    assert "Jo Invented" not in page


def test_the_whole_page_is_only_for_who_may_read_contact_details(form, trust, signed_in):
    page = signed_in(a_member(trust, Role.SERVICE_MANAGER)).get(f"{ADDRESS}{form.pk}/").text
    assert "I want to end it" in page
    assert "/paper/checking/pages/" not in page


def test_another_organisation_finds_nothing(form, signed_in):
    stranger = a_member(OrganisationFactory())
    assert not urgent_forms(stranger).exists()
    assert signed_in(stranger).get(f"{ADDRESS}{form.pk}/").status_code == 404


def test_who_may_not_check_is_shown_nothing(form, trust, signed_in):
    administrator = a_member(trust, Role.ADMINISTRATOR)
    assert not urgent_forms(administrator).exists()
    assert not urgent_forms(AnonymousUser()).exists()
    assert signed_in(administrator).get(ADDRESS).status_code == 403


def test_it_costs_few_queries(form, desk, trust, django_assert_max_num_queries):
    for _ in range(5):
        a_form(form.batch, urgent=True, kinds=["assault"])
    with django_assert_max_num_queries(12):
        desk.get(ADDRESS)
    with django_assert_max_num_queries(18):
        desk.get(f"{ADDRESS}{form.pk}/")
