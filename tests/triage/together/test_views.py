"""What belongs together, in pages: whose they are, what each form does and refuses, and what they cost."""

import pytest
from django.test import Client
from django.utils import timezone

from organisations.models import Role
from sentiment.tasks import compare_waiting
from tests.factories import (
    IcbFactory,
    OrganisationFactory,
    ServiceFactory,
    a_case,
    a_member,
    a_party,
    days_ago,
    signed_reply,
)
from tests.triage.inquiry.test_views import a_file
from triage import actions, clock
from triage.models import Access, CaseLink, JointPart, Merge

pytestmark = pytest.mark.django_db
MOST_QUERIES = 34
STORY = (
    "My aunt was promised a call about the biopsy that never came. "
    "The letter named a consultant we have never met, and two further visits were needed before the scan was read."
)
WHY = "She wrote online and then by post."


@pytest.fixture
def ward(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return ServiceFactory(name="Rowan Ward", organisation__parent=IcbFactory())


@pytest.fixture
def case(ward):
    return a_case(STORY, service=ward, received_on=days_ago(2))


@pytest.fixture
def other(ward):
    return a_case(f"{STORY} Please help.", service=ward, received_on=days_ago(9))


@pytest.fixture
def sam(case):
    return a_member(case.organisation)


def desk_of(user):
    """A browser of their own: two people look at the same time."""
    browser = Client()
    browser.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


@pytest.fixture
def desk(sam):
    return desk_of(sam)


@pytest.fixture
def elsewhere():
    return OrganisationFactory(name="Vale Ambulance Trust")


@pytest.fixture
def theirs(elsewhere):
    return desk_of(a_member(elsewhere))


def at(case, rest=""):
    return f"/cases/{case.reference}/together/{rest}"


def send(desk, case, rest, **said):
    case.refresh_from_db()
    return desk.post(at(case, rest), {"version": case.version, **said}, follow=True)


def merging(other, **said):
    return {"other": other.reference, "stays": "this", "same_person": "yes", "why": WHY} | said


def asked(case, by, **given):
    return actions.ask_part(case, **{"asked": "What happened on the way?", "days": 5} | given, by=by)


def test_likely_twins_are_offered_and_one_is_found_by_reference(case, other, desk):
    compare_waiting()
    page = desk.get(at(case)).text
    assert f"/together/merge/?with={other.reference}" in page
    assert f'value="{other.reference}"' in desk.get(f"{at(case, 'merge/')}?with={other.reference}").text


def test_two_become_one_and_both_pages_say_so(case, other, sam, desk):
    a_file(other, sam)
    a_party(other, "mp", office="Office of the MP for Moorhope")
    page = send(desk, case, "merge/", **merging(other)).text
    assert "is answered under this case" in page
    assert "note" in page and "Office of the MP for Moorhope" in page
    assert Merge.objects.get().merged == other
    shown = desk.get(f"/cases/{case.reference}/").text
    assert "Please help." in shown and f"{other.reference}, merged into this case" in shown
    assert "what was merged into this case was received first" in shown
    assert clock.in_words(clock.respond_by(days_ago(9)), year=False) in shown
    ended = desk.get(f"/cases/{other.reference}/").text
    assert f'answered under <a href="/cases/{case.reference}/">' in ended
    assert "/do/reopen/" not in ended and "/do/note/" in ended
    assert "Files of what was merged" in desk.get(f"/cases/{case.reference}/files/").text
    compare_waiting()
    assert "Perhaps the same story" not in desk.get(f"/cases/{case.reference}/").text


def test_the_other_one_may_stay(case, other, desk):
    send(desk, case, "merge/", **merging(other, stays="other"))
    assert Merge.objects.get().kept == other


def test_they_are_split_again_from_either_page(case, other, desk):
    for page in (case, other):
        send(desk, case, "merge/", **merging(other))
        row = Merge.objects.standing().get()
        assert "What happened after the merge stays" in desk.get(at(page, f"merges/{row.pk}/split/")).text
        assert (
            "Each has its own dates back"
            in send(desk, page, f"merges/{row.pk}/split/", why="Two nights.").text
        )
    assert "Two nights." in desk.get(at(case)).text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"other": "PV-0000-0000"}, "There is no case of that reference"), ({"other": "nonsense"}, "There is no case"),
        ({"same_person": "no"}, "Link the two cases instead"), ({"why": ""}, "Say why these are the same"),
        ({"stays": ""}, "Choose the case that stays"),
    ],
)  # fmt: skip
def test_a_refusal_keeps_what_was_typed(case, other, desk, said, words):
    response = send(desk, case, "merge/", **merging(other) | said)
    assert response.status_code == 422 and words in response.text
    assert said.get("why") == "" or WHY in response.text
    assert not Merge.objects.exists()


