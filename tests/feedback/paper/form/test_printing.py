"""Print runs: numbers without gaps or repeats, and none kept without its PDF."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from feedback.models import PrintRun
from feedback.paper.form import draw, printing
from feedback.paper.form.printing import CannotPrint, payloads, print_run
from feedback.paper.form.symbols import TooLong
from feedback.paper.layout import load, newest
from tests.factories import OrganisationFactory, ServiceFactory

pytestmark = pytest.mark.django_db
CARD = load("card-1-standard-en")


@pytest.fixture
def ward():
    return ServiceFactory(slug="hazel-ward", organisation=OrganisationFactory(ods_code="RX7"))


@pytest.fixture
def undrawn(monkeypatch):
    """Printing without the drawing."""
    monkeypatch.setattr(draw, "render", lambda layout, sheets, place: b"%PDF")


def test_runs_follow_each_other_without_a_gap_whatever_the_service(ward, undrawn):
    runs = [
        print_run(service=one, count=n, layout=CARD)[0]
        for one, n in ((ward, 3), (ServiceFactory(), 1), (ward, 20))
    ]
    assert [(run.first, run.count) for run in runs] == [(1, 3), (4, 1), (5, 20)]


def test_codes_say_the_service_and_each_sheets_number(ward, undrawn):
    run, _ = print_run(service=ward, count=2, layout=CARD)
    said = payloads(run, CARD)
    assert [(one.organisation, one.service, one.serial, one.page) for one in said] == [
        ("RX7", ward.pk, 1, 1),
        ("RX7", ward.pk, 2, 1),
    ]


@pytest.mark.parametrize("count", [0, -1, 1001])
def test_too_few_or_too_many_are_refused_kindly(ward, count):
    with pytest.raises(CannotPrint, match="between 1 and 1,000"):
        print_run(service=ward, count=count, layout=CARD)
    assert not PrintRun.objects.exists()


def test_a_run_that_could_not_be_drawn_uses_no_numbers(ward, monkeypatch):
    def fail(layout, sheets, place):
        raise TooLong("Use a shorter web address.")

    monkeypatch.setattr(draw, "render", fail)
    with pytest.raises(CannotPrint, match="shorter web address"):
        print_run(service=ward, count=1, layout=CARD)
    assert not PrintRun.objects.exists()


def test_numbers_taken_while_drawing_are_not_given_again(ward, monkeypatch):
    """Somebody prints while this run is being drawn: it is drawn again with the next numbers."""
    drawn = []

    def render(layout, sheets, place):
        if not drawn:
            PrintRun.objects.create(service=ward, layout=CARD.name, first=1, count=5)
        drawn.append(sheets[0].serial)
        return b"%PDF"

    monkeypatch.setattr(draw, "render", render)
    run, _ = print_run(service=ward, count=2, layout=CARD)
    assert drawn == [1, 6] and run.first == 6


def test_when_the_numbers_are_used_up_it_says_so(ward, undrawn):
    PrintRun.objects.create(service=ward, layout=CARD.name, first=printing.LAST - 1, count=1)
    with pytest.raises(CannotPrint, match="serial numbers"):
        print_run(service=ward, count=2, layout=CARD)


def test_the_command_prints_and_writes_the_layout(ward, tmp_path, capsys):
    out, layout = tmp_path / "cards.pdf", tmp_path / "card.json"
    call_command("print_form", service="hazel-ward", count=2, out=str(out), layout=str(layout))
    assert out.read_bytes().startswith(b"%PDF")
    assert json.loads(layout.read_text())["form"] == "card"
    assert "00000001 to 00000002" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"service": "no-such-ward"}, "No service has the link"),
        ({"count": 0}, "between 1 and 1,000"),
        ({"language": "xx"}, "make_layouts --language"),
        ({"form": "novel"}, "card-1-standard-en"),
        ({"out": "/no/such/folder/cards.pdf"}, "There is no folder"),
    ],
)
def test_the_command_says_what_to_do(ward, tmp_path, given, said):
    with pytest.raises(CommandError, match=said):
        call_command("print_form", **({"service": "hazel-ward", "out": str(tmp_path / "cards.pdf")} | given))
    assert not PrintRun.objects.exists()


def test_the_command_prints_nothing_for_a_closed_ward(ward, tmp_path):
    ward.closed_on = timezone.localdate() - timezone.timedelta(days=1)
    ward.save()
    with pytest.raises(CommandError, match="is closed"):
        call_command("print_form", service="hazel-ward", out=str(tmp_path / "cards.pdf"))


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr("feedback.paper.layout.FOLDER", tmp_path)
    return tmp_path


def test_layouts_are_written_once_and_then_left_alone(folder, capsys):
    call_command("make_layouts")
    assert len(list(folder.glob("*.json"))) == 6
    call_command("make_layouts")
    assert capsys.readouterr().out.count("as it was") == 6


def test_a_layout_that_would_change_is_refused_and_one_that_was_printed_for_ever(ward, folder):
    call_command("make_layouts")
    path = folder / "card-1-standard-en.json"
    path.write_text("{}")
    with pytest.raises(CommandError, match="new version"):
        call_command("make_layouts")
    call_command("make_layouts", unprinted=True)
    assert path.read_text() != "{}"
    path.write_text("{}")
    PrintRun.objects.create(service=ward, layout="card-1-standard-en", first=1, count=1)
    with pytest.raises(CommandError, match="has been printed"):
        call_command("make_layouts", unprinted=True)


def test_a_language_without_words_is_refused_with_what_is_needed(folder):
    with pytest.raises(CommandError, match="feedback/locale/cy/LC_MESSAGES/django.po"):
        call_command("make_layouts", language="cy")
    assert not list(folder.iterdir())


def test_the_newest_layout_is_the_one_to_print(folder):
    call_command("make_layouts")
    assert newest("card", "standard", "en").version == 1
