"""The checking screen: what it shows, and to whom."""

import pytest

from organisations.models import Role
from tests.factories import OrganisationFactory, a_member
from tests.feedback.paper.checking.asking import ADDRESS, MOST_QUERIES, next_for, say, shown
from tests.feedback.paper.rows import a_batch, a_form, a_ward, doubtful, fields

pytestmark = pytest.mark.django_db


def test_the_page_shows_the_picture_the_guess_and_what_is_left(batch, desk):
    rows = [doubtful(a_form(batch, picture=True), "fft_answer", "2") for _ in range(3)]
    doubtful(rows[0].form, "what_good")
    say(desk, rows[2], "1")
    page = desk.get(ADDRESS).text
    assert f'src="{ADDRESS}{rows[0].pk}/picture/"' in page
    assert f'data-src="{ADDRESS}{rows[1].pk}/picture/"' in page
    assert "The answer to “Overall, how was your experience of our service?”" in page
    assert 'value="2" checked' in page
    assert "2 of 3 ticks left; then 1 handwritten answer." in page
    assert "6. Don’t know" in page
    assert "Experience of the service: Very good" in page


def test_the_picture_is_the_part_of_the_page_and_is_kept_nowhere(batch, desk):
    from io import BytesIO

    from PIL import Image

    row = doubtful(a_form(batch, picture=True), "what_good")
    answered = desk.get(f"{ADDRESS}{row.pk}/picture/")
    assert answered["Cache-Control"] == "private, no-store"
    wide, high = Image.open(BytesIO(answered.content)).size
    assert 1050 < wide < 1240
    assert 150 < high < 400
    whole = desk.get(f"{ADDRESS}pages/{row.scan_id}/")
    assert Image.open(BytesIO(whole.content)).size == (1240, 1754)


def test_a_picture_that_is_gone_is_not_found(batch, desk):
    row = doubtful(a_form(batch, picture=True), "what_good")
    row.scan.straight.storage.delete(row.scan.straight.name)
    assert desk.get(f"{ADDRESS}{row.pk}/picture/").status_code == 404
    assert desk.get(ADDRESS).status_code == 200


def test_a_field_that_was_never_printed_shows_the_whole_page_to_who_may_see_it(batch, trust, desk, signed_in):
    row = doubtful(a_form(batch, picture=True), "relationship", kind="text")
    assert desk.get(f"{ADDRESS}{row.pk}/picture/").status_code == 200
    manager = signed_in(a_member(trust, Role.SERVICE_MANAGER))
    assert manager.get(f"{ADDRESS}{row.pk}/picture/").status_code == 404
    assert "no picture of this part" in manager.get(ADDRESS).text


def test_a_missing_page_is_a_question_with_one_answer(batch, desk):
    row = doubtful(a_form(batch), "missing_page", why="Page 2 did not come with the others", kind="page")
    page = desk.get(ADDRESS).text
    assert "Page 2 did not come with the others." in page
    assert "1. Go on without the page" in page
    assert "Cannot tell" not in page
    say(desk, row, "without")
    row.refresh_from_db()
    assert (row.human_value, row.errors) == ("without", None)


def test_it_costs_the_same_few_queries_whatever_there_is(batch, desk, django_assert_max_num_queries):
    for _ in range(6):
        form = a_form(batch, urgent=True)
        fields(form, reply_wanted="yes")
        for name in ("fft_answer", "what_good", "name"):
            doubtful(form, name)
            doubtful(a_form(batch), name, human="")
    with django_assert_max_num_queries(MOST_QUERIES):
        assert desk.get(ADDRESS).status_code == 200


def test_a_batch_can_be_checked_by_itself(batch, trust, officer, desk):
    doubtful(a_form(batch), "fft_answer")
    other = doubtful(a_form(a_batch(trust)), "what_good")
    query = f"?batch={other.form.batch_id}"
    page = desk.get(ADDRESS + query)
    assert shown(page) == other.pk
    assert "Nothing to check in this batch" in say(desk, other, "Kind nurses", query=query).text


def test_a_form_can_be_checked_by_itself(batch, desk):
    doubtful(a_form(batch), "fft_answer")
    wanted = doubtful(a_form(batch), "what_good")
    assert shown(desk.get(f"{ADDRESS}?form={wanted.form_id}")) == wanted.pk


@pytest.mark.parametrize("query", ["?batch=x", "?batch=0", "?form=999999", "?form=x"])
def test_a_batch_that_is_none_is_not_found(desk, query):
    assert desk.get(ADDRESS + query).status_code == 404


def test_what_is_left_to_a_colleague_is_not_asked_again(batch, trust, officer, desk):
    row = doubtful(a_form(batch), "fft_answer")
    desk.get(ADDRESS)
    assert "What you left to a colleague waits" in say(desk, row, say="skip").text
    assert next_for(a_member(trust)) == row


# who


def test_another_organisation_is_never_asked_and_finds_nothing(batch, signed_in):
    row = doubtful(a_form(batch, picture=True), "what_good", "Secret words")
    stranger = signed_in(a_member(OrganisationFactory()))
    assert "Secret words" not in stranger.get(ADDRESS).text
    for path in (f"{row.pk}/picture/", f"pages/{row.scan_id}/"):
        assert stranger.get(ADDRESS + path).status_code == 404
    assert say(stranger, row, "x").status_code == 404
    assert stranger.get(f"{ADDRESS}?batch={row.form.batch_id}").status_code == 404


@pytest.mark.parametrize("role", [Role.REGULATOR, Role.ADMINISTRATOR, Role.ICB_LEAD])
def test_other_roles_are_refused(trust, signed_in, role):
    assert signed_in(a_member(trust, role)).get(ADDRESS).status_code == 403


def test_an_anonymous_person_signs_in_first(client):
    assert client.get(ADDRESS).status_code == client.post(f"{ADDRESS}undo/").status_code == 302


def test_contact_details_are_only_for_who_may_read_them(batch, trust, signed_in):
    form = a_form(batch, picture=True)
    name = doubtful(form, "name", "Jo Invented")
    manager = a_member(trust, Role.SERVICE_MANAGER)
    assert next_for(manager) is None
    desk = signed_in(manager)
    assert "Jo Invented" not in desk.get(ADDRESS).text
    assert desk.get(f"{ADDRESS}{name.pk}/picture/").status_code == 404
    assert desk.get(f"{ADDRESS}pages/{name.scan_id}/").status_code == 403
    assert say(desk, name, "x").status_code == 404
    assert next_for(a_member(trust, Role.PALS_OFFICER)) == name


def test_a_manager_of_a_ward_is_asked_about_that_ward_alone(batch, trust):
    ward = a_ward(trust)
    doubtful(a_form(batch), "fft_answer")
    own = doubtful(a_form(batch, service=ward), "what_good")
    assert next_for(a_member(trust, Role.SERVICE_MANAGER, service=ward)) == own
