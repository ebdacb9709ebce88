"""How often one connection may ask, and that nobody's address is kept."""

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.test import RequestFactory

from feedback.api.throttles import ByAddress, seconds_to_wait
from tests.feedback.api.conftest import problem_of


@pytest.fixture
def two_an_hour(monkeypatch):
    monkeypatch.setattr(ByAddress, "THROTTLE_RATES", dict.fromkeys(("give", "look_up", "browse"), "2/hour"))


def from_address(address):
    return RequestFactory().get("/", REMOTE_ADDR=address)


def test_too_many_are_told_when_to_come_back(give, two_an_hour):
    assert [give().status_code for _ in range(2)] == [201, 201]
    answer = give()
    problem_of(answer, 429)
    assert 0 < int(answer["Retry-After"]) <= 3600


def test_another_connection_and_another_scope_are_counted_apart(two_an_hour):
    for _ in range(2):
        assert seconds_to_wait(from_address("203.0.113.9"), "look_up") == 0
    assert seconds_to_wait(from_address("203.0.113.9"), "look_up") > 0
    assert seconds_to_wait(from_address("203.0.113.10"), "look_up") == 0
    assert seconds_to_wait(from_address("203.0.113.9"), "give") == 0


def test_the_addresses_of_one_ipv6_network_count_as_one(two_an_hour):
    for last in ("1", "2"):
        assert seconds_to_wait(from_address(f"2001:db8:1:2::{last}"), "look_up") == 0
    assert seconds_to_wait(from_address("2001:db8:1:2:ffff::3"), "look_up") > 0
    assert seconds_to_wait(from_address("2001:db8:1:3::1"), "look_up") == 0


def test_ipv4_in_an_ipv6_coat_is_not_one_network(two_an_hour):
    for last in range(1, 5):
        assert seconds_to_wait(from_address(f"::ffff:203.0.113.{last}"), "look_up") == 0


@pytest.mark.parametrize("address", ["", "unix:", "not an address"])
def test_a_connection_without_an_address_is_still_counted(two_an_hour, address):
    assert [bool(seconds_to_wait(from_address(address), "look_up")) for _ in range(3)] == [False, False, True]


def test_the_cache_never_holds_the_address(monkeypatch):
    kept = []
    monkeypatch.setattr(LocMemCache, "set", lambda self, key, *rest, **more: kept.append(f"{key} {rest}"))
    seconds_to_wait(from_address("203.0.113.9"), "look_up")
    assert kept and "203.0.113" not in kept[0]
