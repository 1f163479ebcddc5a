"""The waterfall of one operation: who ran, why, and what each asked for."""

import json
from pathlib import Path

import pytest

from tests.bench.accounts import Accounts
from tests.bench.calls import Call, read
from tests.bench.capacity import Units
from tests.bench.prices import Prices, used
from tests.bench.trace import waterfall

KEY = {"pk": {"S": "T#1"}, "sk": {"S": "H"}}
PUT = {"TableName": "helpdesk-helpdesk", "Item": KEY}


def line(at: float, service: str, operation: str, function: str, **more: object) -> str:
    named = {"at": at, "service": service, "operation": operation, "function": f"helpdesk-{function}"}
    return json.dumps({**named, **{name: json.dumps(v) if name == "request" else v for name, v in more.items()}})


@pytest.mark.parametrize(
    ("operation", "paid"),
    [
        ("GET /files/projections/a", {"file_read": 1}),
        ("HEAD /files/a", {"file_read": 1}),
        ("GET /files", {"file_write": 1}),
        ("PUT /files/a", {"file_write": 1}),
        ("DELETE /files/a", {}),
    ],
)
def test_files_are_paid_for_by_what_is_done_to_them(operation: str, paid: dict[str, int]):
    found = used([Call(service="s3", operation=operation, function="f")], Units(), {})
    assert {unit: amount for unit, amount in found.items() if amount} == paid


def test_each_call_stands_below_the_function_that_made_it(tmp_path: Path):
    log = tmp_path / "calls.jsonl"
    log.write_text(
        "\n".join(
            [
                line(1.000, "lambda", "Begin", "tickets_api", cause="POST /api/tickets"),
                line(
                    1.009,
                    "dynamodb",
                    "TransactWriteItems",
                    "tickets_api",
                    ms=5,
                    request={"TransactItems": [{"Put": PUT}]},
                ),
                line(1.010, "lambda", "Invoke", "tickets_api", ms=10),
                line(1.020, "lambda", "Begin", "notify_people", cause="bus: TicketCreated"),
                line(1.025, "dynamodb", "GetItem", "notify_people", ms=1, request={"Key": KEY, "ConsistentRead": True}),
                line(1.030, "lambda", "Invoke", "notify_people", ms=10, cpu_ms=4),
            ]
        )
    )
    memory = {"tickets_api": 512, "notify_people": 512}
    accounts = Accounts(indexes={}, memory_mb=memory, prices=Prices.read())
    found = [" ".join(line.split()) for line in waterfall(read(log), accounts)]
    assert found[0].endswith("tickets_api <- POST /api/tickets")
    assert found[1].endswith("dynamodb TransactWriteItems 2 WCU: Put T#1 H")
    assert found[2].endswith("notify_people <- bus: TicketCreated")
    assert found[3].endswith("dynamodb GetItem 1 RCU: T#1 H")
    assert found[-3].startswith("Effects: 1 functions, 10.0 ms (processor 4.0), {'dynamodb': 1}, 0 WCU")
    assert found[-1] == "Runs 2: {'tickets_api': 1, 'notify_people': 1}"
