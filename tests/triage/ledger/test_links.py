"""How rows of history are tied together: the same words give the same link, any other gives another."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.ledger.links import FIRST, canonical, derived, link, seal

KEY = derived("an invented secret of more than 32 characters")
AT = dt.datetime(2026, 3, 29, 1, 30, tzinfo=dt.UTC)
CONTENT = {"kind": "note", "at": AT, "by_id": 3, "detail": {"a": 1, "b": [2]}, "note": "Rang the ward."}


def test_a_link_is_made_of_the_key_the_one_before_and_every_word():
    made = link(KEY, FIRST, CONTENT)
    assert len(made) == 64
    others = {
        link(derived("another invented secret of 32 characters"), FIRST, CONTENT),
        link(KEY, made, CONTENT),
        *(link(KEY, FIRST, CONTENT | {name: None}) for name in CONTENT),
    }
    assert made not in others
    assert len(others) == 2 + len(CONTENT)


def test_the_same_content_is_the_same_however_a_database_hands_it_back():
    summer = AT.astimezone(dt.timezone(dt.timedelta(hours=1)))
    again = dict(reversed(CONTENT.items())) | {"at": summer, "detail": {"b": [2], "a": 1}}
    assert link(KEY, FIRST, again) == link(KEY, FIRST, CONTENT)


@given(
    st.dictionaries(st.text(), st.text() | st.integers() | st.booleans() | st.none()), st.text(), st.text()
)
def test_no_two_contents_look_alike(content, name, value):
    changed = content | {name: value}
    assert (canonical(content) == canonical(changed)) == (content == changed)


def test_what_is_not_plain_is_refused():
    with pytest.raises(TypeError, match="set cannot stand in a row of history"):
        canonical({"detail": {1, 2}})


def test_an_end_is_signed_for_its_own_chain_and_length():
    signed = {seal(KEY, *parts) for parts in (("event", 1, 2, "x"), ("event", 1, 1, "x"), ("access", 1, 2, "x"), ("event", 2, 2, "x"))}  # fmt: skip
    assert len(signed) == 4
