"""escalation: climb a ladder step by step, until somebody answers."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from helpdesk.capabilities.ladders import actions as ladders
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Scale

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.lambdas import invoke
from tests.samples import workflow
from tests.workflows.machines import Machines


@pytest.fixture
def ada(desk: Desk) -> Person:
    return staff(desk, an_agent("Ada"))[0]


@pytest.fixture
def urgent(desk: Desk, ada: Person) -> Ticket:
    """A ticket that pages people until somebody answers."""
    return open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)


@pytest.fixture
def ladder(urgent: Ticket) -> dict[str, str]:
    """What `start_ladder` starts the machine with."""
    return workflow("escalation.started") | {"ticket_id": urgent.id}


def steps(desk: Desk, ticket: Ticket) -> list[int]:
    return [e.event.step for e in desk.tickets.entries(ticket.id) if e.type == "LadderStepTaken"]


def answered(desk: Desk, ticket: Ticket, by: Person) -> None:
    """Somebody answers, and `end_ladders` is told of it."""
    ladders.acknowledge(desk, Wish(ticket_id=ticket.id, by=by.as_actor()))
    for fact in facts_of(desk, ticket.id, "TicketAcknowledged"):
        invoke("end_ladders", fact)


def when(condition: Callable[[], object]) -> None:
    """The machine works in a thread of its own."""
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "It never came"
        time.sleep(0.01)


def test_who_answers_ends_the_wait(desk: Desk, machines: Machines, urgent: Ticket, ada: Person, ladder: dict[str, str]):
    run = machines.start("escalation", ladder)
    when(lambda: desk.ladders.tokens.held(urgent.id))
    assert steps(desk, urgent) == [0]
    answered(desk, urgent, ada)
    (token,) = desk.ladders.workflows.answered
    machines.client.send_task_success(taskToken=token, output="{}")
    ended = machines.end_of(run)
    assert (ended.status, ended.states) == ("SUCCEEDED", ["ClimbLadder", "IsOver", "AwaitAnswer", "Over"])
    assert steps(desk, urgent) == [0]


def test_without_an_answer_the_next_step_is_taken(
    desk: Desk, machines: Machines, urgent: Ticket, ada: Person, ladder: dict[str, str]
):
    """The wait is cut to the second that a machine waits at least."""
    machines.hurry = True
    run = machines.start("escalation", ladder)
    when(lambda: desk.ladders.tokens.held(urgent.id))
    first = desk.ladders.tokens.held(urgent.id)[ladder["climb"]]
    desk.clock.advance(timedelta(minutes=15))
    when(lambda: desk.ladders.tokens.held(urgent.id)[ladder["climb"]] != first)
    assert steps(desk, urgent) == [0, 1]
    answered(desk, urgent, ada)
    machines.client.send_task_success(taskToken=desk.ladders.workflows.answered[-1], output="{}")
    assert machines.end_of(run).status == "SUCCEEDED"


def test_what_was_answered_before_is_over_at_once(
    desk: Desk, machines: Machines, urgent: Ticket, ada: Person, ladder: dict[str, str]
):
    answered(desk, urgent, ada)
    run = machines.run("escalation", ladder)
    assert (run.status, run.states, steps(desk, urgent)) == ("SUCCEEDED", ["ClimbLadder", "IsOver", "Over"], [])


def test_what_fails_for_good_ends_in_a_named_failure(
    desk: Desk, machines: Machines, urgent: Ticket, ladder: dict[str, str]
):
    machines.fault = lambda _: RuntimeError("broken")
    run = machines.run("escalation", ladder)
    assert (run.status, run.error, len(machines.called)) == ("FAILED", "EscalationFailed", 7)
    assert desk.tickets.get(urgent.id).promise.wake_at is not None