def test_another_organisations_case_cannot_be_named(case, desk):
    stranger = a_case()
    for form in ("merge/", "link/"):
        response = send(desk, case, form, **merging(stranger))
        assert response.status_code == 422 and "There is no case of that reference" in response.text


def test_who_was_quicker_is_said(case, other, desk):
    response = desk.post(at(case, "merge/"), {"version": 999, **merging(other)})
    assert response.status_code == 409 and WHY in response.text


def test_two_are_linked_with_a_word_why_and_unlinked(case, other, desk):
    page = send(desk, case, "link/", other=other.reference.lower(), why="The same night.").text
    assert "The same night." in page and other.reference in page
    assert "The same night." in desk.get(at(other)).text
    row = CaseLink.objects.get()
    page = send(desk, other, f"links/{row.pk}/unlink/").text
    assert "No case is linked" in page
    assert "taken away already" not in page


def test_a_linked_case_that_went_elsewhere_is_a_reference_and_no_more(case, other, sam, desk):
    actions.link(case, with_case=other, why="The same night.", by=sam)
    actions.refer(
        other, team="complaints", organisation=case.organisation.parent, note="x", agreed="Yes.", by=sam
    )
    page = desk.get(at(case)).text
    assert other.reference in page and f'href="/cases/{other.reference}/"' not in page


# Joint cases.


def test_the_other_body_sees_its_part_answers_it_and_finds_nothing_else(case, sam, desk, theirs, elsewhere):
    page = send(
        desk, case, "parts/ask/", organisation=elsewhere.pk, asked="What happened on the way?", days="5"
    ).text
    part = JointPart.objects.get()
    assert "Awaited" in page and "They do not see the words." in page
    assert case.reference in theirs.get("/asked-of-us/").text
    shown = theirs.get(f"/asked-of-us/{part.pk}/").text
    assert "What happened on the way?" in shown and "biopsy" not in shown
    assert clock.explain_working_days(timezone.localdate(), 5) in shown
    for closed in ("", "together/", "files/", "letters/", "investigation/"):
        assert theirs.get(f"/cases/{case.reference}/{closed}").status_code == 404
    answered = theirs.post(f"/asked-of-us/{part.pk}/", {"text": "The crew left at ten."}, follow=True).text
    assert "The crew left at ten." in answered
    assert "The crew left at ten." in desk.get(at(case)).text
    assert Access.objects.filter(what="part", feedback=case.feedback).count() == 2


def test_the_words_are_shared_only_where_that_is_recorded(case, desk, theirs, elsewhere):
    ask = {"organisation": elsewhere.pk, "asked": "What?", "days": "5", "share_words": "on"}
    refused = send(desk, case, "parts/ask/", **ask)
    assert refused.status_code == 422 and "only if the person agreed" in refused.text
    send(desk, case, "parts/ask/", **ask, words_agreed="By telephone today.")
    assert "biopsy" in theirs.get(f"/asked-of-us/{JointPart.objects.get().pk}/").text


