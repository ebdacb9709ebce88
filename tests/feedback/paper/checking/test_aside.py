"""Pages that are no forms: a person says what becomes of each, and nothing is thrown away."""

import pytest
from django.utils import timezone

from feedback.models import Alert, Feedback, Scan
from feedback.paper.checking import aside
from organisations.models import Role
from tests.factories import OrganisationFactory, a_member, days_ago
from tests.feedback.paper.rows import a_batch, a_file, a_form, a_page, a_scan, a_ward

pytestmark = pytest.mark.django_db
ADDRESS = "/paper/checking/aside/"


@pytest.fixture
def batch(trust):
    return a_batch(trust)


@pytest.fixture
def page(batch):
    """A page that is no form, behind a form in the same file."""
    form = a_form(batch)
    return a_scan(form.scans.get().file, outcome="not_ours", why="No code was found", picture=True)


def decide(desk, scan, say, **given):
    shown = desk.post(f"{ADDRESS}{scan.pk}/", {"say": say} | given, follow=True)
    scan.refresh_from_db()
    return shown.text


def test_it_is_listed_with_its_picture(page, desk):
    a_scan(page.file, outcome="read")
    shown = desk.get(ADDRESS).text
    assert shown.count("pv-page-aside") == 1
    assert "Not one of our forms: No code was found." in shown
    assert f"/paper/checking/pages/{page.pk}/" in shown
    assert desk.get(f"/paper/checking/pages/{page.pk}/").status_code == 200


def test_a_page_can_be_kept_with_the_form_before_it(page, officer, desk):
    assert "kept with the form before it" in decide(desk, page, "belongs")
    assert page.form == page.file.scans.first().form
    assert (page.put_aside_by, bool(page.put_aside_at)) == (officer, True)
    assert page.why == "No code was found – Kept with the form before it"


def test_without_a_form_before_it_that_is_not_possible(batch, desk):
    scan = a_scan(a_file(batch), outcome="unreadable")
    assert "There is no form before this page" in decide(desk, scan, "belongs")
    assert scan.put_aside_at is None


def test_a_page_can_be_scanned_again_or_left(page, desk):
    decide(desk, page, "again", reason="the corner is folded")
    assert page.why.endswith("Scan it again: the corner is folded")
    other = a_scan(page.file, outcome="unreadable", why="x" * 200)
    decide(desk, other, "leave")
    assert other.why.endswith("Nothing to do")
    assert "No page waits" in desk.get(ADDRESS).text


@pytest.mark.parametrize("say", ["belongs", "again", "leave"])
def test_each_of_them_can_be_undone(page, desk, say):
    decide(desk, page, say)
    desk.post(f"{ADDRESS}{page.pk}/undo/")
    page.refresh_from_db()
    assert (page.form, page.put_aside_at, page.put_aside_by, page.why) == (
        None,
        None,
        None,
        "No code was found",
    )


def test_a_colleague_who_was_quicker_is_not_overruled(page, desk):
    decide(desk, page, "leave")
    assert "A colleague has dealt with this page" in decide(desk, page, "belongs")
    assert page.form is None


def letter(**given):
    day = days_ago(2)
    return {
        "words": "The lift was broken for a week.",
        "intent": "complaint",
        "received_on_day": day.day,
        "received_on_month": day.month,
        "received_on_year": day.year,
    } | given


def test_a_letter_becomes_feedback(page, trust, desk):
    ward = a_ward(trust)
    assert desk.get(f"{ADDRESS}{page.pk}/letter/").status_code == 200
    sent = letter(service=ward.pk, name="Jo Invented", address="1 Invented Lane")
    shown = desk.post(f"{ADDRESS}{page.pk}/letter/", sent, follow=True).text
    page.refresh_from_db()
    made = Feedback.objects.get()
    assert page.became == made
    assert made.reference in shown
    assert (made.channel, made.service, made.intent, made.received_on) == (
        "paper",
        ward,
        "complaint",
        days_ago(2),
    )
    assert (made.reply_wanted, made.reply_by, made.contact.name) == (True, "post", "Jo Invented")
    desk.post(f"{ADDRESS}{page.pk}/letter/", sent)
    assert Feedback.objects.count() == 1
    assert "so it stays" in desk.post(f"{ADDRESS}{page.pk}/undo/", follow=True).text


def test_a_letter_about_danger_raises_an_alert(page, desk):
    desk.post(f"{ADDRESS}{page.pk}/letter/", letter(words="I want to end my life."))
    assert Alert.objects.get().kind == "self_harm"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"words": " "}, "Write what the letter says"),
        ({"intent": ""}, "Choose what the person wants to do"),
        ({"received_on_year": "2199"}, "must be today or in the past"),
        ({"received_on_day": "32"}, "Enter a real date"),
    ],
)
def test_a_letter_that_lacks_something_is_refused_and_kept_on_the_page(page, desk, given, says):
    answered = desk.post(f"{ADDRESS}{page.pk}/letter/", letter(**given))
    assert answered.status_code == 422
    assert says in answered.text
    assert not Feedback.objects.exists()


def test_another_organisation_finds_nothing(page, signed_in):
    stranger = signed_in(a_member(OrganisationFactory()))
    assert "No page waits" in stranger.get(ADDRESS).text
    for path in ("", "undo/", "letter/"):
        assert stranger.post(f"{ADDRESS}{page.pk}/{path}").status_code == 404


def test_who_may_not_read_contact_details_sees_no_picture_and_decides_nothing(page, trust, signed_in):
    manager = signed_in(a_member(trust, Role.SERVICE_MANAGER))
    shown = manager.get(ADDRESS).text
    assert "pv-page-aside" in shown
    assert "<img" not in shown.split("<main")[1]
    assert manager.post(f"{ADDRESS}{page.pk}/", {"say": "leave"}).status_code == 403
    assert manager.get(f"/paper/checking/pages/{page.pk}/").status_code == 403


def test_long_lists_come_in_pages_at_the_same_cost(batch, desk, django_assert_max_num_queries):
    file = a_file(batch)
    Scan.objects.bulk_create(
        Scan(
            file=file, number=number, outcome="not_ours", put_aside_at=timezone.now() if number > 30 else None
        )
        for number in range(1, 40)
    )
    with django_assert_max_num_queries(16):
        shown = desk.get(ADDRESS).text
    assert shown.count("pv-page-aside") == 20
    after = Scan.objects.order_by("id")[19].pk
    assert f"?after={after}" in shown
    assert desk.get(f"{ADDRESS}?after={after}").text.count("pv-page-aside") == 10


def test_the_page_as_it_came_is_shown_where_none_was_set_straight(batch, desk):
    from django.core.files.base import ContentFile

    scan = a_scan(a_file(batch), outcome="unreadable")
    scan.picture.save("came.jpg", ContentFile(a_page()))
    assert desk.get(f"/paper/checking/pages/{scan.pk}/").status_code == 200
    assert aside.form_before(scan) is None
