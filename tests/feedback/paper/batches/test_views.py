"""The pages of scanned forms: batches that add up, sending without JavaScript, and pictures for those who may see them."""

import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from feedback.models import Outcome, Scan, ScanBatch, ScanFile
from feedback.paper.batches import actions, counting, showing
from organisations.models import Role
from tests.factories import OrganisationFactory, ServiceFactory, a_member, days_ago
from tests.feedback.paper import rows, scanned
from tests.feedback.paper.scanned import a_code

pytestmark = pytest.mark.django_db
TODAY = {"received_on_day": "2", "received_on_month": "3", "received_on_year": "2026"}


def upload(*contents):
    return [SimpleUploadedFile(f"{number}.pdf", content) for number, content in enumerate(contents)]


def answers(trust, **given):
    return TODAY | {"organisation": trust.pk, "fft_mode": "Paper home", "scanner": "Copier"} | given


def some_scans(batch, **outcomes):
    file = rows.a_file(batch, pages=sum(outcomes.values()))
    for outcome, count in outcomes.items():
        for _ in range(count):
            rows.a_scan(file, outcome="" if outcome == "waiting" else outcome)
    return file


def a_card(batch, **given):
    """A page set straight, with a name where the form asks for it."""
    from feedback.paper.layout import load
    from feedback.paper.reading.result import DPI

    box = load("card-1-standard-en").field("name").box
    picture = scanned.opened(rows.a_page())
    dots = [value * DPI / 25.4 for value in (box.x, box.y, box.x + box.width, box.y + box.height)]
    picture.paste(0, tuple(map(round, dots)))
    scan = Scan(file=rows.a_file(batch), number=1, outcome="read", payload=a_code(1), ink=b"ink", **given)
    scan.straight.save("page.jpg", ContentFile(scanned.written(picture, "JPEG")), save=True)
    return scan, tuple(map(round, dots))


# sending


def test_files_are_sent_without_javascript(desk, trust, officer):
    sent = upload(scanned.pdf("one"), scanned.pdf("two"), b"hello")
    page = desk.post("/paper/send/", answers(trust, scans=sent), follow=True)
    batch = ScanBatch.objects.get()
    assert page.redirect_chain == [(f"/paper/batches/{batch.pk}/", 302)]
    assert (batch.organisation, batch.sent_by, batch.source) == (trust, officer, "upload")
    assert (batch.scanner, batch.fft_mode, str(batch.received_on)) == ("Copier", "Paper home", "2026-03-02")
    assert batch.files.count() == 3
    assert "2.pdf: It is not a PDF" in page.text and "Not taken." in page.text


def test_the_same_file_twice_is_told(desk, trust):
    page = desk.post(
        "/paper/send/", answers(trust, scans=upload(scanned.pdf("one"), scanned.pdf("one"))), follow=True
    )
    assert "This file is in the batch already" in page.text
    assert ScanFile.objects.count() == 1


def test_with_javascript_a_batch_is_opened_and_files_follow_one_by_one(desk, trust):
    opened = desk.post("/paper/send/", answers(trust, later="1"))
    assert opened.status_code == 201
    for _ in range(2):  # a connection that broke: sent again, kept once
        said = desk.post(json.loads(opened.text)["add"], {"files": upload(scanned.pdf("one"))})
    assert said.json() == {"files": [{"name": "0.pdf", "why": "This file is in the batch already."}]}
    assert ScanFile.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Choose one file or more"),
        ({"received_on_year": "2999"}, "The date must be today or in the past"),
        ({"received_on_month": "13"}, "Enter a real date"),
        ({"organisation": "999999"}, "Select a valid choice"),
    ],
)
def test_a_mistake_is_told_beside_its_question(desk, trust, given, says):
    files = upload(scanned.pdf("one")) if given else []
    page = desk.post("/paper/send/", answers(trust, scans=files) | given)
    assert page.status_code == 422 and says in page.text
    assert desk.post("/paper/send/", answers(trust, later="1") | given).status_code == (422 if given else 201)
    assert not ScanFile.objects.exists()


def test_a_ward_manager_sends_for_the_ward(signed_in, trust):
    ward = ServiceFactory(organisation=trust)
    client = signed_in(a_member(trust, Role.SERVICE_MANAGER, service=ward))
    client.post("/paper/send/", answers(trust, scans=upload(scanned.pdf("one"))))
    batch = ScanBatch.objects.get()
    assert batch.service == ward
    assert client.get(f"/paper/batches/{batch.pk}/").status_code == 200


def test_another_organisations_service_cannot_be_chosen(desk, trust):
    other = ServiceFactory()
    assert desk.post("/paper/send/", answers(trust, later="1", service=other.pk)).status_code == 422


