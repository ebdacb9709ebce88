"""The labelling screen: who is asked about what, what an answer does, and what it leaves behind."""

import pytest
from django.utils import timezone

from organisations.models import Role
from sentiment.classify import classify_batch, correct
from sentiment.labelling import answering
from sentiment.labelling.asking import HELD, guess_of
from sentiment.models import Classification, Labelling, ModelVersion
from tests.factories import OrganisationFactory, ServiceFactory, UserFactory, a_member, received
from triage.models import Access

pytestmark = pytest.mark.django_db
ADDRESS = "/labelling/"
MOST_QUERIES = 22  # five of them begin the chain of the reads: see triage.models.ledger


@pytest.fixture
def trust():
    return OrganisationFactory()


@pytest.fixture
def officer(trust):
    return a_member(trust)


@pytest.fixture
def desk(officer, signed_in):
    return signed_in(officer)


def read(words, uncertainty=0.5, **given):
    """A comment that a model has read, and how unsure it was."""
    comment = received(words, **given).comments.get()
    while classify_batch():
        pass
    comment.classifications.update(uncertainty=uncertainty)
    return comment


def turn(user):
    return Labelling.objects.waiting().get(by=user)


def say(client, user, say, **given):
    return client.post(f"{ADDRESS}{turn(user).pk}/", {"say": say, **given}, follow=True)


def test_the_least_certain_comes_first_and_none_comes_twice(trust, officer, desk):
    for number, unsure in ((1, 0.2), (2, 0.9), (3, 0.6)):
        read(f"Invented visit number {number} was fine.", unsure, organisation=trust)
    seen = []
    for how in ("right", "skip", "mine"):
        desk.get(ADDRESS)
        seen.append(turn(officer).comment.text)
        page = say(desk, officer, how, sentiment="3").text
    assert [words.split()[3] for words in seen] == ["2", "3", "1"]
    assert "Nothing to label" in page
    assert "You have labelled 2 today" in page


def test_the_page_shows_the_words_the_question_and_the_models_guess_ticked(trust, desk):
    comment = read("The parking was dreadful.", organisation=trust, contact={"email": "jo@example.org"})
    guess = guess_of(comment)
    page = desk.get(ADDRESS).text
    assert "The parking was dreadful." in page
    assert "What happened?" in page
    assert f'value="{guess.sentiment}" checked' in page
    assert 'value="Parking" checked' in page
    assert page.count(" checked") == 1 + len(guess.predicted_themes)
    assert "Service location, travel &amp; transport" in page
    assert "jo@example.org" not in page


def test_the_model_had_it_right_in_one_press(trust, officer, desk):
    comment = read("The parking was dreadful.", organisation=trust)
    desk.get(ADDRESS)
    say(desk, officer, "right")
    said = Classification.objects.current().get(comment=comment)
    guess = guess_of(comment)
    assert said.by == officer
    assert (said.sentiment, said.predicted_themes) == (guess.sentiment, guess.predicted_themes)
    assert Labelling.objects.get().answer == "kept"


def test_an_own_answer_is_in_force_and_takes_no_signal_away(trust, officer, desk):
    comment = read("They gave my wife the wrong medicine.", organisation=trust)
    desk.get(ADDRESS)
    say(desk, officer, "mine", **{"sentiment": "2", "about-0": "Feeling safe", "about-9": "Parking"})
    said = Classification.objects.current().get(comment=comment)
    assert (said.sentiment, said.predicted_themes) == (2, ["Feeling safe", "Parking"])
    assert [one["kind"] for one in said.signals] == ["medicine_error"]
    assert Labelling.objects.get().answer == "changed"


def test_an_answer_without_a_feeling_is_refused(trust, officer, desk):
    read("The parking was dreadful.", organisation=trust)
    desk.get(ADDRESS)
    response = say(desk, officer, "mine", **{"about-9": "Parking"})
    assert response.status_code == 422
    assert "Choose how the person feels" in response.text
    assert not Classification.objects.by_people().exists()


def test_a_theme_that_is_none_is_refused(trust, officer, desk):
    read("The parking was dreadful.", organisation=trust)
    desk.get(ADDRESS)
    assert say(desk, officer, "mine", **{"sentiment": "2", "about-0": "Parking"}).status_code == 422


def test_pressing_twice_keeps_one_answer(trust, officer, desk):
    read("The parking was dreadful.", organisation=trust)
    desk.get(ADDRESS)
    address = f"{ADDRESS}{turn(officer).pk}/"
    for _ in range(2):
        desk.post(address, {"say": "right"})
    assert Classification.objects.by_people().count() == 1


def test_undo_asks_again_and_the_answer_is_no_longer_in_force(trust, officer, desk):
    comment = read("The parking was dreadful.", 0.1, organisation=trust)
    desk.get(ADDRESS)
    say(desk, officer, "mine", sentiment="1")
    read("A later and less certain one.", 0.9, organisation=trust)

    page = desk.post(f"{ADDRESS}undo/", follow=True).text

    assert "The parking was dreadful." in page
    assert "You have labelled 0 today" in page
    assert Classification.objects.current().get(comment=comment).by is None
    say(desk, officer, "mine", sentiment="3")
    assert Classification.objects.current().get(comment=comment).sentiment == 3


def test_with_nothing_to_undo_it_says_so(desk):
    assert "no answer of today" in desk.post(f"{ADDRESS}undo/", follow=True).text


def test_yesterdays_answer_is_not_undone(trust, officer, desk):
    read("The parking was dreadful.", organisation=trust)
    desk.get(ADDRESS)
    say(desk, officer, "right")
    Labelling.objects.update(answered_at=timezone.now() - timezone.timedelta(days=2))
    desk.post(f"{ADDRESS}undo/")
    assert Classification.objects.by_people().count() == 1


