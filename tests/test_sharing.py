"""How tests are shared: a name that is no longer there, or a share in two processes, would cost minutes unseen."""

from pathlib import Path

import pytest

from tests.sharing import LONG, SERVICES, Shares, place, share

ROOT = Path(__file__).resolve().parent.parent


def test_all_that_starts_services_is_one_share():
    services = [
        "journeys/test_officer.py::test_a",
        "resilience/test_killing.py::test_b",
        "triage/test_two_at_once.py::test_c",
    ]
    assert {share(f"tests/{one}") for one in services} == {"services"}


def test_any_other_module_is_a_share_whole():
    assert share("tests/triage/test_moves.py::TestMoves::test_a[x::y@z]") == "tests/triage/test_moves.py"
    assert share("tests/triage/actions/test_two_at_once.py::test_a") != "services"


def test_the_longest_come_first_and_the_others_keep_their_order():
    others = [f"tests/triage/{name}::test_a" for name in ("test_moves.py", "test_clock.py")]
    firsts = [f"{SERVICES[0]}test_pages.py::test_a", *(f"{one}::test_a" for one in LONG)]
    assert sorted([*others, *reversed(firsts)], key=place) == [*firsts, *others]


@pytest.mark.parametrize("path", [*SERVICES, *LONG])
def test_each_name_is_there(path):
    assert (ROOT / path).exists()


def test_the_processes_are_handed_these_shares(pytestconfig, monkeypatch):
    monkeypatch.setattr(pytestconfig.option, "tx", ["2*popen"])
    monkeypatch.setattr(pytestconfig.option, "loadscopereorder", True)
    scheduler = pytestconfig.hook.pytest_xdist_make_scheduler(config=pytestconfig, log=None)
    assert isinstance(scheduler, Shares)
    assert scheduler._split_scope("tests/journeys/test_gp.py::test_a") == "services"
