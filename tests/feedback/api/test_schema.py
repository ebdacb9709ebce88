"""The API describes itself truly, and its try-out page needs nothing from elsewhere."""

import re

import jsonschema
import pytest
from django.core.management import call_command
from drf_spectacular.generators import SchemaGenerator

from tests.feedback.api.conftest import WORDS


@pytest.fixture
def described(db):
    return SchemaGenerator().get_schema(request=None, public=True)


def test_the_schema_is_valid_openapi_3_1_without_a_warning(tmp_path):
    call_command("spectacular", "--validate", "--fail-on-warn", file=str(tmp_path / "schema.yml"))
    assert (tmp_path / "schema.yml").read_text().startswith("openapi: 3.1")


def test_every_open_endpoint_needs_no_sign_in_and_shows_its_problems(described):
    for path, method in (("/api/v1/feedback", "post"), ("/api/v1/organisations", "get")):
        operation = described["paths"][path][method]
        assert operation["security"] == [{}]
        for status, answer in operation["responses"].items():
            media = "application/json" if status.startswith("2") else "application/problem+json"
            assert answer["content"][media]["examples"]


def test_the_examples_are_taken_and_the_answers_fit_the_schema(give, described):
    components = described["components"]
    operation = described["paths"]["/api/v1/feedback"]["post"]
    shape = {"$ref": "#/components/schemas/FeedbackOut", "components": components}
    for example in operation["requestBody"]["content"]["application/json"]["examples"].values():
        answer = give(example["value"])
        assert answer.status_code == 201, answer.content
        jsonschema.validate(answer.json(), shape, jsonschema.Draft202012Validator)
    for example in operation["responses"]["201"]["content"]["application/json"]["examples"].values():
        jsonschema.validate(example["value"], shape, jsonschema.Draft202012Validator)


def test_a_problem_fits_its_schema(give, described):
    shape = {"$ref": "#/components/schemas/Problem", "components": described["components"]}
    problem = give({"service": "bramble-ward", "intnt": "x", "comments": [{"text": WORDS}]}).json()
    jsonschema.validate(problem, shape, jsonschema.Draft202012Validator)


def test_the_schema_is_served_to_anyone(client, db):
    answer = client.get("/api/v1/schema/?format=json")
    assert answer.status_code == 200
    assert answer.json()["openapi"].startswith("3.1")
    assert not answer.cookies


def test_the_try_out_page_has_no_inline_code_no_foreign_address_and_no_cookie(client, db):
    page = client.get("/api/v1/docs/")
    html = page.content.decode()
    assert page.status_code == 200
    assert not page.cookies
    assert "<style" not in html and "style=" not in html
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", html)
    assert "unsafe" not in page["Content-Security-Policy"]


def test_its_script_is_a_file_of_its_own_and_sets_no_cookie(client, db):
    script = client.get("/api/v1/docs/?script=")
    assert script["Content-Type"].startswith("application/javascript")
    assert b"SwaggerUIBundle" in script.content and b"/api/v1/schema/" in script.content
    assert not script.cookies
