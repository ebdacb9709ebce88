"""Letters: versions that stay, a signature for these words alone, and one way out."""

import contextlib
import hashlib

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organisations.models import Role
from tests.factories import (
    IcbFactory,
    OrganisationFactory,
    ServiceFactory,
    UserFactory,
    a_case,
    a_letter,
    a_member,
    a_party,
    a_signer_of,
    an_issue,
    signed_reply,
)
from triage import actions
from triage.agreement import consent_of
from triage.letter import DOING
from triage.models import Event, Letter, LetterTemplate, LetterVersion, Reply
from triage.moves import NotAllowed

pytestmark = pytest.mark.django_db
AN_ISSUE = ["raise_issue", "decide_issue"]


@pytest.fixture
def sam():
    return UserFactory(name="Sam Okoro")


@pytest.fixture
def case():
    case = a_case()
    an_issue(case)
    return case


@pytest.fixture
def chief(case):
    return a_signer_of(case)


def begun(case, by, kind="final", text=None, **given):
    return actions.begin_letter(case, kind=kind, text=text or a_letter(), by=by, **given)


def saved(letter, text, by, seen=1, shape="standard"):
    return actions.save_letter(letter, text=text, shape=shape, seen=seen, by=by)


def signed(case, sam, chief):
    if not case.issues.exists():
        an_issue(case)
    letter = begun(case, sam)
    actions.put_forward(letter, seen=1, by=sam)
    actions.sign_letter(letter, seen=1, by=chief)
    return letter


def kinds_of_events(case):
    return list(case.events.values_list("kind", flat=True))


def test_a_final_reply_goes_from_its_first_words_to_the_person(case, sam, chief):
    letter = begun(case, sam)
    actions.put_forward(letter, seen=1, by=sam)
    actions.sign_letter(letter, seen=1, by=chief)
    sent = actions.send_letter(letter, way="portal", seen=1, by=sam)
    case.refresh_from_db()
    assert (case.status, letter.state, sent.kind, sent.letter) == ("replied", "sent", "reply", letter)
    assert case.replied_at and case.acknowledged_at and case.handler == sam
    assert f"Signed by {chief}, for {case.organisation.name}, on " in sent.text
    assert kinds_of_events(case) == ["open", *AN_ISSUE, "draft", "put_forward", "sign", "reply"]


def test_every_version_is_kept_with_its_hash_and_the_same_words_are_no_new_one(case, sam):
    letter = begun(case, sam, text="First.")
    saved(letter, "Second.", sam)
    saved(letter, "Second. ", sam, seen=2)
    versions = list(letter.versions.values_list("number", "text", "sha256"))
    assert versions == [
        (number, text, hashlib.sha256(text.encode()).hexdigest())
        for number, text in ((1, "First."), (2, "Second."))
    ]


def test_saving_words_leaves_a_colleagues_form_on_the_case_good(case, sam):
    letter = begun(case, sam)
    case.refresh_from_db()
    before = case.version
    saved(letter, "Other words.", sam)
    case.refresh_from_db()
    assert case.version == before


def test_who_saves_over_a_later_version_is_told_whose_it_is(case, sam):
    letter, penny = begun(case, sam), UserFactory(name="Penny Hart")
    saved(letter, "Penny's words.", penny)
    with pytest.raises(actions.LetterChanged) as quicker:
        saved(letter, "Sam's words.", sam)
    assert (quicker.value.newest.saved_by, quicker.value.newest.number) == (penny, 2)
    assert letter.versions.count() == 2


@pytest.mark.parametrize("act", [actions.put_forward, actions.sign_letter])
def test_other_words_than_were_read_are_neither_put_forward_nor_signed(act, case, sam, chief):
    letter = begun(case, sam)
    if act is actions.sign_letter:
        actions.put_forward(letter, seen=1, by=sam)
    saved(letter, a_letter("Other words."), UserFactory())
    with pytest.raises(actions.LetterChanged):
        act(letter, seen=1, by=chief)


def test_a_reply_that_lacks_a_part_is_not_put_forward_and_the_part_is_named(case, sam, chief):
    letter = begun(case, sam, text=a_letter().replace(DOING, "Also"))
    with pytest.raises(NotAllowed, match=rf"“{DOING}”.*regulation 14\(2\)"):
        actions.put_forward(letter, seen=1, by=sam)
    letter.refresh_from_db()
    assert letter.state == "draft"


def test_a_reply_with_a_gap_is_not_put_forward(case, sam, chief):
    letter = begun(case, sam, text=a_letter("Dear [name]"))
    with pytest.raises(NotAllowed, match=r"\[name\]"):
        actions.put_forward(letter, seen=1, by=sam)


