"""What was read of a page is stored: once, in its place, with its outcome and what follows."""

from dataclasses import replace

import pytest

from feedback.models import FilledForm, FormField, Outcome, Scan
from feedback.paper import store
from feedback.paper.batches import actions
from tests.factories import OrganisationFactory, ServiceFactory
from tests.feedback.paper.scanned import a_code, a_reading, bytes_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward(trust):
    return ServiceFactory(organisation=trust)


@pytest.fixture
def same_ink(monkeypatch):
    """Inks are alike when they are equal."""
    monkeypatch.setattr(store, "alike", lambda one, other: float(one == other))


def kept(page, *readings, **given):
    scans = []
    for reading in readings:
        scan = page(**given)
        assert store.keep(scan, reading)
        scans.append(Scan.objects.get(pk=scan.pk))
    return scans


def test_a_page_becomes_a_form_with_its_fields(page, ward):
    code = a_code(7, service=ward.pk)
    (scan,) = kept(page, a_reading("read", code, b"straight", b"ink", fft_answer="2", what_good="Kind staff"))
    form = FilledForm.objects.get()
    assert (form.organisation, form.service, form.serial) == (ward.organisation, ward, 7)
    assert form.layout == "card-1-standard-en"
    assert (scan.outcome, scan.form, scan.payload, scan.page) == (Outcome.READ, form, code, 1)
    assert bytes_of(scan.straight) == b"straight" and bytes(scan.ink) == b"ink"
    assert {one.name: one.machine_value for one in form.fields.all()} == {
        "fft_answer": "2",
        "what_good": "Kind staff",
    }


def test_it_is_stored_once(page):
    scan = page()
    assert store.keep(scan, a_reading("read", a_code(1), b"first", fft_answer="1"))
    assert not store.keep(scan, a_reading("read", a_code(2), b"second", fft_answer="5"))
    scan.refresh_from_db()
    assert bytes_of(scan.straight) == b"first"
    assert FilledForm.objects.get().serial == 1
    assert len(scan.straight.storage.listdir(scan.straight.name.rpartition("/")[0])[1]) == 1


def test_the_page_as_it_came_goes_when_it_is_set_straight(page, django_capture_on_commit_callbacks):
    scan = page()
    picture = scan.picture.name
    with django_capture_on_commit_callbacks(execute=True):
        store.keep(scan, a_reading("read", a_code(1), b"straight", fft_answer="1"))
    assert not scan.picture.storage.exists(picture)
    assert Scan.objects.get(pk=scan.pk).picture.name == ""


def test_an_answer_that_could_not_be_read_keeps_its_page(page):
    (scan,) = kept(page, a_reading("not_ours"))
    assert scan.outcome == Outcome.NOT_OURS and scan.picture


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (a_code(1, organisation="ZZZ9"), "not known"),
        (a_code(1, service=999_999), "a service that is not known"),
    ],
)
def test_a_form_whose_place_is_not_known_is_kept_and_checked(page, trust, code, says):
    (scan,) = kept(page, a_reading("read", code, fft_answer="1"))
    assert scan.outcome == Outcome.TO_CHECK and says in scan.why
    assert scan.form.organisation == trust and scan.form.service is None
    assert FormField.objects.doubtful().count() == 1


def test_another_trusts_form_is_kept_where_it_was_scanned_and_checked(page, trust):
    OrganisationFactory(ods_code="RX2", name="Moor Hospital Trust")
    (scan,) = kept(page, a_reading("read", a_code(1, organisation="RX2"), fft_answer="1"))
    assert scan.outcome == Outcome.TO_CHECK and "Moor Hospital Trust" in scan.why
    assert scan.form.organisation == trust


def test_a_form_of_a_site_below_is_the_sites(page, trust):
    site = OrganisationFactory(ods_code="RX101", parent=trust)
    (scan,) = kept(page, a_reading("read", a_code(1, organisation="RX101"), fft_answer="1"))
    assert scan.outcome == Outcome.READ and scan.form.organisation == site


def test_a_form_without_a_code_is_looked_at_whole(page):
    (scan,) = kept(page, a_reading("to_check", "", fft_answer="1"))
    assert (scan.outcome, scan.form) == (Outcome.UNREADABLE, None) and scan.why


