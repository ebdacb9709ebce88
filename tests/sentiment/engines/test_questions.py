import pytest

from sentiment.engines.questions import KINDS, kind_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("", ""),
        ("  ", ""),
        *((kind, kind) for kind in KINDS),
        ("What was good?", "what_good"),
        ("What did we do well?", "what_good"),
        ("How could we improve?", "could_improve"),
        ("What could we do better?", "could_improve"),
        ("What would you like us to change?", "could_improve"),
        ("What went wrong?", "could_improve"),
        ("Please tell us why you gave this answer", "nonspecific"),
        ("Tell us anything that was good or bad", "nonspecific"),
        ("What were you satisfied and dissatisfied with?", "nonspecific"),
        ("Something else", "nonspecific"),
    ],
)
def test_a_question_s_words_give_its_kind(question, kind):
    assert kind_of(question) == kind