def test_where_nobody_can_sign_the_rule_is_not_skipped(case, sam):
    letter = begun(case, sam)
    with pytest.raises(NotAllowed, match="Nobody can sign for .* Ask an administrator"):
        actions.put_forward(letter, seen=1, by=sam)
    with pytest.raises(NotAllowed, match="has not signed"):
        actions.send_letter(letter, way="portal", seen=1, by=sam)
    assert not Reply.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.RESPONSIBLE_PERSON])
def test_no_other_role_signs(role, case, sam, chief):
    letter = begun(case, sam)
    actions.put_forward(letter, seen=1, by=sam)
    with pytest.raises(NotAllowed, match="Only the responsible person"):
        actions.sign_letter(letter, seen=1, by=a_member(case.organisation, role))


def test_nobody_signs_for_a_body_below_or_beside_their_own_nor_for_a_ward():
    icb = IcbFactory()
    trust = OrganisationFactory(parent=icb)
    case, sam = a_case(organisation=trust), UserFactory()
    a_signer_of(case)
    an_issue(case)
    letter = begun(case, sam)
    actions.put_forward(letter, seen=1, by=sam)
    others = (
        a_member(icb, Role.RESPONSIBLE_PERSON),
        a_member(OrganisationFactory(), Role.RESPONSIBLE_PERSON),
        a_member(trust, Role.RESPONSIBLE_PERSON, service=ServiceFactory(organisation=trust)),
    )
    for other in others:
        with pytest.raises(NotAllowed, match="Only the responsible person"):
            actions.sign_letter(letter, seen=1, by=other)


def test_any_change_takes_the_signature_off(case, sam, chief):
    letter = signed(case, sam, chief)
    saved(letter, a_letter("One word more."), sam)
    assert (letter.state, letter.signed_at, letter.signed_by, letter.signed_sha256) == (
        "draft",
        None,
        None,
        "",
    )
    assert kinds_of_events(case)[-1] == "unsign"
    with pytest.raises(NotAllowed, match="has not signed these words"):
        actions.send_letter(letter, way="portal", seen=2, by=sam)


def test_another_shape_takes_the_signature_off_and_the_same_words_do_not(case, sam, chief):
    letter = signed(case, sam, chief)
    saved(letter, a_letter(), sam)
    assert letter.state == "signed"
    saved(letter, a_letter(), sam, shape="large_print")
    assert (letter.state, letter.shape) == ("draft", "large_print")


def test_words_changed_behind_our_back_do_not_leave(case, sam, chief):
    letter = signed(case, sam, chief)
    LetterVersion.objects.update(text=a_letter("Other words."))
    with pytest.raises(NotAllowed, match="has not signed these words"):
        actions.send_letter(letter, way="portal", seen=1, by=sam)


def test_the_responsible_person_sends_it_back_with_a_note(case, sam, chief):
    letter = begun(case, sam)
    actions.put_forward(letter, seen=1, by=sam)
    with pytest.raises(NotAllowed, match="Say what"):
        actions.send_back(letter, note=" ", by=chief)
    with pytest.raises(NotAllowed, match="Only the responsible person"):
        actions.send_back(letter, note="Say sorry first.", by=sam)
    actions.send_back(letter, note="Say sorry first.", by=chief)
    assert letter.state == "draft"
    assert case.events.last().note == "Say sorry first."


def test_a_case_passed_on_after_the_signature_is_signed_again_by_the_body_that_has_it(sam):
    icb = IcbFactory()
    case = a_case(organisation=OrganisationFactory(parent=icb))
    letter = signed(case, sam, a_signer_of(case))
    case.refresh_from_db()
    actions.refer(
        case, team="complaints", organisation=icb, note="They chose the ICB.", agreed="By telephone.", by=sam
    )
    letter.refresh_from_db()
    letter.case.refresh_from_db()
    with pytest.raises(NotAllowed, match="signed for the body that had the case before"):
        actions.send_letter(letter, way="portal", seen=1, by=sam)


def test_there_is_one_final_reply_at_a_time(case, sam):
    letter = begun(case, sam)
    with pytest.raises(NotAllowed, match="being written already"):
        begun(case, sam)
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.create(case=case, kind="final", begun_by=sam)
    actions.put_aside(letter, by=sam)
    assert begun(case, sam).state == "draft"


