"""Pictures are kept a year after the form is settled, unless somebody holds them. The words stay."""

import datetime as dt
import io

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from feedback.models import FilledForm, FormField, Outcome, Scan, ScanFile
from feedback.paper import retention
from tests.feedback.paper import rows

pytestmark = pytest.mark.django_db
A_YEAR = dt.timedelta(days=365)
DAY = dt.timedelta(days=1)


@pytest.fixture
def long_ago(trust):
    """A settled form with pictures and an original, all from a year and a day ago."""
    form = rows.a_form(rows.a_batch(trust), picture=True)
    rows.a_field(form, "what_good", "Kind staff")
    file = ScanFile.objects.get()
    file.original.save("a.pdf", ContentFile(b"original"), save=True)
    then = timezone.now() - A_YEAR - DAY
    FilledForm.objects.update(settled_at=then, set_aside="Empty")
    type(form.batch).objects.update(sent_at=then)
    Scan.objects.update(ink=b"ink")
    return form


def left():
    """How many pictures and originals are still there, on the disk and by their rows."""
    scans, files = Scan.objects.exclude(straight="", picture=""), ScanFile.objects.exclude(original="")
    for one in Scan.objects.exclude(straight=""):
        assert one.straight.storage.exists(one.straight.name)
    return scans.count(), files.count()


def test_pictures_and_the_original_are_destroyed_and_the_words_stay(long_ago, settings):
    scan, file = Scan.objects.get(), ScanFile.objects.get()
    assert retention.expire() == retention.Expired(1, 1)
    assert left() == (0, 0)
    assert not scan.straight.storage.exists(scan.straight.name)
    assert not file.original.storage.exists(file.original.name)
    assert FormField.objects.get().machine_value == "Kind staff"
    assert Scan.objects.get().ink is None and ScanFile.objects.get().expired_at
    assert retention.expire() == retention.Expired(0, 0)


def test_a_dry_run_destroys_nothing(long_ago):
    out = io.StringIO()
    call_command("expire_scans", "--dry-run", stdout=out)
    assert "Pages: 1 would be destroyed." in out.getvalue()
    assert left() == (1, 1)
    call_command("expire_scans", stdout=out)
    assert left() == (0, 0)


@pytest.mark.parametrize(
    ("change", "because"),
    [
        (
            lambda form: FilledForm.objects.update(settled_at=timezone.now() - A_YEAR + DAY),
            "a year is not over",
        ),
        (lambda form: FilledForm.objects.update(settled_at=None, set_aside=""), "it is not settled"),
        (lambda form: Scan.objects.update(hold="A claim"), "it is held"),
    ],
)
def test_what_is_still_needed_is_kept(long_ago, change, because):
    change(long_ago)
    assert retention.expire() == retention.Expired(0, 0), because
    assert left() == (1, 1)


def test_an_original_is_kept_as_long_as_one_of_its_pages(long_ago):
    rows.a_scan(ScanFile.objects.get(), picture=True, hold="A claim")
    assert retention.expire() == retention.Expired(1, 0)


def test_a_page_that_is_no_form_is_kept_until_a_year_after_a_person_put_it_aside(trust, officer):
    batch = rows.a_batch(trust)
    scan = rows.a_scan(rows.a_file(batch), picture=True, outcome=Outcome.NOT_OURS)
    now = timezone.now()
    assert retention.expire(now=now + 10 * A_YEAR) == retention.Expired(0, 0)
    Scan.objects.filter(pk=scan.pk).update(put_aside_at=now, put_aside_by=officer)
    assert retention.expire(now=now + A_YEAR - DAY).pages == 0
    assert retention.expire(now=now + A_YEAR + DAY).pages == 1


def test_the_setting_says_how_long(long_ago, settings):
    settings.PAPER_KEEP_DAYS = 400
    assert retention.expire() == retention.Expired(0, 0)


def test_a_picture_that_is_missing_already_does_not_stop_the_others(long_ago):
    scan = Scan.objects.get()
    scan.straight.storage.delete(scan.straight.name)
    assert retention.expire().pages == 1