# what became of it


def test_a_batch_adds_up(desk, batch):
    some_scans(batch, read=5, to_check=3, not_ours=1, unreadable=1, seen_before=2, waiting=1)
    page = desk.get(f"/paper/batches/{batch.pk}/").text
    assert "5 + 3 + 1 + 1 + 2 + 1 = 13 pages" in page
    assert "paper-progress.js" in page
    Scan.objects.unread().update(outcome=Outcome.READ)
    page = desk.get(f"/paper/batches/{batch.pk}/").text
    assert "6 + 3 + 1 + 1 + 2 = 13 pages" in page and "paper-progress.js" not in page


def test_progress_is_told_in_figures(desk, batch):
    some_scans(batch, read=2, waiting=3)
    rows.a_file(batch)
    ScanFile.objects.filter(pk=ScanFile.objects.last().pk).update(split_at=None)
    said = desk.get(f"/paper/batches/{batch.pk}/progress").json()
    assert said == {
        "pages": 5, "read": 2, "waiting": 3, "files_waiting": 1, "done": False, "words": "2 + 3 = 5 pages"
    }  # fmt: skip


def test_pages_are_listed_by_outcome_each_once(desk, batch):
    some_scans(batch, read=45, unreadable=2)
    address = f"/paper/batches/{batch.pk}/"
    first = desk.get(address).text
    assert first.count('<a href="/paper/scans/') == 40
    last = list(batch.files.get().scans.order_by("id").values_list("pk", flat=True))[39]
    assert f"after={last}" in first
    assert desk.get(address, {"after": last}).text.count('<a href="/paper/scans/') == 7
    assert desk.get(address, {"outcome": "unreadable"}).text.count('<a href="/paper/scans/') == 2


def test_batches_are_listed_the_newest_first_with_what_waits(desk, trust):
    form = rows.a_form(rows.a_batch(trust))
    rows.doubtful(form, "fft_answer")
    for _ in range(21):
        rows.a_batch(trust)
    first = desk.get("/paper/").text
    assert first.count('<a href="/paper/batches/') == 20
    before = first.split("?before=")[1].split('"')[0]
    second = desk.get("/paper/", {"before": before}).text
    assert second.count('<a href="/paper/batches/') == 2
    assert "1 answer<" in second and 'href="/paper/checking/?batch=' in second


def test_lists_take_few_queries_however_much_there_is(desk, trust, django_assert_max_num_queries):
    for _ in range(5):
        batch = rows.a_batch(trust)
        some_scans(batch, read=5, unreadable=1)
    with django_assert_max_num_queries(12):
        desk.get("/paper/")
    with django_assert_max_num_queries(14):
        desk.get(f"/paper/batches/{batch.pk}/")
    with django_assert_max_num_queries(12):
        desk.get(f"/paper/scans/{Scan.objects.last().pk}/")
    assert counting.sum_of(batch).pages == 6


# who sees what


@pytest.mark.parametrize("end", ["", "progress"])
def test_another_organisations_batch_is_not_there(signed_in, batch, end):
    stranger = signed_in(a_member(OrganisationFactory()))
    assert stranger.get(f"/paper/batches/{batch.pk}/{end}").status_code == 404
    assert "/paper/batches/" not in stranger.get("/paper/").text


@pytest.mark.parametrize("end", ["", "picture", "picture?small=1", "original"])
def test_another_organisations_page_is_not_there(signed_in, batch, end):
    scan, _ = a_card(batch)
    stranger = signed_in(a_member(OrganisationFactory()))
    assert stranger.get(f"/paper/scans/{scan.pk}/{end}").status_code == 404
    assert stranger.post(f"/paper/scans/{scan.pk}/hold", {"why": "x"}).status_code == 404


def test_files_are_added_by_who_opened_the_batch_alone(signed_in, trust, desk, officer):
    opened = json.loads(desk.post("/paper/send/", answers(trust, later="1")).text)
    assert signed_in(a_member(trust)).post(opened["add"], {"files": []}).status_code == 404


@pytest.mark.parametrize("address", ["/paper/", "/paper/send/"])
def test_who_may_not_scan_is_turned_away(signed_in, client, address):
    assert client.get(address).status_code == 302
    assert signed_in(a_member(OrganisationFactory(), Role.REGULATOR)).get(address).status_code == 403


def test_contact_details_are_shown_to_those_who_may_see_them(desk, batch):
    scan, box = a_card(batch)
    said = desk.get(f"/paper/scans/{scan.pk}/picture")
    assert scanned.dark(said.content, box) > 0.9
    assert said["Cache-Control"] == "private, no-store" and said["X-Content-Type-Options"] == "nosniff"


