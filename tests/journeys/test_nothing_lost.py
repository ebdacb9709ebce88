"""Words that were hard to write are never asked for twice."""

import pytest

WORDS = "I waited on a trolley by the doors.\nIt was cold, and my phone had no charge left."
TOO_LONG = "The lift was broken again. " * 800  # 21,600 characters: the most that can be sent is 20,000


def test_an_error_keeps_the_words_and_says_what_is_wrong(patient, scene):
    patient.scans_the_code_of(scene["ward"]).presses("Continue").looks("lost-01-nothing-said")
    assert patient.page.title().startswith("Error: ")

    patient.tells(WORDS).presses("Continue").looks("lost-02-nothing-chosen")

    assert patient.page.title().startswith("Error: ")
    assert "Select what you would like to do" in patient.reads()
    patient.presses("Back")
    assert patient.written_in("What happened?") == WORDS


def test_the_way_back_keeps_the_words(patient, scene):
    patient.scans_the_code_of(scene["ward"]).tells(WORDS).would_like("Make a complaint").presses("Continue")

    for _ in range(3):
        patient.presses("Back")

    assert patient.written_in("What happened?") == WORDS
    patient.presses("Continue")
    assert patient.page.get_by_label("Make a complaint").is_checked()


def test_the_browsers_own_back_keeps_the_words(patient, scene):
    patient.scans_the_code_of(scene["ward"]).tells(WORDS).would_like("Share a comment", reply="No")

    patient.page.go_back()
    patient.page.go_back()

    assert patient.written_in("What happened?") == WORDS


def test_a_change_from_the_check_keeps_all_the_rest(patient, scene):
    patient.scans_the_code_of(scene["ward"]).tells(WORDS, rating="Poor").would_like(
        "Share a comment", reply="No"
    )

    patient.presses("Change your experience").writes("What could be better?", "A warmer corridor.").presses(
        "Continue"
    )

    assert patient.heading().endswith("Check your answers")
    assert all(
        words in patient.reads()
        for words in ("on a trolley", "A warmer corridor.", "Poor", "Share a comment")
    )


def test_words_too_long_to_send_stay_in_the_box(patient, scene):
    patient.scans_the_code_of(scene["ward"]).tells(TOO_LONG)

    assert "20,000 characters or fewer" in patient.reads()
    assert (
        patient.written_in("What happened?") == TOO_LONG.strip()
        or patient.written_in("What happened?") == TOO_LONG
    )


@pytest.mark.parametrize("code", ["", "1234", "4218 0966 3015 7741", "not a number"])
def test_a_wrong_code_is_kept_to_be_mended(patient, code):
    patient.tracks(code)

    assert patient.page.title().startswith("Error: ")
    assert patient.written_in("Return code") == code
