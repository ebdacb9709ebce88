from types import SimpleNamespace

import pytest

from triage.severity import in_words, stands_out, worst


def read(severity):
    return SimpleNamespace(severity=severity)


@pytest.mark.parametrize(
    ("severities", "expected"), [((), 0), ((None,), 0), ((None, 0.2), 0.2), ((0.9, 0.1), 0.9), ((0.0,), 0)]
)
def test_a_case_is_as_severe_as_the_worst_that_was_read(severities, expected):
    assert worst(read(one) for one in severities) == expected


@pytest.mark.parametrize(
    ("severity", "words", "at_once"),
    [
        (1, "very critical of care", True),
        (0.8, "very critical of care", True),
        (0.79, "critical of care", True),
        (0.6, "critical of care", True),
        (0.59, "not critical of care", False),
        (0, "not critical of care", False),
    ],
)
def test_severity_is_said_in_words(severity, words, at_once):
    assert in_words(severity) == words
    assert stands_out(severity) == (words if at_once else "")


def test_what_no_model_has_read_has_no_words():
    assert in_words(None) == ""