def test_contact_details_are_hidden_from_the_others_and_in_every_thumbnail(signed_in, desk, trust, batch):
    scan, box = a_card(batch)
    small = desk.get(f"/paper/scans/{scan.pk}/picture?small=1").content
    assert scanned.opened(small).width == showing.SMALL
    assert scanned.dark(small, (0, 0, *scanned.opened(small).size)) == 0
    client = signed_in(a_member(trust, Role.ADMINISTRATOR))
    assert scanned.dark(client.get(f"/paper/scans/{scan.pk}/picture").content, box) == 0


@pytest.mark.parametrize(
    "given",
    [{"outcome": "unreadable"}, {"outcome": "not_ours", "payload": ""}, {"ink": None}, {"payload": "?"}],
)
def test_a_page_that_is_not_set_straight_is_for_those_who_may_see_contact_details(
    signed_in, desk, trust, batch, given
):
    scan, box = a_card(batch)
    Scan.objects.update(**given)
    assert desk.get(f"/paper/scans/{scan.pk}/picture").status_code == 200
    assert desk.get(f"/paper/scans/{scan.pk}/picture?small=1").status_code == 200
    client = signed_in(a_member(trust, Role.ADMINISTRATOR))
    for end in ("picture", "picture?small=1", "original"):
        assert client.get(f"/paper/scans/{scan.pk}/{end}").status_code == 403
    page = client.get(f"/paper/scans/{scan.pk}/").text
    assert "Ask a colleague" in page and f"{scan.pk}/picture" not in page
    assert "/picture?small" not in client.get(f"/paper/batches/{batch.pk}/").text


def test_the_file_is_saved_under_a_name_of_ours(desk, add, batch):
    file = add(scanned.pdf("one"), "Mrs Invented.pdf").file
    scan = rows.a_scan(file)
    shown = []
    showing.page_shown.connect(noted := lambda scan, by, **_: shown.append((scan, by)))
    said = desk.get(f"/paper/scans/{scan.pk}/original")
    showing.page_shown.disconnect(noted)
    assert b"".join(said.streaming_content) == scanned.pdf("one")
    assert said["Content-Disposition"] == f'attachment; filename="scan-{file.pk}.pdf"'
    assert said["Content-Type"] == "application/octet-stream"
    assert len(shown) == 1


def test_a_page_seen_before_is_shown_beside_the_first(desk, batch):
    first, _ = a_card(batch)
    second, _ = a_card(batch)
    Scan.objects.filter(pk=second.pk).update(twin=first, outcome="seen_before", why="The same sheet")
    page = desk.get(f"/paper/scans/{second.pk}/").text
    assert f"/paper/scans/{first.pk}/picture" in page and f"/paper/scans/{second.pk}/picture" in page


def test_a_picture_that_is_gone_is_not_there(desk, batch):
    scan, _ = a_card(batch)
    scan.straight.storage.delete(scan.straight.name)
    assert desk.get(f"/paper/scans/{scan.pk}/picture").status_code == 404
    Scan.objects.update(straight="")
    assert desk.get(f"/paper/scans/{scan.pk}/picture").status_code == 404
    assert desk.get(f"/paper/scans/{scan.pk}/original").status_code == 404
    assert desk.get(f"/paper/scans/{scan.pk}/").status_code == 200


# kept, and destroyed


def test_a_page_is_held_with_a_reason_and_let_go(desk, batch, officer):
    scan, _ = a_card(batch)
    page = desk.post(f"/paper/scans/{scan.pk}/hold", {"why": "A claim"}, follow=True).text
    assert f"A claim ({officer})" in page
    desk.post(f"/paper/scans/{scan.pk}/hold", {"why": ""})
    assert Scan.objects.get().hold == ""


def test_what_will_be_destroyed_is_announced_thirty_days_before(desk, trust, settings):
    settings.PAPER_KEEP_DAYS = 100
    form = rows.a_form(rows.a_batch(trust), picture=True)
    type(form).objects.update(settled_at=timezone.now() - timezone.timedelta(days=71), set_aside="Empty")
    page = desk.get(f"/paper/batches/{form.batch_id}/").text
    assert "Pictures will be destroyed" in page
    type(form).objects.update(settled_at=timezone.now() - timezone.timedelta(days=69))
    assert "will be destroyed" not in desk.get(f"/paper/batches/{form.batch_id}/").text


def test_a_batch_without_pages_says_what_will_come(desk, trust):
    batch = actions.open_batch(organisation=trust, source="upload", received_on=days_ago(1))
    assert "Pages are shown here as soon as" in desk.get(f"/paper/batches/{batch.pk}/").text
