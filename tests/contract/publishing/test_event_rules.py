"""Who is told of what: the rules of the templates, tried on the samples by a bus."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto import mock_aws

from infra import templates
from tests.samples import samples

INFRA = Path(__file__).parents[3] / "infra"
REGION = "eu-central-1"
SAMPLES = samples()
ELSEWHERE = {name for name, sample in SAMPLES.items() if sample["detail"]["metadata"]["region"] != REGION}
UNTOLD = (
    "TicketUpdated",
    "TicketDeescalated",
    "ClocksRecomputed",
    "TicketQueued",
    "AssignmentReviewed",
    "LadderStarted",
    "TicketAcknowledged",
    "LevelNoteKept",
    "LaddersEnded",
    "SatisfactionRated",
    "NotePinned",
    "NoteUnpinned",
    "TicketContinued",
    "ParticipantAdded",
    "ParticipantRemoved",
    "SideClosed",
    "SideReopened",
)
OF_NO_CONCERN = {
    "MessageAdded.v1.note",
    "StateChanged.v1",
    "TicketAssigned.v1.back-to-team",
    "TicketEscalated.v1",
    "TicketEscalated.v1.breach",
}
SILENT = {name for name in SAMPLES if name.startswith(UNTOLD)} | OF_NO_CONCERN

TOLD = {
    "PushToBrowsers": {"TicketCreated.v1.watched"},
    "NotifyPeople": set(SAMPLES) - SILENT - ELSEWHERE,
    "KeepAttachments": {
        "TicketCreated.v1.attachments",
        "MessageAdded.v1.requester-attachments",
        "SideMessageReceived.v1",
    },
    "ArmTimer": {"TicketCreated.v1.urgent", "TicketEscalated.v1.breach", "ClocksRecomputed.v1"},
    "StartLadder": {"LadderStarted.v1"},
    "EndLadders": {"LaddersEnded.v1", "TicketAcknowledged.v1"},
    "CallWebhook": {"LadderStepTaken.v1.webhook"},
    "FollowArticles": set(),  # it is told of articles
}


def rules() -> dict[str, dict[str, Any]]:
    """The pattern of every consumer of our bus, as written in the templates of `infra/`."""
    found = {}
    for path in INFRA.glob("*.yaml"):
        for function, resource in templates.read(path)["Resources"].items():
            events = resource.get("Properties", {}).get("Events", {}) if isinstance(resource, dict) else {}
            for event in events.values():
                if event["Type"] == "EventBridgeRule" and "EventBusName" in event["Properties"]:
                    found[function] = event["Properties"]["Pattern"]
    return found


def here(pattern: Any) -> Any:
    """The pattern as this region deploys it."""
    return json.loads(json.dumps(pattern).replace('{"Ref": "AWS::Region"}', f'"{REGION}"'))


@pytest.fixture(scope="module")
def told() -> Iterator[dict[str, set[str]]]:
    """Which samples each rule passes on, after all of them were put on one bus."""
    with mock_aws():
        bus, queues = boto3.client("events", region_name=REGION), boto3.client("sqs", region_name=REGION)
        bus.create_event_bus(Name="helpdesk")
        urls = {name: _subscribe(bus, queues, name, here(pattern)) for name, pattern in rules().items()}
        for sample in SAMPLES.values():
            _put(bus, sample["source"], sample["detail-type"], sample["detail"])
        _put(bus, "somebody.else", "TicketCreated", SAMPLES["TicketCreated.v1"]["detail"])
        names = {sample["detail"]["metadata"]["id"]: name for name, sample in SAMPLES.items()}
        yield {name: {names[found] for found in _received(queues, url)} for name, url in urls.items()}


def _subscribe(bus: Any, queues: Any, name: str, pattern: Any) -> str:
    url = queues.create_queue(QueueName=name)["QueueUrl"]
    arn = queues.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    bus.put_rule(EventBusName="helpdesk", Name=name, EventPattern=json.dumps(pattern))
    bus.put_targets(EventBusName="helpdesk", Rule=name, Targets=[{"Id": "queue", "Arn": arn}])
    return url


def _put(bus: Any, source: str, kind: str, detail: Any) -> None:
    entry = {"EventBusName": "helpdesk", "Source": source, "DetailType": kind, "Detail": json.dumps(detail)}
    assert bus.put_events(Entries=[entry])["FailedEntryCount"] == 0


def _received(queues: Any, url: str) -> list[str]:
    found: list[str] = []
    while messages := queues.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        found += [json.loads(message["Body"])["detail"]["metadata"]["id"] for message in messages]
        for message in messages:
            queues.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
    assert len(set(found)) == len(found)
    return found


def test_every_rule_is_known_here():
    assert set(rules()) == set(TOLD)


@pytest.mark.parametrize("consumer", TOLD)
def test_a_rule_takes_what_it_should_and_no_more(told: dict[str, set[str]], consumer: str):
    assert told[consumer] == TOLD[consumer]


def test_nothing_has_its_effect_in_a_region_that_did_not_write_it(told: dict[str, set[str]]):
    acting = set(TOLD) - {"PushToBrowsers"}
    assert ELSEWHERE
    assert all(not told[consumer] & ELSEWHERE for consumer in acting)
