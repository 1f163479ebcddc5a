"""ticket_timer: wait, ring, end."""

from typing import Any

import pytest
from botocore.exceptions import ClientError
from helpdesk.capabilities.timers.rules.ring import TooEarlyError
from helpdesk.capabilities.timers.services import StepFunctionsTimers
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk

from tests.samples import workflow
from tests.workflows.machines import Machines


def due(ticket: Ticket, seconds: int = 540) -> dict[str, Any]:
    """What `arm_timer` starts the machine with."""
    assert ticket.promise.wake_at
    return workflow("ticket_timer.due") | {
        "ticket_id": ticket.id,
        "wake_at": ticket.promise.wake_at.isoformat(),
        "wait_seconds": seconds,
    }


def happened(desk: Desk, ticket: Ticket) -> list[str]:
    return [entry.type for entry in desk.tickets.entries(ticket.id)][1:]


def wake_up(desk: Desk, ticket: Ticket) -> Ticket:
    """Let the time of its next wake come; the ticket as it is then."""
    now = desk.tickets.get(ticket.id)
    assert now.promise.wake_at
    desk.clock.set(now.promise.wake_at)
    return now


def test_it_waits_and_rings_once(desk: Desk, machines: Machines, ticket: Ticket):
    run = machines.run("ticket_timer", due(wake_up(desk, ticket)))
    assert (run.status, run.states) == ("SUCCEEDED", ["WaitUntilDue", "RingTimer"])
    assert (machines.waits, len(machines.called)) == ([540], 1)
    assert happened(desk, ticket) == ["ClockWarned"]
    next_wake = desk.tickets.get(ticket.id).promise.wake_at
    assert run.output == {"ticket_id": ticket.id, "wake_at": next_wake.isoformat()}


def test_an_unanswered_ticket_is_warned_of_and_breaches(desk: Desk, machines: Machines, ticket: Ticket):
    for _ in range(2):
        assert machines.run("ticket_timer", due(wake_up(desk, ticket))).status == "SUCCEEDED"
    assert happened(desk, ticket) == ["ClockWarned", "ClockBreached", "TicketEscalated"]
    assert desk.tickets.get(ticket.id).level == "L2"


def test_an_overdue_ticket_rings_at_once(desk: Desk, machines: Machines, ticket: Ticket):
    wake_up(desk, ticket)
    run = machines.run("ticket_timer", workflow("ticket_timer.overdue") | due(ticket, seconds=0))
    assert (run.status, machines.waits, happened(desk, ticket)) == ("SUCCEEDED", [0], ["ClockWarned"])


def test_a_worker_whose_clock_is_behind_is_asked_again(desk: Desk, machines: Machines, ticket: Ticket):
    wake_up(desk, ticket)
    machines.fault = lambda _: TooEarlyError("wakes later") if len(machines.called) <= 2 else None
    run = machines.run("ticket_timer", due(ticket))
    assert (run.status, len(machines.called), happened(desk, ticket)) == ("SUCCEEDED", 3, ["ClockWarned"])
    assert len(machines.naps) == 2


def test_too_early_by_the_real_clock(desk: Desk, machines: Machines, ticket: Ticket):
    """Nobody injects anything: the desk's time comes while the machine tries again."""
    machines.fault = lambda _: wake_up(desk, ticket) and None if len(machines.called) == 3 else None
    run = machines.run("ticket_timer", due(ticket))
    assert (run.status, len(machines.called), happened(desk, ticket)) == ("SUCCEEDED", 3, ["ClockWarned"])


def test_a_throttled_function_is_asked_again(desk: Desk, machines: Machines, ticket: Ticket):
    wake_up(desk, ticket)
    machines.fault = lambda _: throttled() if len(machines.called) <= 7 else None
    run = machines.run("ticket_timer", due(ticket))
    assert (run.status, len(machines.called), happened(desk, ticket)) == ("SUCCEEDED", 8, ["ClockWarned"])


def throttled() -> ClientError:
    answer = {
        "Error": {"Code": "TooManyRequestsException", "Message": "Rate exceeded"},
        "ResponseMetadata": {
            "HTTPStatusCode": 429,
            "RequestId": "r",
            "HostId": "",
            "HTTPHeaders": {},
            "RetryAttempts": 0,
        },
    }
    return ClientError(answer, "Invoke")


def test_what_fails_for_good_ends_in_a_named_failure(desk: Desk, machines: Machines, ticket: Ticket):
    wake_up(desk, ticket)
    machines.fault = lambda _: RuntimeError("broken")
    run = machines.run("ticket_timer", due(ticket))
    assert (run.status, run.error) == ("FAILED", "TimerFailed")
    assert run.states == ["WaitUntilDue", "RingTimer", "TimerFailed"]
    assert len(machines.called) == 6


def test_what_failed_is_found_by_the_next_sweep(desk: Desk, machines: Machines, ticket: Ticket):
    wake_up(desk, ticket)
    machines.fault = lambda _: RuntimeError("broken")
    machines.run("ticket_timer", due(ticket))
    machines.fault = lambda _: None
    machines.run("sweep_timers", workflow("sweep_timers.scheduled"))
    assert [timer.ticket_id for timer in desk.timers.executions.started.values()] == [ticket.id]


def test_a_wake_that_has_moved_on_ends_quietly(desk: Desk, machines: Machines, ticket: Ticket):
    early = due(ticket)
    machines.run("ticket_timer", due(wake_up(desk, ticket)))
    run = machines.run("ticket_timer", early)
    assert (run.status, happened(desk, ticket)) == ("SUCCEEDED", ["ClockWarned"])


def test_many_at_once_ring_once(desk: Desk, machines: Machines, ticket: Ticket):
    wake_up(desk, ticket)
    running = [machines.start("ticket_timer", due(ticket, seconds=0)) for _ in range(5)]
    assert {machines.end_of(arn).status for arn in running} == {"SUCCEEDED"}
    assert happened(desk, ticket) == ["ClockWarned"]


def test_timers_are_started_with_what_the_machine_takes(desk: Desk, machines: Machines, ticket: Ticket):
    timers = StepFunctionsTimers(lambda: machines.client, machines.arns["ticket_timer"])
    now = wake_up(desk, ticket)
    assert timers.start(ticket.id, now.promise.wake_at, "once", 0) is True
    executions = machines.client.list_executions(stateMachineArn=machines.arns["ticket_timer"])["executions"]
    (started,) = [found["executionArn"] for found in executions if found["name"] == "once"]
    assert machines.end_of(started).status == "SUCCEEDED"
    assert timers.start(ticket.id, now.promise.wake_at, "once", 0) is False
    assert happened(desk, ticket) == ["ClockWarned"]


@pytest.mark.parametrize("missing", ["wait_seconds", "ticket_id"])
def test_an_input_that_lacks_something_fails_visibly(desk: Desk, machines: Machines, ticket: Ticket, missing: str):
    given = {name: value for name, value in due(ticket).items() if name != missing}
    assert machines.run("ticket_timer", given).status == "FAILED"
