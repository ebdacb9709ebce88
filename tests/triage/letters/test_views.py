"""The pages of letters: whose they are, what they keep, what they refuse, what they cost."""

import hashlib
import io
import re

import pikepdf
import pytest

from organisations.models import Role
from tests.factories import (
    IcbFactory,
    OrganisationFactory,
    ServiceFactory,
    a_case,
    a_letter,
    a_member,
    a_party,
    a_signer_of,
    an_issue,
    signed_reply,
)
from triage import actions
from triage.letter import FOUND
from triage.models import Access, Letter, Reply

pytestmark = pytest.mark.django_db
LIST_QUERIES, WRITE_QUERIES, SIGN_QUERIES = 22, 26, 26  # two of them find the session and the person


@pytest.fixture
def trust():
    return OrganisationFactory(parent=IcbFactory())


@pytest.fixture
def officer(trust):
    return a_member(trust)


@pytest.fixture
def case(trust):
    case = a_case(organisation=trust)
    an_issue(case)
    return case


@pytest.fixture
def chief(case):
    return a_signer_of(case)


@pytest.fixture
def desk(officer, signed_in):
    return signed_in(officer)


@pytest.fixture
def letter(case, officer):
    return actions.begin_letter(case, kind="final", text=a_letter(), by=officer)


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def at(letter, page=""):
    return f"/cases/{letter.case.reference}/letters/{letter.pk}/{page}"


def saves(client, letter, text, *, seen=None, then="save", shape="standard", **more):
    seen = seen or letter.versions.last().number
    return client.post(at(letter), {"text": text, "seen": seen, "shape": shape, "then": then}, **more)


PAGES = ["", "versions/", "pdf/", "sign/", "send/"]
POSTS = ["", "preview/", "sign/", "send-back/", "send/", "aside/"]


def test_nobody_else_finds_a_letter(letter, trust, signed_in, client):
    assert client.get(at(letter)).status_code == 302
    other = signed_in(a_member(OrganisationFactory()))
    ward = ServiceFactory(organisation=trust)
    for client in (other, signed_in(a_member(trust, Role.SERVICE_MANAGER, service=ward))):
        for page in PAGES[:3] + ["send/"]:
            assert client.get(at(letter, page)).status_code == 404, page
        for page in ("", "preview/", "send/", "aside/"):
            assert client.post(at(letter, page)).status_code == 404, page
        assert client.get(f"/cases/{letter.case.reference}/letters/").status_code == 404
    assert not Access.objects.exists()


def test_a_signer_of_another_body_finds_nothing_and_one_above_may_not_sign(letter, trust, signed_in):
    stranger = signed_in(a_member(OrganisationFactory(), Role.RESPONSIBLE_PERSON))
    assert stranger.get(at(letter, "sign/")).status_code == 404
    above = signed_in(a_member(trust.parent, Role.RESPONSIBLE_PERSON))
    assert above.get(at(letter, "sign/")).status_code == 403
    assert above.post(at(letter, "sign/"), {"seen": 1}).status_code == 403


@pytest.mark.parametrize("role", [Role.REGULATOR, Role.ADMINISTRATOR])
def test_a_role_without_cases_finds_nothing(role, letter, trust, signed_in):
    client = signed_in(a_member(trust, role))
    for page in ("", "versions/", "pdf/"):
        assert client.get(at(letter, page)).status_code == 403


def test_only_the_responsible_person_may_sign(desk, letter):
    assert desk.get(at(letter, "sign/")).status_code == 403
    assert desk.post(at(letter, "send-back/"), {"note": "x"}).status_code == 403


def test_a_letter_of_another_case_is_not_found_from_here(desk, letter, trust):
    other = a_case(organisation=trust)
    assert desk.get(f"/cases/{other.reference}/letters/{letter.pk}/").status_code == 404


def test_a_letter_begins_with_the_words_of_its_kind(desk, case):
    page = desk.get(f"/cases/{case.reference}/letters/").text
    assert "Final reply" in page and "Answer to a concern" not in page
    response = desk.post(f"/cases/{case.reference}/letters/", {"kind": "final"})
    letter = Letter.objects.get()
    assert response["Location"] == at(letter)
    page = desk.get(at(letter)).text
    assert "## How we looked into it" in page and "[Write here" in page
    assert "Before it can leave" in page and "square brackets" in page


def test_a_kind_nobody_chose_is_asked_for(desk, case):
    response = desk.post(f"/cases/{case.reference}/letters/", {})
    assert response.status_code == 422 and "Choose a kind of letter" in response.text
    again = desk.post(f"/cases/{case.reference}/letters/", {"kind": "answer"})
    assert again.status_code == 422


def test_a_second_final_reply_is_refused_in_words(desk, letter):
    response = desk.post(f"/cases/{letter.case.reference}/letters/", {"kind": "final"})
    assert response.status_code == 422 and "being written already" in response.text


def test_words_are_saved_as_versions_and_shown_escaped(desk, letter):
    saves(desk, letter, "# Hello\n\n<script>alert(1)</script> **b**")
    page = desk.get(at(letter)).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <strong>b</strong>" in page
    assert "<h3>Hello</h3>" in page


