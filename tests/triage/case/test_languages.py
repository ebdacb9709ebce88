"""What staff see of words that are not in English, on the case and in the queue: that nobody has scored them."""

import re

import pytest

from sentiment.models import Classification
from tests.factories import OrganisationFactory, a_case, a_member

pytestmark = pytest.mark.django_db
WORDS = "Czekałam cztery godziny i nikt do mnie nie podszedł"
NOTICE = "nobody has scored it. Ask for a translation."


@pytest.fixture
def page(signed_in):
    """`page(...)`: the page of a case whose one comment was read so, spaces made plain."""
    trust = OrganisationFactory()
    client = signed_in(a_member(trust))

    def shown(**read):
        case = a_case(WORDS, organisation=trust)
        Classification.objects.filter(comment__feedback=case.feedback).update(**read)
        return re.sub(r"\s+", " ", client.get(f"/cases/{case.reference}/").text)

    return shown


UNSCORED = {"sentiment": None, "predicted_themes": [], "probabilities": {}, "themes": {}}


def test_words_in_another_language_are_named_and_said_to_wait_for_a_translation(page):
    assert f"This is in Polish: {NOTICE}" in page(language="pl", **UNSCORED)


@pytest.mark.parametrize("language", ["en", ""])
def test_english_and_what_cannot_be_told_from_it_ask_for_no_translation(page, language):
    assert NOTICE not in page(language=language, **UNSCORED)


def test_once_a_person_has_scored_it_the_notice_is_gone(page):
    assert NOTICE not in page(language="pl", **(UNSCORED | {"sentiment": 4}))


@pytest.mark.parametrize(("language", "tagged"), [("pl", True), ("en", False), ("", False)])
def test_the_queue_names_the_language_of_words_nobody_has_scored(signed_in, language, tagged):
    trust = OrganisationFactory()
    case = a_case(WORDS, organisation=trust)
    Classification.objects.filter(comment__feedback=case.feedback).update(language=language, **UNSCORED)
    assert ("In Polish, not scored" in signed_in(a_member(trust)).get("/queue/").text) is tagged
