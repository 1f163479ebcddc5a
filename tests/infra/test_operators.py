"""Commands of operators over many things: one of them that fails keeps none of the others."""

import json
from typing import Any

import pytest
from click.testing import CliRunner
from helpdesk.core.tickets.actions import repair
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from infra import cli, operator_desk
from infra.deployed import Deployed, Resource
from infra.operations import DEAD_LETTER_QUEUES
from infra.targets import Target
from tests.builders.directory import a_requester
from tests.builders.intake import open_ticket

FUNCTION = "arn:aws:lambda:eu-central-1:000000000000:function:helpdesk-notify_people:$LATEST"


def letter(number: int, function: str = FUNCTION) -> str:
    context = {"functionArn": function, "condition": "RetriesExhausted"}
    return json.dumps({"requestContext": context, "requestPayload": {"number": number}, "responsePayload": {}})


class Aws:
    """Queues and functions as far as operators ask for them."""

    def __init__(self, *bodies: str) -> None:
        self.waiting = [{"Body": body, "ReceiptHandle": f"receipt-{n}"} for n, body in enumerate(bodies)]
        self.deleted: list[str] = []
        self.invoked: list[int] = []

    def client(self, _: str) -> "Aws":
        return self

    def receive_message(self, QueueUrl: str, **_: Any) -> dict[str, Any]:  # noqa: N803 - as botocore names it
        found, self.waiting = (self.waiting, []) if QueueUrl == DEAD_LETTER_QUEUES[0] else ([], self.waiting)
        return {"Messages": found} if found else {}

    def delete_message(self, ReceiptHandle: str, **_: Any) -> None:  # noqa: N803 - as above
        self.deleted.append(ReceiptHandle)

    def invoke(self, FunctionName: str, Payload: bytes, **_: Any) -> None:  # noqa: N803 - as above
        if "gone" in FunctionName:
            raise LookupError("Function not found")
        self.invoked.append(json.loads(Payload)["number"])


def replayed(aws: Aws, monkeypatch: pytest.MonkeyPatch) -> str:
    queues = tuple(
        Resource(stack="s", logical_id=name, type="AWS::SQS::Queue", physical_id=name) for name in DEAD_LETTER_QUEUES
    )
    found = Target(clients=aws, deployed=Deployed(stack_id="s/1", resources=queues))
    monkeypatch.setattr(cli, "target", lambda _: found)
    ended = CliRunner().invoke(cli.main, ["replay", "--all"])
    assert ended.exit_code == 0, ended.output
    return ended.output


@pytest.mark.parametrize("bad", ["no letter", "[]", "7", "{}", letter(9, FUNCTION.replace("notify_people", "gone"))])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_that_cannot_be_replayed_stays_and_the_others_go(monkeypatch: pytest.MonkeyPatch, bad: str, place: int):
    bodies = [letter(1), letter(2)]
    bodies.insert(place, bad)
    aws = Aws(*bodies)
    assert "3 messages." in replayed(aws, monkeypatch)
    assert aws.invoked == [1, 2]
    assert f"receipt-{place}" not in aws.deleted
    assert len(aws.deleted) == 2


def test_people_are_indexed_and_those_who_changed_meanwhile_left(memory_desk: Desk, monkeypatch: pytest.MonkeyPatch):
    memory_desk.directory.add_person(a_requester("Rita"))
    memory_desk.directory.add_person(a_requester("Sam"))
    monkeypatch.setattr(memory_desk.directory, "index", lambda person: person.id == "rita")
    monkeypatch.setattr(cli, "target", lambda _: Target(clients=Aws(), deployed=Deployed(stack_id="s/1", resources=())))
    monkeypatch.setattr(operator_desk, "operator_desk", lambda _: memory_desk)
    assert "2 people, 1 of them changed meanwhile" in CliRunner().invoke(cli.main, ["index"]).output


def test_a_ticket_that_cannot_be_rebuilt_is_named_and_the_others_are(
    memory_desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    tickets = [open_ticket(memory_desk).id for _ in range(3)]

    def rebuild(_: Desk, ticket_id: TicketId) -> bool:
        if ticket_id == tickets[0]:
            raise ValueError("Object missing required field `at`")
        return True

    monkeypatch.setattr(repair, "rebuild", rebuild)
    monkeypatch.setattr(cli, "target", lambda _: Target(clients=Aws(), deployed=Deployed(stack_id="s/1", resources=())))
    monkeypatch.setattr(operator_desk, "operator_desk", lambda _: memory_desk)
    ended = CliRunner().invoke(cli.main, ["rebuild", *tickets])
    assert ended.exit_code == 1
    assert f"{tickets[0]} cannot be rebuilt: Object missing" in ended.output
    assert "3 tickets, 2 of them rebuilt." in ended.output


def test_lists_of_who_takes_part_are_made_by_and_by_and_gone_on_with(
    memory_desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    tickets = sorted(open_ticket(memory_desk).id for _ in range(5))

    def share_all(_: Desk, some: list[TicketId]) -> tuple[int, list[tuple[TicketId, Exception]]]:
        failed: list[tuple[TicketId, Exception]] = [(each, ValueError("torn")) for each in some if each == tickets[3]]
        return len(some) - len(failed), failed

    monkeypatch.setattr(cli, "AT_ONCE", 2)
    monkeypatch.setattr(repair, "share_all", share_all)
    monkeypatch.setattr(cli, "target", lambda _: Target(clients=Aws(), deployed=Deployed(stack_id="s/1", resources=())))
    monkeypatch.setattr(operator_desk, "operator_desk", lambda _: memory_desk)
    ended = CliRunner().invoke(cli.main, ["share"])
    assert ended.exit_code == 1
    assert f"2 tickets, 2 places of people. To go on from here: --after {tickets[1]}\n" in ended.output
    assert f"{tickets[3]} is left out: torn" in ended.output
    assert "All 5 tickets, 4 places of people who take part." in ended.output
    ended = CliRunner().invoke(cli.main, ["share", "--after", tickets[3]])
    assert (ended.exit_code, ended.output.splitlines()[-1]) == (0, "All 1 tickets, 1 places of people who take part.")


@pytest.mark.parametrize(
    "asked", [["--month", "2026-03"], ["--since", "2026-03-01"], ["--search", "HD-00000001"], ["--numbers", "HD-1"]]
)
def test_what_only_indexes_have_is_not_asked_of_heads_nor_tickets_of_indexes(asked: list[str]):
    ended = CliRunner().invoke(cli.main, ["rebuild", *asked])
    assert ended.exit_code == 2
    assert "--search" in ended.output
