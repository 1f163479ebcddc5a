"""What people do with the deployed product over HTTP, as tests say it."""

import re
import time
from typing import Any

import httpx

from tests.stack.local_stack import LocalStack

AGENT = "agent1@demo.example"
SECOND_LEVEL = "agent2@demo.example"
LEAD = "lead@demo.example"
FORM_AGE = 2.1  # a person needs longer than the two seconds under which a form is refused


def make_room(stack: LocalStack) -> None:
    """Nobody of the first level is full of what tests leave open, or planned as one of them planned."""
    lead = stack.client(LEAD)
    for person in ("agent1", "lead"):
        path = f"/api/people/{person}/availability"
        answer = lead.put(path, json={"capacity": 500}, headers={"if-match": lead.get(path).headers["etag"]})
        assert answer.status_code == 200, answer.text


def fetched_form(stack: LocalStack, client: httpx.Client | None = None) -> str:
    token = str((client or stack.client()).get("/api/portal/form").json()["form_token"])
    time.sleep(FORM_AGE)
    return token


def by_form(stack: LocalStack, **fields: Any) -> dict[str, Any]:
    """A ticket sent through the public form, as the API answered it."""
    wanted = {
        "form_token": fetched_form(stack),
        "name": "Robin Requester",
        "email": "robin@home.example",
        "subject": "Printer prints blank pages",
        "description": "Since this morning.",
        **fields,
    }
    answer = stack.client().post("/api/portal/tickets", json=wanted)
    assert answer.status_code == 201, answer.text
    created: dict[str, Any] = answer.json()
    return created


def opened(stack: LocalStack, subject: str, requester: str = "robin@desk.example", **more: str) -> str:
    """The number of a ticket that an agent opened for somebody."""
    draft = {"subject": subject, "description": "Since this morning.", "requester": requester, **more}
    answer = stack.client(AGENT).post("/api/tickets", json=draft)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def link_in(text: str) -> str:
    """The status link in a mail."""
    found = re.search(r"http://\S+/ticket#\S+", text)
    assert found, text
    return found[0]


def guest(stack: LocalStack, created: dict[str, Any]) -> dict[str, str]:
    """The headers of whoever holds the status link, which goes by mail alone."""
    mail = stack.wait_for_mail(created["email"], created["id"])
    return {"authorization": f"Bearer {link_in(mail['text']).partition('#')[2]}"}


def ticket(stack: LocalStack, ticket_id: str, by: str = AGENT) -> dict[str, Any]:
    answer = stack.client(by).get(f"/api/tickets/{ticket_id}")
    assert answer.status_code == 200, answer.text
    seen: dict[str, Any] = answer.json()
    return seen


def types(seen: dict[str, Any]) -> list[str]:
    return [entry["type"] for entry in seen["timeline"]]
