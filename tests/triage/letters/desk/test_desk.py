"""What waits to be signed and to be printed, and the words an organisation keeps."""

import io

import pikepdf
import pytest

from organisations.models import Role
from tests.factories import (
    IcbFactory,
    OrganisationFactory,
    UserFactory,
    a_case,
    a_letter,
    a_member,
    a_signer_of,
    an_issue,
    signed_reply,
)
from triage import actions
from triage.letter import KINDS
from triage.letters.beginning import shipped
from triage.models import Access, LetterTemplate, Reply

pytestmark = pytest.mark.django_db
TO_SIGN, TO_PRINT, TEMPLATES = "/letters/to-sign/", "/letters/to-print/", "/letters/templates/"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


@pytest.fixture
def desk(trust, signed_in):
    return signed_in(a_member(trust))


def put_forward(trust):
    case, by = a_case(organisation=trust), UserFactory()
    a_signer_of(case)
    an_issue(case)
    letter = actions.begin_letter(case, kind="final", text=a_letter(), by=by)
    actions.put_forward(letter, seen=1, by=by)
    return letter


def posted(trust, words="The lift is mended."):
    case = a_case(organisation=trust, reply_by="post", contact={"name": "Ada", "address": "1 Mill Lane"})
    return signed_reply(case, a_letter(words))


def test_who_signs_sees_the_letters_of_their_own_body_the_longest_wait_first(trust, signed_in):
    first, second, other = put_forward(trust), put_forward(trust), put_forward(OrganisationFactory())
    chief = a_signer_of(first.case)
    page = signed_in(chief).get(TO_SIGN).text
    assert page.index(first.case.reference) < page.index(second.case.reference)
    assert other.case.reference not in page
    assert (
        first.case.reference
        not in signed_in(a_member(trust.parent, Role.RESPONSIBLE_PERSON)).get(TO_SIGN).text
    )


def test_the_queue_can_be_narrowed_to_what_waits_for_a_signature(trust, desk):
    letter, other = put_forward(trust), a_case(organisation=trust)
    page = desk.get("/queue/?needs=signing").text
    assert letter.case.reference in page and other.reference not in page


@pytest.mark.parametrize(("address", "roles"), [
    (TO_SIGN, {Role.RESPONSIBLE_PERSON}),
    (TO_PRINT, {Role.PALS_OFFICER, Role.COMPLAINTS_OFFICER, Role.RESPONSIBLE_PERSON, Role.SERVICE_MANAGER, Role.ICB_LEAD}),
    (TEMPLATES, {Role.COMPLAINTS_OFFICER, Role.RESPONSIBLE_PERSON, Role.ADMINISTRATOR}),
])  # fmt: skip
def test_a_page_is_there_for_its_roles_and_no_others(address, roles, trust, signed_in, client):
    assert client.get(address).status_code == 302
    for role in Role:
        status = signed_in(a_member(trust, role)).get(address, follow=True).status_code
        assert status == (200 if role in roles else 403), role


