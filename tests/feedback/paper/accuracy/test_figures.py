"""How right the machine is, counted from what people said."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from feedback.models import FormField, ScanBatch
from feedback.paper.accuracy import words
from feedback.paper.accuracy.figures import Counts, Share, counts, differing, together
from organisations.models import Role
from tests.factories import OrganisationFactory, UserFactory, a_member
from tests.feedback.paper.rows import a_batch, a_field, a_form, doubtful

ADDRESS = "/paper/checking/accuracy/"


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(0, 30, 0.0, 0.1135), (30, 30, 0.8865, 1.0), (50, 100, 0.4038, 0.5962), (97, 100, 0.9155, 0.9897)],
)
def test_limits_as_wilson_gave_them(count, total, low, high):
    assert Share(count, total).limits == (pytest.approx(low, abs=1e-3), pytest.approx(high, abs=1e-3))


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_lies_between_its_limits(count, total):
    one = Share(min(count, total), total)
    low, high = one.limits
    assert 0 <= low <= one.share + 1e-9
    assert one.share - 1e-9 <= high <= 1


@pytest.mark.parametrize(
    ("one", "said"),
    [(Share(0, 0), "too few"), (Share(29, 29), "too few (29)"), (Share(30, 30), "100% (89% to 100%)")],
)
def test_below_thirty_it_says_too_few(one, said):
    assert words.share(one) == said


def test_nothing_read_is_said_plainly():
    assert words.sentence(Counts()) == "No form has been read yet."
    assert "too few to say" in words.sentence(Counts(read=10, trusted=5))


rows = pytest.mark.django_db


def afresh(form, name, errors):
    """A field that passed unseen and was read afresh."""
    return a_field(form, name, "1", rekey=True, human="1", errors=errors)


@rows
def test_what_passed_unseen_is_judged_by_what_was_read_afresh_alone():
    form = a_form()
    afresh(form, "fft_answer", 0)
    afresh(form, "intent", 1)
    afresh(form, "what_good", 0.05)
    afresh(form, "could_improve", 0.2)
    a_field(form, "about", "self")
    a_field(form, "stamp", "", rekey=True)  # drawn, and not read yet
    doubtful(form, "consent", human="given", errors=0)
    doubtful(form, "reply_by", human="?", errors=None)
    doubtful(form, "name")
    one = together(counts().values())
    assert (one.precision, one.straight_through, one.guesses) == (Share(2, 4), Share(6, 9), Share(1, 1))
    assert (one.written, one.character_errors) == (2, pytest.approx(0.125))
    assert [row.name for row in differing(FormField.objects.all()).order_by("name")] == [
        "could_improve", "intent", "what_good",
    ]  # fmt: skip


@rows
def test_by_organisation_scanner_ward_and_kind():
    one, other = a_form(a_batch(scanner="")), a_form(a_batch(scanner="Ward 3"))
    afresh(one, "fft_answer", 0)
    afresh(other, "stamp", 1)
    assert counts(by="scanner").keys() == {"Not named", "Ward 3"}
    assert counts(by="kind").keys() == {"Experience of the service", "Date received"}
    assert counts(by="service").keys() == {"No ward or clinic"}
    assert counts()[other.organisation.name].precision == Share(0, 1)


@rows
def test_only_what_was_scanned_since_then_counts():
    afresh(a_form(), "fft_answer", 0)
    ScanBatch.objects.update(sent_at=timezone.now() - timedelta(days=9))
    afresh(a_form(), "fft_answer", 0)
    since = timezone.localdate() - timedelta(days=1)
    assert together(counts(since=since).values()).read == 1


@rows
def test_a_missing_page_is_no_reading():
    a_field(a_form(), "missing_page", kind="page", trusted=False)
    assert counts() == {}


@rows
def test_it_takes_one_query(django_assert_num_queries):
    for _ in range(3):
        afresh(a_form(), "fft_answer", 0)
    with django_assert_num_queries(1):
        counts()


@rows
def test_the_command_prints_plain_words_and_json(capsys):
    for _ in range(30):
        afresh(a_form(), "fft_answer", 0)
    call_command("paper_accuracy")
    said = capsys.readouterr().out
    assert "The machine has read 30 fields. 100% passed without a person." in said
    assert "100.0% were right: for all of them it lies between 88.6% and 100.0%." in said
    assert "Experience of the service" in said
    call_command("paper_accuracy", "--json", "--since", "2026-01-01")
    told = json.loads(capsys.readouterr().out)
    assert told["scanner"]["Front office"]["passed_unseen_right"]["of"] == 30


@rows
def test_the_page_shows_ones_own_organisation_alone(signed_in):
    mine, theirs = OrganisationFactory(), OrganisationFactory()
    form = a_form(a_batch(mine))
    a_field(form, "what_good", "Machine words", rekey=True, human="Person words", errors=0.5)
    a_field(form, "name", "Jo Invented", rekey=True, human="Joe Invented", errors=0.1)
    a_field(a_form(a_batch(theirs)), "what_good", "Their words", rekey=True, human="x", errors=1)
    page = signed_in(a_member(mine)).get(ADDRESS).text
    assert "Person words" in page
    assert "Jo Invented" in page
    assert "too few" in page
    assert theirs.name not in page
    assert "Their words" not in page
    manager = signed_in(a_member(mine, Role.SERVICE_MANAGER)).get(ADDRESS).text
    assert "Jo Invented" not in manager
    administrator = signed_in(a_member(mine, Role.ADMINISTRATOR)).get(ADDRESS).text
    assert "Person words" not in administrator
    assert "Fields read" in administrator


@rows
def test_the_page_costs_few_queries(signed_in, django_assert_max_num_queries):
    form = a_form()
    desk = signed_in(a_member(form.organisation))
    for name in ("fft_answer", "what_good", "stamp", "name"):
        a_field(form, name, "1", rekey=True, human="2", errors=1, by=UserFactory())
    with django_assert_max_num_queries(16):
        desk.get(ADDRESS)


@rows
def test_a_regulator_is_refused(signed_in):
    assert signed_in(a_member(OrganisationFactory(), Role.REGULATOR)).get(ADDRESS).status_code == 403
