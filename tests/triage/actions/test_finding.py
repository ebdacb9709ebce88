"""Issues: raised, changed, dropped and decided by people, each with its Event; the outcome follows from them."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from tests.factories import (
    ServiceFactory,
    UserFactory,
    a_case,
    a_letter,
    a_signer_of,
    an_issue,
    days_ago,
    signed_reply,
)
from triage import actions
from triage.models import Issue
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
GIVEN = {"sentence": "You waited nine hours.", "subject": "waiting_times", "profession": "medical"}
MANY_FINDINGS = [("upheld",), ("not", "not"), ("upheld", "not"), ("partly",)]


@pytest.fixture
def sam():
    return UserFactory(name="Sam Okoro")


@pytest.fixture
def case():
    return a_case()


def fresh(case):
    case.refresh_from_db()
    return case


def test_issues_are_numbered_in_the_order_they_are_raised_and_a_number_is_never_used_again(case, sam):
    first, second = (actions.raise_issue(case, **GIVEN, by=sam) for _ in range(2))
    actions.drop_issue(second, why="Written twice.", by=sam)
    third = actions.raise_issue(case, **GIVEN, by=sam)
    assert [one.number for one in (first, second, third)] == [1, 2, 3]
    assert list(case.issues.stands()) == [first, third]


def test_each_thing_done_is_one_event_that_names_who(case, sam):
    issue = actions.raise_issue(case, **GIVEN, by=sam)
    actions.change_issue(issue, **GIVEN | {"sentence": "You waited ten hours."}, by=sam)
    actions.decide_issue(issue, finding="upheld", reason="The log says so.", by=sam)
    actions.undo_finding(issue, why="The log was of another day.", by=sam)
    actions.drop_issue(issue, why="It is about another trust.", by=sam)
    actions.dismiss_subject(case, subject="transport", by=sam)
    told = [(one.kind, one.note) for one in case.events.exclude(kind="open")]
    assert told == [
        ("raise_issue", ""),
        ("change_issue", "Before: You waited nine hours."),
        ("decide_issue", "The log says so."),
        ("undo_finding", "The log was of another day."),
        ("drop_issue", "It is about another trust."),
        ("dismiss_subject", ""),
    ]
    assert set(case.events.exclude(kind="open").values_list("by", flat=True)) == {sam.pk}


def test_a_changed_mind_leaves_both_findings_in_the_history(case, sam):
    issue = an_issue(case, "not", by=sam)
    actions.decide_issue(
        issue, finding="partly", reason="A second log was found.", learning="Keep one log.", by=sam
    )
    assert (issue.finding, issue.learning, issue.decided_by) == ("partly", "Keep one log.", sam)
    found = [one.detail["finding"] for one in case.events.filter(kind="decide_issue")]
    assert found == ["not", "partly"]


def test_a_finding_that_was_taken_back_leaves_nothing_on_the_issue(case, sam):
    issue = an_issue(case, learning="Mend the bell.", by=sam)
    actions.undo_finding(issue, why="Too soon.", by=sam)
    assert (issue.finding, issue.reason, issue.learning, issue.decided_at, issue.decided_by) == (
        "",
        "",
        "",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"sentence": " "}, "Write what is complained about"),
        ({"subject": "weather"}, "Choose a subject"),
        ({"profession": "wizard"}, "Choose a profession"),
    ],
)
def test_an_issue_says_what_its_subject_and_whose_work(case, sam, wrong, says):
    issue = an_issue(case, "")
    with pytest.raises(NotAllowed, match=says):
        actions.raise_issue(case, **GIVEN | wrong, by=sam)
    with pytest.raises(NotAllowed, match=says):
        actions.change_issue(issue, **GIVEN | wrong, by=sam)
    assert case.issues.count() == 1


def test_a_ward_of_another_organisation_is_refused(case, sam):
    with pytest.raises(NotAllowed, match="of this organisation"):
        actions.raise_issue(case, **GIVEN, service=ServiceFactory(), by=sam)
    ward = ServiceFactory(organisation=case.organisation)
    assert actions.raise_issue(case, **GIVEN, service=ward, by=sam).service == ward


def test_a_finding_has_a_reason(case, sam):
    issue = an_issue(case, "")
    with pytest.raises(NotAllowed, match="Say why"):
        actions.decide_issue(issue, finding="upheld", reason=" ", by=sam)
    with pytest.raises(NotAllowed, match="Choose what you found"):
        actions.decide_issue(issue, finding="", reason="Because.", by=sam)


def test_an_issue_with_a_finding_is_not_dropped(case, sam):
    issue = an_issue(case)
    with pytest.raises(NotAllowed, match="Take back the finding first"):
        actions.drop_issue(issue, why="Not ours.", by=sam)
    assert case.events.filter(kind="drop_issue").count() == 0


def test_what_was_dropped_can_be_neither_changed_nor_decided(case, sam):
    issue = an_issue(case, "")
    actions.drop_issue(issue, why="Not ours.", by=sam)
    for act in (
        lambda: actions.change_issue(issue, **GIVEN, by=sam),
        lambda: actions.decide_issue(issue, finding="upheld", reason="Because.", by=sam),
        lambda: actions.drop_issue(issue, why="Again.", by=sam),
    ):
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.parametrize(
    "values",
    [
        {"finding": "upheld"},
        {"finding": "upheld", "decided_at": timezone.now()},
        {"reason": "Because."},
        {"learning": "Mend it."},
        {"finding": "perhaps", "reason": "Because."},
        {"sentence": ""},
        {"dropped_why": "Not ours."},
    ],
)
def test_the_database_keeps_no_finding_without_its_reason_moment_and_person(case, values):
    issue = an_issue(case, "")
    with pytest.raises(IntegrityError), transaction.atomic():
        Issue.objects.filter(pk=issue.pk).update(**values)


def test_words_about_somebodys_care_are_encrypted_in_the_database(case, sam):
    an_issue(case, by=sam, learning="Mend the bell.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT sentence, reason, learning FROM triage_issue")
        stored = " ".join(cursor.fetchone())
    assert not any(words in stored for words in ("bell", "log", "Mend"))


def test_a_complaint_is_not_put_forward_without_an_issue_or_with_one_undecided(case, sam):
    a_signer_of(case)
    letter = actions.begin_letter(case, kind="final", text=a_letter(), by=sam)
    with pytest.raises(NotAllowed, match="add at least one issue"):
        actions.put_forward(letter, seen=1, by=sam)
    issue = an_issue(case, "")
    with pytest.raises(NotAllowed, match="1 of 1 has no finding"):
        actions.put_forward(letter, seen=1, by=sam)
    actions.decide_issue(issue, finding="not", reason="It was answered.", by=sam)
    actions.put_forward(letter, seen=1, by=sam)


def test_a_signed_reply_does_not_leave_when_a_finding_was_taken_back_meanwhile(case, sam):
    chief, issue = a_signer_of(case), an_issue(case)
    letter = actions.begin_letter(case, kind="final", text=a_letter(), by=sam)
    actions.put_forward(letter, seen=1, by=sam)
    actions.sign_letter(letter, seen=1, by=chief)
    actions.undo_finding(issue, why="New evidence came.", by=sam)
    with pytest.raises(NotAllowed, match="no finding"):
        actions.send_letter(letter, way="portal", seen=1, by=sam)


@pytest.mark.parametrize("found", MANY_FINDINGS)
def test_a_complaint_ends_with_the_outcome_of_its_findings_and_with_no_other(found, case, sam):
    for finding in found:
        an_issue(case, finding, by=sam)
    signed_reply(case, by=sam)
    outcome = {("upheld",): "upheld", ("not", "not"): "not_upheld"}.get(found, "partly")
    for other in {"upheld", "partly", "not_upheld"} - {outcome}:
        with pytest.raises(NotAllowed, match="follows from the findings"):
            actions.close(case, outcome=other, by=sam)
    actions.close(case, outcome=outcome, by=sam)
    assert (fresh(case).status, case.outcome) == ("closed", outcome)


def test_settled_with_the_person_ends_it_whatever_was_found_so_far(case, sam):
    an_issue(case, "")
    actions.close(case, outcome="settled", by=sam)
    assert fresh(case).outcome == "settled"


def test_a_concern_ends_without_issues_as_it_always_did(sam):
    concern = a_case(intent="concern")
    actions.reply(concern, text="We are sorry. The lift is mended.", by=sam)
    actions.close(concern, outcome="upheld", by=sam)
    assert fresh(concern).outcome == "upheld"


def test_the_findings_of_a_closed_case_stand_until_it_is_opened_again(case, sam):
    issue = an_issue(case, "not", by=sam)
    signed_reply(case, by=sam)
    actions.close(case, outcome="not_upheld", by=sam)
    with pytest.raises(NotAllowed, match="You cannot decide on an issue of a case that is closed"):
        actions.decide_issue(issue, finding="upheld", reason="Oh.", by=sam)
    actions.reopen(case, note="They sent a photograph.", by=sam)
    issue.refresh_from_db()
    assert issue.finding == "not"
    actions.decide_issue(issue, finding="upheld", reason="The photograph shows it.", by=sam)
    signed_reply(case, by=sam)
    actions.close(case, outcome="upheld", by=sam)
    assert fresh(case).outcome == "upheld"


def promised(issue, by, **given):
    words = {"said": "The bell is broken.", "plan": "Mend it.", "owner": by, "due_on": days_ago(-9)}
    return actions.promise_learning(issue, **words | given, by=by)


def test_what_was_learned_becomes_a_promise_with_an_owner_once(case, sam):
    issue = an_issue(case, learning="Mend the bell.", by=sam)
    change = promised(issue, sam)
    assert (issue.improvement, change.case, change.owner) == (change, case, sam)
    with pytest.raises(NotAllowed, match="promised already"):
        promised(issue, sam)
    assert case.improvements.count() == 1
    actions.drop(change, why="The ward closes.", by=sam)
    assert promised(issue, sam) != change


def test_nothing_is_promised_before_there_is_a_finding(case, sam):
    with pytest.raises(NotAllowed, match="no finding to learn from"):
        promised(an_issue(case, ""), sam)
    assert not case.improvements.exists()
