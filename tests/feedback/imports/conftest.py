import os

import pytest
from django.core.management import call_command

from tests.factories import OrganisationFactory
from tests.feedback.imports.tables import saved


@pytest.fixture
def trust():
    return OrganisationFactory(ods_code="RX9", name="Elder Vale Trust")


@pytest.fixture
def run(trust, tmp_path, capsys):
    """`run(rows)`: import them from a CSV file of that name for the trust; what was printed."""

    def run(rows, name="fft.csv", **options):
        if not (isinstance(rows, os.PathLike)):
            rows = saved(tmp_path / name, rows)
        call_command("import_feedback", str(rows), **({"source": "fft", "organisation": "RX9"} | options))
        return capsys.readouterr().out

    return run
