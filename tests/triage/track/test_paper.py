"""The person saves our letters in the print they can read, and nobody else's."""

import io

import pikepdf
import pypdfium2
import pytest

from tests.factories import UserFactory, a_party, signed_reply
from tests.triage.track.conftest import PAGE, code_of, told
from triage import actions
from triage.models import Reply

pytestmark = pytest.mark.django_db


def save(client, feedback, letter, shape="large_print"):
    return client.post(PAGE, {"code": code_of(feedback), "letter": str(letter), "shape": shape})


def words_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        text = page.get_textpage()
        said = " ".join(text.get_text_range().split())
        text.close()
        page.close()
        return said


@pytest.mark.parametrize("shape", ["standard", "large_print", "easy_read"])
def test_a_reply_is_saved_in_each_print(shape, client, complaint):
    reply = signed_reply(complaint.case)
    page = client.post(PAGE, {"code": code_of(complaint)}).content.decode()
    assert "Save our letters" in page and f'value="{shape}"' in page
    response = save(client, complaint, reply.pk, shape)
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    with pikepdf.open(io.BytesIO(response.content)) as document:
        assert bool(document.Root.MarkInfo.Marked)
    assert f"Signed by {reply.letter.signed_by}" in words_of(response.content)


def test_the_address_stands_on_no_page_that_a_code_opens(client, complaint):
    a_party(complaint.case, name="Ada Invented", address="1 Mill Lane")
    reply = signed_reply(complaint.case, way="portal")
    said = words_of(save(client, complaint, reply.pk).content)
    assert "Mill Lane" not in said and "Ada Invented" not in said


def test_an_acknowledgement_in_short_words_is_saved_too(client, complaint):
    reply = actions.acknowledge(complaint.case, text="We have it.", by=UserFactory())
    assert "We have it." in words_of(save(client, complaint, reply.pk).content)


@pytest.mark.parametrize("letter", ["0", "x", "9" * 30, "-1"])
def test_what_is_not_there_shows_the_page(letter, client, complaint):
    response = save(client, complaint, letter)
    assert response.status_code == 200 and complaint.reference in response.content.decode()


def test_another_persons_letter_and_one_written_to_somebody_else_are_not_given(client, complaint, ward):
    other = told(ward, intent="complaint", reply_wanted=True, reply_by="code")
    theirs = signed_reply(other.case)
    assert save(client, complaint, theirs.pk)["Content-Type"].startswith("text/html")
    own = signed_reply(complaint.case)
    Reply.objects.filter(pk=own.pk).update(readable=False)
    assert save(client, complaint, own.pk)["Content-Type"].startswith("text/html")
    page = client.post(PAGE, {"code": code_of(complaint)}).content.decode()
    assert "Save our letters" not in page and "The lift is mended" not in page


def test_a_letter_with_words_we_cannot_print_says_so_kindly(client, complaint):
    reply = actions.acknowledge(complaint.case, text="王", by=UserFactory())
    page = save(client, complaint, reply.pk).content.decode()
    assert "print this page instead" in page