def test_pages_of_one_form_are_joined_whichever_comes_first(page, add):
    file = page().file
    codes = [a_code(9, form="complaint", page=number) for number in (2, 1)]
    second, first = kept(page, *[a_reading("read", code, fft_answer="1") for code in codes], file=file)
    assert first.form == second.form
    assert {first.outcome, second.outcome} == {Outcome.READ}


def test_a_second_first_page_of_the_same_serial_begins_the_next_copy(page, same_ink):
    reading = [a_reading("read", a_code(5), b"", ink, fft_answer="1") for ink in (b"one", b"two")]
    first, second = kept(page, *reading)
    assert (first.form.copy, second.form.copy) == (1, 2)
    assert second.outcome == Outcome.READ  # a photocopied master is normal


def test_copies_of_two_pages_join_the_nearest_and_a_person_looks(page, same_ink):
    file = page().file  # page 1 of the file is something else
    scans = {number: page(file=file) for number in (1, 2, 3, 4)}
    # two copies, scanned one after the other, read in another order
    for number, sheet_page in ((1, 1), (3, 1), (4, 2), (2, 2)):
        code = a_code(5, form="complaint", page=sheet_page)
        store.keep(scans[number], a_reading("read", code, b"", b"%d" % number, intent="concern"))
    rows = {number: Scan.objects.get(pk=scan.pk) for number, scan in scans.items()}
    assert rows[1].form == rows[2].form != rows[3].form == rows[4].form
    assert "copied" in rows[4].why and rows[4].outcome == Outcome.TO_CHECK


def test_the_same_sheet_twice_is_seen_before_and_its_fields_are_not_stored_again(page, same_ink):
    reading = a_reading("read", a_code(5), b"straight", b"ink", fft_answer="1", what_good="Kind staff")
    first, second = kept(page, reading, reading)
    assert (second.outcome, second.twin, second.form) == (Outcome.SEEN_BEFORE, first, None)
    assert FormField.objects.count() == 2


def test_the_same_sheet_in_another_batch_is_seen_before_too(page, same_ink, trust):
    reading = a_reading("read", a_code(5), b"", b"ink", fft_answer="1")
    other = actions.open_batch(organisation=trust, source="upload")
    kept(page, reading)
    (second,) = kept(page, reading, to=other)
    assert second.outcome == Outcome.SEEN_BEFORE


def test_blank_copies_of_one_form_are_not_one_sheet(page, same_ink):
    reading = a_reading("read", a_code(5), b"", b"no ink", fft_answer="")
    first, second = kept(page, reading, reading)
    assert second.outcome == Outcome.READ and second.form != first.form


@pytest.mark.parametrize(
    ("field", "words", "urgent"),
    [
        ("what_good", "I am going to kill myself tonight", True),
        ("what_good", "The nurses were kind", False),
        ("name", "I am going to kill myself tonight", False),
    ],
)
def test_danger_in_the_words_makes_a_form_urgent_and_the_words_are_not_noted(page, field, words, urgent):
    kept(page, a_reading("read", a_code(5), **{field: words}))
    form = FilledForm.objects.get()
    assert form.urgent == urgent and bool(form.kinds) == urgent
    assert "tonight" not in str(form.kinds)


def test_danger_that_was_crossed_out_is_heard_all_the_same(page):
    read = a_reading("read", a_code(5), what_good="The nurses were kind")
    field = replace(read.fields[0], heard="The nurses were kind I am going to kill myself tonight")
    kept(page, replace(read, fields=(field,)))
    form = FilledForm.objects.get()
    assert form.urgent and form.fields.get().machine_value == "The nurses were kind"


def test_one_trusted_answer_in_fifty_is_drawn_and_always_the_same():
    drawn = [store.drawn("key", f"field {number}") for number in range(5000)]
    assert 60 <= sum(drawn) <= 140
    assert drawn == [store.drawn("key", f"field {number}") for number in range(5000)]


def test_real_ink_is_compared():
    assert store.alike(b"", b"") == 0.0


def test_storing_a_page_takes_few_queries(page, ward, django_assert_max_num_queries):
    code = a_code(7, service=ward.pk)
    reading = a_reading("read", code, b"straight", b"ink", fft_answer="2", what_good="Kind staff")
    scan = Scan.objects.select_related("file__batch__organisation").get(pk=page().pk)
    with django_assert_max_num_queries(17):
        store.keep(scan, reading)
