import pytest

from sentiment.labelling.agreement import agreement


@pytest.mark.parametrize(
    ("pairs", "same", "themes"),
    [
        ([], 0, None),
        ([((1, ["a"]), (1, ["a"]))], 1, 1.0),
        ([((1, []), (2, []))], 0, 1.0),
        ([((1, ["a", "b"]), (1, ["b", "c"]))], 1, 1 / 3),
        ([((1, ["a"]), (1, ["a"])), ((4, ["a"]), (5, ["b"]))], 1, 0.5),
    ],
)
def test_a_table(pairs, same, themes):
    found = agreement(pairs)
    assert (found.comments, found.same_feeling) == (len(pairs), same)
    assert found.themes == (themes if themes is None else pytest.approx(themes))
    assert found.feeling == (same / len(pairs) if pairs else None)


def test_who_was_first_makes_no_difference():
    pairs = [((1, ["a", "b"]), (3, ["b"])), ((2, []), (2, ["c"]))]
    assert agreement(pairs) == agreement([(second, first) for first, second in pairs])
