"""The command `helpdesk` against a running local stack."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from helpdesk.foundation.platform.dynamodb import keys

from tests.stack.local_stack import COMMAND, LocalStack, wait_until

pytestmark = pytest.mark.stack


def helpdesk(stack: LocalStack, *arguments: str) -> str:
    ended = subprocess.run([COMMAND, *arguments], env=stack.environment(), capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def queue_url(stack: LocalStack, name: str) -> str:
    return str(stack.aws("sqs").get_queue_url(QueueName=f"helpdesk-{name}")["QueueUrl"])


def opened(stack: LocalStack) -> str:
    draft = {"subject": "Scanner scans sideways", "description": "Every page."}
    answer = stack.client("requester@demo.example").post("/api/tickets", json=draft)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def test_token_is_one_the_api_takes(stack: LocalStack):
    token = helpdesk(stack, "token", "lead@demo.example").strip()
    me = stack.client().get("/api/me", headers={"authorization": f"Bearer {token}"})
    assert me.json()["role"] == "lead"


def test_adopt_starts_a_sweep(stack: LocalStack):
    log = stack.data / "functions.log"
    before = log.read_text().count("sweep_timers]")
    helpdesk(stack, "adopt")
    wait_until(lambda: log.read_text().count("sweep_timers]") >= before + 8)


def test_seeding_again_changes_nothing(stack: LocalStack):
    members = stack.client("lead@demo.example").get("/api/teams/service-desk").json()
    helpdesk(stack, "seed", "none")
    assert stack.client("lead@demo.example").get("/api/teams/service-desk").json() == members


def test_rebuild_makes_a_lost_head_what_its_entries_say(stack: LocalStack):
    ticket_id = opened(stack)
    dynamodb = stack.aws("dynamodb")
    key = {"pk": {"S": f"T#{ticket_id}"}, "sk": {"S": "H"}}
    wait_until(lambda: stack.client("agent1@demo.example").get(f"/api/tickets/{ticket_id}").json()["assignee"])
    good = dynamodb.get_item(TableName="helpdesk-helpdesk", Key=key)["Item"]
    bad = keys.unpacked(good["head"]).replace("Scanner scans sideways", "Somebody else's words")
    dynamodb.put_item(TableName="helpdesk-helpdesk", Item=good | {"head": keys.packed(bad)})
    assert "1 of them rebuilt" in helpdesk(stack, "rebuild", ticket_id)
    assert dynamodb.get_item(TableName="helpdesk-helpdesk", Key=key)["Item"] == good


def test_what_a_function_failed_at_three_times_is_kept_and_replayed(stack: LocalStack):
    with broken(stack, "notify_people"):
        ticket_id = opened(stack)
        wait_until(lambda: ticket_id in failed_events(stack), why_not=lambda: failed_events(stack))
        assert not any(ticket_id in mail["subject"] for mail in stack.mails("requester@demo.example"))
    told = helpdesk(stack, "replay", "--all")
    assert "FailedEventsQueue  helpdesk-notify_people  " in told
    stack.wait_for_mail("requester@demo.example", ticket_id)
    assert not failed_events(stack)


@contextmanager
def broken(stack: LocalStack, function: str) -> Iterator[None]:
    """Whatever it is called for fails for real: its table is not there."""
    functions, name = stack.aws("lambda"), f"helpdesk-{function}"
    right = functions.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    wrong = right | {"TABLE": "no-such-table"}
    functions.update_function_configuration(FunctionName=name, Environment={"Variables": wrong})
    try:
        yield
    finally:
        functions.update_function_configuration(FunctionName=name, Environment={"Variables": right})


def failed_events(stack: LocalStack) -> str:
    """All that is there; looking at it takes nothing away."""
    request = {"QueueUrl": queue_url(stack, "failed-events"), "MaxNumberOfMessages": 10, "VisibilityTimeout": 0}
    return "".join(message["Body"] for message in stack.aws("sqs").receive_message(**request).get("Messages", []))


def test_replay_says_what_it_cannot_replay(stack: LocalStack):
    batch = {"DDBStreamBatchInfo": {"batchSize": 3, "approximateArrivalOfFirstRecord": "2026-11-22T10:00:00Z"}}
    url = queue_url(stack, "unpublished")
    stack.aws("sqs").send_message(QueueUrl=url, MessageBody=json.dumps(batch))
    assert "3 stream records" in helpdesk(stack, "replay", "--all")
    stack.aws("sqs").purge_queue(QueueUrl=url)


def test_without_a_stack_the_command_says_so(tmp_path: Path):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "HELPDESK_"))}
    for command in (["token", "a@b.example"], ["adopt"]):
        ended = subprocess.run(
            [COMMAND, *command], env=env | {"HELPDESK_DATA": str(tmp_path)}, capture_output=True, text=True, check=False
        )
        assert ended.returncode == 1
        assert "No local stack runs here" in ended.stderr
        assert "Traceback" not in ended.stderr