def test_a_part_is_nobodys_but_theirs(case, sam, desk, theirs, elsewhere):
    part = asked(case, sam, organisation=elsewhere)
    ward_alone = a_member(elsewhere, Role.SERVICE_MANAGER, service=ServiceFactory(organisation=elsewhere))
    for stranger in (desk, desk_of(a_member(OrganisationFactory())), desk_of(ward_alone)):
        assert stranger.get(f"/asked-of-us/{part.pk}/").status_code == 404
        assert stranger.post(f"/asked-of-us/{part.pk}/", {"text": "Mine."}).status_code == 404
        assert case.reference not in stranger.get("/asked-of-us/").text
    regulator = desk_of(a_member(elsewhere, Role.REGULATOR))
    assert regulator.get("/asked-of-us/").status_code == 403


def test_an_empty_answer_is_refused_and_a_part_taken_back_asks_for_none(case, sam, desk, theirs, elsewhere):
    part = asked(case, sam, organisation=elsewhere)
    assert theirs.post(f"/asked-of-us/{part.pk}/", {"text": " "}).status_code == 422
    assert "Not needed." in send(desk, case, f"parts/{part.pk}/withdraw/", why="Not needed.").text
    page = theirs.get(f"/asked-of-us/{part.pk}/").text
    assert "Not needed." in page and "Send our answer" not in page


def test_the_answer_of_a_body_outside_is_kept_by_hand(case, desk):
    send(desk, case, "parts/ask/", outside="Vale Council", asked="What?", days="5")
    part, today = JointPart.objects.get(), timezone.localdate()
    day = {"answered_on_day": today.day, "answered_on_month": today.month, "answered_on_year": today.year}
    assert (
        "They wrote back." in send(desk, case, f"parts/{part.pk}/keep/", text="They wrote back.", **day).text
    )


def test_a_body_that_works_here_writes_its_own_answer(case, sam, desk, elsewhere):
    part = asked(case, sam, organisation=elsewhere)
    assert desk.get(at(case, f"parts/{part.pk}/keep/")).status_code == 404


def test_one_body_is_asked_and_only_those_that_work_here_are_in_the_list(case, desk, theirs, elsewhere):
    nobody_there = OrganisationFactory(name="Nobody Here Trust")
    page = desk.get(at(case, "parts/ask/")).text
    assert "Vale Ambulance Trust" in page and nobody_there.name not in page
    both = send(
        desk, case, "parts/ask/", organisation=elsewhere.pk, outside="Vale Council", asked="x", days="5"
    )
    assert both.status_code == 422 and "not both" in both.text


def test_the_queue_finds_cases_with_a_late_part(case, other, sam, desk):
    part = asked(case, sam, outside="Vale Council")
    asked(other, sam, outside="Vale Council")
    JointPart.objects.filter(pk=part.pk).update(due_on=days_ago(1))
    shown = desk.get("/queue/?needs=part").text
    assert case.reference in shown and other.reference not in shown


# Dates.


def test_every_date_says_how_it_came_about_also_after_a_merge_and_an_extension(case, other, sam, desk):
    actions.merge(other, into=case, same_person=True, why=WHY, by=sam)
    later = timezone.localdate() + timezone.timedelta(days=300)
    actions.agree_date(case, agreed_on=later, how="email", note="x", reason="The notes are lost.", by=sam)
    for page in (desk.get(at(case)).text, desk.get(f"/cases/{case.reference}/").text):
        assert clock.explain_working_days(days_ago(9), 3) in page
        assert f"after {clock.in_words(days_ago(9))}: every day counts, nothing pauses it" in page
        assert f"6 months that begin on {clock.in_words(days_ago(9))}" in page
        assert "A longer time was agreed before they ended" in page
        assert f"by e-mail; {sam} asked them because: The notes are lost." in page


def test_a_second_look_names_the_days_it_skips(case, sam, desk):
    signed_reply(case, by=sam)
    actions.reopen(case, note="Not content.", by=sam)
    why = clock.explain_working_days(timezone.localdate(), 10)
    for page in (desk.get(at(case)).text, desk.get(f"/cases/{case.reference}/").text):
        assert f"{why}. The person wrote back or the case was opened again" in page


