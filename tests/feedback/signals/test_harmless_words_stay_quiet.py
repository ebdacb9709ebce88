import pytest

from tests.feedback.signals.tables import alarms, kinds, rows

ORDER = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
HARMLESS = rows("harmless") + [row for name in ORDER for row in rows(f"harmless_{name}")]

# False alarms known of and allowed: each costs a look. One that falls quiet must leave the list.
KNOWN_FALSE_ALARMS = {
    "I was hit by a football and seen in ten minutes",
    "he slapped me on the back and wished me luck",
    "my little boy was scared but the nurse was great with him",
    "my overdose last year was treated kindly and I am well",
    "I had a bad reaction to aspirin as a child",
    "I arrived wanting to die and left wanting to live",
}


@pytest.mark.parametrize("row", HARMLESS, ids=lambda row: row["text"][:50])
def test_harmless_words_raise_no_alarm(row):
    assert bool(alarms(row["text"])) is (row["text"] in KNOWN_FALSE_ALARMS)


def test_false_alarms_are_few_among_look_alikes():
    assert len(HARMLESS) >= 350
    assert len(KNOWN_FALSE_ALARMS) / len(HARMLESS) < 0.02


@pytest.mark.parametrize(
    "words",
    [
        "no complaints",
        "can't complain",
        "nothing to complain about",
        "I have no complaints at all",
        "I do not want to make a complaint",
        "the complaints leaflet is hard to find",
        "my main complaint was my knee",
    ],
)
def test_a_complaint_denied_or_named_is_not_asked_for(words):
    assert "asks_complaint" not in kinds(words)


@pytest.mark.parametrize("words", ["parking was hard", "waited 20 minutes", "I waited two hours in clinic"])
def test_a_wait_on_the_day_is_not_a_view_on_access(words):
    assert "access" not in kinds(words)