def test_an_empty_letter_is_refused_and_the_last_words_stay(desk, letter):
    response = saves(desk, letter, " ")
    assert response.status_code == 422 and "Write the words first" in response.text
    assert letter.versions.count() == 1


def test_the_second_of_two_writers_is_told_and_loses_nothing(desk, letter, trust, signed_in):
    penny = a_member(trust)
    actions.save_letter(letter, text="Penny's words.", shape="standard", seen=1, by=penny)
    response = saves(desk, letter, "Olu's words.", seen=1)
    assert response.status_code == 409
    assert f"{penny} saved other words" in response.text
    assert "Olu&#39;s words." in response.text
    assert "Taken out: </span>Penny&#39;s words." in response.text
    assert letter.versions.count() == 2

    seen = re.search(r'name="seen" value="(\d+)"', response.text)[1]
    assert saves(desk, letter, "Olu's words.", seen=seen).status_code == 302
    assert letter.versions.last().text == "Olu's words."


def test_a_missing_part_is_named_and_the_words_are_kept(desk, letter, chief):
    words = a_letter("Kept words.").replace(FOUND, "Also")
    response = saves(desk, letter, words, then="forward")
    assert response.status_code == 422
    assert "Your words are saved." in response.text
    assert f"“{FOUND}”" in response.text and "regulation 14(2)" in response.text
    assert "Kept words." in response.text
    letter.refresh_from_db()
    assert (letter.state, letter.versions.last().text) == ("draft", words)


def test_where_nobody_signs_the_page_says_so_and_who_gives_the_role(desk, letter, trust):
    admin = a_member(trust, Role.ADMINISTRATOR)
    for page in (at(letter), f"/cases/{letter.case.reference}/letters/"):
        text = desk.get(page).text
        assert "Nobody can sign the reply" in text and str(admin) in text
    response = saves(desk, letter, a_letter(), then="forward")
    assert response.status_code == 422 and "Nobody can sign for" in response.text