def test_a_case_passed_on_shows_both_clocks(case, sam):
    icb = case.organisation.parent
    actions.refer(case, team="complaints", organisation=icb, note="x", agreed="She rang.", by=sam)
    page = desk_of(a_member(icb, Role.ICB_LEAD)).get(at(case)).text
    assert f"The clock of {icb.name}" in page and "She rang." in page
    assert clock.explain(clock.start(days_ago(2)))["respond_by"] in page
    assert clock.explain(clock.start(timezone.localdate()))["respond_by"] in page


# Whose it is, and what it costs.


def test_another_organisation_finds_nothing(case, other, sam):
    merge = actions.merge(other, into=case, same_person=True, why=WHY, by=sam)
    third = a_case(organisation=case.organisation)
    link = actions.link(case, with_case=third, why="x", by=sam)
    part = asked(case, sam, outside="Vale Council")
    stranger = desk_of(a_member(OrganisationFactory()))
    pages = ["", "merge/", f"merges/{merge.pk}/split/", "link/", "parts/ask/", f"parts/{part.pk}/keep/",
             f"parts/{part.pk}/withdraw/"]  # fmt: skip
    assert {stranger.get(at(case, page)).status_code for page in pages} == {404}
    assert stranger.post(at(case, f"links/{link.pk}/unlink/")).status_code == 404
    assert CaseLink.objects.standing().exists()


def test_a_row_of_other_cases_is_not_touched_from_here(case, other, sam, desk):
    third, fourth = (a_case(organisation=case.organisation) for _ in range(2))
    link = actions.link(third, with_case=fourth, why="x", by=sam)
    part = asked(third, sam, outside="Vale Council")
    merge = actions.merge(fourth, into=third, same_person=True, why=WHY, by=sam)
    send(desk, case, f"links/{link.pk}/unlink/")
    send(desk, case, f"merges/{merge.pk}/split/", why="x")
    assert CaseLink.objects.standing().exists() and Merge.objects.standing().exists()
    assert desk.get(at(case, f"parts/{part.pk}/withdraw/")).status_code == 404


def test_every_read_leaves_a_row(case, desk, sam):
    desk.get(at(case))
    assert Access.objects.filter(what="together", by=sam, feedback=case.feedback).count() == 1


@pytest.mark.parametrize("times", [1, 3])
def test_the_page_costs_the_same_however_much_belongs_together(
    case, sam, desk, elsewhere, times, django_assert_max_num_queries
):
    for _ in range(times):
        gone = a_case(organisation=case.organisation, service=case.service)
        a_file(gone, sam)
        a_party(gone)
        actions.merge(gone, into=case, same_person=True, why=WHY, by=sam)
        actions.link(case, with_case=a_case(organisation=case.organisation), why="x", by=sam)
        actions.answer_part(asked(case, sam, organisation=elsewhere), text="x", by=sam)
        asked(case, sam, outside="Vale Council")
    compare_waiting()
    with django_assert_max_num_queries(MOST_QUERIES):
        desk.get(at(case))


@pytest.mark.parametrize("times", [1, 3])
def test_the_list_of_the_other_body_costs_the_same(
    sam, elsewhere, theirs, times, django_assert_max_num_queries
):
    for _ in range(times):
        for _ in range(2):
            part = asked(a_case(), sam, organisation=elsewhere)
        actions.answer_part(part, text="x", by=sam)
    with django_assert_max_num_queries(10):
        theirs.get("/asked-of-us/")
    with django_assert_max_num_queries(14):
        theirs.get(f"/asked-of-us/{part.pk}/")


def test_an_answered_case_offers_no_merge(case, sam, desk):
    signed_reply(case, by=sam)
    assert "Merge with another case" not in desk.get(at(case)).text
