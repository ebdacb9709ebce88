import json
import uuid

import pytest

from tests.factories import ServiceFactory

PROBLEM = "application/problem+json"
WORDS = "Nobody could tell us when the doctor would come."


@pytest.fixture
def ward(db):
    return ServiceFactory(name="Bramble Ward", slug="bramble-ward")


@pytest.fixture
def give(client, ward):
    """`give(body, key=...)`: what the app would send; `body` may be a dict or raw bytes."""

    def send(body=None, *, key=None, content_type="application/json", **headers):
        body = {"service": "bramble-ward", "comments": [{"text": WORDS}]} if body is None else body
        data = body if isinstance(body, bytes) else json.dumps(body)
        key = str(uuid.uuid4()) if key is None else key
        headers |= {"Idempotency-Key": key} if key else {}
        return client.post("/api/v1/feedback", data, content_type=content_type, headers=headers)

    return send


def problem_of(response, status):
    """The problem in `response`, seen to be whole."""
    assert response.status_code == status, response.content
    assert response["Content-Type"] == PROBLEM
    problem = response.json()
    assert problem["status"] == status
    assert problem["type"].startswith("tag:")
    assert problem["title"] and problem["detail"]
    return problem
