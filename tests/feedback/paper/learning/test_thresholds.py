"""How sure is sure enough."""

from hypothesis import given
from hypothesis import strategies as st

from feedback.paper.learning.thresholds import by_limits, least_doubted, least_sure, passing

FOUND = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


def test_what_passes_is_right_with_one_error_to_spare():
    found = [(0.99, True)] * 300 + [(0.95, True)] * 200 + [(0.6, False)] * 10
    assert least_sure(found, right=0.995, never_below=0.5) == 0.95


def test_errors_at_the_top_let_nothing_pass():
    assert least_sure([(1.0, False)] * 5 + [(0.9, True)] * 5, right=0.99, never_below=0.5) > 1


def test_few_examples_let_nothing_pass():
    assert least_sure([(1.0, True)] * 10, right=0.99, never_below=0.5) > 1


@given(FOUND)
def test_at_the_least_that_was_chosen_enough_is_right(found):
    least = least_sure(found, right=0.8, never_below=0.3)
    share, right = passing(found, least)
    assert share == 0 or right >= 0.8


def test_few_are_held_in_vain():
    found = [(number / 100, False) for number in range(100)] + [(0.99, True)] * 5
    least = least_doubted(found, in_vain=0.02, never_below=0.5)
    assert sum(chance >= least for chance, good in found if not good) <= 2


def test_where_nothing_is_false_little_is_enough():
    assert least_doubted([(0.9, True)], in_vain=0.02, never_below=0.5) == 0.5


def test_by_limits_a_lucky_sample_is_not_enough():
    found = [(0.99, True)] * 300 + [(0.5, False)] * 20
    assert least_sure(found, right=0.99, never_below=0.5) == 0.99
    assert least_sure(found, right=0.99, never_below=0.5, enough=by_limits) > 1
    assert least_sure(found * 2, right=0.99, never_below=0.5, enough=by_limits) == 0.99
