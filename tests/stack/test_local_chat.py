"""A visitor and an agent chat over real sockets: in order, also after a lost line, and by one's own link alone."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from websockets.sync.client import ClientConnection, connect

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until

pytestmark = pytest.mark.stack


@pytest.fixture
def browsers(stack: LocalStack) -> Iterator[list[httpx.Client]]:
    """Of visitors, one for each."""
    opened: list[httpx.Client] = [httpx.Client(base_url=stack.base_url, timeout=PATIENCE) for _ in range(2)]
    yield opened
    for each in opened:
        each.close()


@pytest.fixture
def always(stack: LocalStack) -> None:
    """Somebody is there at whatever hour this runs."""
    admin = stack.client("admin@demo.example")
    now = admin.get("/api/settings/chat")
    wanted = {"chat": True, "chat_calendar": "always"}
    if now.json()["chat_calendar"] != "always":
        saved = admin.put("/api/settings/chat", json=wanted, headers={"if-match": now.headers["etag"]})
        assert saved.status_code == 200, saved.text
    wait_until(lambda: stack.client().get("/api/portal/chat/times").json()["open"])


def begun(client: httpx.Client, name: str) -> str:
    """A chat that goes on in this browser."""
    token = client.get("/api/portal/chat/times").json()["form_token"]
    time.sleep(2.1)
    first = {"form_token": token, "name": name, "email": f"{name.lower()}@people.example", "body": "Are you there?"}
    opened = client.post("/api/portal/chats", json=first)
    assert opened.status_code == 201, opened.text
    client.headers["authorization"] = f"Bearer {opened.json()['token']}"
    return str(opened.json()["id"])


@contextmanager
def line(client: httpx.Client, ticket: str) -> Iterator[ClientConnection]:
    admitted = client.post("/api/portal/chat/live-tickets")
    assert admitted.status_code == 201, admitted.text
    with connect(admitted.json()["url"], open_timeout=PATIENCE) as socket:
        socket.send(json.dumps({"action": "watch", "topics": [f"ticket:{ticket}"]}))
        yield socket


def hear(socket: ClientConnection, kind: str) -> dict[str, Any]:
    while True:
        message: dict[str, Any] = json.loads(socket.recv(timeout=PATIENCE))
        if message["type"] == kind:
            return message


def bodies(client: httpx.Client) -> list[str]:
    return [each["body"] for each in client.get("/api/portal/chat").json()["messages"]]


@pytest.mark.usefixtures("always")
def test_both_sides_talk_and_a_lost_line_loses_nothing(stack: LocalStack, browsers: list[httpx.Client]):
    visitor = browsers[0]
    ticket = begun(visitor, "Vera")
    agent = stack.client("agent1@demo.example")
    topic = f"ticket:{ticket}"

    def answer(body: str) -> None:
        sent = agent.post(f"/api/tickets/{ticket}/messages", json={"body": body, "visibility": "public"})
        assert sent.status_code == 201, sent.text

    with connect(agent.post("/api/live-tickets").json()["url"], open_timeout=PATIENCE) as desk:
        desk.send(json.dumps({"action": "watch", "topics": [topic]}))
        hear(desk, "watching")
        with line(visitor, ticket) as here:
            hear(here, "watching")
            here.send(json.dumps({"action": "visiting", "topics": [topic], "seen": 1}))
            assert hear(desk, "visitor")["doing"] == "looking"
            here.send(json.dumps({"action": "typing", "topics": [topic]}))
            assert "name" not in hear(desk, "typing")
            desk.send(json.dumps({"action": "typing", "topics": [topic]}))
            assert hear(here, "typing")["name"]
            answer("One")
            while hear(here, "event")["event"] != "MessageAdded":  # it opens the ticket, too
                pass
        answer("Two")
        key = {"idempotency-key": "three"}
        for _ in range(2):
            assert visitor.post("/api/portal/chat/messages", json={"body": "Three"}, headers=key).status_code == 201
        with line(visitor, ticket) as again:
            hear(again, "watching")
            assert bodies(visitor) == ["Are you there?", "One", "Two", "Three"]
            answer("Four")
            hear(again, "event")
            assert bodies(visitor)[-1] == "Four"


@pytest.mark.usefixtures("always")
def test_a_foreign_link_reads_and_hears_nothing(stack: LocalStack, browsers: list[httpx.Client]):
    visitor, stranger = browsers
    ticket, other = begun(visitor, "Wanda"), begun(stranger, "Xaver")
    with line(stranger, other) as socket:
        hear(socket, "watching")
        socket.send(json.dumps({"action": "watch", "topics": [f"ticket:{ticket}"]}))
        sent = stack.client("agent1@demo.example").post(
            f"/api/tickets/{ticket}/messages", json={"body": "For Wanda alone", "visibility": "public"}
        )
        assert sent.status_code == 201, sent.text
        wait_until(lambda: "For Wanda alone" in bodies(visitor))
        socket.send(json.dumps({"action": "heartbeat"}))
        assert hear(socket, "heartbeat")
    assert bodies(stranger) == ["Are you there?"]
    forged = {"authorization": visitor.headers["authorization"][:-3] + "abc"}
    assert stack.client().get("/api/portal/chat", headers=forged).status_code == 401
    assert stack.client().post("/api/portal/chat/live-tickets", headers=forged).status_code == 401
