"""Every function once more, with the adapters it has when it is deployed and AWS as moto plays it."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.core.tickets.rules.listing import timer_shard
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.aws import client as aws_client

from tests.facts import Event, facts_of, inserted, queued
from tests.gateway import Gateway
from tests.infrastructure import AwsCalls, mails_sent
from tests.lambdas import invoke
from tests.samples import invocation, sample

DRAFT = {"subject": "The printer is on fire 🔥", "description": "It smokes.", "urgency": "high"}
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.fixture
def desk(aws_desk: Desk) -> Desk:
    return aws_desk


def messages(queue: str) -> Iterator[Any]:
    for message in aws_client("sqs").receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", []):
        yield json.loads(message["Body"])


def mailed(desk: Desk, ticket: str) -> str:
    """The token of the link that the requester is mailed."""
    return status_link(desk, desk.tickets.get(TicketId(ticket))).partition("#")[2]


def test_a_ticket_from_form_to_solution(http: Gateway, desk: Desk, ada: Person):
    form = http.get("/api/portal/form").body["form_token"]
    desk.clock.advance(timedelta(seconds=3))
    who = {"form_token": form, "name": "Rita", "email": "rita@people.example"}
    created = http.post("/api/portal/tickets", DRAFT | who)
    assert created.status == 201
    ticket, link = created.body["id"], mailed(desk, created.body["id"])
    path = f"/api/tickets/{ticket}"
    assert [card["id"] for card in http.get("/api/tickets", by=ada, team="service-desk").body["items"]] == [ticket]
    assert http.patch(path, {"assignee": ada.id}, by=ada, headers={"if-match": '"1"'}).status == 200
    assert http.post(f"{path}/messages", {"body": "Water?", "state": "pending"}, by=ada).status == 201
    assert http.post("/api/portal/ticket/messages", {"body": "Yes."}, link=link).body["state"] == "open"
    assert http.patch(path, {"subject": "x"}, by=ada, headers={"if-match": '"1"'}).body["current"]["state"] == "open"
    assert http.post(f"{path}/transitions", {"state": "solved"}, by=ada).status == 200
    assert http.get("/api/portal/ticket", link=link).body["state"] == "solved"
    assert http.get(f"{path}/clocks", by=ada).status == 200
    assert http.get("/api/tickets", by=ada, assignee="me").body["items"][0]["subject"] == DRAFT["subject"]


def test_a_retry_is_answered_as_the_first_time(http: Gateway, desk: Desk, rita: Person):
    replies = [http.post("/api/tickets", DRAFT, by=rita, headers={"idempotency-key": "k"}) for _ in range(2)]
    assert [reply.body["id"] for reply in replies] == [replies[0].body["id"]] * 2
    other = http.post("/api/tickets", DRAFT | {"subject": "b"}, by=rita, headers={"idempotency-key": "k"})
    assert (other.status, other.code) == (422, "idempotency_key_reused")
    assert len(list(desk.tickets.ids())) == 1


def test_the_eleventh_form_of_an_hour_has_to_wait(http: Gateway, desk: Desk):
    now, replies = desk.clock.wall(), []
    if now.minute == 59:  # forms of two hours are counted apart
        desk.clock.advance(timedelta(minutes=1))
    for _ in range(11):
        form = http.get("/api/portal/form").body["form_token"]
        desk.clock.advance(timedelta(seconds=2))
        who = {"form_token": form, "name": "Rita", "email": "rita@people.example"}
        replies.append(http.post("/api/portal/tickets", DRAFT | who))
    assert [reply.status for reply in replies] == [201] * 10 + [429]
    assert int(replies[-1].headers["retry-after"]) > 0


def test_half_a_character_is_refused_before(http: Gateway, rita: Person):
    reply = http.post("/api/tickets", r'{"subject": "x\ud800", "description": "It smokes."}', by=rita)
    assert (reply.status, reply.fields) == (422, ["subject"])


def test_what_the_tables_would_refuse_is_refused_before(http: Gateway, ada: Person, ticket: str):
    for which in ("HD-8ZZZZZZZ", "x" * 300, "\x00"):
        for rest in ("", "/clocks", "/attachments/a"):
            assert http.get(f"/api/tickets/{which}{rest}", by=ada).code == "not_found"
    for cursor in ("nonsense", "e30=", "eyJpZCI6eyJTIjoiSEQifX0="):
        for whose in ({"team": "service-desk"}, {"assignee": "me"}, {"requester": "me"}):
            assert http.get("/api/tickets", by=ada, cursor=cursor, **whose).fields == ["cursor"]
    for before in ("nonsense", "H", "C#mail", "E#", "x" * 3000):
        assert http.get(f"/api/tickets/{ticket}", by=ada, before=before).status == 422
    assert http.patch(f"/api/tickets/{ticket}", {"assignee": "x" * 128}, by=ada).fields == ["assignee"]


def test_a_file_from_the_form_to_the_agent(http: Gateway, desk: Desk, ada: Person, rita: Person):
    upload = http.post("/api/uploads", {"name": "a.png", "size": 99}, by=rita).body
    aws_client("s3").put_object(Bucket="helpdesk-attachments", Key=upload["fields"]["key"], Body=PNG)
    files = [{"id": upload["id"], "name": "Größe.png"}]
    ticket = http.post("/api/tickets", DRAFT | {"attachments": files}, by=rita).body["id"]
    shown = http.get(f"/api/tickets/{ticket}", by=ada).body["timeline"][0]["attachments"][0]
    path, _, version = shown["href"].partition("?version=")
    assert http.get(path, by=ada, version=version).code == "attachment_pending"
    for _ in range(2):
        invoke("keep_attachments", facts_of(desk, ticket)[0])
    assert "X-Amz-Signature" in http.get(path, by=ada, version=version).body["url"]


def test_the_directory(http: Gateway, ada: Person):
    assert http.get("/api/me", by=ada).body["teams"] == ["service-desk"]
    assert [team["id"] for team in http.get("/api/teams", by=ada).body["items"]] == ["service-desk"]
    assert [one["id"] for one in http.get("/api/teams/service-desk", by=ada).body["members"]] == ["ada"]


def told(case: str, connection: str, **more: Any) -> int:
    event = invocation("live", case) | more
    event["requestContext"]["connectionId"] = connection
    return int(invoke("live", event)["statusCode"])


def test_a_live_connection(http: Gateway, desk: Desk, ada: Person, ticket: str, aws: AwsCalls):
    admission = {"queryStringParameters": {"ticket": http.post("/api/live-tickets", by=ada).body["ticket"]}}
    assert [told("connect", name, **admission) for name in ("one", "two")] == [200, 403]
    watch = json.dumps({"action": "watch", "topics": ["team:service-desk", f"ticket:{ticket}"]})
    assert [told("message", name, body=watch) for name in ("one", "two")] == [200, 403]
    with aws.watching() as calls:
        invoke("push_to_browsers", facts_of(desk, ticket)[0])
    assert calls.count("apigatewaymanagementapi:PostToConnection") == 1
    assert told("disconnect", "one") == 200
    assert desk.live.board.watchers("team:service-desk") == []


def test_who_has_left_leaves_nothing_behind(http: Gateway, desk: Desk, ada: Person):
    admission = {"queryStringParameters": {"ticket": http.post("/api/live-tickets", by=ada).body["ticket"]}}
    told("connect", "one", **admission)
    told("disconnect", "one")
    for action in ("unwatch", "watch", "unwatch"):
        told("message", "one", body=json.dumps({"action": action, "topics": ["team:service-desk"]}))
    assert desk.live.board.actor("one") is None


def records_of(desk: Desk, ticket: str) -> list[Event]:
    return [inserted(entry) for entry in desk.tickets.entries(TicketId(ticket))]


def test_a_poisoned_record_among_good_ones(http: Gateway, desk: Desk, ada: Person, ticket: str, aws: AwsCalls):
    http.post(f"/api/tickets/{ticket}/messages", {"body": "SECRET", "visibility": "internal"}, by=ada)
    records = records_of(desk, ticket)
    poisoned = inserted(desk.tickets.entries(TicketId(ticket))[0])
    poisoned["dynamodb"]["NewImage"]["entry"] = {"S": "{nonsense"}
    assert invoke("publish_events", {"Records": [records[0], poisoned, records[1]]}) == {"batchItemFailures": []}
    (aside,) = messages(_environment("REPUBLISH_QUEUE_URL"))
    assert aside["sk"] == poisoned["dynamodb"]["Keys"]["sk"]
    assert invoke("publish_events", queued(json.dumps(aside)))["batchItemFailures"]
    repaired = aside | {"entry": records[0]["dynamodb"]["NewImage"]["entry"]}
    assert invoke("publish_events", queued(json.dumps(repaired))) == {"batchItemFailures": []}


def test_what_the_bus_refuses_is_put_aside_and_tried_again(desk: Desk, ticket: str, aws: AwsCalls):
    with aws.failing(lambda call: "before" if call.name == "events:PutEvents" else None):
        invoke("publish_events", {"Records": records_of(desk, ticket)})
    (aside,) = messages(_environment("REPUBLISH_QUEUE_URL"))
    with aws.watching() as calls:
        assert invoke("publish_events", queued(json.dumps(aside))) == {"batchItemFailures": []}
    assert calls == ["dynamodb:BatchGetItem", "events:PutEvents", "sqs:SendMessage"]


def _environment(name: str) -> str:
    from helpdesk.foundation.platform.environment import environment as settings  # noqa: PLC0415

    return str(getattr(settings(), name.lower()))


def test_mail_goes_out_once(desk: Desk, ticket: str):
    for _ in range(2):
        invoke("notify_people", facts_of(desk, ticket)[0])
    assert len(mails_sent()) == 1


def test_a_wake_is_armed_once(desk: Desk):
    for name in ("TicketCreated.v1.urgent", "TicketCreated.v1.urgent", "TicketCreated.v1.no-promise"):
        invoke("arm_timer", sample(name))
    executions = aws_client("stepfunctions").list_executions(stateMachineArn=_environment("TIMER_ARN"))
    assert len(executions["executions"]) == 1


def test_a_ticket_is_swept_rung_and_escalated(http: Gateway, desk: Desk, ticket: str):
    for _ in range(2):
        desk.clock.set(desk.tickets.get(TicketId(ticket)).promise.wake_at)
        swept = invoke("sweep_timers", {"shard": timer_shard(TicketId(ticket))})
        assert swept["started"] == 1
        invoke("ring_timer", {"ticket_id": ticket})
    assert [entry.type for entry in desk.tickets.entries(TicketId(ticket))][1:] == [
        "ClockWarned",
        "ClockBreached",
        "TicketEscalated",
    ]


def test_a_ticket_waits_in_line_once_and_is_given_to_a_person(desk: Desk, ada: Person, ticket: str):
    for _ in range(2):
        invoke("publish_events", {"Records": records_of(desk, ticket)})
    bodies = [json.dumps(body) for body in messages(_environment("ASSIGNMENT_QUEUE_URL"))]
    assert len(bodies) == 1
    assert invoke("assign_tickets", queued(*bodies, "nonsense", group="service-desk"))["batchItemFailures"] == [
        {"itemIdentifier": "message-1"}
    ]
    assert desk.tickets.get(TicketId(ticket)).assignee == ada.id