def test_what_a_colleague_corrected_skipped_or_has_on_the_screen_is_not_asked(trust, desk, signed_in):
    corrected = read("The first invented story.", organisation=trust)
    correct(guess_of(corrected), sentiment=2, themes=[], by=UserFactory())
    skipped = read("The second invented story.", organisation=trust)
    now = timezone.now()
    colleague = UserFactory()
    Labelling.objects.create(comment=skipped, by=colleague, answer="skipped", answered_at=now)
    held = read("The third invented story.", organisation=trust)
    holding = Labelling.objects.create(comment=held, by=colleague)
    assert "Nothing to label" in desk.get(ADDRESS).text
    Labelling.objects.filter(pk=holding.pk).update(shown_at=now - HELD)
    assert "The third invented story." in desk.get(ADDRESS).text


def test_only_the_latest_model_is_asked_about(trust, desk):
    comment = read("The parking was dreadful.", 0.9, organisation=trust)
    newer = ModelVersion.objects.create(name="newer-1")
    Classification.objects.create(
        comment=comment, model=newer, sentiment=2, uncertainty=0.1, organisation=trust
    )
    read("Less certain than the newer model.", 0.5, organisation=trust)
    assert "Less certain than the newer model." in desk.get(ADDRESS).text


def labelled(trust, officer, desk):
    """A comment that the officer has labelled."""
    comment = read("The parking was dreadful.", organisation=trust)
    desk.get(ADDRESS)
    say(desk, officer, "mine", sentiment="4", **{"about-9": "Parking"})
    return comment


def test_one_in_twenty_is_compared():
    assert answering.SECOND_EVERY == 20


@pytest.fixture
def every_one_is_compared(monkeypatch):
    monkeypatch.setattr("sentiment.labelling.answering.SECOND_EVERY", 1)


def test_one_in_twenty_is_shown_to_a_second_person_blind(
    trust, officer, desk, signed_in, every_one_is_compared
):
    comment = labelled(trust, officer, desk)
    colleague = a_member(trust, Role.PALS_OFFICER)
    page = signed_in(colleague).get(ADDRESS).text
    assert "A colleague has read this one too" in page
    assert " checked" not in page
    assert "The model had it right" not in page

    page = say(
        desk, colleague, "mine", sentiment="4", **{"about-0": "Feeling safe", "about-9": "Parking"}
    ).text

    assert "read the same 1 comment" in page
    assert "same feeling for 1 (100%)" in page
    assert "both chose 50%" in page
    in_force = Classification.objects.current().get(comment=comment)
    assert (in_force.by, in_force.predicted_themes) == (officer, ["Parking"])
    third = a_member(trust, Role.PALS_OFFICER)
    assert "Nothing to label" in signed_in(third).get(ADDRESS).text


def test_the_model_cannot_be_waved_through_by_a_second_person(
    trust, officer, desk, signed_in, every_one_is_compared
):
    labelled(trust, officer, desk)
    colleague = a_member(trust)
    signed_in(colleague).get(ADDRESS)
    assert say(desk, colleague, "right").status_code == 422


def test_nobody_seconds_their_own_answer(trust, officer, desk, every_one_is_compared):
    labelled(trust, officer, desk)
    assert "Nothing to label" in desk.get(ADDRESS).text


def test_who_is_second_by_a_moment_is_compared_and_overrules_nobody(trust, officer, desk, signed_in):
    comment = read("The parking was dreadful.", organisation=trust)
    desk.get(ADDRESS)
    correct(guess_of(comment), sentiment=5, themes=["Parking"], by=UserFactory())
    say(desk, officer, "mine", sentiment="1")
    assert Classification.objects.current().get(comment=comment).sentiment == 5
    assert Labelling.objects.get().seconds.sentiment == 5


def test_another_organisation_is_never_asked_and_cannot_answer(trust, officer, desk, signed_in):
    read("The parking was dreadful.", organisation=trust)
    desk.get(ADDRESS)
    address = f"{ADDRESS}{turn(officer).pk}/"
    stranger = signed_in(a_member(OrganisationFactory()))
    assert "dreadful" not in stranger.get(ADDRESS).text
    assert stranger.post(address, {"say": "right"}).status_code == 404


def test_a_manager_of_a_ward_is_asked_about_that_ward_alone(trust, signed_in):
    ward = ServiceFactory(organisation=trust)
    read("The other ward was loud.", 0.9, organisation=trust)
    read("This ward was calm.", 0.1, organisation=trust, service=ward)
    manager = signed_in(a_member(trust, Role.SERVICE_MANAGER, service=ward))
    assert "This ward was calm." in manager.get(ADDRESS).text


@pytest.mark.parametrize("role", [Role.REGULATOR, Role.ADMINISTRATOR, Role.ICB_LEAD])
def test_other_roles_are_refused(role, trust, signed_in):
    assert signed_in(a_member(trust, role)).get(ADDRESS).status_code == 403


def test_an_anonymous_person_signs_in_first(client):
    assert client.get(ADDRESS).status_code == client.post(f"{ADDRESS}undo/").status_code == 302


def test_every_read_leaves_a_row(trust, officer, desk):
    comment = read("The parking was dreadful.", organisation=trust)
    desk.get(ADDRESS)
    desk.get(ADDRESS)
    assert list(Access.objects.values_list("what", "by", "feedback")) == [
        ("labelling", officer.pk, comment.feedback_id)
    ] * 2  # fmt: skip


def test_it_costs_the_same_few_queries_whatever_there_is(trust, desk, django_assert_max_num_queries):
    for number in range(12):
        read(f"Invented visit number {number}.", organisation=trust)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert desk.get(ADDRESS).status_code == 200