def test_what_waits_is_printed_as_one_file_posted_and_marked(trust, desk):
    replies = [posted(trust, words) for words in ("First.", "Second.")]
    other = posted(OrganisationFactory())
    page = desk.get(TO_PRINT).text
    assert all(reply.case.reference in page for reply in replies)
    assert other.case.reference not in page
    ticked = [str(reply.pk) for reply in (*replies, other)]

    response = desk.post(TO_PRINT, {"do": "print", "reply": ticked})
    assert response["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(response.content)) as document:
        assert len(document.pages) == 2
    assert Access.objects.filter(what="letter").count() == 2
    assert Reply.objects.waiting().count() == 3
    assert not Reply.objects.get(pk=other.pk).pdf

    page = desk.post(TO_PRINT, {"do": "posted", "reply": ticked}, follow=True).text
    assert "Marked as posted: 2." in page and "Nothing to print" in page
    assert Reply.objects.waiting().get() == other


def test_what_was_not_printed_is_not_marked_as_posted(trust, desk):
    reply = posted(trust)
    page = desk.post(TO_PRINT, {"do": "posted", "reply": [str(reply.pk)]}, follow=True).text
    assert "Print it first" in page
    assert Reply.objects.waiting().exists()


def test_nothing_ticked_does_nothing(trust, desk):
    posted(trust)
    assert "Tick at least one letter" in desk.post(TO_PRINT, {"do": "print"}, follow=True).text
    assert not Reply.objects.exclude(pdf="").exists()


def test_one_letter_that_cannot_be_drawn_is_named_and_no_pile_is_short_of_it(trust, desk):
    replies = [posted(trust), posted(trust, "王")]
    response = desk.post(TO_PRINT, {"do": "print", "reply": [str(one.pk) for one in replies]})
    assert response.status_code == 422
    assert f"{replies[1].case.reference}: We have no letters to print" in response.text


def test_an_acknowledgement_in_short_words_is_printed_too(trust, desk):
    case = a_case(organisation=trust, reply_by="post", contact={"name": "Ada", "address": "1 Mill Lane"})
    reply = actions.acknowledge(case, text="We have it.", by=UserFactory())
    assert reply.way == "print"
    response = desk.post(TO_PRINT, {"do": "print", "reply": [str(reply.pk)]})
    with pikepdf.open(io.BytesIO(response.content)) as document:
        assert len(document.pages) == 1


def test_the_lists_cost_the_same_few_queries_however_long(trust, signed_in, django_assert_max_num_queries):
    for _ in range(4):
        put_forward(trust)
        posted(trust)
    client = signed_in(a_member(trust, Role.RESPONSIBLE_PERSON))
    for address in (TO_SIGN, TO_PRINT):
        with django_assert_max_num_queries(12):
            client.get(address)


def template(trust, kind="holding"):
    return f"{TEMPLATES}{trust.ods_code}/{kind}/"


def test_who_keeps_the_letters_of_one_body_goes_straight_to_them(trust, desk):
    assert desk.get(TEMPLATES)["Location"] == f"{TEMPLATES}{trust.ods_code}/"
    page = desk.get(f"{TEMPLATES}{trust.ods_code}/").text
    assert all(kind.title in page for kind in KINDS.values())


def test_the_letters_of_another_body_are_not_found(desk):
    other = OrganisationFactory()
    assert desk.get(f"{TEMPLATES}{other.ods_code}/").status_code == 404
    assert desk.post(template(other), {"text": "Hello", "seen": 0}).status_code == 404
    assert not LetterTemplate.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_has_its_page_and_a_preview_with_an_invented_case(kind, trust, desk):
    page = desk.get(template(trust, kind)).text
    assert "Robin Sample" in page or "{greeting}" not in shipped(kind)
    assert "with an invented case" in page


def test_a_kind_that_there_is_not_is_not_found(trust, desk):
    assert desk.get(template(trust, "novel")).status_code == 404


def test_own_words_are_kept_as_versions_and_previewed_first(trust, desk):
    preview = desk.post(template(trust), {"text": "Dear {name}, <b>", "seen": 0, "do": "preview"}).text
    assert "Dear Robin Sample, &lt;b&gt;" in preview
    assert not LetterTemplate.objects.exists()
    desk.post(template(trust), {"text": "Dear {name}", "seen": 0})
    desk.post(template(trust), {"text": "Dear {name}, again", "seen": 1})
    page = desk.get(template(trust)).text
    assert "version 2" in page and "Version 1," in page
    assert LetterTemplate.objects.count() == 2


def test_an_unknown_field_is_refused_and_the_words_are_kept(trust, desk):
    response = desk.post(template(trust), {"text": "Dear {nmae}, kept words", "seen": 0})
    assert response.status_code == 422
    assert "We cannot fill in {nmae}" in response.text and "{reference}" in response.text
    assert "kept words" in response.text


def test_the_second_of_two_is_told_and_keeps_their_words(trust, desk):
    actions.keep_template(
        organisation=trust, kind="holding", text="Theirs", seen=0, by=UserFactory(name="Penny Hart")
    )
    response = desk.post(template(trust), {"text": "Mine", "seen": 0})
    assert response.status_code == 422
    assert "Penny Hart kept other words meanwhile" in response.text and "Mine" in response.text
    assert desk.post(template(trust), {"text": "Mine", "seen": 1}).status_code == 302
