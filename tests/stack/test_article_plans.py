"""Articles are published and withdrawn at a time, through the deployed stack with IAM enforced."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import LEAD

pytestmark = pytest.mark.stack

DRAFT = {
    "title": "Theodolites on loan",
    "body": "<p>Ask at the gate.</p>",
    "category": "question",
    "visibility": {"audience": "public"},
    "language": "en",
}


def planned(stack: LocalStack, article: str, **seconds: int) -> Any:
    lead, path = stack.client(LEAD), f"/api/articles/{article}/en"
    at = {name: (datetime.now(UTC) + timedelta(seconds=each)).isoformat() for name, each in seconds.items()}
    held = lead.get(path)
    reply = lead.put(f"{path}/plan", json=at, headers={"if-match": held.headers["etag"]})
    assert reply.status_code == 200, reply.text
    return reply.json()


def test_a_draft_is_published_and_ends_by_itself(stack: LocalStack):
    """The sweep as its schedule calls it. The end needs none: only what is left of it does."""
    lead = stack.client(LEAD)
    made = lead.post("/api/articles", json=DRAFT)
    assert made.status_code == 201, made.text
    article = made.json()["id"]
    shown, written = f"/api/portal/articles/{article}?language=en", f"/api/articles/{article}/en"
    planned(stack, article, publish_at=2)
    assert lead.get(shown).status_code == 404

    def swept(state: str) -> bool:
        stack.aws("lambda").invoke(FunctionName="helpdesk-send_digests", Payload=b"{}")
        return bool(lead.get(written).json()["editions"][0]["state"] == state)

    wait_until(lambda: swept("published"), PATIENCE)
    assert lead.get(shown).json()["title"] == DRAFT["title"]
    planned(stack, article, expire_at=2)
    wait_until(lambda: lead.get(shown).status_code == 404, PATIENCE)
    wait_until(lambda: swept("archived"), PATIENCE)