def test_a_letter_put_aside_stays_to_be_read_and_goes_nowhere(case, sam, chief):
    letter = begun(case, sam)
    actions.put_aside(letter, by=sam)
    for act in (
        lambda: saved(letter, "More.", sam),
        lambda: actions.put_forward(letter, seen=1, by=sam),
        lambda: actions.send_letter(letter, way="portal", seen=1, by=sam),
        lambda: actions.put_aside(letter, by=sam),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert letter.versions.count() == 1


def test_a_letter_is_sent_once(case, sam, chief):
    letter = signed(case, sam, chief)
    actions.send_letter(letter, way="portal", seen=1, by=sam)
    with pytest.raises(NotAllowed, match="finished already"):
        actions.send_letter(letter, way="portal", seen=1, by=sam)
    assert Reply.objects.count() == 1


def test_consent_is_checked_when_it_is_sent_and_the_clock_runs_on(sam):
    case = a_case(about="someone_else", relationship="daughter", consent="not_yet")
    letter, due = signed(case, sam, a_signer_of(case)), case.next_due_on
    with pytest.raises(NotAllowed, match="consent is not recorded.*regulation 5|consent"):
        actions.send_letter(letter, way="portal", seen=1, by=sam)
    case.refresh_from_db()
    assert (case.replied_at, case.next_due_on, Reply.objects.count()) == (None, due, 0)
    actions.record_consent(case, told="telephone", note="Signed form.", by=sam)
    actions.send_letter(letter, way="portal", seen=1, by=sam)


@pytest.mark.parametrize("kind", ["acknowledgement", "holding", "extension", "ombudsman"])
def test_what_says_nothing_about_the_care_does_not_wait_for_consent(kind, sam):
    case = a_case(about="someone_else", relationship="daughter", consent="not_yet")
    letter = begun(case, sam, kind, text="We have it.")
    sent = actions.send_letter(letter, way="portal", seen=1, by=sam)
    case.refresh_from_db()
    assert sent.kind == ("acknowledgement" if kind == "acknowledgement" else "letter")
    assert bool(case.acknowledged_at) is (kind == "acknowledgement")
    assert case.replied_at is None


def test_consent_is_asked_of_the_patient_and_the_other_never_reads_that_letter(sam):
    case = a_case(about="someone_else", relationship="daughter", consent="not_yet")
    with pytest.raises(NotAllowed, match="Choose the patient"):
        actions.begin_letter(
            case, kind="consent", text="Do you agree?", to=case.parties.get(told_us=True), by=sam
        )
    patient = a_party(case, "patient", name="Mr B. Invented", address="2 Mill Lane", shape="large_print")
    letter = begun(case, sam, "consent", text="Do you agree?")
    assert (letter.to, letter.shape) == (patient, "large_print")
    with pytest.raises(NotAllowed, match="no return code"):
        actions.send_letter(letter, way="portal", seen=1, by=sam)
    assert actions.send_letter(letter, way="print", seen=1, by=sam).readable is False


@pytest.mark.parametrize("way", ["email", "print", "notify", "pigeon"])
def test_a_way_that_may_not_be_used_is_refused_when_it_is_sent(way, case, sam, chief):
    letter = signed(case, sam, chief)
    with pytest.raises(NotAllowed, match="Nothing was sent"):
        actions.send_letter(letter, way=way, seen=1, by=sam)
    letter.refresh_from_db()
    assert (letter.state, Reply.objects.count()) == ("signed", 0)


def test_a_concern_is_answered_without_a_signature(sam):
    case = a_case(intent="concern")
    letter = begun(case, sam, "answer", text="## What we found\nThe lift is **mended**.")
    sent = actions.send_letter(letter, way="portal", seen=1, by=sam)
    assert (sent.kind, sent.text) == ("reply", "What we found\n\nThe lift is mended.")
    with pytest.raises(NotAllowed, match="from the list"):
        begun(case, sam, "final")


def test_an_answer_begun_for_a_concern_is_not_sent_once_it_is_a_complaint(sam):
    case = a_case(intent="concern")
    letter = begun(case, sam, "answer", text="The lift is mended.")
    case.refresh_from_db()
    actions.refer(case, team="complaints", organisation=case.organisation, note="They complain.", by=sam)
    with pytest.raises(NotAllowed, match="no use for this letter"):
        actions.send_letter(letter, way="portal", seen=1, by=sam)


def test_the_words_lie_encrypted(case, sam):
    from django.db import connection

    begun(case, sam, text="Dear Ada Invented,")
    signed_reply(a_case(), a_letter("Dear Ada Invented,"), by=sam)
    with connection.cursor() as cursor:
        for table in ("triage_letterversion", "triage_reply"):
            cursor.execute(f"SELECT text FROM {table}")  # noqa: S608
            assert "Ada" not in str(cursor.fetchall())


# The way a letter should go, and what people may do besides, at any moment.
GOLDEN = [("forward", "officer"), ("sign", "chief"), ("consent", "officer"), ("send", "officer")]
ASTRAY = st.tuples(
    st.sampled_from(["save", "same", "forward", "sign", "back", "aside", "send", "consent", "pass_on"]),
    st.sampled_from(["officer", "chief"]),
)


@st.composite
def walks(draw):
    steps = draw(st.permutations(GOLDEN)) if draw(st.booleans()) else list(GOLDEN)
    for _ in range(draw(st.integers(0, 4))):
        steps.insert(draw(st.integers(0, len(steps))), draw(ASTRAY))
    return steps


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(walks())
def test_no_order_of_steps_by_anybody_sends_words_that_were_not_signed_or_lack_consent(steps):
    with transaction.atomic():
        _walk(steps)
        transaction.set_rollback(True)


def _walk(steps):
    trust = OrganisationFactory(parent=IcbFactory())
    case = a_case(organisation=trust, about="someone_else", relationship="son", consent="not_yet")
    people = {"officer": a_member(trust), "chief": a_member(trust, Role.RESPONSIBLE_PERSON)}
    letter = begun(case, people["officer"])
    for count, (step, who) in enumerate(steps):
        with contextlib.suppress(NotAllowed), transaction.atomic():
            _step(step, letter, trust, a_letter(f"Words {count}."), people[who])
        letter = Letter.objects.get(pk=letter.pk)
        case = letter.case
        assert (case.next_due_on < case.backstop_on) is (case.replied_at is None)  # no clock is lost
    for sent in Reply.objects.filter(kind="reply"):
        assert consent_of(case) == "given"
        assert sent.letter.signed_by == people["chief"]
        assert (
            sent.letter.signed_sha256 == hashlib.sha256(sent.letter.versions.last().text.encode()).hexdigest()
        )
        assert Event.objects.filter(case=case, kind="sign").exists()


def _step(step, letter, trust, text, by):
    """One press of a button, by one of them, on what is there now."""
    newest, case = letter.versions.last(), letter.case
    seen, elsewhere = newest.number, trust.parent if case.organisation == trust else trust
    {
        "save": lambda: saved(letter, text, by, seen),
        "same": lambda: saved(letter, newest.text, by, seen),
        "forward": lambda: actions.put_forward(letter, seen=seen, by=by),
        "sign": lambda: actions.sign_letter(letter, seen=seen, by=by),
        "back": lambda: actions.send_back(letter, note="Once more.", by=by),
        "aside": lambda: actions.put_aside(letter, by=by),
        "send": lambda: actions.send_letter(letter, way="portal", seen=seen, by=by),
        "consent": lambda: actions.record_consent(case, told="telephone", note="Signed form.", by=by),
        "pass_on": lambda: actions.refer(
            case, team="complaints", organisation=elsewhere, note="Theirs.", agreed="By telephone.", by=by
        ),
    }[step]()


def test_templates_are_versions_and_a_used_one_never_changes(case, sam):
    body = case.organisation
    first = actions.keep_template(organisation=body, kind="holding", text="Hello {name}", seen=0, by=sam)
    letter = begun(case, sam, "holding", text="Hello Ada", template=first)
    second = actions.keep_template(organisation=body, kind="holding", text="Dear {name}", seen=1, by=sam)
    letter.refresh_from_db()
    assert (first.number, second.number, letter.template.text) == (1, 2, "Hello {name}")


@pytest.mark.parametrize(("kind", "text", "why"), [
    ("holding", "Dear {nmae}", "{nmae}"), ("holding", "  ", "Write the words"), ("novel", "x", "from the list"),
    ("final", "We are sorry.", "must keep each of these headings"),
])  # fmt: skip
def test_a_template_that_would_be_no_use_is_refused(kind, text, why, sam):
    with pytest.raises(NotAllowed, match=why):
        actions.keep_template(organisation=OrganisationFactory(), kind=kind, text=text, seen=0, by=sam)
    assert not LetterTemplate.objects.exists()


def test_the_second_of_two_who_keep_a_template_is_told(sam):
    body = OrganisationFactory()
    actions.keep_template(organisation=body, kind="holding", text="Hello", seen=0, by=sam)
    with pytest.raises(NotAllowed, match=r"Sam Okoro kept other words meanwhile \(version 1\)"):
        actions.keep_template(organisation=body, kind="holding", text="Dear you", seen=0, by=UserFactory())
