"""The file with the return code: from a form, never from an address."""

import pytest

from feedback.references import check_digit

CODE = "123456789012345" + check_digit("123456789012345")


def test_the_code_comes_as_a_text_file_with_the_way_back(client, settings):
    settings.PUBLIC_URL = "https://patientview.example"
    response = client.post("/return-code/", {"code": CODE, "reference": "PV-7KD4-QM3X"})
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="NHS-feedback-PV-7KD4-QM3X.txt"'
    assert "no-store" in response["Cache-Control"]
    assert CODE[:4] in response.content.decode() and "/track/" in response.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"code": CODE},
        {"code": "1" * 16, "reference": "PV-7KD4-QM3X"},
        {"code": CODE, "reference": 'PV-7KD4-QM3X"\r\nX: y'},
    ],
)
def test_anything_else_leads_to_the_start(client, sent):
    response = client.post("/return-code/", sent)
    assert (response.status_code, response.url) == (302, "/")


def test_a_code_in_an_address_is_not_looked_at(client):
    assert client.get("/return-code/", {"code": CODE, "reference": "PV-7KD4-QM3X"}).status_code == 302


def test_a_shared_device_can_be_cleared_without_signing_anyone_out(client):
    response = client.get("/clear/")
    assert response["Clear-Site-Data"] == '"cache"'
    assert not response.cookies
