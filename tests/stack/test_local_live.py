"""Browsers: the WebSocket behind the site's own origin, and attachments on the second one."""

import json
import uuid
from typing import Any

import httpx
import pytest
from botocore.exceptions import ClientError
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until

pytestmark = pytest.mark.stack


def create(stack: LocalStack, **fields: object) -> dict:
    draft = {"subject": f"Printer {uuid.uuid4()}", "description": "It is on fire", **fields}
    answer = stack.client("requester@demo.example").post("/api/tickets", json=draft)
    assert answer.status_code == 201, answer.text
    return answer.json()["ticket"]


def live(stack: LocalStack, email: str) -> ClientConnection:
    answer = stack.client(email).post("/api/live-tickets")
    assert answer.status_code == 201, answer.text
    return connect(answer.json()["url"], open_timeout=PATIENCE)


def test_a_connection_without_a_ticket_is_refused(stack: LocalStack):
    with pytest.raises(InvalidStatus):
        connect(f"ws://127.0.0.1:{stack.port}/live?ticket=forged", open_timeout=PATIENCE)


def test_another_path_is_no_websocket(stack: LocalStack):
    with pytest.raises(InvalidStatus):
        connect(f"ws://127.0.0.1:{stack.port}/api/live", open_timeout=PATIENCE)


def test_who_watches_a_ticket_hears_of_a_reply(stack: LocalStack):
    ticket = create(stack)
    topic = f"ticket:{ticket['id']}"
    with live(stack, "agent1@demo.example") as socket:
        socket.send(json.dumps({"action": "watch", "topics": [topic]}))
        assert "watching" in socket.recv(timeout=PATIENCE)
        reply = {"body": "Water is on its way", "visibility": "public"}
        answer = stack.client("agent1@demo.example").post(f"/api/tickets/{ticket['id']}/messages", json=reply)
        assert answer.status_code == 201, answer.text
        heard = wait_until(lambda: "MessageAdded" in socket.recv(timeout=PATIENCE))
    assert heard


def hear(socket: ClientConnection, kind: str) -> dict[str, Any]:
    """The next message of a kind."""
    while True:
        message: dict[str, Any] = json.loads(socket.recv(timeout=PATIENCE))
        if message["type"] == kind:
            return message


def test_two_who_are_at_a_ticket_see_each_other_and_what_concerns_one_waits_in_an_inbox(stack: LocalStack):
    ticket = create(stack)["id"]
    mine, me = stack.client("agent1@demo.example"), stack.client("agent1@demo.example").get("/api/me").json()
    assert mine.patch(f"/api/tickets/{ticket}", json={"assignee": me["id"]}).status_code == 200
    with live(stack, "agent1@demo.example") as here, live(stack, "agent2@demo.example") as there:
        here.send(json.dumps({"action": "watch", "topics": [f"ticket:{ticket}", f"person:{me['id']}"]}))
        there.send(json.dumps({"action": "watch", "topics": [f"ticket:{ticket}"]}))
        here.send(json.dumps({"action": "here", "topics": [f"ticket:{ticket}"], "seen": 1}))
        there.send(json.dumps({"action": "here", "topics": [f"ticket:{ticket}"], "doing": "writing"}))
        wait_until(lambda: len(hear(there, "presence")["people"]) == 2)
        reply = {"body": "It still burns", "visibility": "public"}
        answer = stack.client("requester@demo.example").post(f"/api/tickets/{ticket}/messages", json=reply)
        assert answer.status_code == 201, answer.text
        wait_until(lambda: (told := hear(here, "inbox"))["ticket_id"] == ticket and told["concern"] == "replied")
    assert ticket in [item["ticket"]["id"] for item in mine.get("/api/me/inbox").json()["items"]]
    assert ticket in [mark["ticket_id"] for mark in mine.get("/api/me/seen").json()["items"]]


def test_the_line_answers_from_when_on_it_watches_and_that_it_is_alive(stack: LocalStack):
    ticket = create(stack)
    topic = f"ticket:{ticket['id']}"
    with live(stack, "agent1@demo.example") as socket:
        socket.send(json.dumps({"action": "watch", "topics": [topic]}))
        watching = json.loads(socket.recv(timeout=PATIENCE))
        assert watching["type"] == "watching"
        assert watching["revisions"][topic] >= 1
        socket.send(json.dumps({"action": "heartbeat"}))
        assert wait_until(lambda: json.loads(socket.recv(timeout=PATIENCE))["type"] == "heartbeat")


def test_an_attachment_goes_to_the_second_origin_and_comes_back_from_it(stack: LocalStack):
    client = stack.client("requester@demo.example")
    wanted = {"name": "fire.txt", "size": 12, "type": "text/plain"}
    upload = client.post("/api/uploads", json=wanted).json()
    assert upload["url"].startswith(stack.gateway_url)
    posted = httpx.post(
        upload["url"],
        data=upload["fields"],
        files={"file": ("fire.txt", b"it is on fire"[:12], "text/plain")},
        headers={"origin": stack.base_url},
        timeout=PATIENCE,
    )
    assert posted.status_code in (200, 201, 204), posted.text
    assert posted.headers["access-control-allow-origin"] == stack.base_url
    ticket = create(stack, attachments=[{"id": upload["id"], **wanted}])
    timeline = client.get(f"/api/tickets/{ticket['id']}").json()["timeline"]
    (attachment,) = [it for entry in timeline for it in entry["attachments"]]
    link = wait_until(lambda: _link(client, attachment["href"]))
    assert link.startswith(stack.gateway_url)
    assert httpx.get(link, timeout=PATIENCE).content == b"it is on fire"[:12]
    again = httpx.post(
        upload["url"],
        data=upload["fields"],
        files={"file": ("fire.txt", b"now it isn't", "text/plain")},
        timeout=PATIENCE,
    )
    assert again.status_code == posted.status_code
    s3, key = stack.aws("s3"), upload["fields"]["key"]
    bucket, clean = _bucket(s3, key), f"clean/{key.partition('/')[2]}"
    with pytest.raises(ClientError, match="PreconditionFailed"):
        s3.copy_object(Bucket=bucket, Key=clean, CopySource={"Bucket": bucket, "Key": key}, IfNoneMatch="*")
    assert httpx.get(link, timeout=PATIENCE).content == b"it is on fire"[:12]


def _bucket(s3: Any, key: str) -> str:
    buckets = [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]]
    return next(name for name in buckets if "Contents" in s3.list_objects_v2(Bucket=name, Prefix=key))


def _link(client: httpx.Client, href: str) -> str | None:
    answer = client.get(href)
    assert answer.status_code in (200, 409), answer.text
    return answer.json().get("url")


def test_a_forged_upload_is_refused(stack: LocalStack):
    upload = (
        stack.client("requester@demo.example")
        .post("/api/uploads", json={"name": "a.txt", "size": 1, "type": "text/plain"})
        .json()
    )
    fields = {**upload["fields"], "key": "clean/elsewhere"}
    assert httpx.post(upload["url"], data=fields, files={"file": ("a.txt", b"a")}, timeout=PATIENCE).status_code == 403
