"""What changed from one version to the next."""

from hypothesis import given
from hypothesis import strategies as st

from triage.letters.changes import GONE, NEW, SAME, changes


def test_what_is_gone_stands_before_what_came_in_its_place():
    assert changes("Dear Ada,\n\nWe are late.\nBye", "Dear Ada,\n\nWe are sorry.\nBye\nSam") == [
        (SAME, "Dear Ada,"), (GONE, "We are late."), (NEW, "We are sorry."), (SAME, "Bye"), (NEW, "Sam"),
    ]  # fmt: skip


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_both_versions_can_be_read_from_the_changes(before, after):
    found = changes("\n".join(before), "\n".join(after))
    assert [line for kind, line in found if kind != NEW] == before
    assert [line for kind, line in found if kind != GONE] == after