def test_the_responsible_person_reads_signs_and_it_is_sent(desk, letter, chief, officer, signed_in, client):
    assert saves(desk, letter, a_letter("Final words."), then="forward").status_code == 302
    signing = type(client)()
    signing.force_login(chief, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = signing.get("/letters/to-sign/").text
    assert letter.case.reference in page
    page = signing.get(at(letter, "sign/")).text
    assert "Final words." in page and "regulations 4 and 14(2)" in page
    assert signing.post(at(letter, "sign/"), {"seen": 2}).status_code == 302
    assert "Nothing waits for you" in signing.get("/letters/to-sign/").text

    page = desk.get(at(letter, "send/")).text
    assert f"Signed by {chief}" in page
    letter.case.refresh_from_db()
    sent = desk.post(at(letter, "send/"), {"way": "portal", "seen": 2, "version": letter.case.version})
    assert sent["Location"] == f"/cases/{letter.case.reference}/letters/"
    assert Reply.objects.get().letter == letter
    assert desk.get(at(letter, "send/")).status_code == 302
    assert "Sent by" in desk.get(at(letter)).text


def test_a_signature_is_for_the_version_that_was_read(letter, officer, chief, signed_in):
    actions.put_forward(letter, seen=1, by=officer)
    client = signed_in(chief)
    actions.save_letter(letter, text=a_letter("Other words."), shape="standard", seen=1, by=officer)
    response = client.post(at(letter, "sign/"), {"seen": 1})
    assert response.status_code == 409
    assert f"{officer} saved other words meanwhile (version 2)" in response.text
    letter.refresh_from_db()
    assert letter.signed_at is None


@pytest.mark.parametrize("note", ["", "Say sorry first."])
def test_a_letter_is_sent_back_with_a_note(note, letter, officer, chief, signed_in):
    actions.put_forward(letter, seen=1, by=officer)
    response = signed_in(chief).post(at(letter, "send-back/"), {"note": note})
    letter.refresh_from_db()
    if note:
        assert (response.status_code, letter.state) == (302, "draft")
        assert letter.case.events.last().note == note
    else:
        assert (response.status_code, letter.state) == (422, "to_sign")
        assert "Say what should be changed" in response.text


def test_nothing_unsigned_leaves_and_the_reason_is_said(desk, letter, chief):
    response = desk.post(at(letter, "send/"), {"way": "portal", "seen": 1, "version": letter.case.version})
    assert response.status_code == 422 and "has not signed these words" in response.text
    assert not Reply.objects.exists()


def test_a_case_changed_meanwhile_is_told_before_a_letter_leaves(desk, letter, officer, chief):
    actions.put_forward(letter, seen=1, by=officer)
    actions.sign_letter(letter, seen=1, by=chief)
    letter.case.refresh_from_db()
    seen = letter.case.version
    actions.note(letter.case, text="She rang: she is moving.", by=chief)
    response = desk.post(at(letter, "send/"), {"way": "portal", "seen": 1, "version": seen})
    assert response.status_code == 409 and f"{chief} wrote a note" in response.text


def test_what_the_person_needs_is_on_every_page_where_we_write(desk, letter):
    a_party(
        letter.case, needs="Yellow paper", shape="large_print", ruled_out=["telephone"], email="x@y.example"
    )
    for page in ("", "send/"):
        text = desk.get(at(letter, page)).text
        assert "Yellow paper" in text and "large print" in text and "Never by telephone." in text
    text = desk.get(at(letter, "send/")).text
    assert 'value="email"' not in text and "regulation 15" in text


def test_braille_is_ordered_and_done_by_hand(desk, case, officer):
    a_party(case, shape="braille", address="1 Mill Lane", prefers="post")
    letter = actions.begin_letter(case, kind="holding", text="It takes longer.", by=officer)
    text = desk.get(at(letter, "send/")).text
    assert "Order the letter in braille" in text
    assert 'value="print"' not in text and re.search(r'value="by_hand"\s+checked', text)


@pytest.mark.parametrize("shape", ["standard", "large_print", "easy_read"])
def test_a_letter_is_saved_as_a_pdf_in_each_shape(shape, desk, letter):
    response = desk.get(at(letter, f"pdf/?shape={shape}"))
    assert response["Content-Type"] == "application/pdf"
    name = f"{letter.case.reference}-final-{shape.replace('_', '-')}.pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    with pikepdf.open(io.BytesIO(response.content)) as document, document.open_metadata() as metadata:
        assert metadata["dc:title"].startswith("Draft: Our reply to your complaint")
    assert desk.get(at(letter, "pdf/?shape=cake")).status_code == 404


def test_the_file_that_left_is_the_one_that_is_shown(desk, trust, officer):
    from triage.delivery import printing

    case = a_case(organisation=trust, reply_by="post", contact={"name": "Ada", "address": "1 Mill Lane"})
    reply = signed_reply(case, by=officer)
    kept = printing.kept(reply)
    assert desk.get(at(reply.letter, "pdf/")).content == kept


def test_the_file_of_a_letter_that_was_read_online_is_kept_from_the_first_time(desk, case, officer):
    reply = signed_reply(case, by=officer)
    assert not reply.pdf
    first = desk.get(at(reply.letter, "pdf/")).content
    reply.refresh_from_db()
    assert reply.pdf_sha256 == hashlib.sha256(first).hexdigest()
    assert desk.get(at(reply.letter, "pdf/")).content == first
    desk.get(at(reply.letter, "pdf/?shape=easy_read"))
    reply.refresh_from_db()
    assert reply.pdf_sha256 == hashlib.sha256(first).hexdigest()


def test_a_letter_with_words_we_cannot_print_says_so(desk, letter):
    saves(desk, letter, a_letter("王"))
    response = desk.get(at(letter, "pdf/"))
    assert response.status_code == 422 and "no letters to print “王”" in response.text


def test_versions_show_who_when_and_what_changed(desk, letter, officer):
    saves(desk, letter, a_letter("Other words."))
    page = desk.get(at(letter, "versions/")).text
    assert page.count(f"Saved by {officer}") == 2
    assert "Put in: </span>Other words." in page
    assert letter.versions.first().sha256 in page


def test_the_preview_is_a_part_of_a_page_and_escaped(desk, letter):
    text = desk.post(at(letter, "preview/"), {"text": "## <b>Hi</b>\n[name]"}).text
    assert "<html" not in text
    assert "<h3>&lt;b&gt;Hi&lt;/b&gt;</h3>" in text
    assert "[name]" in text and "These parts are missing" in text


def test_a_letter_put_aside_stays_to_be_read(desk, letter):
    desk.post(at(letter, "aside/"))
    page = desk.get(at(letter)).text
    assert "Put aside" in page and "<textarea" not in page
    assert saves(desk, letter, "More.").status_code == 200
    assert letter.versions.count() == 1


def test_every_read_leaves_a_row(desk, letter, officer):
    for page in ("", "versions/", "pdf/", "send/"):
        desk.get(at(letter, page))
    desk.get(f"/cases/{letter.case.reference}/letters/")
    assert list(Access.objects.filter(by=officer).values_list("what", flat=True)) == ["letter"] * 4 + [
        "letters"
    ]


def test_a_page_costs_the_same_few_queries_however_many_letters_there_are(
    desk, case, officer, chief, client, django_assert_max_num_queries
):
    final = actions.begin_letter(case, kind="final", text=a_letter(), by=officer)
    for number in range(2, 8):
        actions.save_letter(
            final, text=a_letter(f"Words {number}."), shape="standard", seen=number - 1, by=officer
        )
        actions.begin_letter(case, kind="holding", text="It takes longer.", by=officer)
    actions.put_forward(final, seen=7, by=officer)
    with django_assert_max_num_queries(LIST_QUERIES):
        desk.get(f"/cases/{case.reference}/letters/")
    for page in ("", "versions/", "send/"):
        with django_assert_max_num_queries(WRITE_QUERIES):
            desk.get(at(final, page))
    signing = type(client)()
    signing.force_login(chief, backend="allauth.account.auth_backends.AuthenticationBackend")
    with django_assert_max_num_queries(SIGN_QUERIES):
        signing.get(at(final, "sign/"))
