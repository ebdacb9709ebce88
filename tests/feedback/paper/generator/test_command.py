"""manage.py make_scans: pictures, PDF and truth, or a kind word on what is missing."""

import json

import pytest
from django.core.management import CommandError, call_command

from feedback.paper.payload import read
from tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db


def test_pictures_pdf_and_truth_name_the_service_and_each_other(tmp_path, capsys):
    service = ServiceFactory(organisation__ods_code="RZ4")
    call_command(
        "make_scans", "--service", service.slug, "--count", "2", "--serial", "40",
        "--out", str(tmp_path), "--pdf", str(tmp_path / "pile.pdf"),
    )  # fmt: skip
    truth = [json.loads(line) for line in (tmp_path / "truth.ndjson").read_text().splitlines()]
    assert [(page["file"], page["page"], page["serial"]) for page in truth] == [
        ("pile.pdf", 1, 40),
        ("pile.pdf", 2, 41),
    ]
    codes = read(truth[0]["payload"])
    assert (codes.organisation, codes.service) == ("RZ4", service.pk)
    assert len(list(tmp_path.glob("page-*"))) == 2
    assert "2 pages made" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--service", "no-such-ward", "--out", "x"], "no service"),
        (["--service", "no-such-ward"], "where to put"),
        (["--service", "no-such-ward", "--out", "x", "--form", "poem"], "no such form"),
        (["--service", "no-such-ward", "--out", "x", "--count", "0"], "1 or more"),
    ],
)
def test_what_is_wrong_is_said(words, said):
    with pytest.raises(CommandError, match=said):
        call_command("make_scans", *words)
