"""Two people press at the same moment: one letter leaves, and nobody waits for ever."""

import threading

import pytest
from django.db import connections

from tests.factories import UserFactory, a_case, a_letter, a_signer_of, an_issue
from triage import actions
from triage.models import Letter, Reply
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*presses):
    """Each press in a thread and connection of its own, begun together -> what each came to."""
    start, came_to = threading.Barrier(len(presses)), []

    def press(act):
        start.wait()
        try:
            act()
            came_to.append("done")
        except (NotAllowed, actions.LetterChanged, actions.ChangedMeanwhile) as refusal:
            came_to.append(type(refusal).__name__)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=(act,)) for act in presses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came_to


@pytest.fixture
def signed():
    case, sam = a_case(), UserFactory()
    chief = a_signer_of(case)
    an_issue(case)
    letter = actions.begin_letter(case, kind="final", text=a_letter(), by=sam)
    actions.put_forward(letter, seen=1, by=sam)
    actions.sign_letter(letter, seen=1, by=chief)
    return letter, sam


def own(letter):
    return Letter.objects.get(pk=letter.pk)


def test_a_letter_sent_by_two_at_once_leaves_once(signed):
    letter, sam = signed

    def send():
        actions.send_letter(own(letter), way="portal", seen=1, by=sam)

    assert sorted(at_once(send, send)) == ["NotAllowed", "done"]
    assert Reply.objects.count() == 1


def test_who_changes_a_word_while_a_colleague_sends_it_is_first_or_second_and_never_both(signed):
    letter, sam = signed
    came_to = at_once(
        lambda: actions.send_letter(own(letter), way="portal", seen=1, by=sam),
        lambda: actions.save_letter(own(letter), text=a_letter("More."), shape="standard", seen=1, by=sam),
    )
    assert came_to.count("done") == 1
    assert (Reply.objects.count() == 1) is (own(letter).state == "sent")
