"""Changes: promised, done, shown to the public, printed; whose they are; what the pages cost."""

import datetime as dt
import io

import pikepdf
import pytest
from django.utils import timezone

from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_member
from triage import actions
from triage.improving.poster import SIZES, poster
from triage.models import Improvement

pytestmark = pytest.mark.django_db
LINES = {"said": "The nights are loud.", "plan": "Soft-closing bins."}


@pytest.fixture
def ward():
    return ServiceFactory(name="Rowan Ward", slug="rowan-ward")


@pytest.fixture
def manager(ward):
    return a_member(ward.organisation, Role.SERVICE_MANAGER, service=ward)


@pytest.fixture
def row(ward, manager):
    day = timezone.localdate() + dt.timedelta(days=9)
    return actions.improve(
        organisation=ward.organisation, service=ward, owner=manager, due_on=day, by=manager, **LINES
    )


def a_promise(ward, manager, **given):
    day = timezone.localdate() + dt.timedelta(days=20)
    due = {"due_on_day": day.day, "due_on_month": day.month, "due_on_year": day.year}
    return {"service": ward.pk, "owner": manager.pk, "theme": "", **LINES, **due, **given}


def test_a_ward_manager_promises_a_change_in_two_lines(ward, manager, signed_in):
    answer = signed_in(manager).post("/improvements/new/", a_promise(ward, manager))
    row = Improvement.objects.get()
    assert answer.url == f"/improvements/{row.pk}/"
    assert (row.said, row.service, row.added_by) == ("The nights are loud.", ward, manager)


def test_what_was_typed_stays_when_a_line_is_missing(ward, manager, signed_in):
    answer = signed_in(manager).post("/improvements/new/", a_promise(ward, manager, plan=""))
    page = answer.content.decode()
    assert answer.status_code == 422 and "Write what you will do" in page and "The nights are loud." in page


def test_the_wards_page_fills_in_what_it_knows(ward, manager, signed_in):
    page = signed_in(manager).get("/improvements/new/?service=rowan-ward&theme=Parking").content.decode()
    assert f'value="{ward.pk}" selected' in page and 'value="Parking" selected' in page


def test_a_change_is_done_shown_and_taken_down(row, ward, manager, client, signed_in):
    staff = signed_in(manager)
    staff.post(f"/improvements/{row.pk}/done/", {"did": "Six soft-closing bins."})
    assert "Six soft-closing bins." not in staff.get("/what-changed/rowan-ward/").content.decode()
    staff.post(f"/improvements/{row.pk}/public/")
    staff.logout()
    assert "Six soft-closing bins." in client.get("/what-changed/rowan-ward/").content.decode()
    assert client.cookies.get("sessionid") is None or not client.cookies["sessionid"].value
    signed_in(manager).post(f"/improvements/{row.pk}/public/", {"down": "1"})
    assert "Six soft-closing bins." not in client.get("/what-changed/rowan-ward/").content.decode()


def test_an_empty_answer_is_refused_kindly_and_changes_nothing(row, manager, signed_in):
    for step, says in (("done", "Write what you did"), ("drop", "Say why it will not be done")):
        answer = signed_in(manager).post(f"/improvements/{row.pk}/{step}/", {})
        assert answer.status_code == 422 and says in answer.content.decode()
    row.refresh_from_db()
    assert row.done_on is None and row.dropped_at is None


@pytest.mark.parametrize(
    "shown,there", [("open", True), ("late", False), ("done", False), ("dropped", False), ("x", True)]
)
def test_a_list_holds_what_it_says(row, manager, shown, there, signed_in):
    page = signed_in(manager).get(f"/improvements/?show={shown}").content.decode()
    assert (LINES["said"] in page) == there


def test_another_organisations_change_is_not_there(row, signed_in):
    stranger = a_member(OrganisationFactory())
    assert signed_in(stranger).get(f"/improvements/{row.pk}/").status_code == 404
    for step in ("done", "drop", "public"):
        assert (
            signed_in(stranger).post(f"/improvements/{row.pk}/{step}/", {"did": "x", "why": "x"}).status_code
            == 404
        )
    assert signed_in(stranger).get("/improvements/poster/rowan-ward/").status_code == 404
    assert LINES["said"] not in signed_in(stranger).get("/improvements/").content.decode()


def test_who_may_only_read_changes_nothing(row, ward, signed_in):
    reader = a_member(ward.organisation, Role.ADMINISTRATOR)
    assert signed_in(reader).get(f"/improvements/{row.pk}/").status_code == 200
    assert signed_in(reader).post(f"/improvements/{row.pk}/done/", {"did": "x"}).status_code == 403


def test_the_public_page_of_an_unknown_ward_leads_to_the_search(client, db):
    answer = client.get("/what-changed/no-such-ward/")
    assert answer.status_code == 404 and "give-feedback" in answer.content.decode()


@pytest.mark.parametrize("size", SIZES)
def test_the_poster_is_one_tagged_page_with_a_title_a_language_and_words_for_its_code(
    row, ward, manager, size
):
    actions.finish(row, did="Six soft-closing bins.", by=manager)
    actions.publish(row, by=manager)
    with pikepdf.open(io.BytesIO(poster(ward, size=size))) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang) == "en-GB"
        assert (
            "You said, we did: Rowan Ward" in str(pdf.docinfo.get("/Title", ""))
            or pdf.open_metadata()["dc:title"] == "You said, we did: Rowan Ward"
        )
        wide, high = (float(side) / 72 * 25.4 for side in pdf.pages[0].MediaBox[2:])
        assert (round(wide), round(high)) == {"a4": (210, 297), "a3": (297, 420)}[size]
        alternatives = [
            str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
        assert any("Rowan Ward" in words for words in alternatives)


def test_four_long_changes_still_fit_on_one_page(ward, manager):
    for n in range(5):
        line = f"Change {n}: " + "the corridor lamps wake people who sleep near the door at night. " * 3
        row = actions.improve(
            organisation=ward.organisation, service=ward, owner=manager, due_on=timezone.localdate(),
            by=manager, said=line[:200], plan="Dim them.",
        )  # fmt: skip
        actions.finish(row, did=line[:200], by=manager)
        actions.publish(row, by=manager)
    for size in SIZES:
        with pikepdf.open(io.BytesIO(poster(ward, size=size))) as pdf:
            assert len(pdf.pages) == 1


def test_pages_cost_the_same_for_one_change_and_for_many(
    row, ward, manager, signed_in, django_assert_max_num_queries
):
    for n in range(12):
        actions.improve(
            organisation=ward.organisation, service=ward, owner=manager, due_on=timezone.localdate(), by=manager,
            said=f"Line {n}.", plan="Mend it.",
        )  # fmt: skip
    staff = signed_in(manager)
    for address in (
        "/improvements/",
        f"/improvements/{row.pk}/",
        "/improvements/new/",
        "/what-changed/rowan-ward/",
    ):
        with django_assert_max_num_queries(14):
            staff.get(address)
