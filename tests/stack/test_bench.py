"""The bench is alive, and what it counts keeps to the budgets. Times are for people to look at, not for a test."""

from typing import Any

import pytest

from tests.bench.flood import FOR_THE_FORM
from tests.bench.report import tables
from tests.bench.run import Plan, run
from tests.loops import finished

pytestmark = [pytest.mark.stack, pytest.mark.timeout(1800)]

# DynamoDB requests while somebody waits, on a warm worker.
# The form's third tells apart whose an address is, whoever it belongs to.
REQUESTS = {
    "create": 2,
    "create_form": 3,
    "reply": 2,
    "note": 2,
    "transition": 2,
    "read": 1,
    "list": 1,
    "search": 1,
    "view": 1,
}

OPENED = Plan.smoke().opened


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return finished(run(Plan.smoke(), tmp_path_factory.mktemp("bench")))


def test_no_request_fails(result: dict[str, Any]) -> None:
    assert {name: found["errors"] for name, found in result["operations"].items() if found["errors"]} == {}
    assert result["burst"]["errors"] == 0


def test_operations_keep_to_their_requests(result: dict[str, Any]) -> None:
    for name, found in result["operations"].items():
        assert found["requests"] == {"dynamodb": REQUESTS[name]}, name


def test_a_life_keeps_to_its_budget(result: dict[str, Any]) -> None:
    life = result["life"]
    assert life["usd"] - life["compute_usd"] <= 0.00045
    assert life["transitions"] <= 4


def test_what_the_product_says_that_a_ticket_costs_is_what_was_metered(result: dict[str, Any]) -> None:
    paid = result["paid"]
    assert 0.95 <= paid["ratio"] <= 1.05, paid
    assert 0.95 <= paid["ratio_without_mail"] <= 1.05, paid


def test_a_breach_has_its_effect(result: dict[str, Any]) -> None:
    assert result["breach"]["found"] == result["breach"]["asked"]


def test_a_flood_of_the_form_takes_nothing_from_those_who_call(result: dict[str, Any]) -> None:
    surge = result["flood"]
    assert surge["accepted"] == surge["kept"] == surge["forms"]
    assert surge["held"] == min(surge["forms"], FOR_THE_FORM)
    assert surge["assigned"] == surge["called"] > 0


def test_a_flood_of_mail_from_one_sender_loses_nothing_and_lets_others_through(result: dict[str, Any]) -> None:
    surge = result["mail_flood"]
    assert (surge["sent"], surge["lost"]) == (3 * Plan.smoke().mails // 2, 0)
    # Where mails come in more slowly than they are taken, nobody stands in a line: both wait the same.
    assert surge["flooded_s"] < 1.25 * surge["flooder_s"]


def test_a_mail_keeps_to_its_requests(result: dict[str, Any]) -> None:
    assert result["mail_in"]["requests"] == {"sqs": 1, "s3": 1, "dynamodb": 7}


@pytest.mark.browser
def test_who_stands_on_a_row_asks_for_nothing_when_they_open_it(result: dict[str, Any]) -> None:
    opened = result["open_ticket_ui"]
    assert "skipped" not in opened, opened["skipped"]
    assert opened["read_before"]["count"] >= OPENED  # on a busy machine, the others too
    assert opened["read_before"]["count"] + opened["at_once"]["count"] == 2 * OPENED
    assert opened["read_before"]["parts_ms"]["request"] == 0 < opened["read_before"]["p50_ms"]


def test_the_report_can_be_read(result: dict[str, Any]) -> None:
    text = "\n".join(tables(result))
    assert all(name in text for name in (*result["operations"], "open_ticket_ui"))
